import GRDB
import Journal
import Records

extension Register {
    /// Takes the records of files, all or none.
    /// - Parameters:
    ///   - files: paths of JSON Lines; `-` is standard input.
    ///   - actor: who does it, as the journal shall say.
    ///   - progress: told now and then how far it has come.
    /// - Returns: what was added and changed.
    /// - Throws: ``RegisterError/invalidImport(_:)`` with everything that is wrong; another
    ///   ``RegisterError``, a `JournalError` (the journal is written by somebody else, the disk
    ///   is full) or an error of the database. Then nothing has changed.
    @discardableResult
    public func importRecords(
        from files: [String], actor: String,
        progress: @escaping (ImportProgress) -> Void = { _ in }
    ) throws -> ImportReport {
        try importRecords(
            from: files.map { try ImportSource($0) }, actor: actor, progress: progress)
    }

    /// Takes the records of lines in memory, all or none.
    /// - Parameters:
    ///   - lines: JSON Lines.
    ///   - name: what they are called in errors.
    ///   - actor: who does it, as the journal shall say.
    /// - Returns: what was added and changed.
    /// - Throws: as ``importRecords(from:actor:progress:)``.
    @discardableResult
    public func importRecords(
        lines: [UInt8], named name: String, actor: String
    ) throws -> ImportReport {
        try importRecords(
            from: [ImportSource(name, lines: lines)], actor: actor, progress: { _ in })
    }

    private func importRecords(
        from sources: [ImportSource], actor: String,
        progress: @escaping (ImportProgress) -> Void
    ) throws -> ImportReport {
        let journal = try RegisterJournal.writing(directory)
        defer { journal.close() }
        // The journal's lock is held: nobody else can write either of them now.
        try catchUp()
        let batch = try journal.beginBatch()
        var taken: ImportReport?
        defer { giveBackMemory() }
        do {
            return try pool.write { database in
                try database.execute(sql: "PRAGMA cache_size = -256000")
                let projector = try Projector(database)
                let importer = Importer(
                    sources, actor: actor, projector: projector, batch: batch,
                    progress: progress)
                var report = try importer.run()
                guard report.problemCount == 0 else { throw RegisterError.invalidImport(report) }
                try projector.finish()
                let head = try batch.commit()
                report.sequence = head.sequence
                taken = report
                try Self.setApplied(
                    database, sequence: head.sequence, hash: head.hash.description,
                    time: head.time, added: projector.added)
                return report
            }
        } catch {
            guard let taken else {
                batch.abandon()
                throw error
            }
            // The journal has it, so it is imported; the projection is behind and catches up.
            guard (try? catchUp()) != nil else {
                throw RegisterError.projectionBehind(reason: "\(error)")
            }
            return taken
        }
    }

    /// Ends the wide cache of an import.
    private func giveBackMemory() {
        try? pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA cache_size = -16000; PRAGMA shrink_memory")
        }
    }
}

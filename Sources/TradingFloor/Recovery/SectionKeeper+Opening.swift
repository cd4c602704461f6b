public import Exchange
public import Journal

extension SectionKeeper {
    /// Opens the section in a folder for writing, which must hold one.
    ///
    /// - Throws: ``FloorError`` that names what is damaged, or who has it open.
    public static func open(
        _ name: String, folder: String, mixingKey: UInt64 = SectionLimits().mixingKey,
        checking: OpeningCheck = .lastSegment
    ) throws(FloorError) -> SectionKeeper {
        try open(
            name, journal: openJournal("\(folder)/journal", checking: checking),
            snapshots: SnapshotFolder("\(folder)/snapshots"), mixingKey: mixingKey,
            readsAhead: true)
    }

    static func openJournal(
        _ path: String, checking: OpeningCheck = .lastSegment
    ) throws(FloorError) -> FileJournal {
        do throws(JournalError) {
            return try FileJournal.open(path, options: FileJournal.Options(check: checking))
        } catch {
            throw .journal(error)
        }
    }

    /// A section on a journal that is open, and a place for snapshots.
    ///
    /// - Parameter readsAhead: Whether a second thread reads the journal while this one applies it.
    public static func open(
        _ name: String, journal: FileJournal, snapshots: any SnapshotDisk,
        mixingKey: UInt64 = SectionLimits().mixingKey, readsAhead: Bool = false
    ) throws(FloorError) -> SectionKeeper {
        let store = SnapshotStore(disk: snapshots)
        let recovery = Recovery(name: name, mixingKey: mixingKey, readsAhead: readsAhead)
        let recovered = try recovery.run(
            journal, head: journal.head(), snapshots: store)
        return SectionKeeper(
            name: name, recovered: recovered, journal: journal, snapshots: store)
    }

    /// Begins a section on an empty journal: its first entry says its limits. A journal that has
    /// entries is left as it is.
    public static func begin(_ limits: SectionLimits, on journal: FileJournal) throws(FloorError) {
        guard journal.head().sequence == 0 else { return }
        do throws(JournalError) {
            let batch = try journal.beginBatch(expecting: 0)
            try batch.append(
                JournalDraft(
                    actor: actor, kind: sectionKind, payload: SectionEntry.encode(limits)))
            try batch.commit()
        } catch {
            throw .journal(error)
        }
    }
}

internal import Exchange
public import Journal

/// An entry of a journal: everything up to it has been applied.
public struct EntryMark: Sendable, Hashable {
    /// Its sequence number; 0 before the first.
    public let sequence: UInt64
    /// Its hash, which names it and all before it.
    public let hash: EntryHash

    /// Before the first.
    public static let none = EntryMark(JournalHead.empty)

    /// An entry of given number and hash.
    public init(sequence: UInt64, hash: EntryHash) {
        self.sequence = sequence
        self.hash = hash
    }

    init(_ head: JournalHead) { self.init(sequence: head.sequence, hash: head.hash) }
}

/// What the start of a section came upon.
public struct RecoveryReport: Sendable, Equatable {
    /// A snapshot that was passed over.
    public struct PassedOver: Sendable, Equatable {
        /// Where it is.
        public let path: String
        /// What is wrong with it.
        public let reason: String
    }

    /// The entry whose snapshot the start began with; nil if it began with nothing.
    public internal(set) var snapshot: UInt64?
    /// Newer snapshots that couldn't be used.
    public internal(set) var passedOver: [PassedOver] = []
    /// How many entries were applied after the snapshot.
    public internal(set) var entries: UInt64 = 0
    /// How many commands were applied after the snapshot.
    public internal(set) var commands: UInt64 = 0
}

/// A section as a recovery leaves it.
struct RecoveredSection: ~Copyable {
    var section: Section
    var dayBook = DayBook()
    var commands: UInt64 = 0
    var head = EntryMark.none
    var report = RecoveryReport()

    init(_ limits: SectionLimits) { section = Section(limits) }
}

/// The first entry of a section's journal: how much it can hold, which decides what it refuses.
///
/// ```
/// u8   version, 1
/// u64  orders, u64 orders of one book, u64 instruments
/// ```
enum SectionEntry {
    static func encode(_ limits: SectionLimits) -> [UInt8] {
        var writer = StateWriter()
        writer.put(1 as UInt8)
        for number in [limits.orders, limits.ordersPerBook, limits.instruments] {
            writer.put(UInt64(number))
        }
        return writer.bytes
    }

    static func decode(_ bytes: [UInt8], mixingKey: UInt64) throws(StateError) -> SectionLimits {
        var reader = StateReader(bytes)
        let version = try reader.uint8()
        guard version == 1 else { throw .version(found: UInt32(version), known: 1) }
        var numbers: [Int] = []
        for _ in 0..<3 { numbers.append(Int(clamping: try reader.uint64())) }
        try reader.end()
        return SectionLimits(
            orders: numbers[0], ordersPerBook: numbers[1], instruments: numbers[2],
            mixingKey: mixingKey)
    }
}

/// Brings a section to the state that its journal says.
struct Recovery {
    let name: String
    let mixingKey: UInt64
    /// Entries behind this one are left alone; for bundles.
    var last = UInt64.max
    /// Whether a second thread reads and checks what comes next. Without it a recovery does one
    /// thing after the other, always in the same order.
    var readsAhead = false

    /// The newest good snapshot, then the rest of the journal.
    ///
    /// - Throws: ``FloorError/journal(_:)`` or ``FloorError/badEntry(section:entry:reason:)`` that
    ///   names the entry if the journal is damaged; it is never skipped.
    ///   ``FloorError/journalBehind(section:snapshot:entry:head:)`` if a snapshot is ahead of it.
    func run(
        _ journal: some JournalArchive, head: JournalHead, snapshots: SnapshotStore?
    ) throws(FloorError) -> RecoveredSection {
        var report = RecoveryReport()
        let limits = try limits(journal)
        var recovered = RecoveredSection(limits)
        if let snapshots, let start = try newest(snapshots, limits, journal, head, &report) {
            recovered = start
        } else {
            recovered.head = try mark(of: 1, in: journal)
        }
        recovered.report = report
        try replay(journal, through: min(last, head.sequence), &recovered)
        return recovered
    }

    private func mark(
        of sequence: UInt64, in journal: some JournalArchive
    ) throws(FloorError) -> EntryMark {
        do throws(JournalError) {
            guard let entry = try journal.entry(at: sequence) else { return .none }
            return EntryMark(sequence: sequence, hash: entry.hash)
        } catch {
            throw .journal(error)
        }
    }

    func limits(_ journal: some JournalArchive) throws(FloorError) -> SectionLimits {
        do {
            guard let first = try journal.entry(at: 1) else {
                throw FloorError.badEntry(section: name, entry: 1, reason: "there is none")
            }
            guard first.kind == SectionKeeper.sectionKind else {
                throw FloorError.badEntry(
                    section: name, entry: 1,
                    reason: "it is of kind \(first.kind), not \(SectionKeeper.sectionKind)")
            }
            return try SectionEntry.decode(first.payload, mixingKey: mixingKey)
        } catch let error as StateError {
            throw .badEntry(section: name, entry: 1, reason: error.words)
        } catch let error as JournalError {
            throw .journal(error)
        } catch let error as FloorError {
            throw error
        } catch {
            throw .badEntry(section: name, entry: 1, reason: "\(error)")
        }
    }

    private func newest(
        _ snapshots: SnapshotStore, _ limits: SectionLimits, _ journal: some JournalArchive,
        _ head: JournalHead, _ report: inout RecoveryReport
    ) throws(FloorError) -> RecoveredSection? {
        for sequence in try snapshots.sequences() where sequence <= last {
            let path = snapshots.disk.path(Snapshot.name(sequence))
            do throws(BadSnapshot) {
                let snapshot = try snapshots.read(sequence)
                if sequence <= head.sequence {
                    let start = try restore(snapshot, limits, journal)
                    report.snapshot = sequence
                    return start
                }
            } catch {
                report.passedOver.append(
                    RecoveryReport.PassedOver(path: path, reason: error.reason))
                continue
            }
            // A whole snapshot ahead of the journal proves that entries are missing.
            throw .journalBehind(
                section: name, snapshot: path, entry: sequence, head: head.sequence)
        }
        return nil
    }

    private func restore(
        _ snapshot: Snapshot, _ limits: SectionLimits, _ journal: some JournalArchive
    ) throws(BadSnapshot) -> RecoveredSection {
        do {
            guard let entry = try journal.entry(at: snapshot.sequence),
                entry.hash == snapshot.hash
            else {
                throw BadSnapshot(
                    "entry \(snapshot.sequence) of the journal isn't the one it was taken at")
            }
            var recovered = RecoveredSection(limits)
            recovered.section = try Section(limits, restoring: snapshot.section)
            guard recovered.section.stateHash == snapshot.stateHash else {
                throw BadSnapshot("the state in it hasn't the hash that it says")
            }
            var reader = StateReader(snapshot.dayBook)
            recovered.dayBook = try DayBook(from: &reader)
            try reader.end()
            recovered.commands = snapshot.command
            recovered.head = EntryMark(sequence: snapshot.sequence, hash: snapshot.hash)
            return recovered
        } catch let error as StateError {
            throw BadSnapshot(error.words)
        } catch let error as BadSnapshot {
            throw error
        } catch {
            throw BadSnapshot("\(error)")
        }
    }

    private func replay(
        _ journal: some JournalArchive, through end: UInt64, _ recovered: inout RecoveredSection
    ) throws(FloorError) {
        var reader = journal.entries(from: recovered.head.sequence + 1, checking: .chain)
        var events = SectionEvents()
        guard readsAhead else {
            while recovered.head.sequence < end, let block = try next(&reader) {
                try apply(block, &recovered, &events)
            }
            return
        }
        let ahead = ReadAhead(self, reader, through: end)
        defer { ahead.stop() }
        while recovered.head.sequence < end {
            ahead.supply(&recovered.section)
            let blocks = try ahead.next()
            if blocks.isEmpty { return }
            for block in blocks where recovered.head.sequence < end {
                try apply(block, &recovered, &events)
            }
        }
    }

    /// Reads and checks the next entry; nil after the last.
    func next(_ reader: inout JournalReader) throws(FloorError) -> ReplayBlock? {
        let entry: JournalEntry
        do throws(JournalError) {
            guard let read = try reader.next() else { return nil }
            entry = read
        } catch {
            throw .journal(error)
        }
        guard entry.kind == SectionKeeper.commandKind else {
            throw bad(
                entry.sequence, "it is of kind \(entry.kind), not \(SectionKeeper.commandKind)")
        }
        do throws(StateError) {
            return try ReplayBlock(entry)
        } catch {
            throw bad(entry.sequence, error.words)
        }
    }

    private func bad(_ entry: UInt64, _ reason: String) -> FloorError {
        .badEntry(section: name, entry: entry, reason: reason)
    }

    func apply(
        _ block: ReplayBlock, _ recovered: inout RecoveredSection,
        _ events: inout SectionEvents
    ) throws(FloorError) {
        guard block.first == recovered.commands + 1 else {
            let error = StateError.invalid(
                offset: 6, expected: "command \(recovered.commands + 1), not \(block.first)")
            throw bad(block.mark.sequence, error.words)
        }
        for place in block.steps.indices {
            events.removeAll()
            block.apply(place, to: &recovered.section, into: &events)
            recovered.commands += 1
            recovered.dayBook.note(
                events, from: 0, of: &recovered.section, command: recovered.commands,
                entry: block.mark.sequence)
        }
        recovered.report.commands += UInt64(block.steps.count)
        recovered.report.entries += 1
        recovered.head = block.mark
    }
}

/// What a recovery reads: a journal that is open for writing, or for reading only.
protocol JournalArchive: Sendable {
    func entry(at sequence: UInt64) throws(JournalError) -> JournalEntry?
    func entries(from sequence: UInt64, checking: ReadingCheck) -> JournalReader
}

extension FileJournal: JournalArchive {}
extension JournalView: JournalArchive {}

internal import Exchange
internal import Journal
internal import TradingFloor

/// What was acknowledged, and must be there for ever: commands in their numbers, the hash of the
/// events of each, and the state's hash after each group.
struct History {
    private(set) var commands: [FloorCommand] = []
    private(set) var eventHashes: [UInt64] = []
    /// After so many commands, the state's hash.
    private(set) var stateHashes: [Int: UInt64] = [:]
    /// What the day book held after the last group; nil if that isn't known.
    private(set) var dayBook: DayBook?

    var count: Int { commands.count }

    mutating func add(_ command: FloorCommand, _ events: some Collection<SectionEvent>) {
        commands.append(command)
        eventHashes.append(Self.hash(events))
    }

    mutating func endGroup(_ stateHash: UInt64, _ dayBook: DayBook) {
        stateHashes[count] = stateHash
        self.dayBook = dayBook
    }

    /// Forgets all but the first commands: the others are lost, as may be after a disk has lied.
    mutating func cut(to count: Int) {
        commands.removeLast(commands.count - count)
        eventHashes.removeLast(eventHashes.count - count)
        stateHashes = stateHashes.filter { $0.key <= count }
        dayBook = nil
    }

    /// Whether a group ended after so many commands.
    func endsGroup(_ count: Int) -> Bool { count == 0 || stateHashes[count] != nil }

    static func hash(_ events: some Collection<SectionEvent>) -> UInt64 {
        var hash = StateHash()
        for event in events { hash.mix(event: event) }
        return hash.value
    }

    /// Plain replay of a journal from its first entry, beside what was acknowledged: the same
    /// commands in the same numbers, the same events, the same states.
    ///
    /// - Returns: the state's hash at the end.
    func check(
        _ journal: FileJournal, _ limits: SectionLimits
    ) throws(Finding) -> UInt64 {
        var replay = Replay(limits)
        var reader = journal.entries(from: 2)
        while true {
            let entry: JournalEntry
            do throws(JournalError) {
                guard let next = try reader.next() else { break }
                entry = next
            } catch {
                throw Finding("replay", "\(error)")
            }
            try replay.apply(entry, wanted: commands, eventHashes, stateHashes)
        }
        guard replay.count == commands.count else {
            throw Finding(
                "durability",
                "the journal has \(replay.count) commands; \(commands.count) were acknowledged")
        }
        return replay.section.stateHash
    }
}

/// A section that is built again from the entries of a journal.
private struct Replay: ~Copyable {
    var section: Section
    var count = 0
    private var time = Int64.min
    private var events = SectionEvents()

    init(_ limits: SectionLimits) { section = Section(limits) }

    mutating func apply(
        _ entry: JournalEntry, wanted: [FloorCommand], _ eventHashes: [UInt64],
        _ stateHashes: [Int: UInt64]
    ) throws(Finding) {
        guard entry.time >= time else {
            throw Finding("time", "entry \(entry.sequence) is older than the one before it")
        }
        time = entry.time
        do throws(StateError) {
            var block = try BlockReader(entry.payload)
            guard block.first == UInt64(count) + 1 else {
                throw .invalid(offset: 6, expected: "command \(count + 1), not \(block.first)")
            }
            for _ in 0..<block.count {
                let command = try block.next()
                events.removeAll()
                section.apply(command.command, into: &events)
                count += 1
                guard count <= wanted.count, wanted[count - 1] == command else {
                    throw .invalid(
                        offset: count,
                        expected: "another command \(count), not \(command); "
                            + "\(wanted.dropFirst(count - 1).first.map { "\($0)" } ?? "none")")
                }
                guard
                    count > eventHashes.count
                        || History.hash(events.array()) == eventHashes[count - 1]
                else { throw .invalid(offset: count, expected: "other events of \(count)") }
            }
            try block.end()
        } catch {
            throw Finding("replay", "entry \(entry.sequence): \(error)")
        }
        // The events say what changed; the whole state is looked at now and then, and at the end.
        let looks = count == wanted.count || entry.sequence.isMultiple(of: 7)
        if looks, let hash = stateHashes[count], hash != section.stateHash {
            throw Finding("replay", "after command \(count) the state is another one")
        }
    }
}

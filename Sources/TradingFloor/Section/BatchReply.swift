public import Exchange

/// What a group of commands that became durable together brought.
final class GroupOutcome: Sendable {
    /// The number of the first command.
    let first: UInt64
    /// The journal's last entry.
    let head: EntryMark
    let time: Instant
    let events: [SectionEvent]
    /// How many events there are after each command.
    let ends: [Int]

    init(
        first: UInt64, head: EntryMark, time: Instant, events: [SectionEvent], ends: [Int]
    ) {
        self.first = first
        self.head = head
        self.time = time
        self.events = events
        self.ends = ends
    }

    func events(of command: Int) -> ArraySlice<SectionEvent> {
        events[(command == 0 ? 0 : ends[command - 1])..<ends[command]]
    }
}

/// The answer to a submission: all its commands are durable.
public struct BatchReply: Sendable {
    let group: GroupOutcome
    let start: Int
    /// How many commands there were.
    public let count: Int

    /// The number of the first command; the others follow without gaps.
    public var first: UInt64 { group.first + UInt64(start) }

    /// The moment that the commands were stamped with.
    public var time: Instant { group.time }

    /// The journal's end with the commands in it: the number of an entry, and the hash that names it
    /// and all before. Whoever keeps it can hold the session's bundle against it later.
    public var head: EntryMark { group.head }

    /// The events of a command, 0 ..< `count`, as the operator may see them; none for another.
    public subscript(command: Int) -> ArraySlice<SectionEvent> {
        guard command >= 0, command < count else { return [] }
        return group.events(of: start + command)
    }

    /// The events of a command that a participant may see.
    public func events(of command: Int, for participant: ParticipantIndex) -> [SectionEvent] {
        self[command].compactMap { $0.seen(by: participant) }
    }
}

extension SectionEvent {
    /// The event as a participant may see it; nil if it is about others. What is left of another's
    /// order is blanked.
    public func seen(by reader: ParticipantIndex) -> SectionEvent? {
        guard participant == reader || counterparty == reader else { return nil }
        var event = self
        let isDeal = kind == .dealt || kind == .dealtInCall
        if isDeal && counterparty != reader { event.remaining = 0 }
        return event
    }
}

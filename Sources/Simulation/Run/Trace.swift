internal import Exchange

/// The steps of a run: a hash over all, and the words of the last.
struct Trace {
    private static let kept = 24

    private(set) var steps = 0
    private(set) var hash = StateHash()
    private(set) var last: [String] = []

    mutating func add(_ text: String) {
        steps += 1
        hash.mix(text: text)
        last.append("step \(steps): \(text)")
        if last.count > Self.kept { last.removeFirst() }
    }

    mutating func mix(_ word: UInt64) { hash.mix(word) }
}

extension StateHash {
    /// Mixes every field of an event.
    mutating func mix(event: SectionEvent) {
        mix(UInt64(event.kind.rawValue) | UInt64(event.side.rawValue) << 8)
        mix(UInt64(event.reason.rawValue) | UInt64(event.instrument) << 32)
        mix(UInt64(event.participant) | UInt64(event.counterparty) << 32)
        for word in [event.order, event.counter, event.subject] { mix(word) }
        for word in [event.price, event.quantity, event.remaining, event.amount] { mix(word) }
    }
}

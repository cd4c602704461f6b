internal import Exchange

/// What a group's events touch.
struct EventScan: Sendable {
    /// Instruments whose books may have changed.
    private(set) var books: [InstrumentIndex] = []
    private(set) var hasReference = false
    private(set) var hasClosedSession = false
    private var isTouched: [Bool] = []

    mutating func look(at events: borrowing SectionEvents) {
        for place in 0..<events.count {
            let kind = events[place].kind
            if kind.rawValue <= SectionEventKind.bookEntered.rawValue {
                touch(events[place].instrument)
            } else if kind == .instrumentSet || kind == .participantSet {
                hasReference = true
                if kind == .instrumentSet { touch(events[place].instrument) }
            } else if kind == .sessionClosed || kind == .sessionCancelled {
                hasClosedSession = true
            }
        }
    }

    @inline(__always)
    private mutating func touch(_ instrument: InstrumentIndex) {
        let place = Int(instrument)
        if place < isTouched.count {
            if !isTouched[place] {
                isTouched[place] = true
                books.append(instrument)
            }
            return
        }
        // Refusals may name instruments that aren't there.
        guard place < 1 << 16 else { return }
        isTouched.append(contentsOf: Array(repeating: false, count: place + 1 - isTouched.count))
        isTouched[place] = true
        books.append(instrument)
    }

    mutating func reset() {
        for book in books { isTouched[Int(book)] = false }
        books.removeAll(keepingCapacity: true)
        hasReference = false
        hasClosedSession = false
    }
}

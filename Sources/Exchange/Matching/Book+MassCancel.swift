/// Whose time is over.
public enum Expiry: Sendable, Equatable {
    /// Orders for the day.
    case day
    /// Orders for the session.
    case session
    /// Orders good till a date up to and including this one.
    case through(UInt64)
}

extension Book {
    /// Cancels all orders, or those of a participant, of a side, or both. The events come in the
    /// book's order: shown bids and offers, waiting stops, special terms, each by priority.
    public mutating func cancelAll(
        participant: UInt32? = nil, side: Side? = nil, into events: inout EventBuffer
    ) {
        removeEach(reason: .massCancel, into: &events) { marks, _ in
            (participant == nil || marks.participant == participant)
                && (side == nil || marks.side == side)
        }
    }

    /// Cancels the orders whose time is over, in the same order.
    public mutating func expire(_ expiry: Expiry, into events: inout EventBuffer) {
        removeEach(reason: .expired, into: &events) { marks, details in
            switch expiry {
            case .day: marks.validity == .day
            case .session: marks.validity == .session
            case .through(let date): marks.validity == .goodTillDate && details.date <= date
            }
        }
    }

    private mutating func removeEach(
        reason: Reason, into events: inout EventBuffer,
        where isMeant: (OrderMarks, OrderDetails) -> Bool
    ) {
        for ladder in 0..<Ladders.count {
            var level = ladders.heads[ladder].best
            while level != 0 {
                let key = ladders.levels[level].key
                var slot = ladders.levels[level].first
                while slot != 0 {
                    let next = pool[slot].next
                    let marks = pool[slot].marks
                    let details =
                        marks.contains(.detailed) ? pool.details[slot] : OrderDetails.none
                    if isMeant(marks, details) { remove(slot, reason: reason, into: &events) }
                    slot = next
                }
                level = ladders.level(after: key, ladder)
            }
        }
    }
}

import Exchange

/// One command to a book, as a value.
enum Command: Sendable {
    case submit(NewOrder)
    case limit(UInt64, Side, Int64, Int64, immediate: Bool)
    case cancel(UInt64)
    case replace(UInt64, Int64, Int64)
    case cancelAll(UInt32?, Side?)
    case expire(Expiry)
    case enter(BookPhase)
    case uncross(Int64?, BookPhase)
    case bands(PriceBands)
}

extension Book {
    mutating func apply(_ command: Command, into events: inout EventBuffer) {
        switch command {
        case .submit(let order): submit(order, into: &events)
        case .limit(let id, let side, let price, let quantity, let immediate):
            limit(
                id: id, side: side, price: price, quantity: quantity, immediate: immediate,
                into: &events)
        case .cancel(let id): cancel(id: id, into: &events)
        case .replace(let id, let price, let quantity):
            replace(id: id, price: price, quantity: quantity, into: &events)
        case .cancelAll(let participant, let side):
            cancelAll(participant: participant, side: side, into: &events)
        case .expire(let expiry): expire(expiry, into: &events)
        case .enter(let phase): enter(phase, into: &events)
        case .uncross(let reference, let next):
            uncross(reference: reference, then: next, into: &events)
        case .bands(let bands): setBands(bands)
        }
    }
}

extension ReferenceBook {
    mutating func apply(_ command: Command) {
        switch command {
        case .submit(let order): submit(order)
        case .limit(let id, let side, let price, let quantity, let immediate):
            submit(
                NewOrder(
                    id: id, side: side, price: price, quantity: quantity,
                    validity: immediate ? .immediateOrCancel : .goodTillCancelled))
        case .cancel(let id): cancel(id)
        case .replace(let id, let price, let quantity): replace(id, price, quantity)
        case .cancelAll(let participant, let side): cancelAll(participant, side)
        case .expire(let expiry): expire(expiry)
        case .enter(let phase): enter(phase)
        case .uncross(let reference, let next): uncross(reference, next)
        case .bands(let bands): self.bands = bands
        }
    }
}

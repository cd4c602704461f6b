/// An order on its way through the matching: a new one, a woken stop, or one that was replaced.
struct IncomingOrder {
    var id: UInt64
    var side: Side
    /// The limit it acts with.
    var price: Int64
    /// What is still to be traded.
    var rest: Int64
    var marks: OrderMarks
    var details: OrderDetails
    /// Why it may go no further, once it may not.
    var stopped = Reason.none

    init(_ order: NewOrder, price: Int64) {
        id = order.id
        side = order.side
        self.price = price
        rest = order.quantity
        marks = OrderMarks(
            side: order.side, validity: order.validity, participant: order.participant)
        details = .none
        details.kind = order.kind
        details.display = order.display == order.quantity ? 0 : order.display
        details.minimum = order.minimum
        details.group = order.group
        details.selfTrade = order.group == 0 ? .cancelNewest : order.selfTrade
        details.date = order.validity == .goodTillDate ? order.date : 0
        details.protection =
            order.kind == .stop || order.kind == .market ? order.protection : 0
        if order.conditions.contains(.allOrNone) { marks.insert(.allOrNone) }
        if order.conditions.contains(.postOnly) { marks.insert(.postOnly) }
        if order.kind == .stop || order.kind == .stopLimit {
            marks.insert(.waiting)
            details.stop = order.stop
            details.limit = order.kind == .stopLimit ? order.price : 0
        }
    }

    /// A standing order, taken up again.
    init(_ standing: StandingOrder, _ details: OrderDetails, price: Int64, rest: Int64) {
        id = standing.id
        side = standing.marks.side
        self.price = price
        self.rest = rest
        marks = standing.marks
        marks.remove([.iceberg, .detailed])
        self.details = standing.marks.contains(.detailed) ? details : .none
        self.details.reserve = 0
    }

    /// The event that its kind, reason and quantity make of it.
    func event(_ kind: EventKind, reason: Reason = .none, quantity: Int64) -> Event {
        Event(
            kind, reason: reason, side: side, participant: marks.participant, order: id,
            price: kind == .cancelled ? 0 : price, quantity: quantity)
    }
}

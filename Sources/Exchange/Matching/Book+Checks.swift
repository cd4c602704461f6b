extension Book {
    /// Why a new order can't be taken, if it can't; the first reason in this order counts.
    mutating func refusal(of order: NewOrder) -> Reason {
        if phase == .closed { return .closed }
        let reason = Self.refusalOfForm(order)
        if reason != .none { return reason }
        if phase == .call && !Self.mayGather(order) { return .notInCall }
        if table.slot(of: order.id, in: pool) != 0 { return .duplicateIdentifier }
        if Self.hasLimit(order.kind), let entry = bands.entry, !entry.contains(order.price) {
            return .outsideEntryBand
        }
        return .none
    }

    /// What is wrong with the order whatever the book is like.
    private static func refusalOfForm(_ order: NewOrder) -> Reason {
        let quantities = 1...BookLimits.largestQuantity
        let prices = -BookLimits.largestPrice...BookLimits.largestPrice
        let isStop = order.kind == .stop || order.kind == .stopLimit
        guard quantities.contains(order.quantity) else { return .quantityOutOfRange }
        if hasLimit(order.kind) && !prices.contains(order.price) { return .priceOutOfRange }
        if isStop && !prices.contains(order.stop) { return .priceOutOfRange }
        guard order.participant <= BookLimits.largestParticipant else {
            return .participantOutOfRange
        }
        guard (0...order.quantity).contains(order.display),
            canShow(order.quantity, by: order.display)
        else { return .displayOutOfRange }
        guard (0...order.quantity).contains(order.minimum) else { return .minimumOutOfRange }
        let isProtected = order.kind == .market || order.kind == .stop
        if isProtected && !(0...BookLimits.largestPrice).contains(order.protection) {
            return .protectionOutOfRange
        }
        return conflict(order) ? .conditionsConflict : .none
    }

    /// Whether a quantity takes no more than the permitted number of parts; 0 shows all of it.
    static func canShow(_ quantity: Int64, by display: Int64) -> Bool {
        display == 0 || quantity <= display * BookLimits.mostParts
    }

    static func hasLimit(_ kind: OrderKind) -> Bool { kind == .limit || kind == .stopLimit }

    /// All-or-none and post-only are for limit orders that may stand and show everything; an
    /// order that never stands has nothing to show in parts.
    private static func conflict(_ order: NewOrder) -> Bool {
        if order.validity.isImmediate && order.display > 0 { return true }
        if order.conditions.isEmpty { return false }
        if order.conditions == [.allOrNone, .postOnly] { return true }
        if order.conditions.rawValue > 3 { return true }
        if order.conditions == .allOrNone && order.display > 0 { return true }
        return order.kind != .limit || order.validity.isImmediate || order.minimum > 0
    }

    /// While orders gather nothing trades at once, so what must trade at once isn't taken.
    private static func mayGather(_ order: NewOrder) -> Bool {
        let isStop = order.kind == .stop || order.kind == .stopLimit
        if isStop { return true }
        return !order.validity.isImmediate && !order.conditions.contains(.postOnly)
            && order.minimum == 0
    }

    /// Whether a price finds room in a ladder.
    func hasRoom(_ key: UInt64, _ ladder: Int) -> Bool {
        ladders.hasRoom || ladders.level(key, ladder) != 0
    }

    /// The band that a trade at a price would leave, if any.
    func breach(at price: Int64) -> Reason {
        if let fixed = bands.fixed, !fixed.contains(price) { return .staticBand }
        if let dynamic = bands.dynamic, hadLast, abs(price - anchor) > dynamic {
            return .dynamicBand
        }
        return .none
    }
}

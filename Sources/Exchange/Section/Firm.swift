/// What the section looks at for every order of a participant; the rest is in `Participant`.
struct Firm: Sendable {
    var validFrom = Instant.distantPast
    var validTo = Instant.distantFuture
    var groups: UInt64 = 0
    var limits = OrderLimits()
    var broker: ParticipantIndex = 0
    /// Its own number if it has no group.
    var group: UInt32 = 0
    var selfTrade: SelfTradePolicy?
    var isResident = true
    var cancelsOnDisconnect = false
    /// Whether the operator has suspended it.
    var isSuspended = false
    /// Whether the operator's kill switch is on for it.
    var isKilled = false
    /// Whether it owes fees in any currency.
    var owesFees = false
    /// Whether the session is for firms of its place; so without a session.
    var isInvited = true
    /// How many contracts it is overdue in.
    var overdue: UInt32 = 0
    /// How many of its orders stand.
    var openOrders: UInt32 = 0
    /// The second of command time in which it sent its last order.
    var second = Int64.min
    /// How many orders it sent in that second.
    var inSecond: UInt32 = 0

    static let house = Firm()

    /// Takes over what the operator says of a participant.
    mutating func set(_ participant: Participant, number: ParticipantIndex) {
        validFrom = participant.validFrom
        validTo = participant.validTo
        groups = participant.groups
        limits = participant.limits
        broker = participant.broker
        group = participant.firmGroup == 0 ? number : participant.firmGroup | 1 << 31
        selfTrade = participant.selfTrade
        isResident = participant.isResident
        cancelsOnDisconnect = participant.cancelsOnDisconnect
    }

    /// Counts an order against the limit by second; false if it is one too many.
    @inline(__always)
    mutating func countOrder(at now: Instant) -> Bool {
        guard limits.perSecond > 0 else { return true }
        // Seconds before 1970 are as long as those after.
        let whole = now.rawValue / 1_000
        let current = now.rawValue < whole * 1_000 ? whole - 1 : whole
        if current != second {
            second = current
            inSecond = 0
        }
        guard inSecond < limits.perSecond else { return false }
        inSecond += 1
        return true
    }
}

extension Firm {
    /// Writes what isn't in the participant's own record.
    func writeState(to writer: inout StateWriter) {
        writer.put(isSuspended)
        writer.put(isKilled)
        writer.put(owesFees)
        writer.put(overdue)
        writer.put(openOrders)
        writer.put(second)
        writer.put(inSecond)
    }

    mutating func readState(from reader: inout StateReader) throws(StateError) {
        isSuspended = try reader.bool()
        isKilled = try reader.bool()
        owesFees = try reader.bool()
        overdue = try reader.uint32()
        openOrders = try reader.uint32()
        second = try reader.int64()
        inSecond = try reader.uint32()
    }
}

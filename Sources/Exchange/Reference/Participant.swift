/// A firm that is accredited to the section.
public struct Participant: Sendable, Hashable {
    /// A short id, unique in the section: 1 … 16 of A–Z, 0–9, `-`, `.`, `_`.
    public var code: String
    /// The firm's name.
    public var name: String
    /// The register's record of the organisation.
    public var organisation: RecordName
    /// The place it is at home in, and every place around that, the nearest first.
    public var places: [RecordName]
    /// Whether it is at home in the house's region.
    public var isResident: Bool
    /// The groups of instruments it is admitted to, a bit each.
    public var groups: UInt64
    /// The first moment of its accreditation.
    public var validFrom: Instant
    /// The moment from which it is no longer accredited.
    public var validTo: Instant
    /// The broker it trades through; 0 if it trades itself.
    public var broker: ParticipantIndex
    /// Firms of one group don't trade with each other if `selfTrade` is set; 0 is a group of its own.
    public var firmGroup: UInt32
    /// What happens when it would trade with its own group; nil lets it.
    public var selfTrade: SelfTradePolicy?
    /// Whether its orders leave when its connection does.
    public var cancelsOnDisconnect: Bool
    /// What its orders may be at most.
    public var limits: OrderLimits

    /// A participant; what isn't said is open, empty or without limit.
    public init(
        code: String, name: String, organisation: RecordName, places: [RecordName] = [],
        isResident: Bool = true, groups: UInt64 = .max, validFrom: Instant = .distantPast,
        validTo: Instant = .distantFuture, broker: ParticipantIndex = 0, firmGroup: UInt32 = 0,
        selfTrade: SelfTradePolicy? = nil, cancelsOnDisconnect: Bool = false,
        limits: OrderLimits = OrderLimits()
    ) {
        self.code = code
        self.name = name
        self.organisation = organisation
        self.places = places
        self.isResident = isResident
        self.groups = groups
        self.validFrom = validFrom
        self.validTo = validTo
        self.broker = broker
        self.firmGroup = firmGroup
        self.selfTrade = selfTrade
        self.cancelsOnDisconnect = cancelsOnDisconnect
        self.limits = limits
    }
}

extension Participant {
    /// Writes every field in the order of its declaration.
    public func write(to writer: inout StateWriter) {
        writer.put(code)
        writer.put(name)
        writer.put(organisation)
        writer.put(list: places) { $0.put($1) }
        writer.put(isResident)
        writer.put(groups)
        writer.put(validFrom)
        writer.put(validTo)
        writer.put(broker)
        writer.put(firmGroup)
        writer.put(optional: selfTrade) { $0.put($1.rawValue) }
        writer.put(cancelsOnDisconnect)
        writer.put(limits.value)
        writer.put(limits.perSecond)
        writer.put(limits.open)
    }

    /// Reads what `write` wrote.
    public init(from reader: inout StateReader) throws(StateError) {
        code = try reader.string()
        name = try reader.string()
        organisation = try reader.recordName()
        places = try reader.list(least: 4) { reader throws(StateError) in
            try reader.recordName()
        }
        isResident = try reader.bool()
        groups = try reader.uint64()
        validFrom = try reader.instant()
        validTo = try reader.instant()
        broker = try reader.uint32()
        firmGroup = try reader.uint32()
        selfTrade = try reader.optional { reader throws(StateError) in
            try reader.choice(SelfTradePolicy.self)
        }
        cancelsOnDisconnect = try reader.bool()
        limits = OrderLimits(
            value: try reader.int64(), perSecond: try reader.uint32(), open: try reader.uint32())
    }
}

public import Exchange

/// A firm that is accredited to the section.
///
/// ```json
/// {"code": "DAIRY", "name": "A Dairy", "organisation": "org/a-dairy", "places": ["place/by"],
///  "validFrom": "2026-12-01T00:00+03:00", "groups": [0, 3]}
/// ```
public struct ParticipantForm: CommandForm {
    /// What its orders may be at most; what is left out isn't limited.
    public struct Limits: Codable, Sendable, Equatable {
        /// Value of one order, in minor units of whatever currency the instrument has.
        public var valueInMinorUnits: Int64?
        /// New orders and replacements in a second.
        public var perSecond: UInt32?
        /// Orders that stand at a time.
        public var open: UInt32?
    }

    /// A short id: 1 to 16 of A–Z, 0–9, `-`, `.`, `_`.
    public var code: String
    /// The firm's name.
    public var name: String
    /// The register's record of the organisation.
    public var organisation: String?
    /// Records of the place it is at home in and of those around that, the nearest first.
    public var places: [String]?
    /// Whether it is at home in the house's region; true if left out.
    public var isResident: Bool?
    /// The groups of instruments it is admitted to, 0 to 63; left out: all.
    public var groups: [UInt8]?
    /// The first moment of its accreditation; left out: from the beginning.
    public var validFrom: String?
    /// The moment from which it is no longer accredited; left out: never.
    public var validTo: String?
    /// The code of the broker it trades through; left out: it trades itself.
    public var broker: String?
    /// Firms of one group count as one when they would trade with each other; left out: alone.
    public var firmGroup: UInt32?
    /// What happens when it would trade with its own group: `cancelNewest`, `cancelOldest`,
    /// `cancelBoth` or `decrement`; left out: it may.
    public var selfTrade: String?
    /// Whether its orders leave when its connection does; false if left out.
    public var cancelsOnDisconnect: Bool?
    /// What its orders may be at most.
    public var limits: Limits?

    /// A firm with everything else as if left out.
    public init(code: String, name: String) {
        self.code = code
        self.name = name
    }

    /// Admits the firm.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        .admit(try participant(in: context.directory))
    }

    /// Alters a participant into what the form says.
    public func alteration(
        of code: String, in directory: SectionDirectory
    ) throws(FormError) -> SectionAction {
        let index = try FormContext(directory).participant(code, at: "code")
        return .alterParticipant(index, try participant(in: directory))
    }
}

extension ParticipantForm {
    /// A participant as a form that says the same.
    public init(_ participant: Participant, in directory: SectionDirectory) {
        self.init(code: participant.code, name: participant.name)
        organisation =
            participant.organisation.text.isEmpty ? nil : participant.organisation.text
        places = participant.places.isEmpty ? nil : participant.places.map(\.text)
        isResident = participant.isResident
        groups =
            participant.groups == .max
            ? nil : (0..<64).filter { participant.groups >> UInt64($0) & 1 == 1 }
        validFrom =
            participant.validFrom == .distantPast ? nil : MomentText.text(participant.validFrom)
        validTo =
            participant.validTo == .distantFuture ? nil : MomentText.text(participant.validTo)
        broker = directory.code(of: participant.broker)
        firmGroup = participant.firmGroup == 0 ? nil : participant.firmGroup
        selfTrade = participant.selfTrade.map { "\($0)" }
        cancelsOnDisconnect = participant.cancelsOnDisconnect ? true : nil
        let limits = participant.limits
        if limits != OrderLimits() {
            self.limits = Limits(
                valueInMinorUnits: limits.value == 0 ? nil : limits.value,
                perSecond: limits.perSecond == 0 ? nil : limits.perSecond,
                open: limits.open == 0 ? nil : limits.open)
        }
    }

    /// The participant that the form says; its broker must be admitted already.
    public func participant(in directory: SectionDirectory) throws(FormError) -> Participant {
        try Self.checkCode(code)
        var participant = Participant(
            code: code, name: name, organisation: RecordName(organisation ?? ""),
            places: (places ?? []).map { RecordName($0) }, isResident: isResident ?? true,
            groups: try groupBits(),
            validFrom: try MomentText.moment(ifGiven: validFrom, at: "validFrom")
                ?? .distantPast,
            validTo: try MomentText.moment(ifGiven: validTo, at: "validTo") ?? .distantFuture,
            broker: try FormContext(directory).participant(ifNamed: broker, at: "broker"),
            firmGroup: firmGroup ?? 0, cancelsOnDisconnect: cancelsOnDisconnect ?? false)
        guard participant.validFrom < participant.validTo else {
            throw FormError(
                "validTo", "it isn't later than validFrom", "write a later moment")
        }
        if let selfTrade {
            participant.selfTrade = try Words.choice(
                SelfTradePolicy.self, selfTrade, at: "selfTrade")
        }
        if let value = limits?.valueInMinorUnits, value < 0 {
            throw FormError(
                "limits.valueInMinorUnits", "it is below zero", "leave it out for no limit")
        }
        participant.limits = OrderLimits(
            value: limits?.valueInMinorUnits ?? 0, perSecond: limits?.perSecond ?? 0,
            open: limits?.open ?? 0)
        return participant
    }

    private func groupBits() throws(FormError) -> UInt64 {
        guard let groups else { return .max }
        var bits: UInt64 = 0
        for (number, group) in groups.enumerated() {
            guard group < 64 else {
                throw FormError("groups[\(number)]", "there is no group \(group)", "0 to 63 may be")
            }
            bits |= 1 << UInt64(group)
        }
        return bits
    }

    static func checkCode(_ code: String) throws(FormError) {
        guard Instrument.isCode(code) else {
            throw FormError(
                "code", "\"\(code.prefix(40))\" can't be a code",
                "it is made of 1 to 16 of A–Z, 0–9, -, . and _")
        }
    }
}

/// Suspends a participant (its orders stay), or turns the kill switch (its orders leave).
///
/// ```json
/// {"participant": "DAIRY", "bar": "kill", "on": true}
/// ```
public struct BarForm: CommandForm {
    /// The participant's code; left out with `kill`: everybody.
    public var participant: String?
    /// `suspend` or `kill`.
    public var bar: String
    /// Whether it is barred from now on, or let in again.
    public var on: Bool

    /// A bar of given parts.
    public init(participant: String?, bar: String, on: Bool) {
        self.participant = participant
        self.bar = bar
        self.on = on
    }

    /// Bars or lets in again.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        switch (bar, participant) {
        case ("kill", let code):
            return .kill(try context.participant(ifNamed: code, at: "participant"), on: on)
        case ("suspend", let code?):
            return .suspend(try context.participant(code, at: "participant"), on: on)
        case ("suspend", nil):
            throw FormError("participant", "it is missing", "name who is suspended")
        default:
            throw FormError(
                "bar", "\"\(bar.prefix(40))\" isn't one of its words", "it is suspend or kill")
        }
    }
}

internal import Exchange

/// A model of a section of its own: lists and dictionaries, filled from commands and events alone,
/// by rules as plain as can be. It shares no code with the section but the values of commands and
/// events.
struct Auditor {
    var clock = Instant.distantPast
    var instruments: [Instrument] = []
    /// By number; the first is the house.
    var participants: [Participant?] = [nil]
    /// Orders that stand, by the section's number.
    var orders: [UInt64: OrderFact] = [:]
    /// Orders that stand, as they came.
    var standing: [UInt64] = []
    var arrivals: UInt64 = 0
    /// What was ever sent and is remembered, by the senders' own numbers: the section's number.
    var remembered: [ClientKey: UInt64] = [:]
    /// Free, blocked and secured money less what is owed, by purse.
    var money: [Purse: Int128] = [:]
    /// What came in less what went out, and the house's fees, by currency.
    var deposits: [CurrencyCode: Int128] = [:]
    var fees: [CurrencyCode: Int128] = [:]
    var lastVoucher: UInt64 = 0
    var goods: [Holding: Int128] = [:]
    /// What a receipt is for.
    var receiptGoods: [UInt64: InstrumentIndex] = [:]
    /// Contracts that aren't forgotten.
    var contracts: [UInt64: ContractFact] = [:]
    var contractsMade: UInt64 = 0
    /// Registered deals that wait.
    var proposals: [UInt64: DealProposal] = [:]
    var auctions: [UInt64: AuctionFact] = [:]
    var phases: [BookPhase] = []
    /// Books whose call ended in this command.
    var uncrossed: Set<InstrumentIndex> = []
    /// The command that is looked at.
    var number: UInt64 = 0

    init() {}

    /// Takes over a command and what the section answered.
    ///
    /// - Throws: what can't be.
    mutating func take(
        _ number: UInt64, _ command: SectionCommand, _ events: some Collection<SectionEvent>
    ) throws(Finding) {
        self.number = number
        guard command.time >= clock else {
            throw Finding("time", "command \(number) is stamped before the one before it")
        }
        clock = command.time
        uncrossed = []
        let known = knowledge(of: command.action)
        var own: [SectionEvent] = []
        for event in events {
            try take(event, command.action)
            if Self.isAnswer(event) { own.append(event) }
        }
        try checkAnswer(command.action, own, known)
    }

    func wrong(_ rule: String, _ event: SectionEvent, _ text: String) -> Finding {
        Finding(rule, "command \(number): \(text): \(event)")
    }

    private mutating func take(
        _ event: SectionEvent, _ action: SectionAction
    ) throws(Finding) {
        switch event.kind {
        case .accepted: try accept(event, action)
        case .refused: remember(event, action)
        case .cancelled: try cancel(event, action)
        case .replaced, .reduced: try change(event)
        case .triggered: try trigger(event)
        case .dealt, .dealtInCall: try trade(event)
        case .halted: try enter(.call, event)
        case .uncrossed: uncrossed.insert(event.instrument)
        case .bookEntered:
            guard let phase = BookPhase(rawValue: UInt8(clamping: event.quantity)) else {
                throw wrong("phases", event, "there is no such phase")
            }
            try enter(phase, event)
        case .instrumentSet, .participantSet: try setReference(event, action)
        case .paidIn, .paidOut, .feeCharged: try pay(event, action)
        case .penaltyPaid: try payPenalty(event)
        case .receiptIssued, .receiptWithdrawn: try moveGoods(event)
        case .dealRegistered, .dealWithdrawn, .dealMatched: try propose(event, action)
        case .contractStepped: try step(event)
        case .auctionListed, .auctionEnded, .lotSold: try auction(event, action)
        case .forgotten: try forget(event)
        default: break
        }
    }

    private mutating func enter(_ phase: BookPhase, _ event: SectionEvent) throws(Finding) {
        guard Int(event.instrument) < phases.count else {
            throw wrong("phases", event, "there is no such book")
        }
        phases[Int(event.instrument)] = phase
    }

    private mutating func setReference(
        _ event: SectionEvent, _ action: SectionAction
    ) throws(Finding) {
        switch action {
        case .list(let instrument) where Int(event.instrument) == instruments.count:
            instruments.append(instrument)
            phases.append(.closed)
        case .alterInstrument(event.instrument, let instrument)
        where Int(event.instrument) < instruments.count:
            instruments[Int(event.instrument)] = instrument
        case .admit(let participant) where Int(event.participant) == participants.count:
            participants.append(participant)
        case .alterParticipant(event.participant, let participant)
        where Int(event.participant) < participants.count:
            participants[Int(event.participant)] = participant
        default: throw wrong("reference data", event, "nobody asked for this")
        }
    }

    func instrument(_ event: SectionEvent) throws(Finding) -> Instrument {
        guard Int(event.instrument) < instruments.count else {
            throw wrong("reference data", event, "there is no such instrument")
        }
        return instruments[Int(event.instrument)]
    }

    func participant(_ number: ParticipantIndex) throws(Finding) -> Participant {
        guard Int(number) < participants.count, let participant = participants[Int(number)] else {
            throw Finding("reference data", "there is no participant \(number)")
        }
        return participant
    }

    func rates(
        _ number: ParticipantIndex, _ instrument: Instrument
    ) throws(Finding) -> Rates {
        try participant(number).isResident ? instrument.resident : instrument.nonResident
    }
}

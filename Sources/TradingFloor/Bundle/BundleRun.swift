internal import Exchange

/// Goes through a session's commands and gathers what came of them: the same for who writes a
/// bundle and for who checks it.
struct BundleRun: ~Copyable {
    private(set) var section: Section
    private(set) var command: UInt64
    private(set) var deals: [BundleDeal] = []
    private(set) var quotations: [BundleQuotation] = []
    private(set) var isClosed = false
    private let session: UInt32
    private var isOpen = false
    private var events = SectionEvents()

    /// - Parameter isOpen: Whether the session is on in this state already.
    init(_ section: consuming Section, session: UInt32, command: UInt64) {
        self.section = section
        self.session = session
        self.command = command
    }

    mutating func apply(_ item: FloorCommand) {
        events.removeAll()
        section.apply(item.command, into: &events)
        command += 1
        for place in 0..<events.count { note(events[place]) }
    }

    func teach(_ text: inout CommandText) { text.learn(section) }

    private mutating func note(_ event: SectionEvent) {
        switch event.kind {
        case .phaseEntered where event.subject == UInt64(session): isOpen = true
        case .sessionClosed where event.subject == UInt64(session),
            .sessionCancelled where event.subject == UInt64(session):
            isOpen = false
            isClosed = true
            quotations = section.quotations.map { BundleQuotation($0, codes) }
        case .dealt, .dealtInCall, .dealMatched, .lotSold:
            if isOpen { deals.append(deal(event)) }
        default: break
        }
    }

    private var codes: [String] { section.instruments.map(\.code) }

    private func deal(_ event: SectionEvent) -> BundleDeal {
        let participantSold = event.kind == .dealt && event.side == .sell
        let (buyer, seller) =
            participantSold
            ? (event.counterparty, event.participant) : (event.participant, event.counterparty)
        let source: TradeSource =
            switch event.kind {
            case .dealtInCall: .call
            case .dealMatched: .negotiated
            case .lotSold: .auction
            default: .book
            }
        return BundleDeal(
            contract: event.subject, time: section.clock.rawValue,
            instrument: section.instruments[Int(event.instrument)].code,
            buyer: section.participants[Int(buyer)].code,
            seller: section.participants[Int(seller)].code, price: event.price,
            quantity: event.quantity, value: event.amount, source: "\(source)")
    }

    var results: BundleResults {
        BundleResults(
            deals: deals, quotations: quotations, command: command,
            stateHash: BundleText.hex(section.stateHash))
    }
}

extension FloorCommand {
    /// The command without the names of firms; nil if there are none in it.
    var withoutNames: FloorCommand? {
        var copy = self
        switch command.action {
        case .admit(let participant):
            copy.command.action = .admit(participant.withoutNames)
        case .alterParticipant(let index, let participant):
            copy.command.action = .alterParticipant(index, participant.withoutNames)
        default: return nil
        }
        return copy
    }
}

extension Participant {
    /// The participant by its code alone. What it may do doesn't hang on its name.
    var withoutNames: Participant {
        var copy = self
        copy.name = ""
        copy.organisation = RecordName("")
        return copy
    }
}

extension Section {
    /// Takes the names of firms out of the state.
    mutating func withholdNames() {
        var events = SectionEvents()
        for index in participants.indices.dropFirst() {
            let action = SectionAction.alterParticipant(
                ParticipantIndex(index), participants[index].withoutNames)
            apply(SectionCommand(time: clock, action: action), into: &events)
        }
    }
}

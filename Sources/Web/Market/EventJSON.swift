import Exchange
import Records
import TradingFloor

extension JSONWriter {
    /// A numbered reason.
    mutating func reason(_ reason: SectionReason) {
        name("reason")
        object {
            $0.member("number", Int(reason.rawValue))
            $0.member("name", reason.name)
        }
    }

    /// An event as a participant or the operator sees it; what it doesn't have is left out.
    mutating func event(_ event: SectionEvent, _ names: MarketNames) {
        let terms = event.kind.isAboutInstrument ? names.terms(event.instrument) : nil
        member("kind", "\(event.kind)")
        if event.reason != .none { reason(event.reason) }
        member("instrument", terms?.code)
        member("participant", names.firm(event.participant))
        member(event.kind.counterpartyName, names.firm(event.counterparty))
        if event.kind.isAboutOrder { member("side", "\(event.side)") }
        for (name, number) in [
            ("order", event.order), (event.kind.counterName, event.counter),
            ("subject", event.subject),
        ] where number != 0 {
            member(name, large: number)
        }
        if event.price != 0, let terms { member("price", PriceText.text(event.price, in: terms)) }
        if event.kind == .contractStepped {
            contractStep(event)
        } else {
            count("quantity", event.quantity, event.kind.countsLots ? terms : nil)
        }
        switch event.kind.remainder {
        case .lots:
            count("remaining", event.remaining, terms, evenZero: event.kind.saysWhatIsLeft)
        case .moment where event.remaining != 0:
            member("until", moment: Instant(event.remaining))
        case .money, .moment, .other: break
        }
        if event.amount != 0 {
            if let terms {
                member("amount", MoneyText.text(event.amount, terms.currency))
            } else {
                name("minorUnits")
                raw(String(event.amount).utf8)
            }
        }
    }

    /// What a contract's state is now, and by which step.
    private mutating func contractStep(_ event: SectionEvent) {
        member("state", ContractState(rawValue: UInt8(clamping: event.quantity)).map { "\($0)" })
        member("step", ContractStep(rawValue: UInt8(clamping: event.remaining)).map { "\($0)" })
    }

    private mutating func count(
        _ name: String, _ count: Int64, _ terms: Instrument?, evenZero: Bool = false
    ) {
        guard count != 0 || evenZero else { return }
        if let terms { return member(name, LotText.text(count, in: terms)) }
        self.name(name)
        raw(String(count).utf8)
    }
}

extension SectionEventKind {
    /// What an event's `remaining` is.
    fileprivate enum Remainder { case lots, moment, money, other }

    fileprivate var remainder: Remainder {
        switch self {
        case .paidIn, .feeCharged: .money
        case .contractStepped: .other
        case .sessionPlanned, .phaseEntered, .sessionHalted, .sessionResumed, .sessionExtended,
            .sessionCancelled, .sessionClosed, .callStarted, .auctionListed, .auctionOpened,
            .auctionExtended, .clockFell, .clockStopped, .stageEntered, .auctionHalted,
            .auctionResumed, .auctionEnded, .bidLeading, .outbid:
            .moment
        default: .lots
        }
    }

    /// Whether `quantity` counts lots; else it is a number that the kind explains.
    fileprivate var countsLots: Bool {
        switch self {
        case .bookEntered, .suspensionSet, .killSwitchSet, .contractStepped, .endOffered,
            .forgotten, .phaseEntered, .callStarted, .stageEntered:
            false
        default: true
        }
    }

    /// Whether `remaining` says something even if it is nothing.
    fileprivate var saysWhatIsLeft: Bool { self == .repeated || self == .uncrossed }

    fileprivate var isAboutOrder: Bool {
        rawValue < SectionEventKind.bookEntered.rawValue || self == .contractStepped
    }

    /// Whether `instrument` says something; 0 is an instrument too.
    fileprivate var isAboutInstrument: Bool {
        switch self {
        case .participantSet, .suspensionSet, .killSwitchSet, .paidIn, .paidOut, .feeCharged,
            .forgotten, .sessionPlanned, .phaseEntered, .sessionHalted, .sessionResumed,
            .sessionExtended, .sessionCancelled, .sessionClosed:
            false
        default: true
        }
    }

    /// What an event's `counterparty` is: with an order, who sent it.
    fileprivate var counterpartyName: String {
        let isDeal = self == .dealt || self == .dealtInCall
        return !isDeal && rawValue < SectionEventKind.bookEntered.rawValue
            ? "sender" : "counterparty"
    }

    /// What an event's `counter` is.
    fileprivate var counterName: String {
        self == .dealt || self == .dealtInCall ? "counterOrder" : "clientOrder"
    }
}

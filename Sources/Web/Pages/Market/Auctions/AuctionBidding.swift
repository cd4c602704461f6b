import Exchange
import TradingFloor

/// Where everybody, and each of those whom a reader may bid for, stands in an auction.
struct AuctionStances: Sendable {
    let everybody: AuctionStance
    let principals: [AuctionStance]

    /// Nil when the auction is over, or there was none.
    init?(
        _ number: UInt64, _ mandate: Mandate?, _ section: SectionFloor, at now: Instant
    ) async throws {
        let wanted = [0] + (mandate?.principals ?? [])
        let found = try await section.read { state, _ in
            wanted.compactMap { state.stance(of: $0, inAuction: number, at: now) }
        }
        guard let everybody = found.first else { return nil }
        self.everybody = everybody
        principals = Array(found.dropFirst())
    }
}

/// What stands in the fields of an act in an auction, as it was written.
struct BidValues: Sendable {
    var act: BidAct?
    var price = ""
    var lots = ""
    var client = ""
    var number: UInt64

    init(_ form: QueryParameters) {
        act = form["act"].flatMap { BidAct(rawValue: $0) }
        price = form.text(.price)
        lots = form.text(.lots)
        client = form.text(.client)
        number = FormNumber.sent(form["form"])
    }
}

/// The forms of an auction's page, each for one act.
enum BidAct: String, CaseIterable, Sendable {
    case bid, retract, take, seal, withdraw, improve
    case buyNow = "buy-now"

    /// The form of what an auction admits.
    init(_ chance: AuctionChance) {
        switch chance {
        case .bid: self = .bid
        case .buyNow: self = .buyNow
        case .retract: self = .retract
        case .take: self = .take
        case .seal: self = .seal
        case .withdraw: self = .withdraw
        case .improve: self = .improve
        }
    }
}

/// What the reader has in an auction and can do in it now: only the acts that its stage, the
/// session's phase and the reader's own place in it admit.
struct AuctionBidding: Component {
    let scene: SectionScene
    let auction: AuctionView
    let instrument: Instrument
    /// Who is signed in.
    let visitor: Visitor?
    /// Nil for strangers and the operator.
    let mandate: Mandate?
    /// Of those whom the reader may bid for.
    let stances: [AuctionStance]
    let values: BidValues?
    let faults: FormFaults
    let path: String
    let words: Catalogue

    private var figures: MarketFigures { MarketFigures(words: words) }
    private var isTender: Bool { instrument.mode == .reverse }

    func write(to page: inout HTMLWriter) {
        guard visitor != nil else {
            return page.paragraph(
                .link(words(.signInToTrade), to: MarketPath.signIn(returningTo: path)))
        }
        guard let mandate else { return page.paragraph(.text(words(.operatorBids))) }
        if mandate.principals.isEmpty {
            return page.paragraph(.text(words(.throughBroker(mandate.broker?.name ?? ""))))
        }
        let own = stances.compactMap { place($0, mandate) }
        if !own.isEmpty { page.put(FactList(own, words: words)) }
        writeActs(mandate, to: &page)
    }

    private func price(_ ticks: Ticks) -> String {
        figures.price(ticks, of: instrument) + "\u{A0}" + figures.unit(of: instrument)
    }

    // MARK: What is theirs

    private func place(_ stance: AuctionStance, _ mandate: Mandate) -> Fact? {
        let label =
            mandate.clients.isEmpty ? words(.yourPlace) : mandate.code(stance.participant)
        if stance.participant == auction.owner { return Fact(label, .text(words(.ownLot))) }
        guard let own = stance.own else { return nil }
        let said: DealingPhrase =
            switch stance.stage {
            case nil: own == stance.price ? .youLead(price(own)) : .youLeadUpTo(price(own))
            case .sealed? where !stance.isLeading: .youSealed(price(own))
            case .beforeBest?, .best?: .youLead(price(own))
            default: .youStopped(price(own))
            }
        return Fact(label, .text(words(said)))
    }

    // MARK: What they may do

    private func writeActs(_ mandate: Mandate, to page: inout HTMLWriter) {
        if scene.session?.refusal(of: .bid) != nil {
            return page.paragraph(.text(words(.biddingNotNow) + " "), .text(standing))
        }
        let forms = BidAct.allCases.compactMap { form -> ActForm? in
            let open = stances.compactMap { stance -> (AuctionStance, AuctionChance)? in
                stance.chances.first { BidAct($0) == form }.map { (stance, $0) }
            }
            // What the leader may do goes by a limit that nobody else is bound by.
            let usual = open.first { !$0.0.isLeading } ?? open.first
            return usual.map { usual in
                ActForm(
                    bidding: self, form: form, chance: usual.1,
                    principals: open.map(\.0.participant), mandate: mandate)
            }
        }
        if forms.isEmpty { page.paragraph(.text(words(.nothingToDo))) }
        for form in forms { page.put(form) }
    }

    private var standing: String { MarketTables(scene: scene, words: words).standing }

    /// One act with its fields.
    private struct ActForm: Component {
        let bidding: AuctionBidding
        let form: BidAct
        /// What those who may do it are offered; the leader's own limit is told nobody else.
        let chance: AuctionChance
        /// Those who may do it.
        let principals: [ParticipantIndex]
        let mandate: Mandate

        private var words: Catalogue { bidding.words }
        /// What was written into this form before, if it was this one.
        private var values: BidValues? { bidding.values?.act == form ? bidding.values : nil }
        private var faults: FormFaults { bidding.faults.of(form.rawValue) }

        func write(to page: inout HTMLWriter) {
            let (title, help) = (title, help)
            page.subsection(.text(title)) { page in
                page.element(.p, class: "help", text: help)
                page.element(
                    .form, class: "filters order-form", .methodPost,
                    .action(
                        MarketPath.auction(
                            String(bidding.auction.number), of: bidding.scene.name
                        ).address)
                ) { page in
                    writeFields(to: &page)
                    page.hidden("act", form.rawValue)
                    page.hidden("form", String(values?.number ?? FormNumber.fresh()))
                    page.element(.div, class: "field-send") { page in
                        page.element(.button, .type(.submit), text: title)
                    }
                }
            }
        }

        private var title: String {
            switch chance {
            case .bid: words(.sendBid)
            case .buyNow(let ticks):
                words(
                    bidding.isTender
                        ? .sellAtOnce(bidding.price(ticks)) : .buyAtOnce(bidding.price(ticks)))
            case .retract: words(.retractBid)
            case .take: words(.sendTake)
            case .seal: words(.sendSeal)
            case .withdraw: words(.withdrawSeal)
            case .improve: words(.sendImprove)
            }
        }

        private var help: String {
            switch chance {
            case .bid(let least, let most):
                [
                    words(
                        bidding.isTender
                            ? .noMoreThan(bidding.price(least))
                            : .noLessThan(bidding.price(least))),
                    most.map {
                        words(
                            bidding.isTender
                                ? .noLessThan(bidding.price($0))
                                : .noMoreThan(bidding.price($0)))
                    }, words(.bidBinds), takesMaximums ? words(.bidIsMaximum) : nil,
                    buyNow.map { words(.endsAtOnceFrom(bidding.price($0))) },
                ].compactMap(\.self).joined(separator: " ")
            case .buyNow: words(.buyNowHelp)
            case .retract: words(.retractHelp)
            case .take(let ticks, let least, let most):
                [
                    words(.takeHelp(bidding.price(ticks))),
                    least == most
                        ? words(.wholeLotOnly)
                        : words(
                            .takeBetween(
                                bidding.figures.lots(least), bidding.figures.lots(most))),
                ].joined(separator: " ")
            case .seal(let least): words(.noLessThan(bidding.price(least))) + " " + words(.sealHelp)
            case .withdraw: words(.withdrawSealHelp)
            case .improve(let least):
                words(.noLessThan(bidding.price(least))) + " " + words(.improveHelp)
            }
        }

        private var takesMaximums: Bool {
            if case .open(let terms) = bidding.auction.terms { terms.takesMaximums } else { false }
        }

        /// The price at which a bid ends the auction.
        private var buyNow: Ticks? {
            for case .buyNow(let ticks) in bidding.stances.flatMap(\.chances) { return ticks }
            return nil
        }

        private func writeFields(to page: inout HTMLWriter) {
            if principals.count == 1, let only = principals.first {
                page.hidden("client", mandate.code(only))
                if !mandate.clients.isEmpty {
                    page.element(
                        .p, class: "help",
                        text: words(.forWhomField) + ": " + mandate.code(only))
                }
            } else {
                page.put(
                    PrincipalField(
                        mandate: mandate, choices: principals, value: values?.client ?? "",
                        faults: faults, words: words))
            }
            switch chance {
            case .bid(let least, _), .seal(let least), .improve(let least):
                writePrice(least, words(.price), to: &page)
            case .take(let ticks, _, let most):
                writePrice(ticks, words(.mostPrice), to: &page)
                page.put(
                    EntryField(
                        name: .lots,
                        label: [words(.quantity), words(.lots)].joined(separator: ", "),
                        value: values?.lots ?? String(most),
                        help: words(.lotIs(bidding.figures.goods(1, of: bidding.instrument))),
                        isRequired: true, faults: faults))
            case .buyNow(let ticks):
                page.hidden("price", MarketFigures.price(ticks, of: bidding.instrument))
            case .retract, .withdraw: break
            }
        }

        private func writePrice(_ usual: Ticks, _ label: String, to page: inout HTMLWriter) {
            page.put(
                EntryField(
                    name: .price,
                    label: label + ", " + bidding.figures.unit(of: bidding.instrument),
                    value: values?.price ?? MarketFigures.price(usual, of: bidding.instrument),
                    isRequired: true, faults: faults))
        }
    }
}

import Exchange
import Register
import TradingFloor

/// Contracts in a table, as one of the parties or the operator sees them.
struct ContractTable {
    let tables: MarketTables
    let contracts: [Contract]
    /// Who looks at them; nil for the operator.
    let mandate: Mandate?

    private var words: Catalogue { tables.words }

    var table: DataTable {
        DataTable(
            id: "contracts-table", caption: words(.contractsName),
            columns: [
                Column(words(.contract)), Column(words(.made)), Column(words(.instrument)),
            ] + (mandate == nil ? [] : [Column(words(.yourSide))]) + [
                Column(words(.price), .number),
                Column(words(.quantity), unit: words(.lots), .number),
                Column(words(.value), .number), Column(words(.whereItStands)),
                Column(words(.due)),
            ],
            rows: contracts.map(row), captionIsUnseen: true, words: words)
    }

    private func row(_ contract: Contract) -> [Inline] {
        let instrument = tables.scene.instrument(contract.instrument)
        return [
            .link(
                words.number(Int(clamping: contract.number)),
                to: MarketPath.contract(String(contract.number), of: tables.scene.name).address),
            tables.time.short(contract.made, asOf: tables.scene.now),
            tables.link(contract.instrument),
        ] + (mandate.map { [.text(sides(of: contract, $0))] } ?? []) + [
            tables.price(contract.price, instrument),
            .text(tables.figures.lots(contract.quantity)),
            instrument.map { .text(tables.figures.money(contract.value, $0.currency)) }
                ?? .gap(words(.noPrice)),
            .text(words(.contractState(contract.state))),
            contract.state.isFinal || contract.due == .distantFuture
                ? .gap(words(.nothingByItself)) : tables.time.moment(contract.due),
        ]
    }

    /// Which side the reader is on, and for which client.
    private func sides(of contract: Contract, _ mandate: Mandate) -> String {
        [ContractActor.buyer, .seller].filter {
            mandate.seen.contains(contract.participant($0))
        }.map { side in
            let party = contract.participant(side)
            let name = words(side == .buyer ? .buyer : .seller)
            return party == mandate.own ? name : name + ": " + mandate.code(party)
        }.joined(separator: ", ")
    }
}

/// `/market/<section>/contracts`: the contracts of who is signed in, and of its clients.
struct ContractsPage: MarketPageShown {
    private let context: MarketContext
    private let scene: SectionScene
    private let contracts: [Contract]
    private let mandate: Mandate?

    private static let most = 500

    private var words: Catalogue { context.words }

    init(_ context: MarketContext) async throws {
        self.context = context
        let section = try context.section()
        let mandate = Mandate(try context.visitor(to: section), in: section)
        self.mandate = mandate
        scene = try await SectionScene(section, at: context.now, deals: 0, sessions: 1)
        contracts = try await section.contracts(ofAny: mandate?.seen ?? [], limit: Self.most)
    }

    func response() throws -> PageResponse {
        let title = words(.contractsOf(scene.title))
        var shell = context.shell(title: title)
        shell.mayBeIndexed = false
        let response = PageResponse(
            html: shell.render { page in
                page.put(
                    Breadcrumbs(
                        steps: [
                            (words(.marketTitle), MarketPath.market.address),
                            (scene.title, MarketPath.section(scene.name).address),
                            (words(.myDesk), MarketPath.desk(scene.name).address),
                        ], words: words))
                page.put(
                    PageTitle(
                        title: title,
                        folio: [
                            .text(
                                mandate.flatMap { $0.firm($0.own)?.name } ?? words(.operatorName))
                        ]))
                guard !contracts.isEmpty else {
                    return page.put(
                        EmptyState(
                            title: words(.noContracts), why: words(.noContractsWhy),
                            ways: [
                                .link(scene.title, to: MarketPath.section(scene.name).address)
                            ]))
                }
                page.put(
                    ContractTable(
                        tables: MarketTables(scene: scene, words: words), contracts: contracts,
                        mandate: mandate
                    ).table)
            })
        return MarketContext.kept(response)
    }
}

/// `/market/<section>/contracts/<number>`: a contract, for its parties and the operator.
struct ContractPage: MarketPageShown {
    private let context: MarketContext
    private let scene: SectionScene
    private let contract: Contract
    private let instrument: Instrument
    private let firms: [Participant]
    /// Which sides look at it (a broker may be that of both), or the house.
    private let actors: [ContractActor]
    private let faults: FormFaults

    private var words: Catalogue { context.words }
    private var tables: MarketTables { MarketTables(scene: scene, words: words) }
    private var figures: MarketFigures { MarketFigures(words: words) }

    init(_ context: MarketContext) async throws {
        try await self.init(context, faults: FormFaults())
    }

    /// - Parameter faults: why the step that was asked for isn't done.
    /// - Throws: ``MarketDenial`` for those who are no party of it. They aren't told either whether
    ///   there is such a contract.
    init(_ context: MarketContext, faults: FormFaults) async throws {
        let section = try context.section()
        let mandate = Mandate(try context.visitor(to: section), in: section)
        let number = try context.number()
        let found = try await section.read { state, _ in state.contract(number) }
        guard let contract = found else {
            throw mandate == nil ? PageFailure.notFound as any Error : MarketDenial.notAllowed
        }
        actors =
            mandate.map { mandate in
                [.buyer, .seller].filter { mandate.seen.contains(contract.participant($0)) }
            } ?? [.house]
        guard !actors.isEmpty else { throw MarketDenial.notAllowed }
        scene = try await SectionScene(section, at: context.now, deals: 0, sessions: 1)
        firms = section.directory.participants
        guard let instrument = scene.instrument(contract.instrument) else {
            throw PageFailure.notFound
        }
        self.context = context
        self.contract = contract
        self.instrument = instrument
        self.faults = faults
    }

    func response() throws -> PageResponse {
        let title = words(.contractTitle(words.number(Int(clamping: contract.number))))
        var shell = context.shell(title: title, layout: .record)
        shell.mayBeIndexed = false
        let response = PageResponse(
            html: shell.render { page in
                page.put(
                    Breadcrumbs(
                        steps: [
                            (words(.marketTitle), MarketPath.market.address),
                            (scene.title, MarketPath.section(scene.name).address),
                            (words(.contractsName), MarketPath.contracts(scene.name).address),
                        ], words: words))
                page.put(
                    PageTitle(
                        kicker: kicker, title: title,
                        folio: [
                            tables.link(instrument), tables.time.moment(contract.made),
                        ]))
                page.put(Lead(.text(lead)))
                page.put(FormNotice(faults: faults, words: words))
                page.section(words(.whatIsNext), id: "next") { page in
                    page.put(FactList(next, words: words))
                    writeSteps(to: &page)
                }
                page.section(words(.parties), id: "parties") { page in
                    page.put(FactList(parties, words: words))
                }
                page.section(words(.goodsAndMoney), id: "goods") { page in
                    page.put(FactList(goods, words: words))
                }
                page.section(words(.specification), id: "specification") { page in
                    page.put(
                        FactList(
                            InstrumentFacts(
                                instrument: instrument, words: words,
                                record: { context.record($0, otherwise: $1) }
                            ).facts, words: words))
                }
            })
        return MarketContext.kept(response)
    }

    private var kicker: [Inline] {
        [.text(words(.contractSource(contract.source)))]
            + (contract.isTransit ? [.text(words(.transitMark))] : [])
    }

    private var lead: String {
        words(
            .contractLead(
                words(.contractState(contract.state)),
                figures.goods(contract.quantity, of: instrument),
                figures.money(contract.value, instrument.currency)))
    }

    // MARK: What is next

    private var next: [Fact] {
        let awaits = words(.contractAwaits(contract.state))
        let signatures = [ContractActor.buyer, .seller].map { side -> Inline in
            .text(
                words(side == .buyer ? .buyer : .seller) + ": "
                    + words(contract.hasSigned(side) ? .hasSigned : .hasNotSigned))
        }
        let overdue = [ContractActor.buyer, .seller].filter(contract.isOverdue).map {
            Inline.strong(words($0 == .buyer ? .buyer : .seller))
        }
        let offers = [ContractActor.buyer, .seller].filter(contract.offersToEnd).map {
            Inline.text(words($0 == .buyer ? .buyer : .seller))
        }
        return [
            Fact(words(.whereItStands), .strong(words(.contractState(contract.state)))),
            Fact(words(.whatIsNext), .text(awaits)),
            Fact(
                words(.due),
                values: contract.state.isFinal || contract.due == .distantFuture
                    ? [] : [tables.time.moment(contract.due)]),
            Fact(
                words(.signatures),
                values: contract.state == .concluded ? signatures : []),
            Fact(words(.overdueName), values: overdue),
            Fact(words(.offersEnd), values: offers),
        ]
    }

    private func writeSteps(to page: inout HTMLWriter) {
        let steps = ContractStep.allCases.filter { step in
            actors.contains { contract.refusal(of: step, by: $0) == nil }
        }
        guard !steps.isEmpty else { return }
        page.element(
            .form, class: "filters steps", .methodPost,
            .action(MarketPath.contract(String(contract.number), of: scene.name).address)
        ) { page in
            page.element(
                .fieldset, attributes: faults.isEmpty ? [] : [.described(by: "faults")]
            ) { page in
                page.element(.legend, text: words(.chooseStep))
                for (place, step) in steps.enumerated() {
                    let id = "step-\(step)"
                    page.element(.div) { page in
                        page.void(
                            .input, .type(.radio), .id(id), .name("step"), .value("\(step)"),
                            .required, .checked(place == 0))
                        page.text(" ")
                        page.element(.label, .for(id), text: words(.contractStep(step)))
                    }
                }
            }
            page.element(.button, .type(.submit), text: words(.doStep))
        }
        page.element(.p, class: "help", text: words(.stepHelp))
    }

    // MARK: Who and what

    private var parties: [Fact] {
        [
            Fact(words(.buyer), party(contract.buyer)),
            Fact(words(.seller), party(contract.seller)),
        ]
    }

    private func party(_ index: ParticipantIndex) -> Inline {
        guard Int(index) < firms.count else { return .text(words.number(Int(index))) }
        let firm = firms[Int(index)]
        return .sequence([
            context.record(firm.organisation, otherwise: firm.name),
            .text(", "), .code(firm.code),
            .muted(", " + words(firm.isResident ? .resident : .nonResident)),
        ])
    }

    private var goods: [Fact] {
        let currency = instrument.currency
        var facts = [
            Fact(words(.goods), .text(instrument.name)),
            Fact(
                words(.quantity),
                .text(
                    figures.goods(contract.quantity, of: instrument) + " · "
                        + words(.lotsCount(Int(contract.quantity))))),
            Fact(
                words(.price),
                .text(
                    figures.price(contract.price, of: instrument) + "\u{A0}"
                        + figures.unit(of: instrument))),
            Fact(words(.value), .text(figures.money(contract.value, currency))),
            Fact(
                words(.receipt),
                values: contract.receipt == 0
                    ? [] : [.text(words.number(Int(clamping: contract.receipt)))]),
        ]
        for side in [ContractActor.buyer, .seller] where actors.contains(side) || actors == [.house]
        {
            let name = words(side == .buyer ? .buyer : .seller).lowercased()
            facts += [
                Fact(
                    words(.securityOf(name)),
                    .text(figures.money(contract.security(side), currency))),
                Fact(
                    words(.feeOf(name)),
                    .text(
                        figures.money(
                            side == .buyer ? contract.buyerFee : contract.sellerFee, currency))),
            ]
        }
        return facts
    }
}

/// A step of a contract, taken by the form of its page.
enum ContractAction: MarketFormTaken {
    static func take(
        _ form: QueryParameters, _ context: MarketContext
    ) async throws -> PageResponse {
        let section = try context.section()
        let visitor = try context.visitor(to: section)
        let number = try context.number()
        let name = form["step"]
        guard let step = ContractStep.allCases.first(where: { "\($0)" == name }) else {
            throw BadParameter("step", .choice(ContractStep.allCases.map { "\($0)" }))
        }
        // Only a party is told why a step of it isn't done.
        _ = try await ContractPage(context)
        let events = try await context.submit(
            .step(contract: number, step, by: visitor.participant ?? 0), to: section)
        guard let refusal = events.first(where: { $0.kind == .commandRefused }) else {
            return .redirect(to: MarketPath.contract(String(number), of: section.name).text)
        }
        let faults = FormFaults(context.words.refusal(refusal.reason))
        return try await context.again { try await ContractPage($0, faults: faults) }
    }
}

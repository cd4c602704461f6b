import Exchange
import Register
import TradingFloor

/// `/market/<section>/auctions/<number>`: the lot of an auction that isn't over, and where the
/// bidding stands.
struct AuctionPage: MarketPageShown {
    private let context: MarketContext
    private let scene: SectionScene
    private let auction: AuctionView
    private let instrument: Instrument
    private let owner: Participant?

    private var words: Catalogue { context.words }
    private var figures: MarketFigures { MarketFigures(words: words) }
    private var tables: MarketTables { MarketTables(scene: scene, words: words) }

    init(_ context: MarketContext) async throws {
        self.context = context
        let section = try context.section()
        let number = try context.number()
        scene = try await SectionScene(section, at: context.now, deals: 0, sessions: 1)
        guard let auction = scene.auctions.first(where: { $0.number == number }),
            let instrument = scene.instrument(auction.lot.instrument)
        else { throw PageFailure.notFound }
        self.auction = auction
        self.instrument = instrument
        let firms = section.directory.participants
        let owner = Int(auction.owner)
        self.owner = owner > 0 && owner < firms.count ? firms[owner] : nil
    }

    func response() throws -> PageResponse {
        let shell = context.shell(
            title: words(.auctionTitle(auction.lot.name)), layout: .record,
            downloads: [.json(MarketData.auctions(scene.name))])
        return PageResponse(
            html: shell.render { page in
                page.put(
                    Breadcrumbs(
                        steps: [
                            (words(.marketTitle), MarketPath.market.address),
                            (scene.title, MarketPath.section(scene.name).address),
                        ], words: words))
                page.put(
                    PageTitle(
                        kicker: [.text(words(.mode(instrument.mode)))],
                        title: SectionScene.sentence(auction.lot.name),
                        folio: [
                            .code(auction.lot.code),
                            .text(words(.auctionNumber(Int(clamping: auction.number)))),
                            .sequence([
                                .text(words(.asOf) + " "),
                                words.moment(MarketTime.iso(scene.now)),
                            ]),
                        ]))
                page.put(Lead(.text(lead)))
                page.section(words(.whereItStands), id: "standing") { page in
                    page.put(FactList(standing, words: words))
                }
                page.section(words(.lot), id: "lot") { page in
                    page.put(FactList(lot, words: words))
                    if !auction.lot.parts.isEmpty { page.put(parts) }
                }
                page.section(words(.auctionTerms), id: "terms") { page in
                    page.put(FactList(AuctionTermFacts(self.auction.terms, instrument, tables).facts,
                        words: words))
                }
            })
    }

    private var lead: String {
        let price = auction.price.map {
            figures.price($0, of: instrument) + "\u{A0}" + figures.unit(of: instrument)
        }
        let next = auction.nextDue.map { tables.time.clock($0, asOf: scene.now) }
        return [
            words(.auctionIs(words(.auctionStatus(auction.status)))),
            price.map { words(instrument.mode == .dutch ? .clockShows($0) : .leads($0)) },
            next.map { words(auction.status == .scheduled ? .opensAt($0) : .endsAt($0)) },
        ].compactMap(\.self).joined(separator: " ")
    }

    private var standing: [Fact] {
        [
            Fact(words(.whereItStands), .text(words(.auctionStatus(auction.status)))),
            Fact(
                words(instrument.mode == .dutch ? .clockPrice : .leadingPrice),
                tables.price(auction.price, instrument)),
            Fact(words(.left), .text(figures.goods(auction.left, of: instrument))),
            Fact(
                words(.nextMoment),
                values: auction.nextDue.map { [tables.time.moment($0)] } ?? []),
        ]
    }

    private var lot: [Fact] {
        [
            Fact(words(.instrument), tables.link(instrument)),
            Fact(words(.goods), .text(auction.lot.name)),
            Fact(
                words(.quantity),
                .text(
                    figures.goods(auction.lot.quantity, of: instrument) + " · "
                        + words(.lotsCount(Int(auction.lot.quantity))))),
            Fact(
                words(instrument.mode == .reverse ? .buyer : .seller),
                values: owner.map { [context.record($0.organisation, otherwise: $0.name)] } ?? []),
            Fact(
                words(.quality),
                values: (instrument.quality + auction.lot.quality).map {
                    .text(InstrumentFacts.text($0, figures))
                }),
            Fact(
                words(.documents),
                values: auction.lot.documents.map { document in
                    .sequence([.text(document.title + ", SHA-256 "), .code(Self.hex(document.digest))])
                }),
        ]
    }

    private var parts: DataTable {
        DataTable(
            id: "parts", caption: words(.lotParts),
            columns: [
                Column(words(.goods)), Column(words(.quantity), .number), Column(words(.quality)),
            ],
            rows: auction.lot.parts.map { part in
                [
                    .text(part.name), .text(figures.number(part.quantity) + "\u{A0}" + part.unit),
                    .text(
                        part.quality.map { InstrumentFacts.text($0, figures) }.joined(
                            separator: "; ")),
                ]
            }, words: words)
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// The terms of an auction as facts.
struct AuctionTermFacts {
    private let terms: AuctionTerms
    private let instrument: Instrument
    private let tables: MarketTables

    init(_ terms: AuctionTerms, _ instrument: Instrument, _ tables: MarketTables) {
        self.terms = terms
        self.instrument = instrument
        self.tables = tables
    }

    private var words: Catalogue { tables.words }

    var facts: [Fact] {
        switch terms {
        case .open(let terms): facts(terms)
        case .dutch(let terms): facts(terms)
        }
    }

    private func price(_ ticks: Ticks) -> Inline {
        .text(
            tables.figures.price(ticks, of: instrument) + "\u{A0}"
                + tables.figures.unit(of: instrument))
    }

    private func facts(_ terms: OpenAuctionTerms) -> [Fact] {
        [
            Fact(words(.startPrice), price(terms.start)), Fact(words(.step), price(terms.step)),
            Fact(words(.largestStep), values: terms.largestStep.map { [price($0)] } ?? []),
            Fact(words(.buyNow), values: terms.buyNow.map { [price($0)] } ?? []),
            Fact(words(.opens), tables.time.moment(terms.opens)),
            Fact(words(.ends), tables.time.moment(terms.ends)),
            Fact(
                words(.extensionName),
                values: terms.window == 0
                    ? []
                    : [
                        .text(
                            words(
                                .extensionIs(
                                    tables.time.length(terms.window),
                                    tables.time.length(terms.prolongation))))
                    ]),
            Fact(words(.maximums), values: terms.takesMaximums ? [.text(words(.maximumsIs))] : []),
        ]
    }

    private func form(of terms: DutchTerms) -> TradingPhrase {
        switch terms.form {
        case .clock: .clockAlone
        case .threeStage: .threeStages
        }
    }

    private func facts(_ terms: DutchTerms) -> [Fact] {
        [
            Fact(words(.startPrice), price(terms.start)),
            Fact(
                words(.falls),
                .sequence([
                    price(terms.decrement),
                    .text(", " + words(.every(tables.time.length(terms.interval)))),
                ])),
            Fact(words(.floorPrice), price(terms.floor)),
            Fact(words(.opens), tables.time.moment(terms.opens)),
            Fact(words(.stages), .text(words(form(of: terms)))),
        ]
    }
}

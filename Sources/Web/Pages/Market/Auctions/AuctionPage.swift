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
    /// Where it stands for everybody.
    private let stance: AuctionStance
    private let bidding: AuctionBidding
    private let faults: FormFaults

    private var words: Catalogue { context.words }
    private var figures: MarketFigures { MarketFigures(words: words) }
    private var tables: MarketTables { MarketTables(scene: scene, words: words) }

    init(_ context: MarketContext) async throws {
        try await self.init(context, faults: FormFaults(), values: nil)
    }

    /// - Parameters:
    ///   - faults: what is wrong with what was sent.
    ///   - values: what was sent.
    init(_ context: MarketContext, faults: FormFaults, values: BidValues?) async throws {
        self.context = context
        self.faults = faults
        let section = try context.section()
        let number = try context.number()
        scene = try await SectionScene(section, at: context.now, deals: 0, sessions: 1)
        let visitor = try? context.visitor(to: section)
        let mandate = visitor.flatMap { Mandate($0, in: section) }
        let stances = try await AuctionStances(number, mandate, section, at: scene.now)
        guard let auction = scene.auctions.first(where: { $0.number == number }),
            let instrument = scene.instrument(auction.lot.instrument), let stances
        else { throw MarketDenial.noAuction(section: section.name) }
        self.auction = auction
        self.instrument = instrument
        stance = stances.everybody
        bidding = AuctionBidding(
            scene: scene, auction: auction, instrument: instrument, visitor: visitor,
            mandate: mandate, stances: stances.principals, values: values, faults: faults,
            path: context.request.path, words: context.words)
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
                page.put(FormNotice(faults: faults, words: words))
                if let mandate = bidding.mandate {
                    page.put(
                        OutcomeNotice(context.outcome(), tables, mandate))
                }
                page.section(words(.whereItStands), id: "standing") { page in
                    page.put(FactList(standing, words: words))
                }
                page.section(words(.bidding), id: "bidding") { $0.put(bidding) }
                page.section(words(.lot), id: "lot") { page in
                    page.put(FactList(lot, words: words))
                    if !auction.lot.parts.isEmpty { page.put(parts) }
                }
                page.section(words(.auctionTerms), id: "terms") { page in
                    page.put(
                        FactList(
                            AuctionTermFacts(self.auction.terms, instrument, tables).facts,
                            words: words))
                }
            })
    }

    private var lead: String {
        var sentences = [words(.auctionIs(words(.auctionStatus(auction.status))))]
        if let ticks = stance.price {
            let price =
                figures.price(ticks, of: instrument) + "\u{A0}" + figures.unit(of: instrument)
            sentences.append(words(clockRuns ? .clockShows(price) : .leads(price)))
        }
        if let next = auction.nextDue {
            sentences.append(nextMoment(tables.time.clock(next, asOf: scene.now)))
        }
        return sentences.joined(separator: " ")
    }

    /// Whether the price shown is the falling clock's.
    private var clockRuns: Bool { stance.stage == .clock }

    private func nextMoment(_ moment: String) -> String {
        if auction.status == .scheduled { return words(.opensAt(moment)) }
        return stance.stage == nil ? words(.endsAt(moment)) : words(.stageEndsAt(moment))
    }

    private var standing: [Fact] {
        [
            Fact(words(.whereItStands), .text(words(.auctionStatus(auction.status)))),
            Fact(
                words(clockRuns ? .clockPrice : .leadingPrice),
                tables.price(stance.price, instrument)),
            Fact(
                words(.stageName),
                values: stance.stage.map { [.text(words(.dutchStage($0)))] } ?? []),
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
                    .sequence([
                        .text(document.title + ", SHA-256 "), .code(Self.hex(document.digest)),
                    ])
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

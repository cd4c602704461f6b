import Charts
import Exchange
import Register
import TradingFloor

/// `/market/<section>/instruments/<code>`: the order book, the deals, the specification.
struct InstrumentPage: MarketPageShown {
    private let context: MarketContext
    private let scene: SectionScene
    private let index: InstrumentIndex
    private let instrument: Instrument
    /// For whom who is signed in may trade here.
    private let mandate: Mandate?
    /// Whether somebody is signed in, be it the operator.
    private let isSignedIn: Bool
    /// What those whom they trade for may put behind an order.
    private let receipts: [Receipt]

    private static let shownDeals = 20

    private var words: Catalogue { context.words }
    private var tables: MarketTables { MarketTables(scene: scene, words: words) }
    private var figures: MarketFigures { MarketFigures(words: words) }

    init(_ context: MarketContext) async throws {
        self.context = context
        let section = try context.section()
        index = try context.instrument(of: section)
        scene = try await SectionScene(
            section, at: context.now, instrument: index, deals: InstrumentChart.deals, sessions: 1)
        guard let instrument = scene.instrument(index) else { throw PageFailure.notFound }
        self.instrument = instrument
        let visitor = try? context.visitor(to: section)
        isSignedIn = visitor != nil
        let mandate = visitor.flatMap { Mandate($0, in: section) }
        self.mandate = mandate
        receipts =
            if let mandate {
                try await section.read { [index] state, _ in
                    state.warehouseReceipts.filter {
                        $0.instrument == index && mandate.seen.contains($0.owner)
                    }
                }
            } else {
                []
            }
    }

    private var book: BookView? { scene.books[Int(index)] }

    func response() throws -> PageResponse {
        let chart = try InstrumentChart(.prices, scene, index, words).plate(id: "prices")
        let shell = context.shell(
            title: instrument.code + ": " + instrument.name, description: lead,
            downloads: [.json(MarketData.instrument(instrument.code, of: scene.name))])
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
                        title: SectionScene.sentence(instrument.name),
                        folio: folio))
                page.put(Lead(.text(tables.standing)))
                page.element(.div, class: "market-figures") { $0.put(KeyFigures(keyFigures)) }
                page.element(
                    .div, class: "live",
                    .stream(MarketData.stream(instrument.code, of: scene.name)),
                    .raw(instrument.code),
                    .says(.group, words.numberStyle.groupMark),
                    .says(.point, words.numberStyle.decimalMark),
                    .says(.continuous, words(.book(.continuous))),
                    .says(.call, words(.book(.call))), .says(.closed, words(.book(.closed))),
                    .says(.fresh, words(.streamOn)), .says(.lost, words(.streamLost)),
                    .says(.ended, words(.streamEnded)),
                    .says(.none, "·"), .says(.bids, words(.noBids)),
                    .says(.offers, words(.noOffers)), .says(.value, instrument.currency.text),
                    .says(.sourceBook, words(.source(.book))),
                    .says(.sourceCall, words(.source(.call))),
                    .says(.sourceNegotiated, words(.source(.negotiated))),
                    .says(.sourceAuction, words(.source(.auction))),
                    .digits(MarketFigures.digits(of: instrument))
                ) { page in
                    writeBook(to: &page)
                    if let mandate { writeOrder(mandate, to: &page) }
                    write(chart, to: &page)
                    writeDeals(to: &page)
                }
                writeSpecification(to: &page)
            })
    }

    private var folio: [Inline] {
        [
            .code(instrument.code), .text(figures.unit(of: instrument)),
            .sequence([.text(words(.asOf) + " "), words.moment(MarketTime.iso(scene.now))]),
            isSignedIn
                ? .link(words(.myDesk), to: MarketPath.desk(scene.name).address)
                : .link(
                    words(.signInToTrade), to: MarketPath.signIn(returningTo: context.request.path)),
        ]
    }

    /// Where the book stands, in a sentence.
    private var lead: String {
        let unit = figures.unit(of: instrument)
        let last = book?.last.map {
            words(.lastOf(figures.price($0, of: instrument) + "\u{A0}" + unit))
        }
        return [words(.bookIs(words(.book(book?.phase ?? .closed)))), last, tables.standing]
            .compactMap(\.self).joined(separator: " ")
    }

    private var keyFigures: [KeyFigure] {
        let quotation = scene.quotation(index)
        let unit = figures.unit(of: instrument)
        var shown = [
            figure(.lastPrice, book?.last, .last, unit),
            figure(.bestBid, book?.bids.first?.price, .bid, unit),
            figure(.bestOffer, book?.offers.first?.price, .offer, unit),
        ]
        if let indicative = book?.indicative {
            shown.append(
                KeyFigure(
                    words(.indicative), .text(figures.price(indicative.price, of: instrument)),
                    detail: words(
                        .indicativeLots(
                            figures.lots(indicative.volume), figures.lots(indicative.surplus)))))
        }
        shown.append(
            KeyFigure(
                words(.volume), .text(figures.goods(quotation?.volume ?? 0, of: instrument)),
                detail: ([words(.dealsCount(Int(quotation?.deals ?? 0)))]
                    + (scene.sessions.first.map { [words(.sessionNumber(Int($0.number)))] } ?? []))
                    .joined(separator: ", ")))
        return shown
    }

    private func figure(
        _ label: MarketPhrase, _ ticks: Ticks?, _ part: Attribute.LivePart, _ unit: String
    ) -> KeyFigure {
        let text = ticks.map { figures.price($0, of: instrument) }
        let mark = SafeHTML { page in
            page.element(.span, .live(part)) { page in
                page.put(text.map { Inline.text($0) } ?? .gap(words(.noPrice)))
            }
        }
        return KeyFigure(words(label), .markup(mark), detail: unit)
    }

    // MARK: The book

    private func writeBook(to page: inout HTMLWriter) {
        page.section(words(.orderBook), id: "book", help: words(.orderBookHelp)) { page in
            page.element(.p, class: "live-line") { page in
                page.element(
                    .span, class: "live-phase", .live(.phase),
                    text: words(.book(book?.phase ?? .closed)))
                page.text(" ")
                // Said once when it changes; the figures themselves aren't read out as they come.
                page.element(
                    .span, class: "live-status", .role(.status), .live(.status),
                    text: words(.pageOf(MarketTime.clock(scene.now, seconds: true) + " UTC")))
            }
            page.element(.div, class: "book-sides") { page in
                page.put(side(.buy, book?.bids ?? []))
                page.put(side(.sell, book?.offers ?? []))
            }
            page.put(
                DownloadLinks(
                    downloads: [
                        MarketFile.book(instrument.code, of: scene.name).download,
                        .json(MarketData.book(instrument.code, of: scene.name)),
                    ],
                    words: words))
        }
    }

    private func side(_ side: Side, _ levels: [Depth]) -> BookSide {
        let greatest = max(
            book?.bids.map(\.quantity).max() ?? 0, book?.offers.map(\.quantity).max() ?? 0)
        return BookSide(
            side: side, levels: levels, greatest: greatest, instrument: instrument,
            figures: figures)
    }

    // MARK: Deals and orders

    private func write(_ chart: Plate?, to page: inout HTMLWriter) {
        page.section(words(.chart), id: "chart") { page in
            page.element(.div, .refreshed, .id("chart-now")) { page in
                if let chart {
                    page.put(chart)
                } else {
                    page.paragraph(.text(words(.noDeals)))
                }
            }
            page.paragraph(
                .link(
                    words(.quotationsThroughTime),
                    to: MarketPath.quotations(of: instrument.code, in: scene.name)))
        }
    }

    private func writeDeals(to page: inout HTMLWriter) {
        page.section(words(.latestDeals), id: "deals", help: words(.dealsHelp)) { page in
            let deals = Array(scene.deals.prefix(Self.shownDeals))
            page.element(.div, .live(.trades)) { page in
                if deals.isEmpty {
                    page.element(.p, .live(.none), text: words(.noDeals))
                }
                page.put(tables.deals("deals-table", deals, ofOne: true))
            }
            page.put(
                DownloadLinks(
                    downloads: [
                        MarketFile.trades(instrument.code, of: scene.name).download,
                        .json(MarketData.trades(instrument.code, of: scene.name)),
                    ],
                    words: words))
        }
    }

    private func writeOrder(_ mandate: Mandate, to page: inout HTMLWriter) {
        guard SentOrder.takes(instrument) else { return }
        page.section(words(.newOrder), id: "order", help: words(.newOrderHelp)) { page in
            page.put(
                OrderFields(
                    section: scene.name, instruments: [instrument], mandate: mandate,
                    receipts: ReceiptChoice(
                        held: receipts, goods: scene.instruments, mandate: mandate),
                    values: OrderValues(fresh: instrument.code), words: words))
        }
    }

    private func writeSpecification(to page: inout HTMLWriter) {
        page.section(
            words(.specification), id: "specification", help: words(.specificationHelp)
        ) { page in
            page.put(
                FactList(
                    InstrumentFacts(instrument: instrument, words: words, record: record).facts,
                    words: words))
        }
    }

    private func record(_ name: RecordName, _ otherwise: String) -> Inline {
        context.record(name, otherwise: otherwise)
    }
}

/// One side of an order book: its best prices, each with a bar as long as what stands there.
struct BookSide: Component {
    let side: Side
    let levels: [Depth]
    /// The largest quantity of both sides, which has the longest bar.
    let greatest: Int64
    let instrument: Instrument
    let figures: MarketFigures

    private static let shown = 10

    func write(to page: inout HTMLWriter) {
        let words = figures.words
        let isBid = side == .buy
        let id = isBid ? "bids" : "offers"
        page.element(.div, class: "book-side book-\(id)") { page in
            page.element(.h3, .id(id + "-head"), text: words(isBid ? .bids : .offers))
            page.element(.table, .id(id), .labelled(by: id + "-head")) { page in
                page.element(.thead) { page in
                    page.element(.tr) { page in
                        page.element(.th, class: "number", .scope(.col)) { page in
                            page.text(words(.price) + " ")
                            page.element(
                                .span, class: "unit", text: figures.unit(of: instrument))
                        }
                        page.element(.th, class: "number", .scope(.col), text: words(.lotsHead))
                        page.element(.th, class: "number", .scope(.col), text: words(.orders))
                    }
                }
                page.element(.tbody, .live(isBid ? .bids : .offers)) { page in
                    if levels.isEmpty {
                        page.element(.tr) { page in
                            page.element(
                                .td, class: "nobody", .colspan(3),
                                text: words(isBid ? .noBids : .noOffers))
                        }
                    }
                    for level in levels.prefix(Self.shown) { write(level, to: &page) }
                }
            }
        }
    }

    private func write(_ level: Depth, to page: inout HTMLWriter) {
        let share = greatest > 0 ? Int(Int128(level.quantity) * 20 / Int128(greatest)) : 0
        page.element(
            .tr, class: "depth depth-\(max(1, min(20, share)))",
            .raw(MarketFigures.price(level.price, of: instrument))
        ) { page in
            page.element(
                .th, class: "number", .scope(.row),
                text: figures.price(level.price, of: instrument))
            page.element(.td, class: "number", text: figures.lots(level.quantity))
            page.element(.td, class: "number", text: figures.lots(level.orders))
        }
    }
}

import Exchange
import TradingFloor

/// The tables of the market's pages as files: one row a line, prices and amounts as exact decimals.
enum MarketFile: Hashable, Sendable {
    case instruments(String)
    case deals(String)
    case sessions(String)
    /// Both sides of an order book.
    case book(String, of: String)
    /// An instrument's newest deals.
    case trades(String, of: String)
    /// The deals of a session.
    case sessionDeals(String, of: String)

    var path: String {
        switch self {
        case .instruments(let section): MarketPath.section(section).text + "/instruments.csv"
        case .deals(let section): MarketPath.section(section).text + "/deals.csv"
        case .sessions(let section): MarketPath.section(section).text + "/sessions.csv"
        case .book(let code, let section):
            MarketPath.instrument(code, of: section).text + "/book.csv"
        case .trades(let code, let section):
            MarketPath.instrument(code, of: section).text + "/deals.csv"
        case .sessionDeals(let number, let section):
            MarketPath.session(number, of: section).text + "/deals.csv"
        }
    }

    var download: Download { .csv(Address(path)) }

    /// Every sort of file, with names in braces.
    static let patterns: [MarketFile] = [
        .instruments("{section}"), .deals("{section}"), .sessions("{section}"),
        .book("{code}", of: "{section}"), .trades("{code}", of: "{section}"),
        .sessionDeals("{number}", of: "{section}"),
    ]

    private static let deals = 1_000

    /// The file that an address names.
    func response(_ context: MarketContext) async throws -> PageResponse {
        let section = try context.section()
        var table = CSVTable()
        switch self {
        case .instruments:
            let scene = try await SectionScene(section, at: context.now, deals: 0, sessions: 0)
            table.writeInstruments(of: scene)
        case .deals:
            let scene = try await SectionScene(
                section, at: context.now, deals: Self.deals, sessions: 0)
            table.write(scene.deals, of: scene)
        case .trades:
            let index = try context.instrument(of: section)
            let scene = try await SectionScene(
                section, at: context.now, instrument: index, deals: Self.deals, sessions: 0)
            table.write(scene.deals, of: scene)
        case .sessions:
            let scene = try await SectionScene(
                section, at: context.now, deals: 0, sessions: DayBook.sessionsKept)
            table.write(scene.sessions)
        case .book:
            let index = try context.instrument(of: section)
            let scene = try await SectionScene(section, at: context.now, deals: 0, sessions: 0)
            table.writeBook(index, of: scene)
        case .sessionDeals:
            let scene = try await SectionScene(section, at: context.now, deals: 0, sessions: 0)
            let (_, deals) = try await SessionDeals.read(
                try context.number(), of: section, atMost: DayBook.tradesKept)
            table.write(deals, of: scene)
        }
        var response = PageResponse(CSV.contentType, table.bytes)
        response.sharing = .data
        let name = path.split(separator: "/").last.map(String.init) ?? "market.csv"
        response.headers.append(
            ("Content-Disposition", "inline; filename=\"\(section.name)-\(name)\""))
        return response
    }
}

/// The deals of a session, as far as the day book remembers them.
enum SessionDeals {
    /// The session and its newest deals, the oldest first.
    /// - Throws: ``PageFailure/notFound`` when there is no such session.
    static func read(
        _ number: UInt64, of section: SectionFloor, atMost most: Int
    ) async throws -> (SessionRecord, [Trade]) {
        guard let number = UInt32(exactly: number) else { throw PageFailure.notFound }
        let found = try await section.read { _, book -> (SessionRecord, [Trade])? in
            guard let record = book.sessions.last(where: { $0.number == number }) else {
                return nil
            }
            let deals = book.trades.reversed().lazy
                .drop { deal in record.closed.map { deal.time > $0 } ?? false }
                .prefix { $0.time >= record.opened }.prefix(most)
            return (record, deals.reversed())
        }
        guard let found else { throw PageFailure.notFound }
        return found
    }
}

/// Rows of a file.
private struct CSVTable {
    private(set) var bytes: [UInt8] = []

    mutating func writeInstruments(of scene: SectionScene) {
        CSV.append(
            [
                "instrument", "name", "mode", "currency", "unit", "lot", "bid", "offer", "last",
                "lots", "value",
            ], to: &bytes)
        for (index, instrument) in scene.instruments.enumerated() {
            let (book, row) = (scene.books[index], scene.quotation(InstrumentIndex(index)))
            let price = { (ticks: Ticks?) in
                ticks.map { MarketFigures.price($0, of: instrument) }
            }
            let value = row.map {
                MoneyText.text($0.market.value + $0.negotiated.value, instrument.currency)
            }
            CSV.append(
                [
                    instrument.code, instrument.name, "\(instrument.mode)",
                    instrument.currency.text, instrument.unit, LotText.text(Int128(1), in: instrument),
                    price(book?.bids.first?.price), price(book?.offers.first?.price),
                    price(book?.last), String(row?.volume ?? 0), value,
                ], to: &bytes)
        }
    }

    mutating func write(_ deals: [Trade], of scene: SectionScene) {
        CSV.append(
            [
                "contract", "time", "instrument", "price", "lots", "quantity", "unit", "value",
                "currency", "source",
            ], to: &bytes)
        for deal in deals {
            guard let instrument = scene.instrument(deal.instrument) else { continue }
            CSV.append(
                [
                    String(deal.contract), MomentText.text(deal.time), instrument.code,
                    MarketFigures.price(deal.price, of: instrument), String(deal.quantity),
                    LotText.text(deal.quantity, in: instrument), instrument.unit,
                    MoneyText.text(deal.value, instrument.currency), instrument.currency.text,
                    "\(deal.source)",
                ], to: &bytes)
        }
    }

    mutating func write(_ sessions: [SessionRecord]) {
        CSV.append(["session", "plan", "opened", "closed", "cancelled", "deals"], to: &bytes)
        for session in sessions {
            CSV.append(
                [
                    String(session.number), session.plan, MomentText.text(session.opened),
                    session.closed.map { MomentText.text($0) },
                    session.isCancelled ? "true" : "false", String(session.deals),
                ], to: &bytes)
        }
    }

    mutating func writeBook(_ index: InstrumentIndex, of scene: SectionScene) {
        CSV.append(["side", "price", "lots", "orders"], to: &bytes)
        guard let instrument = scene.instrument(index), let book = scene.books[Int(index)] else {
            return
        }
        for (side, levels) in [("buy", book.bids), ("sell", book.offers)] {
            for level in levels {
                CSV.append(
                    [
                        side, MarketFigures.price(level.price, of: instrument),
                        String(level.quantity), String(level.orders),
                    ], to: &bytes)
            }
        }
    }
}

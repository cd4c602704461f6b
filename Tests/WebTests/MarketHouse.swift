import Exchange
import Foundation
import Register
import Synchronization
import TradingFloor

@testable import Web

/// The market's pages over sections that a test leads by its own clock, without a server in between.
final class MarketHouse: Sendable {
    let floor: TradingFloor
    let site: PagesSite
    private let directory: String
    private let table: RouteTable
    private let failure: @Sendable (PageFailure, PageRequest) -> PageResponse
    /// Tokens by who has them.
    private let tokens = Mutex<[String: String]>([:])

    static let day = "2026-11-23"

    /// An exchange without sections, beside a register of these records.
    init(records: [String] = []) throws {
        directory = NSTemporaryDirectory() + "fondaco-market-\(UUID().uuidString)"
        site = try records.isEmpty ? PagesSite(importing: []) : PagesSite(lines: records)
        let clock = Clock()
        floor = try TradingFloor.open(
            dataDirectory: directory,
            options: FloorOptions(clock: clock.clock, mixingKey: 7))
        var pages = SiteRoutes.pages(
            of: site.register, market: MarketGlimpse(floor, clock: clock.clock))
        MarketPages.add(to: &pages, floor, site.register, clock: clock.clock)
        var table = RouteTable()
        for page in pages.entries { table.add(page.pattern, page.route) }
        self.table = table
        failure = pages.failure
        self.clock = clock
    }

    deinit {
        floor.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    private let clock: Clock

    /// A clock that stands until it is set.
    private final class Clock: Sendable {
        private let moment = Mutex<Int64>(1_795_402_800_000)  // 2026-11-23, 03:00 UTC

        var clock: FloorClock { FloorClock { Instant(self.moment.withLock { $0 }) } }

        func set(_ value: Int64) { moment.withLock { $0 = max($0, value) } }
    }

    // MARK: The day

    /// Goes on to an hour of the day, in UTC; everything due happens.
    func pass(to hour: String) async throws {
        guard let time = LocalTime(hour) else { throw PageFailure.internalError }
        clock.set(1_795_392_000_000 + Int64(time.seconds) * 1_000)
        for section in floor.sections.values { _ = try await section.submit([]) }
    }

    /// A section with wheat in a session of Minsk, 10:00 to 12:00 by its clock, and three firms.
    /// - Parameter deals: whether the last of its two hours is one in which deals are negotiated.
    static func atWork(
        deals: Bool = false, records: [String] = []
    ) async throws -> MarketHouse {
        let house = try MarketHouse(records: records)
        guard let roubles = CurrencyCode("BYN"), let opening = LocalTime("09:30"),
            let trading = LocalTime("10:00"), let dealing = LocalTime("11:00"),
            let end = LocalTime("12:00")
        else { throw PageFailure.internalError }
        let section = try house.floor.makeSection(
            "grain", limits: SectionLimits(orders: 1 << 10, ordersPerBook: 1 << 8))
        let plan = try SessionPlan(
            code: "MORNING", name: "Morning session",
            phases: [
                PlannedPhase(.openingCall, at: opening), PlannedPhase(.trading, at: trading),
            ] + (deals ? [PlannedPhase(.dealMaking, at: dealing)] : []) + [
                PlannedPhase(.closed, at: end)
            ])
        let timetable = try Timetable(
            zone: TimeZoneTable(name: "Europe/Minsk", initialOffset: 10_800), plans: [plan],
            entries: [TimetableEntry(plan: 0, weekdays: .workdays)])
        var actions: [SectionAction] = [
            .list(wheat(roubles)), .list(wheat(roubles, code: "LOGS", mode: .english)),
            .list(wheat(roubles, code: "TENDER", mode: .reverse)),
            .list(wheat(roubles, code: "CLOCK", mode: .dutch)),
        ]
        for (place, code) in ["MILL", "FARM", "OTHER"].enumerated() {
            actions.append(
                .admit(
                    Participant(
                        code: code, name: "Firm \(code)",
                        organisation: RecordName("org/\(code.lowercased())"))))
            actions.append(
                .payIn(
                    Payment(
                        voucher: UInt64(place + 1), participant: UInt32(place + 1),
                        currency: roubles, amount: 10_000_000)))
        }
        actions.append(.setTimetable(timetable))
        _ = try await section.submit(actions)
        for holder in ["MILL", "FARM", "OTHER"] {
            try house.issue(holder, .participant(holder))
        }
        try house.issue("OPERATOR", .operator)
        return house
    }

    /// Wheat: ten tonnes a lot, priced in half roubles a tonne.
    private static func wheat(
        _ currency: CurrencyCode, code: String = "WHEAT", mode: TradingMode = .continuous
    ) -> Instrument {
        let day: Int64 = 86_400_000
        return Instrument(
            code: code, name: "milling wheat <3rd class>", commodity: RecordName("commodity/wheat"),
            harmonisedCode: "100199",
            quality: [
                QualityAttribute(
                    name: "moisture", to: Exchange.ExactDecimal(145, scale: 1), unit: "%")
            ], lotSize: Exchange.ExactDecimal(10), unit: "t", tickValue: 500,
            tickSize: Exchange.ExactDecimal(50, scale: 2), currency: currency,
            basis: Basis(rule: .fca, place: "Brest", region: RecordName("place/by/brest")),
            deadlines: ContractTerms(
                signing: day, payment: 5 * day, shipment: 10 * day, acceptance: 10 * day,
                claims: 14 * day),
            mode: mode, resident: Rates(deposit: 500, fee: 10),
            nonResident: Rates(deposit: 1_000, fee: 20))
    }

    private func issue(_ name: String, _ holder: TokenHolder) throws {
        let (text, _) = try floor.tokens.issue(holder, label: name, at: Instant(0))
        tokens.withLock { $0[name] = text }
    }

    /// The text of a firm's token.
    func token(_ name: String) -> String { tokens.withLock { $0[name] ?? "" } }

    /// An order of a firm, as the exchange takes it from anywhere.
    func order(
        _ sender: ParticipantIndex, _ number: UInt64, _ side: Side, _ lots: Int64, at price: Int64
    ) async throws {
        _ = try await floor.section("grain").submit([
            .enter(
                OrderEntry(
                    sender: sender, clientOrder: number, instrument: 0,
                    order: NewOrder(id: 0, side: side, price: price, quantity: lots)))
        ])
    }

    /// A moment of the day, in UTC.
    static func moment(_ hour: String) -> Instant {
        Instant(1_795_392_000_000 + Int64(LocalTime(hour)?.seconds ?? 0) * 1_000)
    }

    /// A lot of ten lots of an instrument, that FARM offers.
    func list(_ terms: AuctionTerms, in instrument: InstrumentIndex) async throws {
        _ = try await floor.section("grain").submit([
            .listAuction(
                AuctionListing(
                    lot: Lot(
                        code: "LOT-1", name: "ten lots", instrument: instrument, quantity: 10),
                    owner: 2, terms: terms))
        ])
    }

    /// FARM trades through OTHER from now on.
    func makeClient() async throws {
        let section = try floor.section("grain")
        var farm = section.directory.participants[2]
        farm.broker = 3
        _ = try await section.submit([.alterParticipant(2, farm)])
    }

    /// A day with a deal of four lots at 402.50, and orders left on both sides.
    static func trading() async throws -> MarketHouse {
        let house = try await atWork()
        try await house.pass(to: "07:05")
        try await house.order(2, 1, .sell, 6, at: 805)
        try await house.order(1, 1, .buy, 4, at: 806)
        try await house.order(1, 2, .buy, 3, at: 799)
        return house
    }

    // MARK: Asking

    /// What is answered at an address.
    func answer(
        _ address: String, as who: String? = nil, _ language: Language = .english,
        form: [(name: String, value: String)]? = nil
    ) async throws -> PageResponse {
        let parts = address.split(separator: "?", maxSplits: 1)
        let path = String(parts[0])
        let query = try QueryParameters(encoded: Array((parts.count > 1 ? parts[1] : "").utf8))
        let match = table.match(path)
        let request = PageRequest(
            path: path, remainder: match?.remainder ?? "", captures: match?.captures ?? [:],
            query: query, language: language,
            origin: "http://127.0.0.1:8080",
            cookieHeader: who.map { "language=en; market_token=" + token($0) })
        do {
            if let form {
                guard let handler = match?.route.form else { throw PageFailure.methodNotAllowed }
                return try await handler(request, QueryParameters(form))
            }
            switch match?.route.get {
            case .livePage(let handler): return try await handler(request)
            case .page(let handler): return try handler(request)
            case .endpoint, .live, nil: throw PageFailure.notFound
            }
        } catch let error as PageFailure {
            return failure(error, request)
        }
    }

    /// The text of a page.
    func html(
        _ address: String, as who: String? = nil, _ language: Language = .english
    ) async throws -> String {
        String(decoding: try await answer(address, as: who, language).bytes, as: UTF8.self)
    }
}

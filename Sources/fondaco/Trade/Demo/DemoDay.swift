import Exchange
import Foundation
import Synchronization
import TradingFloor

/// The clock of the demonstration: it stands until the day goes on.
private final class DayClock: Sendable {
    private let moment = Mutex<Int64>(0)

    var clock: FloorClock { FloorClock { Instant(self.moment.withLock { $0 }) } }

    func set(_ instant: Instant) { moment.withLock { $0 = max($0, instant.rawValue) } }
}

/// One trading day on three sections, through the same floor as a real one.
final class DemoDay {
    static let date = "2026-11-16"
    let folder: String
    private let seed: UInt64
    private var random: Seeded
    private let clock = DayClock()
    private let floor: TradingFloor
    private let roubles: CurrencyCode
    private let zone: TimeZoneTable
    private let day: CivilDay
    private var summary: DemoSummary
    private var vouchers: UInt64 = 0
    private var orders: UInt64 = 0

    init(seed: UInt64, folder: String) throws {
        guard let roubles = CurrencyCode("RUB"), let day = CivilDay(Self.date) else {
            throw Refusal("the demonstration's constants are wrong")
        }
        self.seed = seed
        self.folder = folder
        self.roubles = roubles
        self.day = day
        random = Seeded(seed)
        zone = try TimeZoneTable(name: "Europe/Minsk", initialOffset: 10_800)
        summary = DemoSummary(seed: seed, day: Self.date)
        floor = try TradingFloor.open(
            dataDirectory: folder,
            options: FloorOptions(clock: clock.clock, mixingKey: seed | 1))
    }

    func run() throws -> DemoSummary {
        defer { floor.close() }
        try pass(to: "08:00")
        try metals()
        try pass(to: "08:00")
        try agriculture()
        try timber()
        try finish()
        return summary
    }

    // MARK: Tools

    private func moment(_ text: String) throws -> Instant {
        guard let time = LocalTime(text) else { throw Refusal("\(text) isn't a time") }
        return zone.instant(of: day, at: time)
    }

    /// Lets the day go on; whatever is due until then happens at its own moment.
    private func pass(to time: String) throws {
        clock.set(try moment(time))
        for section in floor.sections.values.sorted(by: { $0.name < $1.name }) {
            _ = try section.submitAndWait([])
        }
    }

    private func make(
        _ name: String, _ firms: [DemoFirm], _ instruments: [Instrument]
    ) throws -> SectionFloor {
        let section = try floor.makeSection(
            name, limits: SectionLimits(orders: 1 << 16, ordersPerBook: 1 << 12))
        for instrument in instruments { try section.order(.list(instrument)) }
        for firm in firms {
            try section.order(.admit(firm.participant))
            vouchers += 1
            let index = try section.participant(named: firm.code)
            try section.order(
                .payIn(
                    Payment(
                        voucher: vouchers, participant: index, currency: roubles,
                        amount: 5_000_000_000)))
        }
        return section
    }

    private func open(
        _ section: SectionFloor, _ code: String, _ name: String, _ phases: String,
        places: [String] = []
    ) throws {
        let (plan, scheduled) = try SessionText.session(
            code: code, name: name, day: Self.date, zone: "+03:00", phases: phases,
            places: places)
        try section.order(.openSession(plan, scheduled))
    }

    /// Sends an order; a refusal is part of the day and told in the summary.
    private func send(
        _ section: SectionFloor, _ firm: String, _ side: Side, _ quantity: Int64,
        _ code: String, at price: Int64
    ) throws {
        orders += 1
        guard let instrument = section.directory.instrument(code) else {
            throw Refusal("section \(section.name) has no instrument \(code)")
        }
        let reply = try section.submitAndWait([
            .enter(
                OrderEntry(
                    sender: try section.participant(named: firm), clientOrder: orders,
                    instrument: instrument,
                    order: NewOrder(id: 0, side: side, price: price, quantity: quantity)))
        ])
        note(reply[0], firm, section)
    }

    private func act(
        _ section: SectionFloor, _ auction: UInt64, _ firm: String, _ act: AuctionAct
    ) throws {
        let reply = try section.submitAndWait([
            .auction(auction, act, by: try section.participant(named: firm), client: 0)
        ])
        note(reply[0], firm, section)
    }

    private func note(_ events: ArraySlice<SectionEvent>, _ firm: String, _ section: SectionFloor) {
        for event in events {
            let isRefusal = [.refused, .bidRefused, .commandRefused].contains(event.kind)
            if isRefusal {
                summary.refusals.append("\(section.name): \(firm) is refused, \(event.reason.name)")
            }
        }
    }

    // MARK: The sections

    /// Rolled metal: orders gather, one price is found for each.
    private func metals() throws {
        let section = try make(
            "metals", DemoHouse.metals,
            [
                DemoHouse.instrument(
                    "REBAR-12", "reinforcing steel, 12 mm", commodity: "commodity/steel-rebar",
                    hs: "721420", lot: 20, unit: "t", tickValue: 2_000, roubles,
                    place: "Minsk", region: "place/by/minsk", mode: .call),
                DemoHouse.instrument(
                    "SHEET-2", "hot-rolled sheet, 2 mm", commodity: "commodity/steel-sheet",
                    hs: "720839", lot: 20, unit: "t", tickValue: 2_000, roubles,
                    place: "Minsk", region: "place/by/minsk", mode: .call),
            ])
        try open(
            section, "METALS-CALL", "Rolled metal, one price",
            "preOpening=09:00,openingCall=09:30,closed=09:45")
        try pass(to: "09:00")
        for code in ["REBAR-12", "SHEET-2"] {
            let middle = Int64.random(in: 50_000...60_000, using: &random)
            for firm in DemoHouse.metals {
                for _ in 0..<6 {
                    let sells = firm.code.hasSuffix("STEEL") || firm.code.hasSuffix("ROLLING")
                    try send(
                        section, firm.code, sells ? .sell : .buy,
                        Int64.random(in: 1...8, using: &random), code,
                        at: middle + Int64.random(in: -300...300, using: &random))
                }
            }
        }
        try pass(to: "09:50")
        try bundle(section, 1)
    }

    /// Milk in a session for Karelia, then oil, then a Dutch sale of potatoes.
    private func agriculture() throws {
        let section = try make(
            "agriculture", DemoHouse.milk,
            [
                DemoHouse.instrument(
                    "MILK-KAR", "raw milk, first grade", commodity: "commodity/milk", hs: "040120",
                    lot: 10, unit: "t", tickValue: 1_000, roubles, place: "Petrozavodsk",
                    region: "place/ru/karelia",
                    quality: [
                        QualityAttribute(
                            name: "fat", from: ExactDecimal(34, scale: 1),
                            to: ExactDecimal(42, scale: 1), unit: "%")
                    ], band: 30_000...50_000),
                DemoHouse.instrument(
                    "OIL-SAM", "sunflower oil, unrefined", commodity: "commodity/sunflower-oil",
                    hs: "151211", lot: 20, unit: "t", tickValue: 2_000, roubles, place: "Samara",
                    region: "place/ru/samara-region", band: 70_000...110_000),
                DemoHouse.instrument(
                    "POTATO", "table potatoes", commodity: "commodity/potatoes", hs: "070190",
                    lot: 20, unit: "t", tickValue: 2_000, roubles, place: "Minsk",
                    region: "place/by/minsk", mode: .dutch),
            ])
        try open(
            section, "MILK-KARELIA", "Raw milk, for Karelia's firms",
            "preOpening=10:00,openingCall=10:20,trading=10:30,closed=11:30",
            places: ["place/ru/karelia"])
        try pass(to: "10:05")
        try trade(
            section, "MILK-KAR", sellers: ["SORTAVALA-FARM", "OLONETS-FARM"],
            buyers: ["ONEGA-DAIRY", "LADOGA-DAIRY"], middle: 38_000, count: 20)
        // The session is held for another region.
        try send(section, "PSKOV-DAIRY", .buy, 2, "MILK-KAR", at: 38_000)
        try pass(to: "10:35")
        try trade(
            section, "MILK-KAR", sellers: ["SORTAVALA-FARM", "OLONETS-FARM"],
            buyers: ["ONEGA-DAIRY", "LADOGA-DAIRY"], middle: 38_100, count: 60)
        try pass(to: "11:31")
        try bundle(section, 1)
        try open(
            section, "OIL-AND-POTATOES", "Sunflower oil; potatoes by the clock",
            "trading=12:00,dealMaking=13:00,closed=13:30")
        try potatoes(section)
        try pass(to: "13:05")
        try negotiate(section)
        try pass(to: "13:31")
        try bundle(section, 2)
    }

    private func trade(
        _ section: SectionFloor, _ code: String, sellers: [String], buyers: [String],
        middle: Int64, count: Int
    ) throws {
        for _ in 0..<count {
            let sells = Bool.random(using: &random)
            let firm = (sells ? sellers : buyers).randomElement(using: &random) ?? sellers[0]
            let away = Int64.random(in: -120...60, using: &random)
            try send(
                section, firm, sells ? .sell : .buy, Int64.random(in: 1...5, using: &random), code,
                at: sells ? middle - away : middle + away)
        }
    }

    private func potatoes(_ section: SectionFloor) throws {
        guard let potato = section.directory.instrument("POTATO") else { return }
        let seller = try section.participant(named: "MINSK-FOODS")
        let events = try section.order(
            .listAuction(
                AuctionListing(
                    lot: Lot(
                        code: "POTATO-1", name: "table potatoes, harvest 2026", instrument: potato,
                        quantity: 12),
                    owner: seller,
                    terms: .dutch(
                        DutchTerms(
                            quantity: 12, start: 32_000, decrement: 500, interval: 60_000,
                            floor: 20_000, opens: try moment("12:10"))))))
        let number = events.first { $0.kind == .auctionListed }?.subject ?? 0
        try pass(to: "12:01")
        try trade(
            section, "OIL-SAM", sellers: ["SAMARA-OIL"], buyers: ["KALUGA-FOODS", "MINSK-FOODS"],
            middle: 92_000, count: 40)
        try pass(to: "12:16:30")
        try act(section, number, "KALUGA-FOODS", .take(29_000, 5))
        try pass(to: "12:19:30")
        try act(section, number, "PSKOV-DAIRY", .take(27_500, 7))
    }

    private func negotiate(_ section: SectionFloor) throws {
        guard let oil = section.directory.instrument("OIL-SAM") else { return }
        let (seller, buyer) = (
            try section.participant(named: "SAMARA-OIL"),
            try section.participant(named: "KALUGA-FOODS")
        )
        for (sender, side, other) in [(seller, Side.sell, buyer), (buyer, Side.buy, seller)] {
            try section.order(
                .registerDeal(
                    DealProposal(
                        sender: sender, side: side, counterparty: other, instrument: oil,
                        price: 91_500, quantity: 30)))
        }
    }

    /// Timber lots by English auction, and a tender for plywood.
    private func timber() throws {
        let section = try make(
            "timber", DemoHouse.timber,
            [
                DemoHouse.instrument(
                    "PINE-LOG", "pine sawlogs", commodity: "commodity/roundwood", hs: "440320",
                    lot: 10, unit: "m3", tickValue: 1_000, roubles, place: "Pskov",
                    region: "place/ru/pskov", mode: .english),
                DemoHouse.instrument(
                    "PLYWOOD", "birch plywood, 18 mm", commodity: "commodity/plywood", hs: "441233",
                    lot: 5, unit: "m3", tickValue: 500, roubles, place: "Minsk",
                    region: "place/by/minsk", mode: .reverse),
            ])
        try open(
            section, "TIMBER", "Timber lots and a tender",
            "announcement=14:00,trading=14:10,closed=16:00")
        try pass(to: "14:05")
        var lots: [UInt64] = []
        for number in 1...3 {
            lots.append(
                try list(
                    section, "PINE-LOG", "PINE-\(number)", "pine sawlogs, lot \(number)", 20,
                    "PSKOV-TIMBER", .ascending, 6_000, 50))
        }
        let tender = try list(
            section, "PLYWOOD", "PLY-1", "birch plywood for schools", 40, "MINSK-JOINERY",
            .descending, 40_000, 100)
        try pass(to: "14:12")
        let bidders = ["MINSK-JOINERY", "GRODNO-BOARD", "BREST-FURNITURE"]
        for lot in lots {
            var price: Int64 = 6_000
            for _ in 0..<Int.random(in: 3...9, using: &random) {
                try act(
                    section, lot, bidders.randomElement(using: &random) ?? bidders[0], .bid(price))
                price += 50 * Int64.random(in: 1...4, using: &random)
            }
        }
        var price: Int64 = 40_000
        for step in 0..<6 {
            try act(
                section, tender, step % 2 == 0 ? "GRODNO-BOARD" : "BREST-FURNITURE", .bid(price))
            price -= 100 * Int64.random(in: 1...5, using: &random)
        }
        try pass(to: "16:01")
        try bundle(section, 1)
    }

    private func list(
        _ section: SectionFloor, _ code: String, _ lot: String, _ name: String, _ quantity: Int64,
        _ owner: String, _ direction: BiddingDirection, _ start: Int64, _ step: Int64
    ) throws -> UInt64 {
        guard let instrument = section.directory.instrument(code) else { return 0 }
        var terms = OpenAuctionTerms(
            direction, quantity: quantity, start: start, step: step, opens: try moment("14:11"),
            ends: try moment("15:00"))
        terms.window = 120_000
        terms.prolongation = 180_000
        let events = try section.order(
            .listAuction(
                AuctionListing(
                    lot: Lot(code: lot, name: name, instrument: instrument, quantity: quantity),
                    owner: try section.participant(named: owner), terms: .open(terms))))
        return events.first { $0.kind == .auctionListed }?.subject ?? 0
    }

    // MARK: What is left

    private func bundle(_ section: SectionFloor, _ session: UInt32) throws {
        let results = "\(folder)/results"
        try FileManager.default.createDirectory(
            atPath: results, withIntermediateDirectories: true)
        let file = "\(results)/\(section.name)-\(session).bundle.jsonl"
        _ = try SessionBundle.write(
            of: session, section: section.name, folder: "\(folder)/exchange/\(section.name)",
            to: file)
        let report = try SessionBundle.check(file)
        let (record, codes) = try section.readAndWait { state, book in
            (book.sessions.first { $0.number == session }, state.instruments.map(\.code))
        }
        summary.sessions.append(
            DemoSummary.Session(
                section: section.name, plan: report.plan, opened: report.opened.text,
                closed: report.closed.text, commands: report.commands, deals: report.deals,
                bundle: file,
                quotations: (record?.quotations ?? []).filter { !$0.isEmpty }.map {
                    DemoSummary.Row($0, codes[Int($0.key.instrument)])
                }))
    }

    /// Contracts go on: some are fulfilled; the tables and the summary are written.
    private func finish() throws {
        try pass(to: "17:00")
        for section in floor.sections.values.sorted(by: { $0.name < $1.name }) {
            let contracts = try section.readAndWait { state, _ in state.contracts(of: 0) }
            for contract in contracts.prefix(4) {
                let steps: [(ContractStep, ParticipantIndex)] = [
                    (.sign, contract.buyer), (.sign, contract.seller),
                    (.confirmPayment, contract.seller), (.ship, contract.seller),
                    (.accept, contract.buyer), (.close, contract.buyer),
                ]
                for (step, actor) in steps {
                    try section.order(.step(contract: contract.number, step, by: actor))
                }
            }
            let (made, faults) = try section.readAndWait { state, _ in
                (state.contractsMade, state.checkInvariants())
            }
            guard faults.isEmpty else { throw Refusal("section \(section.name): \(faults[0])") }
            summary.contracts += made.all
            summary.transit += made.transit
        }
        try summary.write(to: "\(folder)/results")
    }
}

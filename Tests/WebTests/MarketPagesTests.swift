import Exchange
import Foundation
import Testing
import TradingFloor

@testable import Web

/// The public pages of the exchange.
struct MarketPagesTests {
    static let pages = [
        "/market", "/market/grain", "/market/grain/instruments/WHEAT", "/market/grain/sessions",
        "/market/grain/sessions/1", "/market/grain/quotations",
        "/market/grain/quotations?instrument=WHEAT", "/market/sign-in",
    ]

    @Test func withoutASectionThePageSaysWhatToDo() async throws {
        let page = try await MarketHouse().html("/market")
        #expect(page.contains("fondaco trade demo --into DIR"))
        #expect(page.contains("fondaco trade section make NAME"))
    }

    @Test func withoutAnExchangeTheAddressAnswers() throws {
        let site = try PagesSite(importing: [])
        #expect(try site.answer("/market").status == 200)
        #expect(try site.html("/market").contains("without the exchange"))
    }

    @Test(arguments: [
        "/market/nowhere", "/market/nowhere/instruments/WHEAT", "/market/grain/instruments/RYE",
        "/market/grain/instruments/wheat", "/market/grain/sessions/9",
        "/market/grain/sessions/01", "/market/grain/sessions/x",
        "/market/grain/sessions/99999999999999999999", "/market/grain/auctions/1",
        "/market/grain/instruments/RYE/prices.csv", "/market/grain/sessions/7/deals.csv",
        "/market/grain/instruments/WHEAT/prices.pdf",
    ])
    func whatIsNotThereIsNotFound(_ address: String) async throws {
        #expect(try await MarketHouse.trading().answer(address).status == 404)
    }

    @Test func anUnknownInstrumentOfQuotationsIsExplained() async throws {
        let answer = try await MarketHouse.trading().answer("/market/grain/quotations?instrument=X")
        #expect(answer.status == 400)
        #expect(String(decoding: answer.bytes, as: UTF8.self).contains("WHEAT, LOGS"))
    }

    @Test func theDayBeforeDuringAndAfterASession() async throws {
        let house = try await MarketHouse.atWork()
        try await house.pass(to: "05:00")
        #expect(
            try await house.html("/market").contains(
                "The next session begins at 06:30 UTC (09:30 Europe/Minsk)."))
        try await house.pass(to: "06:45")
        #expect(
            try await house.html("/market/grain").contains(
                "On now: opening call, until 07:00 UTC (10:00 Europe/Minsk)."))
        try await house.pass(to: "07:30")
        let during = try await house.html("/market/grain")
        #expect(during.contains("On now: trading, until 09:00 UTC (12:00 Europe/Minsk)."))
        #expect(during.contains("Monday, Tuesday, Wednesday, Thursday, Friday"))
        try await house.pass(to: "10:00")
        #expect(
            try await house.html("/market").contains(
                "The next session begins at 24 November 2026, 06:30 UTC (09:30 Europe/Minsk)."))
    }

    @Test func anInstrumentShowsItsBookAndDealsExactly() async throws {
        let page = try await MarketHouse.trading().html("/market/grain/instruments/WHEAT")
        for text in [
            // The deal, what is left of the offer, and the bid.
            #"<td class="number">402.5</td><td class="number">4</td>"#,
            "16,100.00\u{A0}BYN", #"<th class="number" scope="row">399.5</th>"#,
            #"data-stream="/api/market/sections/grain/stream?instruments=WHEAT""#,
            "moisture ≤ 14.5", "milling wheat &lt;3rd class&gt;",
            "FCA Brest", "10\u{A0}t", "0.5\u{A0}BYN/t; for a lot 5.00\u{A0}BYN",
            "1\u{A0}day to sign; 5\u{A0}days to pay",
            "residents 5\u{A0}%, non-residents 10\u{A0}%",
        ] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func publicPagesNameNoFirm() async throws {
        let house = try await MarketHouse.trading()
        for address in Self.pages {
            let page = try await house.html(address)
            for firm in ["MILL", "FARM", "OTHER"] {
                #expect(!page.contains(firm), "\(address) names \(firm)")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func everyPageSpeaksEveryLanguage(_ language: Language) async throws {
        let house = try await MarketHouse.trading()
        try await house.pass(to: "10:00")
        for address in Self.pages {
            let answer = try await house.answer(address, language)
            let page = String(decoding: answer.bytes, as: UTF8.self)
            #expect(answer.status == 200, "\(address)")
            #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
            let ids = PagesSite.values(of: "id", in: page)
            #expect(Set(ids).count == ids.count, "\(address) has an id twice")
            #expect(!page.contains(" style="))
        }
    }

    @Test func theResultsOfASession() async throws {
        let house = try await MarketHouse.trading()
        try await house.pass(to: "10:00")
        let page = try await house.html("/market/grain/sessions/1")
        for text in [
            "Held from 23 November 2026, 06:30 UTC (09:30 Europe/Minsk) to 09:00 UTC "
                + "(12:00 Europe/Minsk): 1\u{A0}deal.",
            "/api/market/sections/grain/sessions/1/bundle",
            "/api/market/sections/grain/sessions/1/quotations.csv",
            "fondaco trade check grain-1.jsonl", ">402.5<",
        ] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func tablesAndChartsAreFiles() async throws {
        let house = try await MarketHouse.trading()
        let rows = [
            "/market/grain/instruments/WHEAT/prices.csv":
                "time,open,high,low,last,lots,deals\r\n"
                + "2026-11-23T07:05:00Z,402.5,402.5,402.5,402.5,4,1\r\n",
            "/market/grain/instruments/WHEAT/book.csv":
                "side,price,lots,orders\r\nbuy,399.50,3,1\r\nsell,402.50,2,1\r\n",
        ]
        for (address, text) in rows {
            let answer = try await house.answer(address)
            #expect(answer.contentType.hasPrefix("text/csv"))
            let found = String(decoding: answer.bytes, as: UTF8.self)
            #expect(found.replacing("\u{FEFF}", with: "") == text, "\(address)")
        }
        let deals = try await house.html("/market/grain/deals.csv")
        #expect(deals.contains(",WHEAT,402.50,4,40,t,16100.00,BYN,book"))
        let drawing = try await house.answer("/market/grain/instruments/WHEAT/prices.svg")
        #expect(drawing.contentType == "image/svg+xml")
        // Without a price there is nothing to draw.
        #expect(
            try await house.answer("/market/grain/instruments/LOGS/prices.svg").status == 404)
    }

    @Test(arguments: [
        ("402.5", 805), ("402,50", 805), ("1 000", 2_000), ("1\u{A0}000,5", 2_001), ("0", 0),
        ("402.25", nil), ("402.", nil), ("", nil), ("-1", -2), ("4e2", nil), ("١", nil),
        ("99999999999999999999999", nil), (".5", nil), ("402.500000000000001", nil),
        // A sign between groups of digits isn't taken for a decimal one.
        ("1,510", nil), ("1,510.00", nil), ("1.510,00", nil), ("1,000", nil), ("1,2,3", nil),
    ])
    func pricesAreReadExactly(_ text: String, _ ticks: Int64?) async throws {
        let house = try await MarketHouse.atWork()
        let section = try house.floor.section("grain")
        let wheat = section.directory.instruments[0]
        #expect(MarketFigures(words: Catalogue(.english)).ticks(text, of: wheat) == ticks)
        let italian = MarketFigures(words: Catalogue(.italian))
        #expect(italian.ticks("1.000", of: wheat) == nil)
        #expect(italian.ticks("402,5", of: wheat) == 805)
        #expect(italian.ticks("402.5", of: wheat) == 805)
        withExtendedLifetime(house) {}
    }

    // MARK: From the register to the exchange

    private static let records = [
        #"{"kind":"source","id":"seed/1","title":"S","cite":[{"source":"seed/1","at":"L1"}]}"#,
        #"{"kind":"place","id":"place/by","name":"Belarus","type":"country","iso":"BY","#
            + #""cite":[{"source":"seed/1","at":"L1"}]}"#,
        #"{"kind":"place","id":"place/by/brest","name":"Brest","type":"region","#
            + #""parent":"place/by","cite":[{"source":"seed/1","at":"L1"}]}"#,
        #"{"kind":"organisation","id":"org/farm","name":"Farm","type":"enterprise","#
            + #""place":"place/by","cite":[{"source":"seed/1","at":"L1"}]}"#,
        #"{"kind":"organisation","id":"org/mill","name":"Mill","type":"enterprise","#
            + #""place":"place/by","cite":[{"source":"seed/1","at":"L1"}]}"#,
    ]

    @Test func recordsLeadToWhatIsTradedOfThem() async throws {
        let house = try await MarketHouse.atWork(records: Self.records)
        let terms = OpenAuctionTerms(
            .ascending, quantity: 10, start: 400, step: 10,
            opens: MarketHouse.moment("07:10"), ends: MarketHouse.moment("08:00"))
        try await house.list(.open(terms), in: 1)
        let place = try await house.html("/records/place/by/brest")
        #expect(place.contains("Traded on the exchange"))
        #expect(place.contains("href=\"/market/grain/instruments/WHEAT\""))
        let owner = try await house.html("/records/org/farm")
        #expect(owner.contains("href=\"/market/grain/auctions/1\""))
        // Who else trades isn't told.
        let firm = try await house.html("/records/org/mill")
        #expect(!firm.contains("/market/grain"))
        #expect(firm.contains("<h1"))
    }

    @Test func theHomePageSaysWhatIsOn() async throws {
        let house = try await MarketHouse.atWork()
        try await house.pass(to: "07:30")
        let page = try await house.html("/")
        #expect(page.contains("On the exchange now"))
        #expect(page.contains("href=\"/market/grain\""))
        #expect(page.contains("On now: trading"))
        #expect(try await !MarketHouse().html("/").contains("On the exchange now"))
    }
}

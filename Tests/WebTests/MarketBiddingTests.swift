import Exchange
import Foundation
import Testing
import TradingFloor

@testable import Web

/// The forms of an auction's page: who is offered which act at which stage, and what it does.
struct MarketBiddingTests {
    private static let page = "/market/grain/auctions/1"

    /// The acts whose forms a page has.
    private func acts(_ house: MarketHouse, as who: String) async throws -> [String] {
        let page = try await house.html(Self.page, as: who)
        return BidAct.allCases.map(\.rawValue).filter { page.contains("value=\"\($0)\"") }
    }

    private func act(
        _ house: MarketHouse, _ who: String?, _ act: String, _ fields: [String: String] = [:],
        form: UInt64? = nil
    ) async throws -> PageResponse {
        var sent = fields.map { (name: $0.key, value: $0.value) } + [(name: "act", value: act)]
        if let form { sent.append((name: "form", value: String(form))) }
        return try await house.answer(Self.page, as: who, form: sent)
    }

    /// A row an act: who, which, with what, the status, and what the page after it says.
    private func play(_ house: MarketHouse, _ rows: String) async throws {
        for row in rows.split(separator: "\n") {
            let parts = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let words = parts[0].split(separator: " ").map(String.init)
            var fields: [String: String] = [:]
            for word in words.dropFirst(2) {
                let pair = word.split(separator: "=").map(String.init)
                fields[pair[0]] = pair[1]
            }
            let answer = try await act(house, words[0], words[1], fields)
            #expect(String(answer.status) == parts[1], "\(row)")
            let target = answer.headers.first { $0.name == "Location" }?.value
            let page =
                if let target {
                    try await house.html(target, as: words[0])
                } else {
                    String(decoding: answer.bytes, as: UTF8.self)
                }
            #expect(page.contains(parts[2]), "\(row)")
        }
    }

    // MARK: English and reverse

    private func english() -> OpenAuctionTerms {
        OpenAuctionTerms(
            .ascending, quantity: 10, start: 400, step: 10,
            opens: MarketHouse.moment("07:10"), ends: MarketHouse.moment("08:00"))
    }

    private func atAuction(
        _ terms: OpenAuctionTerms, in instrument: InstrumentIndex = 1
    ) async throws -> MarketHouse {
        let house = try await MarketHouse.atWork()
        try await house.list(.open(terms), in: instrument)
        return house
    }

    @Test func anEnglishAuctionFromBidToContract() async throws {
        var terms = english()
        (terms.buyNow, terms.isRetractable, terms.largestStep) = (800, true, 100)
        let house = try await atAuction(terms)
        #expect(try await acts(house, as: "MILL") == [])
        try await house.pass(to: "07:15")
        #expect(try await acts(house, as: "MILL") == ["bid", "buy-now"])
        #expect(try await acts(house, as: "FARM") == [])
        #expect(try await acts(house, as: "OPERATOR") == [])
        try await play(
            house,
            """
            MILL  bid price=199.5   | 422 | no better than the least next one. (267)
            MILL  bid price=251     | 422 | largest step ahead. (268)
            MILL  bid price=200.25  | 422 | in steps of 0.5 BYN/t
            FARM  bid price=200     | 422 | nobody bids for what is their own. (265)
            MILL  retract           | 422 | you don’t lead. (270)
            MILL  bid price=200     | 303 | Your bid was taken: it leads at 200.0
            """.replacing("200.0\n", with: "200\n").replacing("at 200.0", with: "at 200"))
        #expect(try await acts(house, as: "MILL") == ["retract"])
        #expect(try await acts(house, as: "OTHER") == ["bid"])
        #expect(try await house.html(Self.page, as: "OTHER").contains("value=\"205.00\""))
        try await play(
            house,
            """
            MILL  bid price=210     | 422 | you lead already. (269)
            OTHER buy-now price=400 | 422 | can no longer be had at once
            MILL  retract           | 303 | Your bid was taken back.
            MILL  nonsense          | 400 | act
            OTHER bid price=205,5   | 303 | it leads at 205.5
            """)
        try await house.pass(to: "08:05")
        #expect(try await house.answer(Self.page, as: "OTHER").status == 404)
        #expect(try await act(house, "OTHER", "bid", ["price": "300"]).status == 404)
        #expect(
            try await house.html("/market/grain/contracts/1", as: "OTHER").contains(
                "sold by English auction"))
    }

    @Test func buyingAtOnceLeadsToTheContract() async throws {
        var terms = english()
        terms.buyNow = 800
        let house = try await atAuction(terms)
        try await house.pass(to: "07:15")
        let answer = try await act(house, "MILL", "buy-now", ["price": "400.00"])
        #expect(answer.headers.contains { $0.value == "/market/grain/contracts/1" })
    }

    @Test func maximumsAreSeenByTheirBidderAlone() async throws {
        var terms = english()
        terms.takesMaximums = true
        let house = try await atAuction(terms)
        try await house.pass(to: "07:15")
        try await play(
            house,
            """
            MILL  bid price=300 | 303 | you would go to 300
            OTHER bid price=250 | 303 | Your bid was taken, and at once outbid.
            MILL  bid price=350 | 303 | you would go to 350
            """)
        let others = try await house.html(Self.page, as: "OTHER")
        #expect(others.contains("The leading bid is 255"))
        #expect(!others.contains("350"))
    }

    @Test func aTenderGoesDown() async throws {
        let terms = OpenAuctionTerms(
            .descending, quantity: 10, start: 400, step: 10,
            opens: MarketHouse.moment("07:10"), ends: MarketHouse.moment("08:00"))
        let house = try await atAuction(terms, in: 2)
        try await house.pass(to: "07:15")
        #expect(try await house.html(Self.page, as: "MILL").contains("No more than 200"))
        try await play(
            house,
            """
            MILL  bid price=200   | 303 | it leads at 200
            OTHER bid price=200   | 422 | (267)
            OTHER bid price=195   | 303 | it leads at 195
            """)
    }

    // MARK: Dutch

    private func clock(_ form: DutchForm) async throws -> MarketHouse {
        let house = try await MarketHouse.atWork()
        let terms = DutchTerms(
            quantity: 10, start: 800, decrement: 20, interval: 60_000, floor: 400,
            opens: MarketHouse.moment("07:10"), form: form)
        try await house.list(.dutch(terms), in: 3)
        return house
    }

    @Test func theClockIsTakenAtItsPrice() async throws {
        let house = try await clock(.clock(least: 2, restart: 0))
        try await house.pass(to: "07:13")
        let page = try await house.html(Self.page, as: "MILL")
        #expect(page.contains("The clock shows 370"))
        #expect(page.contains("From 2 to 10 lots."))
        // The list of lots shows the same price as the lot's own page.
        #expect(try await house.html("/market/grain").contains("<td class=\"number\">370.0</td>"))
        try await play(
            house,
            """
            MILL take price=369.5 lots=4 | 422 | the clock shows more than you would give. (272)
            MILL take price=370 lots=1   | 422 | the quantity is out of range. (273)
            MILL take price=370 lots=x   | 422 | a whole number of lots
            MILL take price=390 lots=4   | 303 | 14,800.00
            """)
    }

    @Test func aFormSentTwiceTakesOnce() async throws {
        let house = try await clock(.clock(least: 2, restart: 0))
        try await house.pass(to: "07:13")
        let fields = ["price": "370", "lots": "4"]
        for _ in 1...2 {
            let answer = try await act(house, "MILL", "take", fields, form: 99)
            #expect(answer.status == 303)
        }
        let left = try await house.floor.section("grain").read { state, _ in
            state.runningAuctions.first?.left
        }
        #expect(left == 6)
    }

    /// The second of a double click waits for the first and tells what came of it, a refusal, too.
    @Test func aDoubleClickIsAnsweredAlike() async throws {
        let house = try await clock(.clock(least: 2, restart: 0))
        try await house.pass(to: "07:13")
        let fields = ["price": "300", "lots": "4"]
        async let first = act(house, "MILL", "take", fields, form: 98)
        async let second = act(house, "MILL", "take", fields, form: 98)
        for answer in try await [first, second] {
            #expect(answer.status == 422)
            #expect(String(decoding: answer.bytes, as: UTF8.self).contains("id=\"faults\""))
        }
    }

    @Test func threeStages() async throws {
        let house = try await clock(
            .threeStage(
                ThreeStageTerms(
                    beforeSealed: 60_000, sealed: 600_000, beforeBest: 60_000, best: 300_000)))
        try await house.pass(to: "07:13")
        try await play(
            house,
            """
            MILL take price=370 lots=4  | 422 | only the whole lot can be taken. (274)
            MILL take price=370 lots=10 | 303 | You stopped the clock at 370
            MILL seal price=380         | 422 | another stage of the auction. (275)
            """)
        #expect(try await acts(house, as: "OTHER") == [])
        try await house.pass(to: "07:15")
        #expect(try await acts(house, as: "OTHER") == ["seal"])
        #expect(try await acts(house, as: "MILL") == [])
        try await play(
            house,
            """
            OTHER seal price=370   | 422 | (267)
            OTHER withdraw         | 422 | there is no sealed bid of yours. (278)
            OTHER seal price=380   | 303 | Your sealed bid is 380
            OTHER withdraw         | 303 | Your sealed bid was withdrawn.
            OTHER seal price=375.5 | 303 | Your sealed bid of 375.5
            """)
        #expect(try await acts(house, as: "OTHER") == ["seal", "withdraw"])
        #expect(try await !house.html(Self.page, as: "MILL").contains("375.5"))
        try await house.pass(to: "07:25:30")
        #expect(try await house.html(Self.page, as: "MILL").contains("375.5"))
        #expect(try await acts(house, as: "MILL") == ["improve"])
        #expect(try await acts(house, as: "OTHER") == [])
        try await play(
            house,
            """
            OTHER improve price=380 | 422 | only who stopped the clock may answer the best bid. (277)
            MILL  improve price=376 | 303 | it leads at 376
            """)
        try await house.pass(to: "07:31")
        #expect(try await house.html("/market/grain/contracts/1", as: "MILL").contains("376"))
    }

    // MARK: Who and when

    @Test func onlyParticipantsBid() async throws {
        let house = try await atAuction(english())
        try await house.pass(to: "07:15")
        #expect(try await act(house, nil, "bid", ["price": "200"]).status == 401)
        #expect(try await act(house, "OPERATOR", "bid", ["price": "200"]).status == 403)
        let stranger = try await house.html(Self.page)
        #expect(stranger.contains("/market/sign-in?to="))
        #expect(!stranger.contains("name=\"act\""))
    }

    @Test func faultsStandBesideTheirFieldsAndInASummary() async throws {
        let house = try await atAuction(english())
        try await house.pass(to: "07:15")
        let answer = try await act(house, "MILL", "bid", ["price": "ten"])
        let page = String(decoding: answer.bytes, as: UTF8.self)
        for text in [
            "id=\"faults\" role=\"alert\" tabindex=\"-1\" autofocus", "href=\"#bid-price\"",
            "aria-invalid=\"true\" aria-describedby=\"bid-price-fault\"",
            "class=\"field-fault\" id=\"bid-price-fault\"", "value=\"ten\"",
        ] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func aBrokerBidsForItsClient() async throws {
        let house = try await MarketHouse.atWork()
        // FARM offers the lot and trades through OTHER; so OTHER may bid only for itself.
        try await house.list(.open(english()), in: 1)
        try await house.makeClient()
        try await house.pass(to: "07:15")
        try await play(
            house,
            """
            OTHER bid price=200 client=FARM | 422 | nobody bids for what is their own. (265)
            OTHER bid price=200 client=MILL | 422 | Choose for whom it is
            FARM  bid price=200             | 422 | trades through its broker, Firm OTHER
            OTHER bid price=200             | 303 | it leads at 200
            """)
    }
}

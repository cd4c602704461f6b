import Exchange
import Foundation
import Testing
import TradingFloor

@testable import Web

/// The pages of those who trade: who may see them, and what their forms do.
struct MarketDeskTests {
    /// A row a page: what strangers, another firm, the buyer, and the operator are answered.
    static let rights = """
        /market/grain/desk            401 200 200 200
        /market/grain/contracts       401 200 200 200
        /market/grain/contracts/1     401 403 200 200
        /market/grain/contracts/99    401 403 403 404
        /market/grain/contracts/x     401 404 404 404
        /market/nowhere/desk          404 404 404 404
        /market/grain                 200 200 200 200
        """

    @Test func whoMaySeeWhat() async throws {
        let house = try await MarketHouse.trading()
        for row in Self.rights.split(separator: "\n") {
            let words = row.split(separator: " ").map(String.init)
            for (who, status) in zip([nil, "OTHER", "MILL", "OPERATOR"], words.dropFirst()) {
                let answer = try await house.answer(words[0], as: who)
                #expect(
                    String(answer.status) == status, "\(words[0]) for \(who ?? "a stranger")")
                if who != nil || answer.status == 401 { #expect(answer.keeping == .never) }
            }
        }
    }

    @Test func aContractShowsItsPartiesAndWhatIsNext() async throws {
        let house = try await MarketHouse.trading()
        let page = try await house.html("/market/grain/contracts/1", as: "MILL")
        for text in [
            "Firm MILL", "Firm FARM", "40\u{A0}t · 4\u{A0}lots", "16,100.00\u{A0}BYN",
            "Both sides sign.", "value=\"sign\"",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        #expect(!page.contains("value=\"ship\""))
    }

    // MARK: Signing in

    @Test func aWrongTokenIsRefusedWithoutACookie() async throws {
        let house = try await MarketHouse.atWork()
        for token in ["", "fnd_0", String(repeating: "x", count: 5_000), "a; b\r\nSet-Cookie: c"] {
            let answer = try await house.answer("/market/sign-in", form: [("token", token)])
            #expect(answer.status == 401)
            #expect(!answer.headers.contains { $0.name == "Set-Cookie" })
        }
    }

    @Test func aTokenBecomesACookieOfTheMarketAlone() async throws {
        let house = try await MarketHouse.atWork()
        let answer = try await house.answer(
            "/market/sign-in",
            form: [("token", " \(house.token("MILL")) "), ("to", "/market/grain/desk")])
        #expect(answer.status == 303)
        let headers = Dictionary(
            answer.headers.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        #expect(headers["Location"] == "/market/grain/desk")
        let cookie = headers["Set-Cookie"] ?? ""
        for part in ["Path=/market", "HttpOnly", "SameSite=Strict", "Max-Age=43200"] {
            #expect(cookie.contains(part))
        }
        #expect(!cookie.contains("Secure"))
        let out = try await house.answer("/market/sign-out", as: "MILL", form: [])
        #expect(out.headers.contains { $0.value.hasPrefix("market_token=; Path=/market; Max-Age=0") })
    }

    @Test(arguments: [
        ("/market/grain", "/market/grain"), ("https://elsewhere.example/", "/market"),
        ("//elsewhere.example", "/market"), ("/market/../browse?x", "/market"),
        ("/markets", "/market"), ("", "/market"), ("/market\r\nX: y", "/market"),
    ])
    func signingInLeadsOnlyToTheMarket(_ wanted: String, _ given: String) {
        #expect(SignIn.target(wanted) == given)
    }

    // MARK: Orders

    private func order(
        _ house: MarketHouse, _ changes: [String: String] = [:], as who: String? = "MILL"
    ) async throws -> PageResponse {
        let fields = [
            "instrument": "WHEAT", "side": "buy", "price": "400", "lots": "2",
            "validity": "day", "order": "77",
        ].merging(changes) { $1 }
        return try await house.answer(
            "/market/grain/desk/orders", as: who,
            form: fields.map { (name: $0.key, value: $0.value) })
    }

    @Test func anOrderSentTwiceIsOneOrder() async throws {
        let house = try await MarketHouse.trading()
        for _ in 1...2 {
            let answer = try await order(house)
            #expect(answer.status == 303)
            #expect(answer.headers.contains { $0.value == "/market/grain/desk?order=77" })
        }
        let orders = try await house.floor.section("grain").read { state, _ in
            state.openOrders(of: 1)
        }
        #expect(orders.filter { $0.clientOrder == 77 }.count == 1)
        let desk = try await house.html("/market/grain/desk?order=77", as: "MILL")
        #expect(desk.contains("was taken. Open: 2 lots."))
    }

    @Test(arguments: [
        (["price": "400.25"], "in steps of 0.5 BYN/t"), (["price": "<b>"], "in steps of"),
        (["lots": "0"], "a whole number of lots"), (["lots": "1.5"], "a whole number of lots"),
        (["lots": "999999"], "deposit doesn’t cover"), (["instrument": "RYE"], "Choose an instrument"),
        (["instrument": "LOGS"], "Choose an instrument"), (["price": "0"], "above zero"),
    ])
    func aWrongOrderIsShownAgainWithTheReason(
        _ changes: [String: String], _ reason: String
    ) async throws {
        let house = try await MarketHouse.trading()
        let answer = try await order(house, changes)
        #expect(answer.status == 422)
        let page = String(decoding: answer.bytes, as: UTF8.self)
        #expect(page.contains(reason))
        #expect(page.contains("role=\"alert\""))
        #expect(!page.contains("<b>"))
    }

    @Test func onlyParticipantsSendOrders() async throws {
        let house = try await MarketHouse.trading()
        #expect(try await order(house, as: nil).status == 401)
        #expect(try await order(house, as: "OPERATOR").status == 403)
        #expect(try await order(house, as: "MILL").status == 303)
    }

    @Test func oneCancelsOnesOwnOrdersAlone() async throws {
        let house = try await MarketHouse.trading()
        let address = "/market/grain/desk/cancellations"
        let number = try await house.floor.section("grain").read { state, _ in
            state.openOrders(of: 2).first?.number ?? 0
        }
        let form = [(name: "order", value: String(number))]
        #expect(try await house.answer(address, form: form).status == 401)
        #expect(try await house.answer(address, as: "MILL", form: form).status == 422)
        #expect(try await house.answer(address, as: "FARM", form: form).status == 303)
        #expect(try await house.answer(address, as: "FARM", form: form).status == 422)
        #expect(
            try await house.answer(address, as: "FARM", form: [("order", "x")]).status == 400)
        #expect(try await house.answer(address, as: "FARM").status == 303)
    }

    // MARK: Contracts

    @Test func theStepsOfAContract() async throws {
        let house = try await MarketHouse.trading()
        let steps = """
            MILL  ship            422
            OTHER sign            403
            MILL  sign            303
            MILL  sign            422
            FARM  sign            303
            MILL  confirmPayment  422
            FARM  confirmPayment  303
            FARM  ship            303
            MILL  accept          303
            MILL  nonsense        400
            MILL  close           303
            MILL  sign            422
            """
        for line in steps.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            let answer = try await house.answer(
                "/market/grain/contracts/1", as: words[0], form: [("step", words[1])])
            #expect(String(answer.status) == words[2], "\(line)")
        }
        let page = try await house.html("/market/grain/contracts/1", as: "FARM")
        #expect(page.contains("fulfilled"))
    }
}

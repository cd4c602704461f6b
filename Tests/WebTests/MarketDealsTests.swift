import Exchange
import Foundation
import Testing
import TradingFloor

@testable import Web

/// Negotiated deals on pages, the further terms of orders, and what a broker does for its clients.
struct MarketDealsTests {
    private static let deals = "/market/grain/desk/deals"

    private func send(
        _ house: MarketHouse, _ address: String, _ who: String?, _ fields: [String: String]
    ) async throws -> PageResponse {
        try await house.answer(
            address, as: who, form: fields.map { (name: $0.key, value: $0.value) })
    }

    private func deal(
        _ house: MarketHouse, _ who: String?, _ changes: [String: String] = [:]
    ) async throws -> PageResponse {
        let fields = [
            "counterparty": "FARM", "instrument": "WHEAT", "side": "buy", "price": "401.5",
            "lots": "3",
        ].merging(changes) { $1 }
        return try await send(house, Self.deals, who, fields)
    }

    private func negotiating() async throws -> MarketHouse {
        let house = try await MarketHouse.atWork(deals: true)
        try await house.pass(to: "08:05")
        return house
    }

    private func text(_ answer: PageResponse) -> String {
        String(decoding: answer.bytes, as: UTF8.self)
    }

    // MARK: Negotiated deals

    /// The hidden fields of the first form with a button of this label.
    private func fields(_ page: String, _ button: String) -> [String: String] {
        guard let end = page.range(of: button),
            let start = page[..<end.lowerBound].range(of: "<form", options: .backwards)
        else { return [:] }
        let form = page[start.lowerBound..<end.lowerBound]
        var fields: [String: String] = [:]
        for input in form.split(separator: "<input").dropFirst() {
            let parts = input.split(separator: "\"").map(String.init)
            guard let name = parts.firstIndex(of: " name="), name + 3 < parts.count else {
                continue
            }
            fields[parts[name + 1]] = parts[name + 3]
        }
        return fields
    }

    @Test func oneSideRegistersAndTheOtherConfirmsWithAButton() async throws {
        let house = try await negotiating()
        let answer = try await deal(house, "MILL")
        #expect(answer.status == 303)
        let target = answer.headers.first { $0.name == "Location" }?.value ?? ""
        #expect(
            try await house.html(target, as: "MILL").contains(
                "It is made when FARM registers the same."))
        // What was done is told to who did it.
        #expect(try await !house.html(target, as: "OTHER").contains("registers the same"))
        #expect(try await !house.html(Self.deals, as: "OTHER").contains("401.5"))
        let offered = try await house.html("/market/grain/desk", as: "FARM")
        #expect(offered.contains("12,045.00\u{A0}BYN"))
        let confirmation = fields(offered, "Confirm deal 1")
        #expect(confirmation["price"] == "401.50")
        #expect(confirmation["side"] == "sell")
        let confirmed = try await send(house, Self.deals, "FARM", confirmation)
        #expect(confirmed.status == 303)
        let made = try await house.html(
            confirmed.headers.first { $0.name == "Location" }?.value ?? "", as: "FARM")
        #expect(made.contains("The deal is made:"))
        #expect(made.contains("/market/grain/contracts/1"))
        // The same button again is the same word.
        #expect(try await send(house, Self.deals, "FARM", confirmation).status == 303)
        let waiting = try await house.floor.section("grain").read { state, _ in
            state.registeredDeals(of: [1, 2])
        }
        #expect(waiting.isEmpty)
    }

    /// A button on a page that was loaded before the other side took its word back.
    @Test func whatNoLongerWaitsIsNotConfirmed() async throws {
        let house = try await negotiating()
        _ = try await deal(house, "MILL")
        let confirmation = fields(
            try await house.html("/market/grain/desk", as: "FARM"), "Confirm deal 1")
        let taken = try await send(
            house, "/market/grain/desk/withdrawals", "MILL", ["deal": "1"])
        #expect(taken.status == 303)
        let answer = try await send(house, Self.deals, "FARM", confirmation)
        #expect(answer.status == 422)
        #expect(text(answer).contains("(133)"))
        let waiting = try await house.floor.section("grain").read { state, _ in
            state.registeredDeals(of: [1, 2])
        }
        #expect(waiting.isEmpty)
    }

    @Test(arguments: [
        (["price": "401.3"], "in steps of 0.5"), (["lots": "-1"], "a whole number of lots"),
        (["counterparty": "NOBODY"], "code of another firm"),
        (["counterparty": "MILL"], "code of another firm"),
        (["instrument": "LOGS"], "Choose an instrument"), (["side": "hold"], "buy or sell"),
        (["lots": "99999"], "deposit doesn’t cover this. (109)"),
        (["receipt": "7"], "Choose a warehouse receipt"),
    ])
    func aWrongDealIsShownAgain(_ changes: [String: String], _ reason: String) async throws {
        let house = try await negotiating()
        let answer = try await deal(house, "MILL", changes)
        #expect(answer.status == 422)
        #expect(text(answer).contains(reason))
        #expect(text(answer).contains("id=\"faults\""))
    }

    @Test func dealsBelongToTheirPhase() async throws {
        let house = try await negotiating()
        #expect(try await deal(house, nil).status == 401)
        #expect(try await deal(house, "OPERATOR").status == 403)
        let early = try await MarketHouse.atWork(deals: true)
        try await early.pass(to: "07:15")
        #expect(
            try await early.html(Self.deals, as: "MILL").contains("No deals are registered now."))
        let answer = try await deal(early, "MILL")
        #expect(answer.status == 422)
        #expect(text(answer).contains("this phase of the session doesn’t permit it"))
    }

    @Test func oneTakesBackOnesOwnDealsAlone() async throws {
        let house = try await negotiating()
        _ = try await deal(house, "MILL")
        let address = "/market/grain/desk/withdrawals"
        #expect(try await send(house, address, "FARM", ["deal": "1"]).status == 422)
        #expect(try await send(house, address, "MILL", ["deal": "1"]).status == 303)
        let again = try await send(house, address, "MILL", ["deal": "1"])
        #expect(text(again).contains("(133)"))
        #expect(try await send(house, address, "MILL", ["deal": "x"]).status == 400)
    }

    // MARK: Further terms

    private func order(
        _ house: MarketHouse, _ changes: [String: String], as who: String = "MILL"
    ) async throws -> PageResponse {
        let fields = [
            "instrument": "WHEAT", "side": "buy", "price": "400", "lots": "4",
            "validity": "day", "order": "5",
        ].merging(changes) { $1 }
        return try await send(house, "/market/grain/desk/orders", who, fields)
    }

    @Test(arguments: [
        ["display": "2"], ["minimum": "1"], ["post-only": "yes", "price": "300"],
        ["all-or-none": "yes"], ["kind": "market", "price": "", "protection": "1"],
        ["kind": "stopLimit", "price": "411", "stop": "410"],
        ["validity": "goodTillDate", "through": "2026-11-24T09:00"],
        ["validity": "fillOrKill", "price": "402.5", "lots": "2"],
    ])
    func furtherTermsAreTaken(_ changes: [String: String]) async throws {
        let house = try await MarketHouse.trading()
        let answer = try await order(house, changes)
        #expect(answer.status == 303, "\(changes)")
    }

    @Test(arguments: [
        (["display": "9"], "(10)"), (["minimum": "9"], "(11)"),
        (["display": "two"], "order-display-fault"),
        (["kind": "market"], "order-price-fault"), (["stop": "410"], "order-stop-fault"),
        (["kind": "stop", "price": ""], "order-stop-fault"),
        (["through": "2026-11-24T09:00"], "order-through-fault"),
        (["validity": "goodTillDate"], "order-through-fault"),
        (["validity": "goodTillDate", "through": "tomorrow"], "order-through-fault"),
        (["validity": "goodTillDate", "through": "2026-11-22T09:00"], "(37)"),
        (["kind": "wish"], "order-kind-fault"), (["validity": "ever"], "order-validity-fault"),
        (["post-only": "yes", "price": "403"], "would trade at once. (7)"),
        (["receipt": "1"], "order-receipt"),
    ])
    func wrongTermsAreNamedAndStayWritten(
        _ changes: [String: String], _ sign: String
    ) async throws {
        let house = try await MarketHouse.trading()
        let answer = try await order(house, changes)
        let page = text(answer)
        #expect(answer.status == 422)
        #expect(page.contains(sign), "\(changes)")
        // What is behind the further terms is seen when something is written there.
        let isFurther = changes.keys.contains { $0 != "validity" && $0 != "price" }
        if isFurther { #expect(page.contains("<details class=\"further\" open>")) }
    }

    @Test func whatAnIcebergHidesIsntShown() async throws {
        let house = try await MarketHouse.trading()
        _ = try await order(house, ["display": "1", "price": "401"])
        let page = try await house.html("/market/grain/instruments/WHEAT")
        #expect(page.contains(#">401.0</th><td class="number">1</td>"#))
    }

    // MARK: Brokers

    @Test func aBrokerTradesForItsClientAndSeesItsThings() async throws {
        let house = try await MarketHouse.atWork()
        try await house.makeClient()
        try await house.pass(to: "07:05")
        let own = text(try await order(house, [:], as: "FARM"))
        #expect(own.contains("trades through its broker"))
        let wrong = try await order(house, ["client": "MILL"], as: "OTHER")
        #expect(text(wrong).contains("order-client-fault"))
        let sell = ["client": "FARM", "side": "sell", "order": "6"]
        #expect(try await order(house, sell, as: "OTHER").status == 303)
        let desk = try await house.html("/market/grain/desk", as: "OTHER")
        for text in ["1\u{A0}client", "<code>FARM</code>", "<code>OTHER</code>", "For whom"] {
            #expect(desk.contains(text), "\(text)")
        }
        try await house.order(1, 1, .buy, 4, at: 800)
        let contract = "/market/grain/contracts/1"
        #expect(
            try await house.html("/market/grain/contracts", as: "OTHER").contains("Seller: FARM"))
        for (who, status) in [("OTHER", 303), ("FARM", 422), ("MILL", 303)] {
            #expect(try await send(house, contract, who, ["step": "sign"]).status == status)
        }
        #expect(try await house.html(contract, as: "OTHER").contains("Security, seller"))
    }

    @Test func aBrokersCancellationTakesItsClientsOrder() async throws {
        let house = try await MarketHouse.atWork()
        try await house.makeClient()
        try await house.pass(to: "07:05")
        _ = try await order(house, ["client": "FARM", "side": "sell"], as: "OTHER")
        let form = ["order": "1"]
        let address = "/market/grain/desk/cancellations"
        #expect(try await send(house, address, "MILL", form).status == 422)
        #expect(try await send(house, address, "OTHER", form).status == 303)
    }
}

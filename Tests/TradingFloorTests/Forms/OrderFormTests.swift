import Exchange
import Testing

@testable import TradingFloor

struct OrderFormTests {
    private static let plain =
        #"{"clientOrder":17,"instrument":"MILK","side":"buy","quantity":"120","price":"1880.50"}"#

    @Test func anOrderIsCountedInTicksAndLots() throws {
        let action = try Desk.action(OrderForm.self, Self.plain, by: 1)
        let order = NewOrder(
            id: 0, side: .buy, price: 3_761, quantity: 6, validity: .day)
        #expect(
            action == .enter(OrderEntry(sender: 1, clientOrder: 17, instrument: 1, order: order)))
    }

    @Test func everyFieldComesBack() throws {
        var order = NewOrder(
            id: 0, side: .sell, kind: .stopLimit, price: 3_700, quantity: 40,
            validity: .goodTillDate, date: 1_795_000_000_123, stop: 3_701, protection: 4,
            display: 2, minimum: 3, conditions: [.allOrNone, .postOnly])
        let entry = OrderEntry(
            sender: 3, client: 1, clientOrder: 9, instrument: 1, receipt: 4, order: order)
        let form = try OrderForm(entry, in: Desk.directory)
        #expect(form.goodThrough == "2026-11-18T11:06:40.123Z")
        #expect(try form.action(in: Desk.directory) == .enter(entry))
        order.kind = .market
        order.price = 0
        order.stop = 0
        order.validity = .fillOrKill
        order.date = 0
        let market = OrderEntry(sender: 3, clientOrder: 9, instrument: 0, order: order)
        #expect(
            try OrderForm(market, in: Desk.directory).action(in: Desk.directory) == .enter(market))
    }

    @Test func pricesAndQuantitiesAreExactOrRefused() {
        let change = { (old: String, new: String) in
            Self.plain.replacing(old, with: new)
        }
        Desk.refuses(
            OrderForm.self, change("1880.50", "1880.30"), at: "price", "1880.00 or 1880.50")
        Desk.refuses(
            OrderForm.self, change("1880.50", "-0.30"), at: "price", "-0.50 or 0.00")
        Desk.refuses(OrderForm.self, change("\"120\"", "\"130\""), at: "quantity", "120 or 140")
        Desk.refuses(OrderForm.self, change("\"120\"", "\"0\""), at: "quantity", "a lot, 20 t")
        Desk.refuses(OrderForm.self, change("1880.50", "1,880"), at: "price", "1250.50")
        Desk.refuses(OrderForm.self, change("1880.50", "1."), at: "price", "1250.50")
        Desk.refuses(OrderForm.self, change("1880.50", ""), at: "price", "1250.50")
        Desk.refuses(
            OrderForm.self, change("1880.50", "1.0000000001"), at: "price", "too many digits")
        Desk.refuses(
            OrderForm.self, change("1880.50", "999999999999999999"), at: "price", "too much")
        Desk.refuses(
            OrderForm.self, change("\"1880.50\"", "1880.50"), at: "price",
            "in quotes: \"1880.50\"")
    }

    @Test func whatDoesNotBelongIsRefusedByName() {
        let add = { (member: String) in "\(Self.plain.dropLast()),\(member)}" }
        Desk.refuses(
            OrderForm.self, add(#""Quantity":"1""#), at: "Quantity", "quantity may be meant")
        Desk.refuses(OrderForm.self, add(#""side":"sell""#), at: "", "twice")
        Desk.refuses(OrderForm.self, add(#""stop":"1880""#), at: "stop", "limit has none")
        Desk.refuses(
            OrderForm.self, add(#""validity":"goodTillDate""#), at: "goodThrough", "missing")
        Desk.refuses(OrderForm.self, add(#""kind":"market""#), at: "price", "market has none")
        Desk.refuses(OrderForm.self, add(#""kind":"best""#), at: "kind", "marketToLimit")
        Desk.refuses(OrderForm.self, add(#""client":"NOBODY""#), at: "client", "DAIRY")
        Desk.refuses(OrderForm.self, Self.plain, at: "sender", "who acts", by: 0)
        Desk.refuses(
            OrderForm.self, Self.plain.replacing("17", with: "-1"),
            at: "clientOrder", "18446744073709551615")
        Desk.refuses(
            OrderForm.self, Self.plain.replacing("MILK", with: "milk"),
            at: "instrument", "MILK may be meant")
        Desk.refuses(OrderForm.self, #"{"clientOrder":1}"#, at: "instrument", "missing")
        Desk.refuses(OrderForm.self, "[]", at: "", "an object")
        Desk.refuses(OrderForm.self, "{\n \"side\" \"buy\"}", at: "", "line 2, column 9")
        Desk.refuses(OrderForm.self, Self.plain + "x", at: "", "behind the end")
        Desk.refuses(OrderForm.self, String(repeating: "[", count: 99), at: "", "deep")
    }

    @Test func changesNameTheOrderOnce() throws {
        let replacement = #"{"clientOrder":17,"request":3,"price":"1881.00","quantity":"100"}"#
        #expect(
            try Desk.action(ReplacementForm.self, replacement, by: 1, about: 1)
                == .replace(
                    OrderReplacement(
                        name: OrderName(sender: 1, clientOrder: 17), request: 3, price: 3_762,
                        quantity: 5)))
        Desk.refuses(ReplacementForm.self, replacement, at: "instrument", "which instrument")
        let other = replacement.replacing("{", with: #"{"instrument":"STEEL","#)
        Desk.refuses(ReplacementForm.self, other, at: "instrument", "MILK", about: 1)
        #expect(
            try Desk.action(CancelForm.self, #"{"order":5}"#)
                == .cancel(OrderName(sender: 0, order: 5)))
        Desk.refuses(CancelForm.self, #"{"clientOrder":5}"#, at: "sender", "whose", by: 0)
        Desk.refuses(
            CancelForm.self, #"{"clientOrder":5,"order":5}"#, at: "clientOrder", "exactly one")
        Desk.refuses(CancelForm.self, "{}", at: "clientOrder", "exactly one")
        #expect(
            try Desk.action(MassCancelForm.self, #"{"instrument":"MILK","side":"sell"}"#, by: 2)
                == .massCancel(MassCancel(participant: 2, instrument: 1, side: .sell)))
        #expect(
            try Desk.action(MassCancelForm.self, "{}") == .massCancel(MassCancel(participant: 0)))
    }

    @Test func dealsContractsAuctionsAndMoney() throws {
        let deal = DealProposal(
            sender: 1, side: .sell, counterparty: 2, instrument: 1, price: 3_761, quantity: 6,
            receipt: 8)
        let form = try DealForm(deal, in: Desk.directory)
        #expect(try form.action(in: Desk.directory) == .registerDeal(deal))
        #expect(
            try Desk.action(ContractStepForm.self, #"{"contract":12,"step":"sign"}"#, by: 2)
                == .step(contract: 12, .sign, by: 2))
        #expect(
            try Desk.action(DealWithdrawalForm.self, #"{"deal":7}"#, by: 2) == .withdrawDeal(2, 7))
        Desk.refuses(
            ContractStepForm.self, #"{"contract":12,"step":"pay"}"#, at: "step", "confirmPayment")
        #expect(
            try Desk.action(
                AuctionActForm.self, #"{"auction":3,"act":"take","price":"4.5","quantity":"40"}"#,
                by: 2, about: 1) == .auction(3, .take(9, 2), by: 2, client: 0))
        #expect(
            try Desk.action(AuctionActForm.self, #"{"auction":3,"act":"halt"}"#)
                == .auction(3, .halt, by: 0, client: 0))
        Desk.refuses(AuctionActForm.self, #"{"auction":3,"act":"bid"}"#, at: "price", "missing")
        Desk.refuses(
            AuctionActForm.self, #"{"auction":3,"act":"open","price":"1"}"#, at: "price", "none")
        Desk.refuses(AuctionActForm.self, #"{"auction":3,"act":"buy"}"#, at: "act", "retract")
        let payment =
            #"{"kind":"in","participant":"DAIRY","currency":"BYN","amount":"12.5","voucher":7}"#
        let roubles = try #require(CurrencyCode("BYN"))
        #expect(
            try Desk.action(PaymentForm.self, payment)
                == .payIn(
                    Payment(voucher: 7, participant: 1, currency: roubles, amount: 1_250)))
        let change = { (old: String, new: String) in payment.replacing(old, with: new) }
        Desk.refuses(PaymentForm.self, change("12.5", "12.505"), at: "amount", "at most 2")
        Desk.refuses(PaymentForm.self, change("12.5", "-1"), at: "amount", "above zero")
        Desk.refuses(PaymentForm.self, change("BYN", "byn"), at: "currency", "ISO 4217")
        Desk.refuses(PaymentForm.self, change("\"in\"", "\"by\""), at: "kind", "in, out, fee")
        Desk.refuses(
            PaymentForm.self, change("BYN", "JPY"), at: "amount", "without a point")
    }
}

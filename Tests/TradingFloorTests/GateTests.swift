import Exchange
import Foundation
import Testing
import TradingFloor

struct GateTests {
    @Test func tokensOutliveTheProcessAndOnlyTheirDigestsAreKept() throws {
        let scratch = try Scratch()
        let clock = HandClock()
        let options = FloorOptions(clock: clock.clock)
        let floor = try TradingFloor.open(dataDirectory: scratch.folder, options: options)
        let (text, token) = try floor.tokens.issue(
            .participant("FIRM-1"), label: "desk", at: Instant(clock.now),
            expires: Instant(clock.now + 1_000))
        let (house, _) = try floor.tokens.issue(.operator, label: "house", at: Instant(clock.now))
        floor.close()

        let path = scratch.path("exchange/tokens.json")
        let file = String(decoding: try scratch.read("exchange/tokens.json"), as: UTF8.self)
        #expect(!file.contains(text) && !file.contains(text.dropFirst(4)))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)

        let again = try TradingFloor.open(dataDirectory: scratch.folder, options: options)
        #expect(again.gate.token(ofBearer: text) == token)
        #expect(again.gate.token(ofBearer: text + "0") == nil)
        #expect(again.gate.token(ofBearer: house)?.holder == .operator)
        clock.pass(1_000)
        #expect(again.gate.token(ofBearer: text) == nil)
        #expect(try again.tokens.revoke(2))
        #expect(try !again.tokens.revoke(2))
        #expect(again.gate.token(ofBearer: house) == nil)
        // A number is never given twice.
        #expect(
            try again.tokens.issue(.operator, label: "x", at: Instant(0)).token.number == 3)
        again.close()
    }

    @Test func aDamagedTokenFileIsRefusedByName() throws {
        let scratch = try Scratch()
        try TradingFloor.open(dataDirectory: scratch.folder).close()
        try scratch.write(Array("{".utf8), "exchange/tokens.json")
        #expect {
            try TradingFloor.open(dataDirectory: scratch.folder)
        } throws: { error in
            "\(error)".contains("tokens.json")
        }
    }

    @Test func aParticipantSpeaksForItselfAlone() {
        let mine: ParticipantIndex = 2
        let allowed: [SectionAction] = [
            Market.order(2, 1, .buy, 1, at: 1), .cancel(OrderName(sender: 2, clientOrder: 1)),
            .replace(
                OrderReplacement(name: OrderName(sender: 2, order: 5), price: 1, quantity: 1)),
            .massCancel(MassCancel(participant: 2)), .disconnect(2),
            .registerDeal(
                DealProposal(
                    sender: 2, side: .buy, counterparty: 3, instrument: 0, price: 1, quantity: 1)),
            .withdrawDeal(2, 1), .step(contract: 1, .sign, by: 2),
            .moveReceipt(ReceiptMove(owner: 2, receipt: 1, quantity: 1)),
            .mergeReceipts(owner: 2, first: 1, second: 2), .auction(1, .bid(5), by: 2, client: 0),
        ]
        for action in allowed {
            #expect(action.refusal(of: mine) == nil, "\(action)")
            #expect(action.refusal(of: 3) == .notYours, "\(action)")
            #expect(action.refusal(of: 0) == .notYours, "\(action)")
        }
        let payment = Payment(voucher: 1, participant: 2, currency: Market.roubles, amount: 1)
        let ofTheHouse: [SectionAction] = [
            .kill(2, on: true), .list(Market.instrument("X")), .suspend(2, on: false),
            .payIn(payment), .payOut(payment), .chargeFee(payment), .session(.halt), .advance,
            .enterPhase(nil, .continuous), .uncross(nil, reference: nil, then: .closed),
            .expire(.day), .forget, .auction(1, .cancel, by: 2, client: 0),
            .withdrawReceipt(owner: 2, receipt: 1, quantity: 1),
        ]
        for action in ofTheHouse { #expect(action.refusal(of: mine) == .onlyOperator, "\(action)") }
        // 0 is the house, whose orders and mass cancellations reach everybody's.
        #expect(SectionAction.massCancel(MassCancel(participant: 0)).refusal(of: mine) == .notYours)
        #expect(
            SectionAction.cancel(OrderName(sender: 0, order: 1)).refusal(of: mine) == .notYours)
    }

    @Test func theGateLooksBeforeTheJournal() async throws {
        let scratch = try Scratch()
        let clock = HandClock()
        let floor = try TradingFloor.open(
            dataDirectory: scratch.folder, options: FloorOptions(clock: clock.clock),
            limits: GateLimits(perSecond: 10, burst: 3))
        let section = try floor.makeSection("steel")
        _ = try await section.submit(Market.opening)
        let now = Instant(clock.now)
        let text = try floor.tokens.issue(.participant("FIRM-2"), label: "", at: now).text
        let foreign = try floor.tokens.issue(.participant("NOBODY"), label: "", at: now).text
        let other = try floor.tokens.issue(.operator, sections: ["timber"], label: "", at: now).text
        let before = section.status.commands
        let gate = floor.gate
        func send(_ bearer: String, _ actions: [SectionAction]) async throws {
            _ = try await gate.submit(actions, bearer: bearer, to: section)
        }
        await #expect(throws: GateRefusal.unknownToken) { try await send("fnd_00", [.advance]) }
        await #expect(throws: GateRefusal.notAdmitted(participant: "NOBODY", section: "steel")) {
            try await send(foreign, [])
        }
        await #expect(throws: GateRefusal.otherSection("steel")) { try await send(other, []) }
        await #expect(throws: GateRefusal.notYours) {
            try await send(text, [Market.order(3, 1, .buy, 1, at: 1)])
        }
        #expect(section.status.commands == before)
        let orders = (1...4).map { Market.order(2, $0, .buy, 1, at: 90) }
        try await send(text, Array(orders.prefix(3)))
        await #expect(throws: GateRefusal.tooFast(perSecond: 10)) {
            try await send(text, [orders[3]])
        }
        clock.pass(100)
        try await send(text, [orders[3]])
        #expect(section.status.commands == before + 4)
        floor.close()
    }
}

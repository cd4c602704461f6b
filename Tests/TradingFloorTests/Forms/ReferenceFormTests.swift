import Exchange
import Testing

@testable import TradingFloor

struct ReferenceFormTests {
    private static let milk = #"""
        {"code":"MILK","name":"milk","lot":"20","unit":"t","tick":"0.50","currency":"BYN",
         "delivery":{"rule":"fca","place":"Brest","region":"place/by/brest"},
         "deadlines":{"signing":"1 day","payment":"5 days","shipment":"36 hours",
                      "acceptance":"90 minutes","claims":"0 seconds"},
         "bands":{"entry":{"low":"100","high":"200"},"dynamic":"2.5"},
         "quality":[{"name":"fat","from":"3.4","to":"3.9","unit":"%"}],
         "resident":{"deposit":"5","fee":"0.25"},"largestOrder":"1000.00"}
        """#

    @Test func aFormBecomesAnInstrumentAndBack() throws {
        let form = try FormJSON.read(InstrumentForm.self, from: Array(Self.milk.utf8))
        let milk = try form.instrument()
        #expect(milk.tickValue == 1_000)
        #expect(milk.resident == Rates(deposit: 500, fee: 25))
        #expect(milk.bands == PriceBands(entry: 200...400, dynamic: 5))
        #expect(milk.deadlines.acceptance == 5_400_000)
        #expect(milk.largestOrderValue == 100_000)
        #expect(milk.mode == .continuous)
        #expect(try InstrumentForm(milk).instrument() == milk)
        #expect(
            try form.alteration(of: "STEEL", in: Desk.directory) == .alterInstrument(0, milk))
    }

    @Test func anInstrumentWithAnOddTickKeepsIt() throws {
        var steel = Market.instrument("STEEL")
        steel.tickValue = 77
        steel.bands.fixed = 3...9
        steel.harmonisedCode = "7214"
        steel.terms = "prepaid"
        let form = InstrumentForm(steel)
        #expect(form.tickValue == 77)
        #expect(try form.instrument() == steel)
        #expect(InstrumentForm(Desk.milk).tickValue == nil)
    }

    @Test func whatIsWrongWithAnInstrument() {
        let refuse = { (old: String, new: String, path: String, words: String) in
            Desk.refuses(
                InstrumentForm.self, Self.milk.replacing(old, with: new), at: path, words)
        }
        refuse("MILK", "Milk", "code", "A–Z")
        refuse("\"0.50\"", "\"0.0001\"", "tick", "minor units")
        refuse("\"0.50\"", "\"0\"", "tick", "above zero")
        refuse("fca", "abc", "delivery.rule", "cif")
        refuse("5 days", "5 weeks", "deadlines.payment", "10 minutes")
        refuse("5 days", "9999 days", "deadlines.payment", "ten years")
        refuse("\"200\"", "\"99\"", "bands.entry", "no higher")
        refuse("\"200\"", "\"199.7\"", "bands.entry.high", "199.50 or 200.00")
        refuse("\"5\"", "\"101\"", "resident.deposit", "100")
        refuse("\"5\"", "\"0.125\"", "resident.deposit", "percent")
        refuse("3.9", "3,9", "quality[0].to", "decimal")
        refuse("\"from\"", "\"form\"", "quality[0].form", "there is")
        refuse("\"place\"", "\"plaza\"", "delivery.plaza", "no such member")
        refuse("1000.00", "1000.005", "largestOrder", "at most 2")
    }

    @Test func participantsComeBack() throws {
        let participant = Participant(
            code: "MILL", name: "A Mill", organisation: RecordName("org/mill"),
            places: [RecordName("place/by/minsk"), RecordName("place/by")], isResident: false,
            groups: 1 | 1 << 63, validFrom: Instant(1_000), validTo: Instant(86_400_000),
            broker: 3, firmGroup: 12, selfTrade: .decrement, cancelsOnDisconnect: true,
            limits: OrderLimits(value: 5, perSecond: 6, open: 7))
        let form = ParticipantForm(participant, in: Desk.directory)
        #expect(form.groups == [0, 63])
        #expect(form.broker == "BROKER")
        #expect(try form.action(in: Desk.directory) == .admit(participant))
        let plain = Participant(code: "X", name: "x", organisation: RecordName(""))
        #expect(
            try ParticipantForm(plain, in: Desk.directory).participant(in: Desk.directory)
                == plain)
        #expect(
            try form.alteration(of: "DAIRY", in: Desk.directory)
                == .alterParticipant(1, participant))
        let refuse = { (members: String, path: String, words: String) in
            Desk.refuses(
                ParticipantForm.self, #"{"code":"X","name":"x",\#(members)}"#, at: path, words)
        }
        refuse(#""groups":[1,64]"#, "groups[1]", "0 to 63")
        refuse(#""broker":"NOBODY""#, "broker", "BROKER")
        refuse(#""selfTrade":"no""#, "selfTrade", "decrement")
        refuse(#""validFrom":"2026-11-23""#, "validFrom", "+03:00")
        refuse(#""validFrom":"2026-11-23T25:00Z""#, "validFrom", "+03:00")
        refuse(
            #""validFrom":"2026-11-23T10:00Z","validTo":"2026-11-23T12:00+03:00""#, "validTo",
            "later")
        refuse(#""limits":{"perSecond":-1}"#, "limits.perSecond", "4294967295")
    }

    @Test func bars() throws {
        let json = #"{"participant":"DAIRY","bar":"kill","on":true}"#
        #expect(try Desk.action(BarForm.self, json) == .kill(1, on: true))
        #expect(
            try Desk.action(BarForm.self, json.replacing("kill", with: "suspend"))
                == .suspend(1, on: true))
        #expect(try Desk.action(BarForm.self, #"{"bar":"kill","on":false}"#) == .kill(0, on: false))
        Desk.refuses(BarForm.self, #"{"bar":"suspend","on":true}"#, at: "participant", "who")
        Desk.refuses(BarForm.self, #"{"bar":"ban","on":true}"#, at: "bar", "kill")
    }

    @Test func receipts() throws {
        let issue =
            #"{"owner":"DAIRY","instrument":"MILK","quantity":"240","voucher":9114,"#
            + #""validTo":"2026-12-01T00:00Z"}"#
        #expect(
            try Desk.action(ReceiptIssueForm.self, issue)
                == .issueReceipt(
                    ReceiptIssue(
                        owner: 1, instrument: 1, quantity: 12, voucher: 9_114,
                        validTo: Instant(1_796_083_200_000))))
        let move = #"{"receipt":4,"quantity":"60","receiver":"TRADER"}"#
        #expect(
            try Desk.action(ReceiptMoveForm.self, move, by: 1, about: 1)
                == .moveReceipt(ReceiptMove(owner: 1, receipt: 4, quantity: 3, receiver: 2)))
        #expect(
            try Desk.action(
                ReceiptMoveForm.self, #"{"receipt":4,"quantity":"60","withdraw":true}"#, by: 1,
                about: 1) == .withdrawReceipt(owner: 1, receipt: 4, quantity: 3))
        Desk.refuses(
            ReceiptMoveForm.self, move.replacing("{", with: #"{"withdraw":true,"#), at: "receiver",
            "none",
            about: 1)
        #expect(
            try Desk.action(ReceiptMergeForm.self, #"{"first":4,"second":5}"#, by: 1)
                == .mergeReceipts(owner: 1, first: 4, second: 5))
    }
}

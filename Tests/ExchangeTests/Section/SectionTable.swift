import Exchange
import Testing

/// A table of commands to a section, one a row, each with what must come of it.
///
/// ```
/// list MILK tick=2 deposit=1000/2000 fee=10/20   |
/// admit A                                        |
/// pay A 10000                                    | in 10000
/// A buy 1 5@100                                  | ok 1 5@100 blocks 101
/// money A                                        | 9899 free 101 blocked
/// ```
///
/// Left: `list CODE` (`tick= deposit=RESIDENT/OTHER fee=RESIDENT/OTHER fixed=LOW:HIGH mode= group=
/// most=`), `admit FIRM` (`foreign broker= from= to= groups= value= rate= open= firm= stp=
/// disconnects`), `alter …` as `admit`, `suspend|pardon FIRM`, `pay|out|fee FIRM AMOUNT
/// [voucher=]`, `FIRM buy|sell CLIENTORDER QUANTITY@PRICE [words] [for=FIRM] [receipt=] [in=CODE]`,
/// `FIRM cancel CLIENTORDER`, `FIRM replace CLIENTORDER QUANTITY@PRICE [request=]`, `FIRM mass
/// [buy|sell]`, `FIRM disconnect`, `kill|revive FIRM|all`, `phase PHASE`, `uncross`, `expire
/// day|session`, `forget`, `at MILLISECONDS`, `receipt FIRM LOTS [to=MS]`, `move FIRM RECEIPT LOTS
/// FIRM`, `merge FIRM RECEIPT RECEIPT`, `withdraw FIRM RECEIPT LOTS`, `FIRM agrees buy|sell
/// QUANTITY@PRICE with FIRM [receipt=]`, `FIRM retracts NUMBER`, `STEP CONTRACT FIRM|house`. Asked:
/// `opensession PHASE=MS… [places=PLACE]`, `session halt|resume|cancel|extend MS|next PHASE`,
/// `auction english|reverse|dutch FIRM LOTS start= [step= reserve= buynow= window= floor= least=
/// sealed=] opens= ends= [receipt=] [in=CODE]`, `FIRM bids|seals|improves AUCTION PRICE`, `FIRM
/// takes AUCTION LOTS@PRICE`, `FIRM withdraws|retracts-bid AUCTION`, `house opens|halts|resumes|cancels
/// AUCTION`. Asked: `money FIRM`, `house`, `quotes`, `contract NUMBER`, `receipts`, `book`. `#` begins a remark.
///
/// After every row the section must be sound, and a second section, restored from a snapshot before
/// every row, must give the same events and the same hash.
struct SectionTable: ~Copyable {
    private static let limits = SectionLimits(
        orders: 256, ordersPerBook: 64, instruments: 8)

    var section = Section(SectionTable.limits)
    var events = SectionEvents()
    var now = Instant(0)

    /// Runs a table; what isn't as it says is recorded as an issue, with its row.
    static func check(_ text: String) {
        var table = SectionTable()
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let cells = line.prefix { $0 != "#" }.split(
                separator: "|", omittingEmptySubsequences: false
            ).map { $0.split(separator: " ").joined(separator: " ") }
            guard let command = cells.first, !command.isEmpty else { continue }
            let wanted = cells.count > 1 ? cells[1] : ""
            let got = table.run(command.split(separator: " ").map(String.init))
            if got != wanted {
                Issue.record("row \(number + 1): \(command)\n  wanted \(wanted)\n  got    \(got)")
                return
            }
            let faults = table.section.checkInvariants()
            if !faults.isEmpty {
                Issue.record("row \(number + 1): \(command)\n  \(faults)")
                return
            }
        }
    }

    private mutating func run(_ words: [String]) -> String {
        if let answer = asked(words) { return answer }
        guard let action = action(words) else { return "?" }
        let command = SectionCommand(time: now, action: action)
        guard Self.isCoded(command) else { return "not the same after encoding" }
        let before = section.snapshot()
        events.removeAll()
        section.apply(command, into: &events)
        let got = (0..<events.count).map { describe(events[$0]) }
            .filter { !$0.isEmpty }.joined(separator: "; ")
        do {
            var restored = try Section(Self.limits, restoring: before)
            var again = SectionEvents()
            restored.apply(command, into: &again)
            if again.array() != events.array() || restored.stateHash != section.stateHash {
                return "\(got) (but otherwise after a restart)"
            }
        } catch {
            return "snapshot: \(error)"
        }
        return got
    }

    /// Whether a command comes back from its bytes, and no part of them is taken for a command.
    private static func isCoded(_ command: SectionCommand) -> Bool {
        let bytes = CommandCodec.encode(command)
        let decoded = try? CommandCodec.decode(bytes)
        return decoded == command
            && (try? CommandCodec.decode(bytes + [0])) == nil
            && bytes.indices.allSatisfy { (try? CommandCodec.decode(Array(bytes[..<$0]))) == nil }
    }

    // MARK: Commands

    private mutating func action(_ words: [String]) -> SectionAction? {
        let rest = Array(words.dropFirst())
        switch words[0] {
        case "at":
            now = Instant(Int64(words[1]) ?? 0)
            return .advance
        case "list": return .list(instrument(rest))
        case "admit": return .admit(participant(rest))
        case "alter": return .alterParticipant(firm(rest[0]), participant(rest))
        case "suspend", "pardon": return .suspend(firm(rest[0]), on: words[0] == "suspend")
        case "kill", "revive":
            return .kill(rest[0] == "all" ? 0 : firm(rest[0]), on: words[0] == "kill")
        case "pay": return .payIn(payment(rest))
        case "out": return .payOut(payment(rest))
        case "fee": return .chargeFee(payment(rest))
        case "opensession": return openSession(rest)
        case "session": return sessionAction(rest)
        case "auction": return auctionAction(rest)
        case "phase":
            return .enterPhase(
                nil,
                rest[0] == "call" ? .call : rest[0] == "closed" ? .closed : .continuous)
        case "uncross": return .uncross(nil, reference: nil, then: .continuous)
        case "expire": return .expire(rest[0] == "day" ? .day : .session)
        case "forget": return .forget
        case "receipt", "move", "merge", "withdraw": return receiptAction(words)
        default:
            if let step = Self.steps[words[0]] {
                return .step(
                    contract: UInt64(rest[0]) ?? 0, step,
                    by: rest[1] == "house" ? 0 : firm(rest[1]))
            }
            return orderAction(words)
        }
    }

    private static let steps: [String: ContractStep] = [
        "sign": .sign, "paid": .confirmPayment, "ship": .ship, "accept": .accept,
        "close": .close, "end": .endByAgreement, "keep": .keep,
        "buyerfails": .defaultOfBuyer, "sellerfails": .defaultOfSeller,
    ]

    private func receiptAction(_ words: [String]) -> SectionAction {
        let owner = firm(words[1])
        let number = { (place: Int) in UInt64(words[place]) ?? 0 }
        switch words[0] {
        case "receipt":
            let to = Self.value("to", words).flatMap { Int64($0) }
            return .issueReceipt(
                ReceiptIssue(
                    owner: owner, instrument: 0, quantity: Int64(words[2]) ?? 0, voucher: 1,
                    validTo: to.map { Instant($0) } ?? .distantFuture))
        case "move":
            return .moveReceipt(
                ReceiptMove(
                    owner: owner, receipt: number(2), quantity: Int64(words[3]) ?? 0,
                    receiver: words[4] == words[1] ? 0 : firm(words[4])))
        case "merge":
            return .mergeReceipts(owner: owner, first: number(2), second: number(3))
        default:
            return .withdrawReceipt(
                owner: owner, receipt: number(2), quantity: Int64(words[3]) ?? 0)
        }
    }

    private func orderAction(_ words: [String]) -> SectionAction? {
        let sender = words[0] == "house" ? 0 : firm(words[0])
        guard words.count > 1 else { return nil }
        let number = { (place: Int) in UInt64(words[place]) ?? 0 }
        switch words[1] {
        case "buy", "sell": return .enter(entry(sender, words))
        case "cancel": return .cancel(OrderName(sender: sender, clientOrder: number(2)))
        case "replace":
            let (quantity, price) = Self.pair(words[3])
            return .replace(
                OrderReplacement(
                    name: OrderName(sender: sender, clientOrder: number(2)),
                    request: Self.value("request", words).flatMap { UInt64($0) } ?? 0,
                    price: Int64(price) ?? 0, quantity: quantity))
        case "mass":
            let side: Side? =
                words.contains("buy") ? .buy : words.contains("sell") ? .sell : nil
            return .massCancel(MassCancel(participant: sender, side: side))
        case "disconnect": return .disconnect(sender)
        case "bids", "seals", "improves", "takes", "withdraws", "retracts-bid", "opens",
            "halts",
            "resumes", "cancels":
            return auctionAct(sender, words)
        case "retracts": return .withdrawDeal(sender, number(2))
        case "agrees":
            let (quantity, price) = Self.pair(words[3])
            return .registerDeal(
                DealProposal(
                    sender: sender, side: words[2] == "buy" ? .buy : .sell,
                    counterparty: firm(words[5]), instrument: 0, price: Int64(price) ?? 0,
                    quantity: quantity,
                    receipt: Self.value("receipt", words).flatMap { UInt64($0) } ?? 0))
        default: return nil
        }
    }

    private func entry(_ sender: ParticipantIndex, _ words: [String]) -> OrderEntry {
        let (quantity, price) = Self.pair(words[3])
        var order = NewOrder(id: 0, side: words[1] == "buy" ? .buy : .sell, quantity: quantity)
        switch price {
        case "market": order.kind = .market
        case "mtl": order.kind = .marketToLimit
        default: order.price = Int64(price) ?? 0
        }
        if let stop = Self.value("stop", words).flatMap({ Int64($0) }) {
            order.stop = stop
            order.kind = order.kind == .market ? .stop : .stopLimit
        }
        if words.contains("ioc") { order.validity = .immediateOrCancel }
        if words.contains("fok") { order.validity = .fillOrKill }
        if words.contains("day") { order.validity = .day }
        if let date = Self.value("till", words).flatMap({ UInt64($0) }) {
            order.validity = .goodTillDate
            order.date = date
        }
        order.display = Self.value("show", words).flatMap { Int64($0) } ?? 0
        order.protection = Self.value("protect", words).flatMap { Int64($0) } ?? 0
        let code = Self.value("in", words)
        let instrument = section.instruments.firstIndex { $0.code == code } ?? 0
        return OrderEntry(
            sender: sender, client: Self.value("for", words).map { firm($0) } ?? 0,
            clientOrder: UInt64(words[2]) ?? 0,
            instrument: code == "NONE" ? 99 : InstrumentIndex(instrument),
            receipt: Self.value("receipt", words).flatMap { UInt64($0) } ?? 0, order: order)
    }

    private func payment(_ words: [String]) -> Payment {
        let currency =
            CurrencyCode(Self.value("in", words) ?? "RUB") ?? section.instruments[0].currency
        return Payment(
            voucher: Self.value("voucher", words).flatMap { UInt64($0) } ?? 0,
            participant: firm(words[0]), currency: currency, amount: Int64(words[1]) ?? 0)
    }
}

extension SectionTable {
    private func instrument(_ words: [String]) -> Instrument {
        let numbers = { (key: String) -> [UInt32] in
            (Self.value(key, words) ?? "0/0").split(separator: "/").map { UInt32($0) ?? 0 }
        }
        let (deposit, fee) = (numbers("deposit"), numbers("fee"))
        let band = Self.value("fixed", words)?.split(separator: ":").compactMap { Int64($0) }
        let modes: [String: TradingMode] = [
            "negotiated": .negotiated, "english": .english, "reverse": .reverse, "dutch": .dutch,
        ]
        return Instrument(
            code: words[0], name: words[0], commodity: RecordName("commodity/x"),
            lotSize: ExactDecimal(1), unit: "t",
            tickValue: Self.value("tick", words).flatMap { Int64($0) } ?? 1,
            tickSize: ExactDecimal(1), currency: RecordedCurrency.rouble,
            basis: Basis(rule: .exw, place: "", region: RecordName("place/x")),
            deadlines: ContractTerms(
                signing: 100, payment: 200, shipment: 300, acceptance: 400, claims: 500),
            bands: PriceBands(fixed: band.map { $0[0]...$0[1] }),
            mode: Self.value("mode", words).flatMap { modes[$0] } ?? .continuous,
            group: Self.value("group", words).flatMap { UInt8($0) } ?? 0,
            resident: Rates(deposit: deposit[0], fee: fee[0]),
            nonResident: Rates(deposit: deposit[1], fee: fee[1]),
            largestOrderValue: Self.value("most", words).flatMap { Int64($0) } ?? 0)
    }

    private func participant(_ words: [String]) -> Participant {
        let number = { (key: String) in Self.value(key, words).flatMap { Int64($0) } }
        let policies: [String: SelfTradePolicy] = [
            "newest": .cancelNewest, "oldest": .cancelOldest,
        ]
        return Participant(
            code: words[0], name: words[0], organisation: RecordName("organisation/x"),
            places: Self.value("place", words).map { [RecordName($0)] } ?? [],
            isResident: !words.contains("foreign"),
            groups: Self.value("groups", words).flatMap { UInt64($0) } ?? .max,
            validFrom: number("from").map { Instant($0) } ?? .distantPast,
            validTo: number("to").map { Instant($0) } ?? .distantFuture,
            broker: Self.value("broker", words).map { firm($0) } ?? 0,
            firmGroup: number("firm").map { UInt32($0) } ?? 0,
            selfTrade: Self.value("stp", words).flatMap { policies[$0] },
            cancelsOnDisconnect: words.contains("disconnects"),
            limits: OrderLimits(
                value: number("value") ?? 0, perSecond: UInt32(number("rate") ?? 0),
                open: UInt32(number("open") ?? 0)))
    }

    /// The number of a firm by its code; one that nobody has if there is none.
    func firm(_ code: String) -> ParticipantIndex {
        section.participants.firstIndex { $0.code == code }.map { ParticipantIndex($0) } ?? 999
    }

    static func value(_ key: String, _ words: [String]) -> String? {
        words.first { $0.hasPrefix("\(key)=") }.map { String($0.dropFirst(key.count + 1)) }
    }

    static func pair(_ text: String) -> (Int64, String) {
        let parts = text.split(separator: "@").map(String.init)
        return (Int64(parts[0]) ?? 0, parts.count > 1 ? parts[1] : "")
    }
}

/// Currencies for tests.
enum RecordedCurrency {
    /// The Russian rouble.
    static var rouble: CurrencyCode {
        guard let code = CurrencyCode("RUB") else { preconditionFailure("RUB is a currency") }
        return code
    }
}

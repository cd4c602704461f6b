import Exchange
import Testing

/// A table of commands, one a row, each with what must come of it.
///
/// ```
/// sell 1 5@101           | ok 1
/// buy  2 3@101 ioc       | ok 2; 2x1 3@101
/// book                   | - / 2@101
/// ```
///
/// Left: `buy|sell ID QUANTITY@PRICE` with words (`ioc fok day session gtd=3 aon post show=5 min=5
/// stop=102 protect=3 by=7 group=1 newest oldest both decrement`; the price may be `market`, `mtl`);
/// `cancel ID`, `cancel all [by=7] [buy|sell]`, `replace ID QUANTITY@PRICE`, `expire day|session|3`,
/// `call`, `closed`, `continuous`, `uncross [ref=100] [closed]`, `bands [entry=1:9] [fixed=1:9]
/// [dynamic=2]`, `indicative [ref=100]`, `book` (bids / offers, best first), `queue ID…` (all orders
/// in the book's order). Right: the events, separated by `;`. `#` begins a remark.
struct MarketTable: ~Copyable {
    private var book: Book
    private var events = EventBuffer()

    /// Runs a table; what isn't as it says is recorded as an issue, with its row.
    static func check(_ text: String, limits: BookLimits = BookLimits(orders: 64)) {
        var table = MarketTable(book: Book(limits))
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let row = line.prefix { $0 != "#" }
            let cells = row.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.split(separator: " ").joined(separator: " ")
            }
            guard let command = cells.first, !command.isEmpty else { continue }
            let wanted = cells.count > 1 ? cells[1] : ""
            let got = table.run(command.split(separator: " ").map(String.init))
            if got != wanted {
                Issue.record("row \(number + 1): \(command)\n  wanted \(wanted)\n  got    \(got)")
                return
            }
        }
        #expect(table.book.checkInvariants().isEmpty)
    }

    private init(book: consuming Book) { self.book = book }
}

extension MarketTable {
    private mutating func run(_ words: [String]) -> String {
        events.removeAll()
        let rest = Array(words.dropFirst())
        switch words[0] {
        case "buy", "sell": submit(words)
        case "cancel" where rest.first == "all":
            book.cancelAll(
                participant: Self.number("by", rest).map(UInt32.init),
                side: rest.contains("buy") ? .buy : rest.contains("sell") ? .sell : nil,
                into: &events)
        case "cancel": book.cancel(id: UInt64(rest[0]) ?? 0, into: &events)
        case "replace":
            let (quantity, price) = Self.pair(rest[1])
            book.replace(
                id: UInt64(rest[0]) ?? 0, price: Int64(price) ?? 0, quantity: quantity,
                into: &events)
        case "expire":
            let expiry: Expiry =
                rest[0] == "day"
                ? .day : rest[0] == "session" ? .session : .through(UInt64(rest[0]) ?? 0)
            book.expire(expiry, into: &events)
        case "call": book.enter(.call, into: &events)
        case "closed": book.enter(.closed, into: &events)
        case "continuous": book.enter(.continuous, into: &events)
        case "uncross":
            book.uncross(
                reference: Self.number("ref", rest),
                then: rest.contains("closed") ? .closed : .continuous, into: &events)
        case "bands":
            book.setBands(
                PriceBands(
                    entry: Self.range("entry", rest), fixed: Self.range("fixed", rest),
                    dynamic: Self.number("dynamic", rest)))
        case "indicative":
            return book.indicative(reference: Self.number("ref", rest)).map(Self.text) ?? "no price"
        case "book": return "\(Self.text(book.depths(.buy))) / \(Self.text(book.depths(.sell)))"
        case "queue": return book.standingOrders().map { "\($0.id)" }.joined(separator: " ")
        default: return "unknown command"
        }
        return events.array().map(Self.text).joined(separator: "; ")
    }

    private mutating func submit(_ words: [String]) {
        let (quantity, price) = Self.pair(words[2])
        var order = NewOrder(
            id: UInt64(words[1]) ?? 0, side: words[0] == "buy" ? .buy : .sell,
            price: Int64(price) ?? 0, quantity: quantity)
        let stop = Self.number("stop", words)
        order.stop = stop ?? 0
        order.kind =
            switch price {
            case "market": stop == nil ? .market : .stop
            case "mtl": .marketToLimit
            default: stop == nil ? .limit : .stopLimit
            }
        let validities: [String: Validity] = [
            "ioc": .immediateOrCancel, "fok": .fillOrKill, "day": .day, "session": .session,
        ]
        let policies: [String: SelfTradePolicy] = [
            "newest": .cancelNewest, "oldest": .cancelOldest, "both": .cancelBoth,
            "decrement": .decrement,
        ]
        for word in words {
            if let validity = validities[word] { order.validity = validity }
            if let policy = policies[word] { order.selfTrade = policy }
        }
        if let date = Self.number("gtd", words) {
            order.validity = .goodTillDate
            order.date = UInt64(date)
        }
        if words.contains("aon") { order.conditions.insert(.allOrNone) }
        if words.contains("post") { order.conditions.insert(.postOnly) }
        order.display = Self.number("show", words) ?? 0
        order.minimum = Self.number("min", words) ?? 0
        order.protection = Self.number("protect", words) ?? 0
        order.participant = UInt32(Self.number("by", words) ?? 0)
        order.group = UInt32(Self.number("group", words) ?? 0)
        book.submit(order, into: &events)
    }

    private static func number(_ name: String, _ words: [String]) -> Int64? {
        words.first { $0.hasPrefix(name + "=") }.flatMap { Int64($0.dropFirst(name.count + 1)) }
    }

    private static func range(_ name: String, _ words: [String]) -> ClosedRange<Int64>? {
        guard let word = words.first(where: { $0.hasPrefix(name + "=") }) else { return nil }
        let ends = word.dropFirst(name.count + 1).split(separator: ":").compactMap { Int64($0) }
        return ends.count == 2 ? ends[0]...ends[1] : nil
    }

    private static func pair(_ word: String) -> (Int64, String) {
        let parts = word.split(separator: "@").map(String.init)
        return (Int64(parts[0]) ?? 0, parts.count > 1 ? parts[1] : "")
    }

    private static func text(_ depths: [Depth]) -> String {
        depths.isEmpty
            ? "-" : depths.map { "\($0.quantity)@\($0.price)" }.joined(separator: " ")
    }

    private static func text(_ result: CallResult) -> String {
        let side = result.surplusSide.map { " \($0)" } ?? ""
        return "price \(result.price) volume \(result.volume) surplus \(result.surplus)\(side)"
    }

    private static func text(_ event: Event) -> String {
        let reason = event.reason == .none ? "" : " \(event.reason)"
        switch event.kind {
        case .accepted: return "ok \(event.order)"
        case .traded:
            return "\(event.order)x\(event.counter) \(event.quantity)@\(event.price)"
        case .crossed:
            return "\(event.order)=\(event.counter) \(event.quantity)@\(event.price)"
        case .cancelled: return "gone \(event.order) \(event.quantity)\(reason)"
        case .replaced: return "moved \(event.order) \(event.quantity)@\(event.price)\(reason)"
        case .reduced: return "cut \(event.order) to \(event.quantity)\(reason)"
        case .triggered: return "woke \(event.order) at \(event.price)"
        case .refused, .cancelRefused, .replaceRefused: return "no\(reason)"
        case .halted: return "halt \(event.order) at \(event.price)\(reason)"
        case .uncrossed where event.reason == .noCross: return "no price"
        case .uncrossed:
            return "price \(event.price) volume \(event.quantity) surplus \(event.remaining)"
        }
    }
}

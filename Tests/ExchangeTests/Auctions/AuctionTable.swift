import Exchange
import Testing

/// A table of commands to an auction by open bidding, one a row, each with what must come of it.
///
/// ```
/// 10:00    advance   | open to 10:30
/// 10:01    7 bids 100 | took 7 100; 7 leads at 100
/// ```
///
/// Left: the time, then `advance`, `open`, `halt`, `resume`, `cancel`, `PARTICIPANT bids PRICE`,
/// `PARTICIPANT retracts`, or `bound` (who is bound, for how much). Right: the events, separated by
/// `;`, each with its time where that isn't the row's. After each row the state is written, read and
/// compared.
struct OpenTable {
    static let day = CivilDay(20_000)
    private var auction: OpenAuction

    /// Terms with a start at 10:00 and an end at 10:30 of the table's day.
    static func terms(
        _ direction: BiddingDirection = .ascending, start: Ticks, step: Ticks,
        _ change: (inout OpenAuctionTerms) -> Void = { _ in }
    ) -> OpenAuctionTerms {
        var terms = OpenAuctionTerms(
            direction, quantity: 1, start: start, step: step, opens: time("10:00"),
            ends: time("10:30"))
        change(&terms)
        return terms
    }

    static func time(_ text: String) -> Instant { SessionTable.instant(text, day) }

    static func check(_ terms: OpenAuctionTerms, _ text: String) throws {
        var table = OpenTable(auction: try OpenAuction(terms))
        for row in TextTable.rows(text) {
            let got = try table.run(row.words)
            if got != row.wanted {
                Issue.record(
                    "row \(row.number): \(row.words)\n  wanted \(row.wanted)\n  got    \(got)")
                return
            }
        }
    }

    private mutating func run(_ words: [String]) throws -> String {
        let moment = Self.time(words[0])
        var events: [AuctionEvent] = []
        let participant = UInt32(words[1]) ?? 0
        switch words.count > 2 ? words[2] : words[1] {
        case "advance": auction.advance(to: moment, into: &events)
        case "open": auction.open(at: moment, into: &events)
        case "halt": auction.halt(at: moment, into: &events)
        case "resume": auction.resume(at: moment, into: &events)
        case "cancel": auction.cancel(at: moment, into: &events)
        case "bids":
            auction.bid(Int64(words[3]) ?? 0, by: participant, at: moment, into: &events)
        case "retracts": auction.retract(by: participant, at: moment, into: &events)
        case "bound": return AuctionText.bound(auction.exposures)
        default: return "unknown command"
        }
        try Coding.expectSame(auction)
        return AuctionText.events(events, moment)
    }
}

/// A table of commands to a Dutch auction: as `OpenTable`, with `PARTICIPANT takes QUANTITY@PRICE`,
/// `PARTICIPANT seals PRICE`, `PARTICIPANT withdraws`, `PARTICIPANT answers PRICE`, and `clock`
/// (what it shows).
struct DutchTable {
    private var auction: DutchAuction

    static func check(_ terms: DutchTerms, _ text: String) throws {
        var table = DutchTable(auction: try DutchAuction(terms))
        for row in TextTable.rows(text) {
            let got = try table.run(row.words)
            if got != row.wanted {
                Issue.record(
                    "row \(row.number): \(row.words)\n  wanted \(row.wanted)\n  got    \(got)")
                return
            }
        }
    }

    private mutating func run(_ words: [String]) throws -> String {
        let moment = OpenTable.time(words[0])
        var events: [AuctionEvent] = []
        let participant = UInt32(words[1]) ?? 0
        let price = words.count > 3 ? Int64(words[3]) ?? 0 : 0
        switch words.count > 2 ? words[2] : words[1] {
        case "advance": auction.advance(to: moment, into: &events)
        case "open": auction.open(at: moment, into: &events)
        case "halt": auction.halt(at: moment, into: &events)
        case "resume": auction.resume(at: moment, into: &events)
        case "cancel": auction.cancel(at: moment, into: &events)
        case "takes":
            let parts = words[3].split(separator: "@").compactMap { Int64($0) }
            auction.take(parts[0], at: parts[1], by: participant, at: moment, into: &events)
        case "seals": auction.seal(price, by: participant, at: moment, into: &events)
        case "withdraws": auction.withdraw(by: participant, at: moment, into: &events)
        case "answers": auction.improve(price, by: participant, at: moment, into: &events)
        case "clock": return auction.clockPrice.map { "\($0)" } ?? "stands"
        case "bound": return AuctionText.bound(auction.exposures)
        default: return "unknown command"
        }
        try Coding.expectSame(auction)
        return AuctionText.events(events, moment)
    }
}

/// Events of auctions in words.
enum AuctionText {
    static func bound(_ exposures: [Exposure]) -> String {
        exposures.isEmpty
            ? "nobody"
            : exposures.map { "\($0.participant) for \($0.quantity)@\($0.price)" }
                .joined(separator: "; ")
    }

    static func events(_ events: [AuctionEvent], _ moment: Instant) -> String {
        events.map { ($0.at == moment ? "" : clock($0.at) + " ") + text($0) }
            .joined(separator: "; ")
    }

    private static func clock(_ moment: Instant) -> String {
        let seconds = Int32(truncatingIfNeeded: moment.rawValue / 1_000 % 86_400)
        return LocalTime(seconds: seconds)?.text ?? "?"
    }

    private static func text(_ event: AuctionEvent) -> String {
        let until = event.until.map { " to \(clock($0))" } ?? ""
        let who = event.participant
        switch event.kind {
        case .opened: return "open\(until)"
        case .bidTaken: return "took \(who) \(event.price)"
        case .leading: return "\(who) leads at \(event.price)"
        case .outbid: return "\(who) free of \(event.price)"
        case .extended, .resumed: return "\(event.kind)\(until)"
        case .priceFell: return "clock \(event.price)"
        case .clockStopped: return "\(who) stops at \(event.price)"
        case .stageEntered: return "\(event.stage.map { "\($0)" } ?? "?")\(until)"
        case .sealed: return "sealed \(who) \(event.price)"
        case .sealWithdrawn: return "withdrew \(who) \(event.price)"
        case .unsealed: return "best sealed \(who) \(event.price)"
        case .retracted: return "\(who) retracted \(event.price)"
        case .halted: return "halted"
        case .sold:
            let rest = event.remaining > 0 ? " \(event.remaining) left" : ""
            return "sold \(who) \(event.quantity)@\(event.price)\(rest)"
        case .ended: return event.reason == .none ? "end" : "end \(event.reason)"
        case .refused: return "no \(event.reason)"
        }
    }
}

import Exchange
import Foundation

/// What a demonstration came to.
struct DemoSummary: Encodable {
    struct Session: Encodable {
        var section: String
        var plan: String
        var opened: String
        var closed: String
        var commands: UInt64
        var deals: Int
        var bundle: String
        var quotations: [Row]
    }

    /// Prices in ticks, quantities in lots.
    struct Row: Encodable {
        var instrument: String
        var basis: String
        var open: Int64?
        var high: Int64?
        var low: Int64?
        var last: Int64?
        /// Ten-thousandths of a tick.
        var average: Int64?
        var volume: String
        var value: String
        var deals: Int64
        var negotiated: Int64
        var transit: Int64

        init(_ quotation: Quotation, _ code: String) {
            instrument = code
            basis = "\(quotation.key.rule)".uppercased() + " " + quotation.key.region.text
            open = quotation.open
            high = quotation.high
            low = quotation.low
            last = quotation.last
            average = quotation.average?.rounded
            volume = "\(quotation.market.volume)"
            value = "\(quotation.market.value)"
            deals = quotation.market.deals
            negotiated = quotation.negotiated.deals
            transit = quotation.transit.deals
        }
    }

    var seed: UInt64
    var day: String
    var sessions: [Session] = []
    var contracts: UInt64 = 0
    var transit: UInt64 = 0
    var refusals: [String] = []
    var published: [PublishedSession] = []

    init(seed: UInt64, day: String) {
        self.seed = seed
        self.day = day
    }

    func write(to folder: String) throws {
        let coder = JSONEncoder()
        coder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try coder.encode(self).write(to: URL(fileURLWithPath: "\(folder)/summary.json"))
        var table = "section,session,instrument,basis,open,high,low,last,average,volume,value,"
        table += "deals,negotiated,transit\n"
        for session in sessions {
            for row in session.quotations {
                let prices = [row.open, row.high, row.low, row.last, row.average].map {
                    $0.map(String.init) ?? ""
                }
                let counts = [row.deals, row.negotiated, row.transit].map(String.init)
                let fields =
                    [session.section, session.plan, row.instrument, row.basis] + prices
                    + [row.volume, row.value] + counts
                table += fields.joined(separator: ",") + "\n"
            }
        }
        try Data(table.utf8).write(to: URL(fileURLWithPath: "\(folder)/quotations.csv"))
    }

    func lines(in folder: String) -> [String] {
        var lines = ["A trading day, seed \(seed): \(folder)"]
        for session in sessions {
            lines.append(
                "\(session.section), \(session.plan): \(session.commands) commands, "
                    + "\(session.deals) deals, checked bundle \(session.bundle)")
            for row in session.quotations {
                let prices = [row.low, row.high, row.last].map { $0.map(String.init) ?? "-" }
                lines.append(
                    "   \(row.instrument), \(row.basis): low \(prices[0]), high \(prices[1]), "
                        + "last \(prices[2]), volume \(row.volume), deals \(row.deals), "
                        + "negotiated \(row.negotiated), in transit \(row.transit)")
            }
        }
        lines.append("\(contracts) contracts, \(transit) of them in transit")
        lines += refusals.map { "   \($0)" }
        lines += published.flatMap(\.lines)
        if published.isEmpty {
            lines.append(
                "The sessions aren't in a register; `session publish` takes them into one, "
                    + "`demo --publish` makes one")
        }
        return lines + [
            "Look further: results/summary.json, results/quotations.csv; "
                + "`check` a bundle; `section show`, `session list`, `replay` with --data \(folder)"
        ]
    }
}

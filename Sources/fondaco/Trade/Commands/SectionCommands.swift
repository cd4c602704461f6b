import ArgumentParser
import Exchange
import Journal
import TradingFloor

struct SectionCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "section", abstract: "Sections of the exchange.",
        subcommands: [Make.self, List.self, Show.self, Forget.self])

    struct Make: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a section. How much it holds can't be changed later.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section's name: 1 to 32 of a-z, 0-9 and '-'.") var name: String
        @Option(help: "Orders that are remembered at a time.") var orders = 1 << 20
        @Option(help: "Orders that stand in one book.") var bookOrders = 1 << 16
        @Option(help: "Instruments.") var instruments = 1_024

        func run() throws {
            let floor = try TradingFloor.open(dataDirectory: options.directory, only: [])
            defer { floor.close() }
            try floor.makeSection(
                name,
                limits: SectionLimits(
                    orders: orders, ordersPerBook: bookOrders, instruments: instruments))
            try options.show(["section": name], ["Section \(name) is made."])
        }
    }

    struct Forget: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Forgets orders that are gone and contracts that are over.",
            discussion: """
                It makes room, and frees their senders' numbers: do it at the day's end, when \
                nobody sends an order again that it doesn't know the answer to.
                """)

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var name: String

        func run() throws {
            let count = try options.with(name) { floor in
                try floor.order(.forget).first { $0.kind == .forgotten }?.quantity ?? 0
            }
            try options.show(["forgotten": count], ["\(count) orders are forgotten."])
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the sections.")

        @OptionGroup var options: FloorArguments

        func run() throws {
            let names = try TradingFloor.sectionNames(in: options.directory)
            try options.show(
                names,
                names.isEmpty
                    ? ["There is no section in \(options.directory); `section make` makes one."]
                    : names)
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows where a section stands.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var name: String

        struct Row: Encodable {
            var section: String
            var entry: UInt64
            var hash: String
            var commands: UInt64
            var clock: String
            var instruments: Int
            var participants: Int
            var openOrders: Int
            var contracts: UInt64
            var transit: UInt64
            var session: String?
        }

        func run() throws {
            let view = try SectionView.open(name, folder: options.folder(of: name))
            let session = view.section.session.map {
                "\($0.number) \($0.plan.code), \($0.status)"
                    + ($0.phase.map { ", \($0)" } ?? "")
            }
            let row = Row(
                section: name, entry: view.head.sequence, hash: view.head.hash.description,
                commands: view.commands, clock: view.section.clock.text,
                instruments: view.section.instruments.count,
                participants: view.section.participants.count - 1,
                openOrders: view.section.openOrders().count,
                contracts: view.section.contractsMade.all,
                transit: view.section.contractsMade.transit, session: session)
            try options.show(
                row,
                [
                    "section      \(row.section)",
                    "commands     \(row.commands), journal entry \(row.entry), hash \(row.hash)",
                    "clock        \(row.clock)",
                    "instruments  \(row.instruments)", "participants \(row.participants)",
                    "open orders  \(row.openOrders)",
                    "contracts    \(row.contracts), \(row.transit) of them in transit",
                    "session      \(row.session ?? "none")",
                ])
        }
    }
}

struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Replays a section's whole journal and holds it against its snapshots.")

    @OptionGroup var options: FloorArguments
    @Argument(help: "The section.") var name: String

    struct Row: Encodable {
        var section: String
        var commands: UInt64
        var entry: UInt64
        var hash: String
        var stateHash: String
        var snapshotEntry: UInt64?
        var passedOver: [String]
        var faults: [String]
    }

    func run() throws {
        let folder = try options.folder(of: name)
        let plain = try SectionView.open(name, folder: folder, usingSnapshots: false)
        let quick = try SectionView.open(name, folder: folder)
        let hash = plain.section.stateHash
        // The section may have gone on between the two readings.
        if plain.head == quick.head && hash != quick.section.stateHash {
            throw Refusal(
                "section \(name): the snapshot at entry \(quick.report.snapshot ?? 0) and the rest "
                    + "of the journal give another state than the whole journal; remove it")
        }
        let row = Row(
            section: name, commands: plain.commands, entry: plain.head.sequence,
            hash: plain.head.hash.description, stateHash: String(hash, radix: 16),
            snapshotEntry: quick.report.snapshot,
            passedOver: quick.report.passedOver.map { "\($0.path): \($0.reason)" },
            faults: plain.section.checkInvariants())
        try options.show(
            row,
            [
                "\(row.commands) commands replayed, up to entry \(row.entry), hash \(row.hash)",
                "state hash \(row.stateHash)"
                    + (row.snapshotEntry.map { "; the same from the snapshot at entry \($0)" }
                        ?? "; there is no snapshot"),
            ] + row.passedOver.map { "passed over: \($0)" } + row.faults.map { "FAULT: \($0)" })
        if !row.faults.isEmpty { throw Refusal("section \(name) contradicts itself, see above") }
    }
}

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Recomputes every hash, deal and quotation of a session's bundle.",
        discussion: "It needs nothing but the file.")

    @Argument(help: "The bundle.") var bundle: String
    @Flag(name: .long, help: "Shows the result as JSON.") var json = false

    func run() throws {
        let report = try SessionBundle.check(bundle)
        var options = FloorArguments()
        options.data = nil
        options.json = json
        try options.show(BundleRow(report), BundleRow(report).lines)
    }
}

struct BundleRow: Encodable {
    var section: String
    var session: UInt32
    var plan: String
    var opened: String
    var closed: String
    var entries: Int
    var hashed: Int
    var commands: UInt64
    var deals: Int
    var quotations: Int
    var firstEntry: UInt64
    var lastEntry: UInt64
    var lastHash: String

    init(_ report: BundleReport) {
        section = report.section
        session = report.session
        plan = report.plan
        opened = report.opened.text
        closed = report.closed.text
        entries = report.entries
        hashed = report.hashed
        commands = report.commands
        deals = report.deals
        quotations = report.quotations
        firstEntry = report.before.sequence + 1
        lastEntry = report.last.sequence
        lastHash = report.last.hash.description
    }

    var lines: [String] {
        [
            "The bundle holds: section \(section), session \(session) (\(plan)), "
                + "\(opened) to \(closed).",
            "\(commands) commands in \(entries) entries (\(firstEntry) to \(lastEntry)), "
                + "\(hashed) of them with their hashes computed again; \(deals) deals and "
                + "\(quotations) quotations recomputed.",
            "Hash of entry \(lastEntry): \(lastHash)",
        ]
    }
}

internal import Exchange
internal import Foundation
internal import Journal

/// Makes the lines of a bundle.
struct BundleWriter: ~Copyable {
    private let record: SessionRecord
    private let name: String
    private let limits: SectionLimits
    private var run: BundleRun?
    private var bytes: [UInt8] = []
    private var text = CommandText()
    private let coder: JSONEncoder

    init(_ record: SessionRecord, section name: String, _ limits: SectionLimits) {
        self.record = record
        self.name = name
        self.limits = limits
        coder = JSONEncoder()
        coder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    private mutating func add(line: some Encodable) throws {
        bytes += try coder.encode(line)
        bytes.append(0x0A)
    }

    /// The state before the session, without the names of firms.
    mutating func begin(_ start: consuming RecoveredSection) throws {
        let (head, command) = (start.head, start.commands)
        start.section.withholdNames()
        let state = start.section.snapshot()
        let section = try Section(limits, restoring: state)
        let line = BundleHead(
            bundle: SessionBundle.version, section: name, session: record.number,
            plan: record.plan, opened: record.opened.rawValue,
            closed: record.closed?.rawValue ?? 0, isCancelled: record.isCancelled,
            limits: BundleLimits(
                orders: limits.orders, ordersPerBook: limits.ordersPerBook,
                instruments: limits.instruments),
            before: BundleMark(
                entry: head.sequence, hash: head.hash.description, command: command),
            state: BundleText.base64(state), stateHash: BundleText.hex(section.stateHash),
            instruments: section.instruments.map(\.code),
            participants: section.participants.map(\.code))
        run = BundleRun(section, session: record.number, command: command)
        try add(line: line)
    }

    /// The entries from the session's first command to its last.
    mutating func add(_ journal: some JournalArchive) throws {
        var reader = journal.entries(from: record.entries.first, checking: .chain)
        while let entry = try reader.next() {
            try add(entry)
            if entry.sequence >= record.entries.last { return }
        }
    }

    private mutating func add(_ entry: JournalEntry) throws {
        var block = try BlockReader(entry.payload)
        var items: [FloorCommand] = []
        var isWithheld = false
        var words: [String] = []
        var number = block.first
        for _ in 0..<block.count {
            var item = try block.next()
            if let redacted = item.withoutNames {
                item = redacted
                isWithheld = true
            }
            run?.apply(item)
            // After it: what it lists or admits has a code by now.
            learn()
            words.append(text.words(number, item))
            number += 1
            items.append(item)
        }
        try block.end()
        try add(
            line: BundleEntry(
                entry: entry.sequence, time: entry.time, kind: entry.kind, actor: entry.actor,
                endsBatch: entry.endsBatch, previous: entry.previous.description,
                hash: entry.hash.description,
                payload: BundleText.base64(
                    isWithheld ? Self.payload(block.first, items) : entry.payload),
                isWithheld: isWithheld, commands: words))
    }

    private mutating func learn() {
        guard run != nil else { return }
        run?.teach(&text)
    }

    private static func payload(_ first: UInt64, _ items: [FloorCommand]) -> [UInt8] {
        var writer = BlockWriter()
        writer.begin(first: first, time: items.first?.command.time ?? .distantPast)
        for item in items { writer.add(item) }
        return writer.end()
    }

    /// The results, held against what the section published, and the seal.
    mutating func end() throws -> [UInt8] {
        guard let results = run?.results, let section = run?.section.instruments.map(\.code) else {
            throw BundleError.disagrees("there is no state to begin with")
        }
        guard results.quotations == record.quotations.map({ BundleQuotation($0, section) }),
            UInt64(results.deals.count) == record.deals
        else {
            throw BundleError.disagrees(
                "the session's commands give other deals or quotations than were published")
        }
        try add(line: results)
        try add(line: BundleSeal(sha256: BundleText.sha256(bytes)))
        return bytes
    }
}

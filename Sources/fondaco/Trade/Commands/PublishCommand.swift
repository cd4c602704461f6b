import ArgumentParser
import MarketRecords
import Records
import Register
import TradingFloor

/// `fondaco trade session publish`.
struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Takes what sessions came to into the register, as figures with their source.",
        discussion: """
            A session that is over becomes a source, and its prices, volumes, values and numbers \
            of deals become figures that cite it. Publishing again changes nothing. A server does \
            this by itself; this command is for a register beside a section, and for sessions from \
            before.

            Example:
              fondaco trade session publish dairy 12 --site https://exchange.example
            """)

    @OptionGroup var options: FloorArguments
    @Argument(help: "The section.") var section: String
    @Argument(help: "The session's number; all that are over, if it is left out.")
    var session: UInt32?
    @Option(help: "The address under which the exchange's pages are.") var site: String?
    @Option(help: "Whose the figures of instruments without a place in the register are.")
    var fallback: String?

    func run() throws {
        let publisher = SessionPublisher(
            site: try site.map { try Parse.site($0) },
            fallback: try fallback.map { try Parse.id($0) })
        let register = try Register.open(options.directory, creating: false)
        defer { try? register.close() }
        let held = try HeldSession.all(of: section, folder: options.folder(of: section))
            .filter { session == nil || $0.record.number == session }
        if let session, held.isEmpty {
            throw Refusal(
                "session \(session) of section \(section) isn't over, or wasn't held; "
                    + "`session list \(section)` shows them")
        }
        let rows = try PublishedSession.publish(held, by: publisher, into: register)
        try options.show(
            rows,
            rows.isEmpty
                ? ["Section \(section) has no session that is over."] : rows.flatMap(\.lines))
    }
}

/// A session that was taken into the register.
struct PublishedSession: Encodable {
    var section: String
    var session: UInt32
    var source: String
    var added: Int
    var changed: Int
    var unchanged: Int
    var passedOver: [String]

    static func publish(
        _ sessions: [HeldSession], by publisher: SessionPublisher, into register: Register
    ) throws -> [PublishedSession] {
        try sessions.map { held in
            let publication = try publisher.publication(of: held) {
                try register.summary($0) != nil
            }
            let report = try register.take(publication, of: held)
            return PublishedSession(
                section: held.section, session: held.record.number,
                source: publication.records.first?.id.text ?? "", added: report.added,
                changed: report.changed, unchanged: report.unchanged,
                passedOver: publication.passedOver)
        }
    }

    var lines: [String] {
        [
            "\(section), session \(session): \(added) records added, \(changed) changed, "
                + "\(unchanged) as they were; source \(source)"
        ] + passedOver.map { "   not published: \($0)" }
    }
}

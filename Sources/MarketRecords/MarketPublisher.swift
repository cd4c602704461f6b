internal import Records
public import Register
public import TradingFloor

/// Takes what sessions came to into the register, as records whose source is the session.
///
/// It looks at each section now and then rather than listening to its feed: a feed that somebody
/// listens to costs the section's writer time, and a session ends a few times a day. So a session
/// that ended while the register couldn't take it is simply found at the next look.
public struct MarketPublisher: Sendable {
    /// What happened, for a log.
    public enum Note: Sendable {
        /// So many records of a session came in or changed.
        case published(section: String, session: UInt32, records: Int)
        /// Something of a session isn't published.
        case passedOver(section: String, session: UInt32, reason: String)
        /// A section couldn't be read or the register not be written; it is tried again.
        case failed(section: String, reason: String)
    }

    private let floor: TradingFloor
    private let register: Register
    private let publisher: SessionPublisher
    private let note: @Sendable (Note) -> Void

    /// The name under which the register's journal has these records.
    public static let actor = "exchange"

    /// A publisher of all sections of a floor.
    public init(
        floor: TradingFloor, register: Register, publisher: SessionPublisher = SessionPublisher(),
        note: @escaping @Sendable (Note) -> Void
    ) {
        self.floor = floor
        self.register = register
        self.publisher = publisher
        self.note = note
    }

    /// Publishes what isn't yet, and goes on until its task is cancelled.
    ///
    /// - Parameter pause: How long after one look the next follows.
    public func run(every pause: Duration = .seconds(5)) async {
        var seen: [String: UInt64] = [:]
        while !Task.isCancelled {
            for section in floor.sections.values.sorted(by: { $0.name < $1.name }) {
                let commands = section.status.commands
                guard seen[section.name] != commands else { continue }
                if await publish(section) { seen[section.name] = commands }
            }
            do { try await Task.sleep(for: pause) } catch { return }
        }
    }

    /// Publishes the sessions of a section that the register has no source of yet. Whether all went
    /// well.
    public func publish(_ section: SectionFloor) async -> Bool {
        do {
            let (name, register) = (section.name, register)
            let held = try await HeldSession.all(
                of: section, folder: "\(floor.folder)/\(name)",
                where: { number in
                    let source = SessionPublisher.source(section: name, session: number)
                    guard let source else { return false }
                    return (try? register.summary(source)) == nil
                })
            for session in held { try publish(session) }
            return true
        } catch {
            note(.failed(section: section.name, reason: "\(error)"))
            return false
        }
    }

    private func publish(_ held: HeldSession) throws {
        let (section, number) = (held.section, held.record.number)
        let publication = try publisher.publication(of: held) {
            try register.summary($0) != nil
        }
        for reason in publication.passedOver {
            note(.passedOver(section: section, session: number, reason: reason))
        }
        let report = try register.take(publication, of: held)
        note(
            .published(
                section: section, session: number, records: report.added + report.changed))
    }
}

extension Register {
    /// Imports the records of a session; what is there just so stays as it is.
    ///
    /// - Throws: What `importRecords` throws; nothing has changed then.
    @discardableResult
    public func take(
        _ publication: SessionPublisher.Publication, of held: HeldSession
    ) throws -> ImportReport {
        var lines: [UInt8] = []
        for record in publication.records { lines += record.canonicalJSON + [0x0A] }
        return try importRecords(
            lines: lines, named: "section \(held.section), session \(held.record.number)",
            actor: MarketPublisher.actor)
    }
}

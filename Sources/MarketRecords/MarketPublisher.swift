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
        var published: [String: Set<UInt32>] = [:]
        while !Task.isCancelled {
            for section in floor.sections.values.sorted(by: { $0.name < $1.name }) {
                let commands = section.status.commands
                guard seen[section.name] != commands else { continue }
                if await publish(section, besides: &published[section.name, default: []]) {
                    seen[section.name] = commands
                }
            }
            do { try await Task.sleep(for: pause) } catch { return }
        }
    }

    /// Publishes the sessions of a section that the register has no source of yet. Whether all went
    /// well.
    public func publish(_ section: SectionFloor) async -> Bool {
        var none: Set<UInt32> = []
        return await publish(section, besides: &none)
    }

    /// - Parameter known: Sessions that the register is known to have; grows.
    private func publish(
        _ section: SectionFloor, besides known: inout Set<UInt32>
    ) async -> Bool {
        let name = section.name
        do {
            let held = try await HeldSession.all(of: section, folder: "\(floor.folder)/\(name)") {
                guard !known.contains($0),
                    let source = SessionPublisher.source(section: name, session: $0)
                else { return false }
                guard try register.summary(source) != nil else { return true }
                known.insert($0)
                return false
            }
            for session in held {
                try publish(session)
                known.insert(session.record.number)
            }
            return true
        } catch {
            note(.failed(section: name, reason: "\(error)"))
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

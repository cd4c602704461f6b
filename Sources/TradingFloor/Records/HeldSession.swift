public import Exchange
internal import Journal

/// A session that is over, with what is needed to tell others of it.
public struct HeldSession: Sendable {
    /// The section's name.
    public let section: String
    /// What is remembered of it, results included.
    public let record: SessionRecord
    /// The section's instruments by number, as they are now.
    public let instruments: [Instrument]
    /// The day on which it began, by the timetable's clock; by UTC if there is no timetable.
    public let day: CivilDay
    /// The journal's entry with its last command. Its hash is that of the session's bundle.
    public let seal: EntryMark

    /// A session of given parts.
    public init(
        section: String, record: SessionRecord, instruments: [Instrument], day: CivilDay,
        seal: EntryMark
    ) {
        self.section = section
        self.record = record
        self.instruments = instruments
        self.day = day
        self.seal = seal
    }

    /// The sessions of a section that are over and remembered, from its files; another process may
    /// be at work on it.
    ///
    /// - Parameter folder: The section's folder, `<data>/exchange/<section>`.
    public static func all(
        of section: String, folder: String
    ) throws(FloorError) -> [HeldSession] {
        let view = try SectionView.open(section, folder: folder)
        return try sealed(
            view.dayBook.sessions, of: section, folder: folder,
            Almanac(view.section.instruments, view.section.timetable?.zone))
    }

    /// The sessions of a section at work that are over and remembered, those that are wanted by
    /// their numbers. The writer isn't kept waiting while `isWanted` looks.
    public static func all(
        of section: SectionFloor, folder: String, where isWanted: (UInt32) throws -> Bool
    ) async throws -> [HeldSession] {
        let (records, almanac) = try await section.read { section, dayBook in
            (dayBook.sessions, Almanac(section.instruments, section.timetable?.zone))
        }
        let wanted = try records.filter { try $0.closed != nil && isWanted($0.number) }
        return try sealed(wanted, of: section.name, folder: folder, almanac)
    }

    private struct Almanac: Sendable {
        let instruments: [Instrument]
        let zone: TimeZoneTable?

        init(_ instruments: [Instrument], _ zone: TimeZoneTable?) {
            self.instruments = instruments
            self.zone = zone
        }

        func day(of moment: Instant) -> CivilDay {
            if let zone { return zone.day(at: moment) }
            let days = moment.rawValue / 86_400_000 - (moment.rawValue % 86_400_000 < 0 ? 1 : 0)
            return CivilDay(Int32(clamping: days))
        }
    }

    private static func sealed(
        _ records: [SessionRecord], of section: String, folder: String, _ almanac: Almanac
    ) throws(FloorError) -> [HeldSession] {
        let over = records.filter { $0.closed != nil }
        guard !over.isEmpty else { return [] }
        do throws(JournalError) {
            let journal = try FileJournal.openReading("\(folder)/journal")
            var held: [HeldSession] = []
            for record in over {
                guard let entry = try journal.entry(at: record.entries.last) else { continue }
                held.append(
                    HeldSession(
                        section: section, record: record, instruments: almanac.instruments,
                        day: almanac.day(of: record.opened),
                        seal: EntryMark(sequence: entry.sequence, hash: entry.hash)))
            }
            return held
        } catch {
            throw .journal(error)
        }
    }
}

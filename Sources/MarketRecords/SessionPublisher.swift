internal import Exchange
public import Records
public import TradingFloor

/// Makes records of a session that is over: a source, which is the session itself, and the figures
/// of each quotation that rest on it. Pure: the same session always gives the same records.
public struct SessionPublisher: Sendable {
    /// What becomes of a session.
    public struct Publication: Sendable {
        /// The source first, then the figures, in the order of the quotations.
        public var records: [Record] = []
        /// What isn't published, and why.
        public var passedOver: [String] = []
    }

    /// The address under which the exchange's pages are, such as `https://exchange.example`; nil:
    /// sources have no address.
    public var site: String?
    /// Whose figures they are when the instrument names no place that the register has, such as the
    /// exchange itself; nil: such figures aren't published.
    public var fallback: RecordID?

    /// A publisher.
    public init(site: String? = nil, fallback: RecordID? = nil) {
        self.site = site
        self.fallback = fallback
    }

    /// The id of a session's source; nil if the section's name can't be part of one.
    public static func source(section: String, session: UInt32) -> RecordID? {
        RecordID("src/exchange/\(section)/session-\(session)")
    }

    /// The records of a session.
    ///
    /// - Parameter isKnown: Whether the register has a record.
    public func publication(
        of held: HeldSession, isKnown: (RecordID) throws -> Bool
    ) rethrows -> Publication {
        var publication = Publication()
        guard let source = Self.source(section: held.section, session: held.record.number) else {
            publication.passedOver.append(
                "section \(held.section): its name can't be part of a record's id; sections that "
                    + "are published begin and end with a letter or digit")
            return publication
        }
        add(sourceRecord(source, held), called: "the session", to: &publication)
        for quotation in held.record.quotations {
            let place = Int(quotation.key.instrument)
            guard place < held.instruments.count else { continue }
            let goods = held.instruments[place]
            guard let subject = try subject(quotation, isKnown: isKnown) else {
                publication.passedOver.append(
                    "\(goods.code): the register has no place \"\(quotation.key.region.text)\"; "
                        + "give the instrument's delivery a region that it has")
                continue
            }
            let figures = QuotationFigures(
                quotation, of: goods, subject: subject, source: source, day: held.day)
            for figure in figures.all {
                add(
                    figures.record(figure, in: held),
                    called: "\(goods.code), \(figure.indicator)", to: &publication)
            }
        }
        return publication
    }

    private func subject(
        _ quotation: Quotation, isKnown: (RecordID) throws -> Bool
    ) rethrows -> RecordID? {
        if let place = RecordID(quotation.key.region.text), place.kind == .place,
            try isKnown(place)
        {
            return place
        }
        guard let fallback, try isKnown(fallback) else { return nil }
        return fallback
    }

    private func sourceRecord(_ id: RecordID, _ held: HeldSession) -> [UInt8] {
        let record = held.record
        var writer = JSONWriter()
        writer.object {
            $0.member("kind", Kind.source.name)
            $0.member("id", id.text)
            $0.member(
                "title",
                "Session \(record.number) (\(record.plan)) of the section \(held.section)"
                    + (record.isCancelled ? ", cancelled" : ""))
            $0.member("publisher", "Exchange, section \(held.section)")
            $0.member("date", held.day.text)
            $0.member(
                "url",
                site.map { "\($0)/market/\(held.section)/sessions/\(record.number)" })
            $0.member("lang", "en")
            // What anybody can hold against the bundle.
            $0.cite(id, at: "journal entry \(held.seal.sequence), hash \(held.seal.hash)")
        }
        return writer.bytes
    }

    private func add(
        _ json: [UInt8], called name: String, to publication: inout Publication
    ) {
        do throws(RecordProblems) {
            publication.records.append(try Record(json: json))
        } catch {
            let words = error.problems.map { "\($0)" }.joined(separator: "; ")
            publication.passedOver.append("\(name): \(words)")
        }
    }
}

extension JSONWriter {
    /// The one citation of a record.
    mutating func cite(_ source: RecordID, at place: String) {
        name("cite")
        array {
            $0.object {
                $0.member("source", source.text)
                $0.member("at", place)
            }
        }
    }
}

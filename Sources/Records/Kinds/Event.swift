/// A forum, a session, a fair, a visit or any other meeting.
public struct Event: CodedBody {
    /// The kind.
    public static let kind = Kind.event

    /// The kind's own fields in canonical order.
    public static let fields = [
        "title", "type", "series", "edition", "start", "end", "place", "organisers",
        "participants", "sections", "outcome",
    ]

    /// What sort of meeting it is.
    public enum EventType: String, CaseIterable, Sendable, Hashable {
        case forum, session, commission, council, fair, exhibition, congress, meeting, visit
        case ceremony, competition
    }

    /// Who took part: a record, or words with a number and an origin.
    public struct Participant: Hashable, Sendable {
        /// The record of who took part; nil when ``what`` tells it in words.
        public let id: RecordID?
        /// Who took part, in words.
        public let what: String?
        /// How many.
        public let count: Int?
        /// Where they came from.
        public let from: RecordID?
        /// How exact the number is.
        public let qualifier: Qualifier?
    }

    /// Its title in English.
    public let name: String
    /// What sort of meeting it is.
    public let eventType: EventType
    /// The slug that its editions share.
    public let series: String?
    /// Which edition it is, from 1.
    public let edition: Int?
    /// When it began.
    public let start: PartialDate?
    /// When it ended.
    public let end: PartialDate?
    /// Where it was.
    public let place: RecordID?
    /// Who held it.
    public let organisers: [RecordID]
    /// Who took part.
    public let participants: [Participant]
    /// Its thematic tables or sections.
    public let sections: [String]
    /// What came of it: a short phrase.
    public let outcome: String?

    init?(_ reader: inout FieldReader) {
        let name = reader.required("title") { $0.text($1) }
        let type: EventType? = reader.required("type") { $0.choice($1) }
        series = reader.slug("series")
        edition = reader.integer("edition", in: 1...10_000)
        start = reader.date("start")
        end = reader.date("end")
        reader.order(start, end, ("start", "end"))
        place = reader.reference("place", to: [.place])
        organisers = reader.references("organisers", to: .actors)
        participants = reader.objects("participants", knowing: Participant.fields) {
            Participant(&$0)
        }
        sections = reader.texts("sections")
        outcome = reader.text("outcome")
        guard let name, let type else { return nil }
        self.name = name
        eventType = type
    }

    func write(_ writer: inout JSONWriter) {
        writer.member("title", name)
        writer.member("type", eventType.rawValue)
        writer.member("series", series)
        writer.member("edition", edition)
        writer.member("start", start?.description)
        writer.member("end", end?.description)
        writer.member("place", place?.text)
        writer.member("organisers", organisers.map(\.text))
        if !participants.isEmpty {
            writer.name("participants")
            writer.array { for participant in participants { participant.write(&$0) } }
        }
        writer.member("sections", sections)
        writer.member("outcome", outcome)
    }

    /// Its name or title.
    public var title: String? { name }

    /// Its type as it stands in the record.
    public var type: String? { eventType.rawValue }

    /// The phrases by which it can be found besides its names.
    public var texts: [String] {
        [outcome].compactMap(\.self) + sections + participants.compactMap(\.what)
    }

    /// The days that it speaks of, as yyyymmdd.
    public var days: ClosedRange<Int32>? { Self.days(start, end) }

    /// The records that it refers to.
    public var links: [Link] {
        var links: [Link] = []
        if let place { links.append(Link(role: .place, target: place)) }
        links += organisers.map { Link(role: .organiser, target: $0) }
        for participant in participants {
            if let id = participant.id { links.append(Link(role: .participant, target: id)) }
            if let from = participant.from { links.append(Link(role: .from, target: from)) }
        }
        return links
    }
}

extension Event.Participant {
    static let fields = ["id", "what", "count", "from", "qualifier"]

    init?(_ reader: inout FieldReader) {
        id = reader.reference("id", to: .actors)
        what = reader.text("what")
        count = reader.integer("count", in: 0...100_000_000)
        from = reader.reference("from", to: [.place])
        qualifier = reader.choice("qualifier")
        if id == nil, what == nil, reader.problems.isEmpty {
            reader.note("what", "is missing", "a participant has an id, or is told by what")
        }
        if id != nil, what != nil || count != nil || from != nil {
            reader.note("id", "stands beside other words", "either an id, or what, count and from")
        }
    }

    func write(_ writer: inout JSONWriter) {
        writer.object {
            $0.member("id", id?.text)
            $0.member("what", what)
            $0.member("count", count)
            $0.member("from", from?.text)
            $0.member("qualifier", qualifier?.rawValue)
        }
    }
}

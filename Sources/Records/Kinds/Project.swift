/// Something that partners build, make, supply or do together.
public struct Project: CodedBody {
    /// The kind.
    public static let kind = Kind.project

    /// The kind's own fields in canonical order.
    public static let fields = [
        "title", "type", "parties", "place", "value", "jobs", "capacity", "start", "end",
        "status", "sector", "agreement", "note",
    ]

    /// What sort of project it is.
    public enum ProjectType: String, CaseIterable, Sendable, Hashable {
        case jointVenture = "joint-venture"
        case assembly, construction, investment, research, supply, education, infrastructure
        case product
    }

    /// How far it has come.
    public enum Status: String, CaseIterable, Sendable, Hashable {
        case proposed, planned
        case underWay = "under-way"
        case completed
    }

    /// Its title in English.
    public let name: String
    /// What sort of project it is.
    public let projectType: ProjectType
    /// Who does it.
    public let parties: [RecordID]
    /// Where.
    public let place: RecordID?
    /// What it is worth.
    public let value: Quantity?
    /// How many jobs it gives.
    public let jobs: Int?
    /// How much it makes or holds.
    public let capacity: Quantity?
    /// When it begins.
    public let start: PartialDate?
    /// When it ends.
    public let end: PartialDate?
    /// How far it has come.
    public let status: Status?
    /// The sector that it belongs to: a short phrase.
    public let sector: String?
    /// The agreement that it stands on.
    public let agreement: RecordID?
    /// A short remark.
    public let note: String?

    init?(_ reader: inout FieldReader) {
        let name = reader.required("title") { $0.text($1) }
        let type: ProjectType? = reader.required("type") { $0.choice($1) }
        parties = reader.references("parties", to: .actors)
        place = reader.reference("place", to: [.place])
        value = reader.quantity("value")
        jobs = reader.integer("jobs", in: 0...100_000_000)
        capacity = reader.quantity("capacity")
        start = reader.date("start")
        end = reader.date("end")
        reader.order(start, end, ("start", "end"))
        status = reader.choice("status")
        sector = reader.text("sector")
        agreement = reader.reference("agreement", to: [.agreement])
        note = reader.text("note")
        guard let name, let type else { return nil }
        self.name = name
        projectType = type
    }

    func write(_ writer: inout JSONWriter) {
        writer.member("title", name)
        writer.member("type", projectType.rawValue)
        writer.member("parties", parties.map(\.text))
        writer.member("place", place?.text)
        writer.member("value", value)
        writer.member("jobs", jobs)
        writer.member("capacity", capacity)
        writer.member("start", start?.description)
        writer.member("end", end?.description)
        writer.member("status", status?.rawValue)
        writer.member("sector", sector)
        writer.member("agreement", agreement?.text)
        writer.member("note", note)
    }

    /// Its name or title.
    public var title: String? { name }

    /// Its type as it stands in the record.
    public var type: String? { projectType.rawValue }

    /// The phrases by which it can be found besides its names.
    public var texts: [String] { [note, sector].compactMap(\.self) }

    /// The sectors or areas that it belongs to.
    public var topics: [String] { sector.map { [$0] } ?? [] }

    /// The days that it speaks of, as yyyymmdd.
    public var days: ClosedRange<Int32>? { Self.days(start, end) }

    /// The records that it refers to.
    public var links: [Link] {
        var links = parties.map { Link(role: .party, target: $0) }
        if let place { links.append(Link(role: .place, target: place)) }
        if let agreement { links.append(Link(role: .agreement, target: agreement)) }
        return links
    }
}

/// An enterprise, a zone or technopark, a university, an authority or any other body.
public struct Organisation: CodedBody {
    /// The kind.
    public static let kind = Kind.organisation

    /// The kind's own fields in canonical order.
    public static let fields =
        [
            "name", "type", "place", "aliases", "sectors", "parent", "founded", "website", "note",
        ] + Park.fields

    /// What sort of body it is.
    public enum OrganisationType: String, CaseIterable, Sendable, Hashable {
        case enterprise, holding, technopark
        case freeEconomicZone = "free-economic-zone"
        case industrialPark = "industrial-park"
        case university, school, research, exchange, chamber, bank
        case fairOrganiser = "fair-organiser"
        case government, intergovernmental, association
        case culturalCentre = "cultural-centre"
        case media, other

        /// Technoparks, industrial parks and free economic zones, which have a ``Park`` profile.
        public var isPark: Bool {
            self == .technopark || self == .freeEconomicZone || self == .industrialPark
        }
    }

    /// Its usual English name.
    public let name: String
    /// What sort of body it is.
    public let organisationType: OrganisationType
    /// Where it has its seat.
    public let place: RecordID?
    /// Its other names.
    public let aliases: [Alias]
    /// What it works in: short English phrases.
    public let sectors: [String]
    /// The body that it belongs to.
    public let parent: RecordID?
    /// When it was founded.
    public let founded: PartialDate?
    /// Its own page, http or https.
    public let website: String?
    /// A short remark.
    public let note: String?
    /// The profile of a technopark, an industrial park or a zone; empty for others.
    public let park: Park

    init?(_ reader: inout FieldReader) {
        let name = reader.required("name") { $0.text($1) }
        let type: OrganisationType? = reader.required("type") { $0.choice($1) }
        place = reader.reference("place", to: [.place])
        aliases = reader.aliases("aliases")
        sectors = reader.texts("sectors")
        parent = reader.reference("parent", to: [.organisation])
        founded = reader.date("founded")
        website = reader.webAddress("website")
        note = reader.text("note")
        park = Park(&reader)
        if let type, !type.isPark, let field = park.firstField {
            reader.note(
                field, "doesn't belong to an organisation of type \(type.rawValue)",
                "only a technopark, an industrial-park or a free-economic-zone has it")
        }
        guard let name, let type else { return nil }
        self.name = name
        organisationType = type
    }

    func write(_ writer: inout JSONWriter) {
        writer.member("name", name)
        writer.member("type", organisationType.rawValue)
        writer.member("place", place?.text)
        writer.member("aliases", aliases)
        writer.member("sectors", sectors)
        writer.member("parent", parent?.text)
        writer.member("founded", founded?.description)
        writer.member("website", website)
        writer.member("note", note)
        park.write(&writer)
    }

    /// Its name or title.
    public var title: String? { name }

    /// Its type as it stands in the record.
    public var type: String? { organisationType.rawValue }

    /// The phrases by which it can be found besides its names.
    public var texts: [String] { [note].compactMap(\.self) + sectors + park.texts }

    /// The sectors or areas that it belongs to.
    public var topics: [String] { sectors + park.specialisations }

    /// The days that it speaks of, as yyyymmdd.
    public var days: ClosedRange<Int32>? { Self.days(founded) }

    /// The records that it refers to.
    public var links: [Link] {
        var links: [Link] = []
        if let place { links.append(Link(role: .place, target: place)) }
        if let parent { links.append(Link(role: .parent, target: parent)) }
        return links + park.links
    }
}

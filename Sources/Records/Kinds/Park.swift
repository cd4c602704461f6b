/// The profile of a technopark, an industrial park or a free economic zone.
public struct Park: Hashable, Sendable {
    static let fields = [
        "managed_by", "university", "sites", "area", "floor_area", "capacity", "setting",
        "specialisations", "services", "infrastructure", "incentives",
    ]

    /// Where it stands.
    public enum Setting: String, CaseIterable, Sendable, Hashable {
        case urban, suburban, greenfield, brownfield
    }

    /// The body that runs it.
    public let managedBy: RecordID?
    /// The university that it belongs to or works with.
    public let university: RecordID?
    /// The places in which it has sites.
    public let sites: [RecordID]
    /// Its land.
    public let area: Quantity?
    /// Its floor space.
    public let floorArea: Quantity?
    /// How much it can take.
    public let capacity: Quantity?
    /// Where it stands.
    public let setting: Setting?
    /// What it is meant for.
    public let specialisations: [String]
    /// What it does for its residents.
    public let services: [String]
    /// What it has built for them.
    public let infrastructure: [String]
    /// What the state grants them.
    public let incentives: [String]

    init(_ reader: inout FieldReader) {
        managedBy = reader.reference("managed_by", to: [.organisation])
        university = reader.reference("university", to: [.organisation])
        sites = reader.references("sites", to: [.place])
        area = reader.quantity("area")
        floorArea = reader.quantity("floor_area")
        capacity = reader.quantity("capacity")
        setting = reader.choice("setting")
        specialisations = reader.texts("specialisations")
        services = reader.texts("services")
        infrastructure = reader.texts("infrastructure")
        incentives = reader.texts("incentives")
    }

    /// The first field of the profile that is filled, or nil when the profile is empty.
    var firstField: String? {
        let filled: [Bool] = [
            managedBy != nil, university != nil, !sites.isEmpty, area != nil, floorArea != nil,
            capacity != nil, setting != nil, !specialisations.isEmpty, !services.isEmpty,
            !infrastructure.isEmpty, !incentives.isEmpty,
        ]
        return zip(Self.fields, filled).first { $0.1 }?.0
    }

    func write(_ writer: inout JSONWriter) {
        writer.member("managed_by", managedBy?.text)
        writer.member("university", university?.text)
        writer.member("sites", sites.map(\.text))
        writer.member("area", area)
        writer.member("floor_area", floorArea)
        writer.member("capacity", capacity)
        writer.member("setting", setting?.rawValue)
        writer.member("specialisations", specialisations)
        writer.member("services", services)
        writer.member("infrastructure", infrastructure)
        writer.member("incentives", incentives)
    }

    var texts: [String] { specialisations + services + infrastructure + incentives }

    var links: [Link] {
        var links: [Link] = []
        if let managedBy { links.append(Link(role: .managedBy, target: managedBy)) }
        if let university { links.append(Link(role: .university, target: university)) }
        return links + sites.map { Link(role: .site, target: $0) }
    }
}

/// A country, a region or anything smaller.
public struct Place: CodedBody {
    /// The kind.
    public static let kind = Kind.place

    /// The kind's own fields in canonical order.
    public static let fields = ["name", "type", "iso", "parent", "lat", "lon", "aliases"]

    /// What sort of place it is.
    public enum PlaceType: String, CaseIterable, Sendable, Hashable {
        case country, region, city, district, village, zone
    }

    /// Its usual English name.
    public let name: String
    /// What sort of place it is.
    public let placeType: PlaceType
    /// Its code: ISO 3166-1 alpha-2 for a country, 3166-2 for a part of one.
    public let iso: String?
    /// The place in which it lies.
    public let parent: RecordID?
    /// Degrees north, WGS 84.
    public let latitude: ExactDecimal?
    /// Degrees east, WGS 84.
    public let longitude: ExactDecimal?
    /// Its other names.
    public let aliases: [Alias]

    init?(_ reader: inout FieldReader) {
        let name = reader.required("name") { $0.text($1) }
        let type: PlaceType? = reader.required("type") { $0.choice($1) }
        iso = reader.countryCode("iso")
        parent = reader.reference("parent", to: [.place])
        latitude = reader.degrees("lat", upTo: 90)
        longitude = reader.degrees("lon", upTo: 180)
        if (latitude == nil) != (longitude == nil) {
            reader.note(
                latitude == nil ? "lat" : "lon", "is missing", "both lat and lon, or neither")
        }
        aliases = reader.aliases("aliases")
        guard let name, let type else { return nil }
        self.name = name
        placeType = type
    }

    func write(_ writer: inout JSONWriter) {
        writer.member("name", name)
        writer.member("type", placeType.rawValue)
        writer.member("iso", iso)
        writer.member("parent", parent?.text)
        writer.member("lat", latitude)
        writer.member("lon", longitude)
        writer.member("aliases", aliases)
    }

    /// Its name or title.
    public var title: String? { name }

    /// Its type as it stands in the record.
    public var type: String? { placeType.rawValue }

    /// The phrases by which it can be found besides its names.
    public var texts: [String] { iso.map { [$0] } ?? [] }

    /// The records that it refers to.
    public var links: [Link] { parent.map { [Link(role: .parent, target: $0)] } ?? [] }
}

import Records

/// The places in which something lies, the outermost first.
struct PlacePath: Sendable {
    /// The places' ids.
    let ids: [RecordID]

    /// The deepest that a place may lie.
    private static let deepest = 16

    /// Climbs from a place to the outermost one; the place itself is the last.
    init(of place: RecordID?, _ around: inout Surroundings) throws {
        var path: [RecordID] = []
        var next = place
        while let id = next, path.count < Self.deepest, !path.contains(id),
            case .place(let body)? = try around.record(id)?.body
        {
            path.append(id)
            next = body.parent
        }
        ids = path.reversed()
    }

    /// The way down to the last place.
    func steps(_ pen: RecordPen) -> [(text: String, address: Address)] {
        ids.map { (pen.names.text($0), SiteAddress.record($0)) }
    }
}

import Records
import Register

/// Points and lines with what they stand for (RFC 7946): WGS 84, longitude before latitude.
enum GeoJSON {
    static let mediaType = "application/geo+json"

    /// Writes a feature: its geometry, then its properties.
    static func feature(
        _ id: String, to writer: inout JSONWriter, geometry: (inout JSONWriter) -> Void,
        properties: (inout JSONWriter) -> Void
    ) {
        writer.object {
            $0.member("type", "Feature")
            $0.member("id", id)
            $0.name("geometry")
            geometry(&$0)
            $0.name("properties")
            $0.object(properties)
        }
    }

    /// Writes a point, or several as one geometry.
    static func points(_ locations: [RecordLocation], to writer: inout JSONWriter) {
        writer.object {
            $0.member("type", locations.count == 1 ? "Point" : "MultiPoint")
            $0.name("coordinates")
            if locations.count == 1 {
                position(locations[0], to: &$0)
            } else {
                $0.array { list in for point in locations { position(point, to: &list) } }
            }
        }
    }

    /// Writes a straight line.
    static func line(
        _ from: RecordLocation, _ to: RecordLocation, writer: inout JSONWriter
    ) {
        writer.object {
            $0.member("type", "LineString")
            $0.name("coordinates")
            $0.array { list in
                position(from, to: &list)
                position(to, to: &list)
            }
        }
    }

    private static func position(_ location: RecordLocation, to writer: inout JSONWriter) {
        writer.array {
            $0.number(location.longitude)
            $0.number(location.latitude)
        }
    }

    /// Whose the points are, as properties: `location` is `own`, `place` or `around`, `at` the
    /// places at which the record is, and `point_of` those whose points these are where they
    /// aren't the same.
    static func provenance(_ locations: [RecordLocation], to writer: inout JSONWriter) {
        let isAround = locations.contains { $0.basis == .around }
        let basis = isAround ? .around : locations.first?.basis
        writer.member("location", basis?.rawValue)
        guard basis != .own else { return }
        writer.member("at", locations.map(\.place.text))
        if isAround { writer.member("point_of", locations.map(\.pointOf.text)) }
    }
}

/// A record of a list as a feature.
enum RecordFeature {
    /// Writes the record at its points.
    /// - Parameter origin: where the server is reached, for addresses that hold anywhere.
    static func write(
        _ item: FoundRecord, at locations: [RecordLocation], origin: String,
        to writer: inout JSONWriter
    ) {
        let record = item.record
        GeoJSON.feature(record.id.text, to: &writer) {
            GeoJSON.points(locations, to: &$0)
        } properties: {
            $0.member("id", record.id.text)
            $0.member("kind", record.kind.name)
            $0.member("name", record.name)
            $0.member("type", record.content.type)
            $0.member("url", origin + SiteAddress.record(record.id).text)
            $0.member("revision", item.revision)
            GeoJSON.provenance(locations, to: &$0)
        }
    }
}

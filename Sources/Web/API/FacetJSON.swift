import Records
import Register

/// Facets as the API writes them.
enum FacetJSON {
    /// Writes `{"kind":[{"value":…,"name":…,"count":…,"selected":…}],…}`; `name` for places only.
    static func write(
        _ facets: [RecordFacet: [RecordFacetCount]], to writer: inout JSONWriter
    ) {
        writer.object {
            for facet in RecordFacet.allCases {
                guard let counts = facets[facet] else { continue }
                $0.name(facet.rawValue)
                $0.array { list in for count in counts { write(count, to: &list) } }
            }
        }
    }

    private static func write(_ count: RecordFacetCount, to writer: inout JSONWriter) {
        writer.object {
            $0.member("value", count.value)
            $0.member("name", count.place?.name)
            $0.member("count", count.count)
            $0.name("selected")
            $0.bool(count.isSelected)
        }
    }
}

import Records
import Register

/// Exactly what a map shows, as GeoJSON.
struct MapFile {
    let map: MapPlate

    init(_ context: PageContext) throws {
        let state = try MapState(context.request.query).checked(context.words)
        map = try MapPlate(state, context)
    }

    var response: PageResponse {
        let scene = map.scene
        var writer = JSONWriter(reserving: 256 + (scene.spots.count + scene.arcs.count) * 300)
        writer.object {
            $0.member("type", "FeatureCollection")
            $0.member("title", map.title)
            $0.member("unit", scene.unit)
            $0.member("period", scene.period?.description)
            $0.member("remarks", scene.remarks)
            $0.name("features")
            $0.array { list in
                for spot in scene.spots { write(spot, to: &list) }
                for arc in scene.arcs { Self.write(arc, scene, to: &list) }
            }
        }
        var response = PageResponse(GeoJSON.mediaType, writer.bytes)
        response.sharing = .data
        response.headers.append(
            ("Content-Disposition", "inline; filename=\"fondaco-map.geojson\""))
        return response
    }

    private func write(_ spot: MapScene.Spot, to writer: inout JSONWriter) {
        let origin = map.context.request.origin
        GeoJSON.feature(spot.id.text, to: &writer) {
            GeoJSON.points([spot.location], to: &$0)
        } properties: {
            $0.member("id", spot.id.text)
            $0.member("kind", spot.id.kind.name)
            $0.member("name", spot.name)
            $0.member("type", spot.place.type.rawValue)
            $0.member("url", origin + SiteAddress.record(spot.id).text)
            $0.member("value", spot.value)
            $0.member("record", spot.record?.text)
            GeoJSON.provenance([spot.location], to: &$0)
        }
    }

    private static func write(
        _ arc: MapScene.Arc, _ scene: MapScene, to writer: inout JSONWriter
    ) {
        let (from, to) = (scene.spots[arc.from], scene.spots[arc.to])
        GeoJSON.feature(from.id.text + " " + to.id.text, to: &writer) {
            GeoJSON.line(from.location, to.location, writer: &$0)
        } properties: {
            $0.member("from", from.id.text)
            $0.member("to", to.id.text)
            $0.member("name", from.name + " – " + to.name)
            $0.member("value", arc.value)
            $0.member("record", arc.record?.text)
            $0.name("directed")
            $0.bool(arc.isDirected)
        }
    }
}

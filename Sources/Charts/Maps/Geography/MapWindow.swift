import RealModule

/// The rectangle of a drawing through which a projected part of the globe is seen.
struct MapWindow: Sendable {
    /// The Earth's mean radius in kilometres (IUGG, R₁).
    static let earthRadius = 6371.0088

    let projection: Projection
    /// The window in the drawing's pixels.
    let rect: PlaneRect
    /// The globe's radius in pixels.
    let scale: Double
    private let middle: PlanePoint

    /// Margins and limits within which a window is laid out, in CSS pixels.
    struct Room: Sendable {
        let left: Double
        let top: Double
        let width: Double
        let heights: ClosedRange<Double>
    }

    /// The two ends of a flow.
    struct Way: Sendable {
        let start, end: GeoPoint
        let isDirected: Bool
    }

    /// A window for an extent that was asked for, or else for the extent of the places and of the
    /// arcs between them.
    init(extent: GeoExtent?, places: [GeoPoint], ways: [Way] = [], in room: Room) {
        let found = extent ?? GeoExtent(around: places) ?? Self.world
        projection = .suited(to: Self.padded(found, by: extent == nil ? 0.08 : 0))
        let projection = projection
        let outline =
            extent == nil && !places.isEmpty
            ? places.map(projection.forward) + Self.bows(ways, projection)
            : found.outline.map(projection.forward)
        // Less than 2/3 of a degree around a place would be a map without anything on it.
        let least = 0.012
        var box =
            PlaneRect(around: outline)
            ?? PlaneRect(minX: -least, minY: -least, maxX: least, maxY: least)
        let margin = extent == nil ? max(least, 0.06 * max(box.width, box.height)) : 0.001
        box = box.insetBy(-margin)
        let height = (room.width * box.height / box.width)
            .brought(into: room.heights, otherwise: room.heights.lowerBound)
        scale = min(room.width / box.width, height / box.height)
        rect = PlaneRect(
            minX: room.left, minY: room.top, maxX: room.left + room.width,
            maxY: room.top + height)
        middle = PlanePoint(x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2)
    }

    /// Points of the arcs of flows, on the projection's plane, whose ordinate grows upwards.
    private static func bows(_ ways: [Way], _ projection: Projection) -> [PlanePoint] {
        ways.flatMap { way -> [PlanePoint] in
            let (start, end) = (projection.forward(way.start), projection.forward(way.end))
            let arc = FlowArc(
                from: PlanePoint(x: start.x, y: -start.y), to: PlanePoint(x: end.x, y: -end.y),
                directed: way.isDirected)
            return [0.25, 0.5, 0.75].compactMap { t in
                arc.map { PlanePoint(x: $0.point(at: t).x, y: -$0.point(at: t).y) }
            }
        }
    }

    /// All the inhabited world, for a map of nothing.
    private static var world: GeoExtent {
        GeoExtent(unchecked: (-58, -180, 78, 180))
    }

    private static func padded(_ extent: GeoExtent, by share: Double) -> GeoExtent {
        let dy = max(extent.height * share, extent.height < 1.2 ? 0.6 : 0)
        let dx = max(extent.width * share, extent.width < 1.2 ? 0.6 : 0)
        let width = min(360, extent.width + 2 * dx)
        let middle = (extent.west + extent.east) / 2
        return GeoExtent(
            unchecked: (
                max(-90, extent.south - dy), middle - width / 2, min(90, extent.north + dy),
                middle + width / 2
            ))
    }

    /// The pixel of a place.
    func position(_ point: GeoPoint) -> PlanePoint { pixel(projection.forward(point)) }

    /// The pixel of a latitude and a longitude counted from the central meridian, −180…180.
    func position(latitude: Double, fromCentre longitude: Double) -> PlanePoint {
        pixel(projection.forward(latitude: latitude, fromCentre: longitude))
    }

    /// The place at a pixel; `nil` beside the globe.
    func place(at pixel: PlanePoint) -> GeoPoint? {
        let centre = self.centre
        return projection.inverse(
            PlanePoint(
                x: (pixel.x - centre.x) / scale + middle.x,
                y: (centre.y - pixel.y) / scale + middle.y))
    }

    /// The middle of the window.
    var centre: PlanePoint {
        PlanePoint(x: (rect.minX + rect.maxX) / 2, y: (rect.minY + rect.maxY) / 2)
    }

    private func pixel(_ point: PlanePoint) -> PlanePoint {
        PlanePoint(
            x: (point.x - middle.x) * scale + centre.x,
            y: centre.y - (point.y - middle.y) * scale)
    }

    /// Kilometres that a pixel in the middle of the window stands for, from west to east.
    var kilometresPerPixel: Double {
        let half = min(20, rect.width / 4)
        if let west = place(at: centre + PlanePoint(x: -half, y: 0)),
            let east = place(at: centre + PlanePoint(x: half, y: 0))
        {
            let angle = west.distance(to: east)
            if angle > 0 { return Angle.radians(angle) * Self.earthRadius / (2 * half) }
        }
        return Self.earthRadius / scale
    }

    /// What can be seen: latitudes, and longitudes counted from the central meridian.
    struct Sight: Sendable {
        var south = 90.0
        var north = -90.0
        var west = 180.0
        var east = -180.0
    }

    /// Found by asking a grid of pixels for their places.
    var sight: Sight {
        var sight = Sight()
        let steps = 32
        for row in 0...steps {
            for column in 0...steps {
                let pixel = PlanePoint(
                    x: rect.minX + rect.width * Double(column) / Double(steps),
                    y: rect.minY + rect.height * Double(row) / Double(steps))
                guard let place = place(at: pixel) else { continue }
                let longitude = Angle.normalized(place.longitude - projection.centralMeridian)
                sight.south = min(sight.south, place.latitude)
                sight.north = max(sight.north, place.latitude)
                sight.west = min(sight.west, longitude)
                sight.east = max(sight.east, longitude)
            }
        }
        guard sight.south <= sight.north else {
            return Sight(south: -90, north: 90, west: -180, east: 180)
        }
        for pole in [-90.0, 90.0]
        where rect.contains(position(latitude: pole, fromCentre: 0)) {
            sight.west = -180
            sight.east = 180
            sight.south = min(sight.south, pole)
            sight.north = max(sight.north, pole)
        }
        let slack = max(sight.north - sight.south, 1) / Double(steps)
        sight.south = max(-90, sight.south - slack)
        sight.north = min(90, sight.north + slack)
        sight.west = max(-180, sight.west - 2 * slack)
        sight.east = min(180, sight.east + 2 * slack)
        return sight
    }
}

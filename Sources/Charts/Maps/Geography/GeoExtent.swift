import RealModule

/// A part of the globe between two meridians and two parallels, in degrees.
///
/// East is not below west: across the antimeridian it is above 180.
public struct GeoExtent: Sendable, Equatable {
    /// The southern and northern edge, −90…90.
    public let south, north: Double
    /// The western edge, −180…180, and the eastern, at most 360 more.
    public let west, east: Double

    /// `nil` if an edge is no number or they are out of order or range. An east below the west is
    /// read as lying across the antimeridian.
    public init?(south: Double, west: Double, north: Double, east: Double) {
        guard south >= -90, north <= 90, south <= north, abs(west) <= 360, abs(east) <= 720
        else { return nil }
        let start = Angle.normalized(west)
        var width = east - west
        if width < 0 { width += 360 }
        guard width >= 0, width <= 360 else { return nil }
        self.south = south
        self.north = north
        self.west = start
        self.east = start + width
    }

    /// Edges that are known to be in order and range.
    init(unchecked edges: (south: Double, west: Double, north: Double, east: Double)) {
        (south, west, north, east) = edges
    }

    /// The smallest extent with all the places: its longitudes leave out the widest gap.
    ///
    /// `nil` without places.
    init?(around points: [GeoPoint]) {
        guard let first = points.first else { return nil }
        var south = first.latitude
        var north = first.latitude
        for point in points {
            south = min(south, point.latitude)
            north = max(north, point.latitude)
        }
        let longitudes = points.map(\.longitude).sorted()
        var widest = longitudes[0] + 360 - longitudes[longitudes.count - 1]
        var start = longitudes[0]
        for (before, after) in zip(longitudes, longitudes.dropFirst())
        where after - before > widest {
            widest = after - before
            start = after
        }
        self.south = south
        self.north = north
        self.west = start
        self.east = start + (360 - widest)
    }

    /// The width in degrees of longitude.
    var width: Double { east - west }
    /// The height in degrees of latitude.
    var height: Double { north - south }
    /// The place in the middle.
    var centre: (latitude: Double, longitude: Double) {
        ((south + north) / 2, Angle.normalized((west + east) / 2))
    }

    /// Points along the edges and the middle lines, by which a projected extent is measured.
    var outline: [GeoPoint] {
        var points: [GeoPoint] = []
        let steps = 16
        for step in 0...steps {
            let share = Double(step) / Double(steps)
            for latitude in [south, (south + north) / 2, north] {
                if let point = GeoPoint(
                    latitude: latitude, longitude: Angle.normalized(west + share * width))
                {
                    points.append(point)
                }
            }
            for longitude in [west, (west + east) / 2, east] {
                if let point = GeoPoint(
                    latitude: south + share * height, longitude: Angle.normalized(longitude))
                {
                    points.append(point)
                }
            }
        }
        return points
    }
}

extension Projection {
    /// The projection that suits an extent.
    ///
    /// Very wide: Equal Earth. Near a pole or the equator, small, or higher than wide: Lambert
    /// around the middle. Otherwise Albers, whose standard parallels lie a sixth of the height
    /// inside the extent (Snyder, page 99).
    static func suited(to extent: GeoExtent) -> Projection {
        let centre = extent.centre
        let across = extent.width * Double.cos(Angle.radians(centre.latitude))
        let disc = Projection.lambert(
            Lambert(latitude: centre.latitude, longitude: centre.longitude))
        let polar = centre.latitude.magnitude >= 65
        if polar, extent.height < 60 {
            guard extent.width > 120 else { return disc }
            return .lambert(
                Lambert(
                    latitude: centre.latitude < 0 ? -90 : 90, longitude: centre.longitude))
        }
        let isNorthern = centre.latitude.magnitude > 35 && extent.height < 60
        if extent.width > (isNorthern ? 220 : 170) || extent.height > 100 || across > 130 {
            return .equalEarth(centralMeridian: centre.longitude)
        }
        let tropical = centre.latitude.magnitude < 15
        if tropical, across > 100 { return .equalEarth(centralMeridian: centre.longitude) }
        let small = extent.height < 6 && across < 6
        guard !tropical, !small, across >= extent.height * 0.8 else { return disc }
        let sixth = extent.height / 6
        let cone = Albers(
            parallels: (extent.south + sixth, extent.north - sixth), origin: centre.latitude,
            centralMeridian: centre.longitude)
        return cone.map(Projection.albers) ?? disc
    }
}

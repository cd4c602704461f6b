import Charts
import Records

/// The part of the globe in which nearly everything is, so that a few places far away don't make
/// all others too small to be told apart.
struct CoreExtent: Sendable {
    let extent: GeoExtent
    /// How many places lie outside.
    let outside: Int

    /// The most that may lie outside, as a share of all figures.
    private static let mostOutside = 0.04
    /// The core is worth showing alone when its area is at most so much of the whole.
    private static let largestShare = 0.5
    /// Degrees around the core.
    private static let margin = 2.0

    /// Nil where the whole is as good: nothing lies far away, or places surround the globe.
    init?(of spots: [MapScene.Spot]) {
        let weighted = spots.compactMap { spot in
            spot.point.map { (point: $0, weight: max(0, spot.figure?.value ?? 0)) }
        }
        let total = weighted.reduce(0) { $0 + $1.weight }
        guard total > 0, weighted.count > 3 else { return nil }
        let latitude = Self.middle(weighted.map { ($0.point.latitude, $0.weight) }, of: total)
        let longitude = Self.middle(weighted.map { ($0.point.longitude, $0.weight) }, of: total)
        let farthestFirst = weighted.sorted {
            Self.distance($0.point, latitude, longitude)
                > Self.distance($1.point, latitude, longitude)
        }
        var left = total * Self.mostOutside
        let inside = farthestFirst.drop { spot in
            left -= spot.weight
            return left >= 0
        }
        let whole = Box(weighted.map(\.point))
        let core = Box(inside.map(\.point))
        guard inside.count < weighted.count, core.area <= whole.area * Self.largestShare,
            let extent = GeoExtent(
                south: max(-90, core.south - Self.margin),
                west: max(-180, core.west - Self.margin),
                north: min(90, core.north + Self.margin), east: min(180, core.east + Self.margin))
        else { return nil }
        self.extent = extent
        outside = weighted.count { spot in !core.holds(spot.point, margin: Self.margin) }
    }

    private struct Box {
        var south = 90.0
        var north = -90.0
        var west = 180.0
        var east = -180.0

        init(_ points: [GeoPoint]) {
            for point in points {
                south = min(south, point.latitude)
                north = max(north, point.latitude)
                west = min(west, point.longitude)
                east = max(east, point.longitude)
            }
        }

        var area: Double { (north - south) * (east - west) }

        func holds(_ point: GeoPoint, margin: Double) -> Bool {
            point.latitude >= south - margin && point.latitude <= north + margin
                && point.longitude >= west - margin && point.longitude <= east + margin
        }
    }

    /// The weighted median.
    private static func middle(_ values: [(value: Double, weight: Double)], of total: Double)
        -> Double
    {
        var passed = 0.0
        for entry in values.sorted(by: { $0.value < $1.value }) {
            passed += entry.weight
            if passed >= total / 2 { return entry.value }
        }
        return 0
    }

    /// How far a place is from the middle, in degrees, the wider way.
    private static func distance(
        _ point: GeoPoint, _ latitude: Double, _ longitude: Double
    ) -> Double {
        // A degree of longitude is worth about half of one of latitude where most places are.
        max(abs(point.latitude - latitude), abs(point.longitude - longitude) / 2)
    }
}

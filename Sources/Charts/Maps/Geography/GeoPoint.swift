import RealModule

/// A place on the globe, in degrees.
public struct GeoPoint: Sendable, Hashable {
    /// Degrees north of the equator, −90…90.
    public let latitude: Double
    /// Degrees east of Greenwich, −180..<180.
    public let longitude: Double

    /// `nil` if a coordinate is no number, the latitude is beyond a pole or the longitude beyond
    /// ±360°. Longitudes outside −180..<180 are turned into it.
    public init?(latitude: Double, longitude: Double) {
        guard latitude >= -90, latitude <= 90, longitude >= -360, longitude <= 360 else {
            return nil
        }
        self.latitude = latitude
        self.longitude = Angle.normalized(longitude)
    }

    /// The angle between two places seen from the globe's centre, in degrees (haversine).
    func distance(to other: GeoPoint) -> Double {
        let dLatitude = Angle.radians(other.latitude - latitude) / 2
        let dLongitude = Angle.radians(other.longitude - longitude) / 2
        let s = Double.sin(dLatitude)
        let t = Double.sin(dLongitude)
        let chord =
            s * s
            + t * t * Double.cos(Angle.radians(latitude))
            * Double.cos(Angle.radians(other.latitude))
        return Angle.degrees(2 * Double.asin(min(1, chord.squareRoot())))
    }
}

/// Angles in degrees and radians.
enum Angle {
    static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    static func degrees(_ radians: Double) -> Double { radians * 180 / .pi }

    /// The same direction within −180..<180.
    static func normalized(_ degrees: Double) -> Double {
        if degrees >= -180, degrees < 180 { return degrees }
        let turned = degrees - 360 * ((degrees + 180) / 360).rounded(.down)
        return turned >= 180 ? -180 : turned
    }
}

/// A point of a flat drawing; the unit is told where it is used.
struct PlanePoint: Sendable, Equatable {
    var x: Double
    var y: Double

    static func + (a: PlanePoint, b: PlanePoint) -> PlanePoint {
        PlanePoint(x: a.x + b.x, y: a.y + b.y)
    }
    static func - (a: PlanePoint, b: PlanePoint) -> PlanePoint {
        PlanePoint(x: a.x - b.x, y: a.y - b.y)
    }
    static func * (a: PlanePoint, factor: Double) -> PlanePoint {
        PlanePoint(x: a.x * factor, y: a.y * factor)
    }
    var length: Double { (x * x + y * y).squareRoot() }
}

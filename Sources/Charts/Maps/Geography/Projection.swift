import RealModule

/// Ways to lay the globe flat. All of them keep areas in proportion, so that fills and symbols can
/// be compared.
///
/// The globe is a sphere of radius 1: at the scale of a screen the flattening of the Earth (0.3 %)
/// stays below a pixel or two, and the figures drawn don't depend on it. Formulas: J. P. Snyder,
/// "Map Projections: A Working Manual" (USGS Professional Paper 1395, 1987), equations 14-1…14-11
/// for Albers and 24-2…24-16 for Lambert; B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map
/// projection" (International Journal of Geographical Information Science 33, 2019).
enum Projection: Sendable, Equatable {
    /// Albers' equal-area conic: for a region that is wider than high, in middle latitudes.
    case albers(Albers)
    /// Lambert's azimuthal equal-area: for a small or round region, at a pole or at the equator.
    case lambert(Lambert)
    /// Equal Earth: for the world, or most of it. The value is the central meridian in degrees.
    case equalEarth(centralMeridian: Double)

    /// The meridian in the middle, in degrees; the map is cut on the other side of it.
    var centralMeridian: Double {
        switch self {
        case .albers(let cone): cone.centralMeridian
        case .lambert(let disc): disc.centralMeridian
        case .equalEarth(let meridian): meridian
        }
    }

    /// The flat place (x to the east, y to the north; unit: the globe's radius).
    func forward(_ point: GeoPoint) -> PlanePoint {
        forward(
            latitude: point.latitude,
            fromCentre: Angle.normalized(point.longitude - centralMeridian))
    }

    /// The same for a longitude counted from the central meridian, −180…180, so that the two edges
    /// of the map stay apart.
    func forward(latitude: Double, fromCentre longitude: Double) -> PlanePoint {
        let latitude = Angle.radians(latitude)
        let longitude = Angle.radians(longitude)
        return switch self {
        case .albers(let cone): cone.forward(latitude, longitude)
        case .lambert(let disc): disc.forward(latitude, longitude)
        case .equalEarth: EqualEarth.forward(latitude, longitude)
        }
    }

    /// The place that a flat point stands for; `nil` outside the globe's outline.
    func inverse(_ point: PlanePoint) -> GeoPoint? {
        guard point.x.isFinite, point.y.isFinite else { return nil }
        let place: (latitude: Double, longitude: Double)? =
            switch self {
            case .albers(let cone): cone.inverse(point)
            case .lambert(let disc): disc.inverse(point)
            case .equalEarth: EqualEarth.inverse(point)
            }
        guard let place, abs(place.longitude) <= .pi * (1 + 1e-9) else { return nil }
        return GeoPoint(
            latitude: max(-90, min(90, Angle.degrees(place.latitude))),
            longitude: Angle.normalized(Angle.degrees(place.longitude) + centralMeridian))
    }
}

/// Albers' conic with two standard parallels.
struct Albers: Sendable, Equatable {
    let centralMeridian: Double
    private let n: Double
    private let c: Double
    private let rho0: Double

    /// Standard parallels and the latitude of origin in degrees. `nil` if the parallels lie
    /// symmetric to the equator, where the cone becomes a cylinder.
    init?(parallels: (Double, Double), origin: Double, centralMeridian: Double) {
        let s1 = Double.sin(Angle.radians(parallels.0))
        let s2 = Double.sin(Angle.radians(parallels.1))
        n = (s1 + s2) / 2
        guard abs(n) > 0.05 else { return nil }
        c = 1 + s1 * s2
        rho0 = max(0, c - 2 * n * Double.sin(Angle.radians(origin))).squareRoot() / n
        self.centralMeridian = centralMeridian
    }

    func forward(_ latitude: Double, _ longitude: Double) -> PlanePoint {
        let rho = max(0, c - 2 * n * Double.sin(latitude)).squareRoot() / n
        let theta = n * longitude
        return PlanePoint(x: rho * Double.sin(theta), y: rho0 - rho * Double.cos(theta))
    }

    func inverse(_ point: PlanePoint) -> (latitude: Double, longitude: Double)? {
        let sign: Double = n < 0 ? -1 : 1
        let dy = rho0 - point.y
        let rho = (point.x * point.x + dy * dy).squareRoot()
        let sine = (c - rho * rho * n * n) / (2 * n)
        guard abs(sine) <= 1 + 1e-12 else { return nil }
        let theta = Double.atan2(y: sign * point.x, x: sign * dy)
        return (Double.asin(max(-1, min(1, sine))), theta / n)
    }
}

/// Lambert's azimuthal projection around a centre.
struct Lambert: Sendable, Equatable {
    let centralMeridian: Double
    let centralLatitude: Double
    private let sine: Double
    private let cosine: Double

    /// The centre in degrees.
    init(latitude: Double, longitude: Double) {
        centralMeridian = longitude
        centralLatitude = latitude
        sine = Double.sin(Angle.radians(latitude))
        cosine = Double.cos(Angle.radians(latitude))
    }

    /// The place opposite to the centre has no direction; it is put on the far edge.
    func forward(_ latitude: Double, _ longitude: Double) -> PlanePoint {
        let sinLatitude = Double.sin(latitude)
        let cosLatitude = Double.cos(latitude)
        let cosLongitude = Double.cos(longitude)
        let x = cosLatitude * Double.sin(longitude)
        let y = cosine * sinLatitude - sine * cosLatitude * cosLongitude
        let cosC = sine * sinLatitude + cosine * cosLatitude * cosLongitude
        let nearness = 1 + cosC
        guard nearness > 1e-12 else { return PlanePoint(x: 0, y: y < 0 ? -2 : 2) }
        let k = (2 / nearness).squareRoot()
        return PlanePoint(x: k * x, y: k * y)
    }

    func inverse(_ point: PlanePoint) -> (latitude: Double, longitude: Double)? {
        let rho = point.length
        guard rho <= 2 + 1e-9 else { return nil }
        guard rho > 1e-12 else { return (Angle.radians(centralLatitude), 0) }
        let c = 2 * Double.asin(min(1, rho / 2))
        let sinC = Double.sin(c)
        let cosC = Double.cos(c)
        let sinLatitude = cosC * sine + point.y * sinC * cosine / rho
        let longitude = Double.atan2(
            y: point.x * sinC, x: rho * cosine * cosC - point.y * sine * sinC)
        return (Double.asin(max(-1, min(1, sinLatitude))), longitude)
    }
}

/// The Equal Earth projection; the coefficients are those of its paper.
enum EqualEarth {
    private static let a1 = 1.340264
    private static let a2 = -0.081106
    private static let a3 = 0.000893
    private static let a4 = 0.003796
    private static let half = 3.0.squareRoot() / 2

    static func forward(_ latitude: Double, _ longitude: Double) -> PlanePoint {
        let theta = Double.asin(max(-1, min(1, half * Double.sin(latitude))))
        return PlanePoint(
            x: longitude * Double.cos(theta) / (half * slope(theta)), y: height(theta))
    }

    static func inverse(_ point: PlanePoint) -> (latitude: Double, longitude: Double)? {
        let top = height(.pi / 3)
        guard abs(point.y) <= top * (1 + 1e-9) else { return nil }
        var theta = point.y / a1
        // Newton's method; the height is smooth and rises, a dozen steps are plenty.
        for _ in 0..<12 {
            let step = (height(theta) - point.y) / slope(theta)
            theta -= step
            if abs(step) < 1e-13 { break }
        }
        theta = max(-.pi / 3, min(.pi / 3, theta))
        let longitude = point.x * half * slope(theta) / Double.cos(theta)
        return (Double.asin(max(-1, min(1, Double.sin(theta) / half))), longitude)
    }

    private static func height(_ theta: Double) -> Double {
        let t2 = theta * theta
        let t6 = t2 * t2 * t2
        return theta * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))
    }

    private static func slope(_ theta: Double) -> Double {
        let t2 = theta * theta
        let t6 = t2 * t2 * t2
        return a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)
    }
}

import RealModule
import Testing

@testable import Charts

/// The projections against their formulas' promises: there and back, and areas in proportion.
struct ProjectionTests {
    static let projections: [Projection] = [
        Albers(parallels: (40, 60), origin: 50, centralMeridian: 30).map(Projection.albers),
        Albers(parallels: (-35, -12), origin: -20, centralMeridian: 134).map(Projection.albers),
        Projection.lambert(Lambert(latitude: 53, longitude: 27)),
        Projection.lambert(Lambert(latitude: 90, longitude: 0)),
        Projection.lambert(Lambert(latitude: -90, longitude: 100)),
        Projection.lambert(Lambert(latitude: 0, longitude: 179)),
        Projection.equalEarth(centralMeridian: 0),
        Projection.equalEarth(centralMeridian: 150),
    ].compactMap { $0 }

    @Test(arguments: projections)
    func inverseUndoesForward(_ projection: Projection) throws {
        var random = SeededRandom(seed: 20_270_114)
        for _ in 0..<3000 {
            let point = try #require(
                GeoPoint(
                    latitude: random.number(in: -89.5...89.5),
                    longitude: random.number(in: -180...179.9)))
            // Beside the place opposite to a disc's centre, digits are lost without end.
            if case .lambert(let disc) = projection {
                let centre = try #require(
                    GeoPoint(latitude: disc.centralLatitude, longitude: disc.centralMeridian))
                if centre.distance(to: point) > 175 { continue }
            }
            let back = try #require(
                projection.inverse(projection.forward(point)), "\(point), seed \(random.seed)")
            #expect(point.distance(to: back) < 1e-6, "\(point), seed \(random.seed)")
        }
    }

    /// The area of a small square on the map is that of the square on the globe.
    @Test(arguments: projections)
    func areasKeepTheirProportion(_ projection: Projection) {
        var random = SeededRandom(seed: 7)
        for _ in 0..<2000 {
            let latitude = random.number(in: -80...80)
            let longitude = random.number(in: -130...130)
            let size = 0.01
            let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map { dx, dy in
                projection.forward(
                    latitude: latitude + dy * size, fromCentre: longitude + dx * size)
            }
            var twice = 0.0
            for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
                twice += a.x * b.y - b.x * a.y
            }
            let onGlobe =
                2 * Angle.radians(size)
                * (Double.sin(Angle.radians(latitude + size))
                    - Double.sin(Angle.radians(latitude - size)))
            #expect(
                abs(twice / 2 / onGlobe - 1) < 1e-3,
                "\(latitude), \(longitude), seed \(random.seed)")
        }
    }

    @Test(arguments: projections)
    func nothingIsEverWithoutANumber(_ projection: Projection) {
        for latitude in stride(from: -90.0, through: 90, by: 15) {
            for longitude in stride(from: -360.0, through: 360, by: 15) {
                guard let point = GeoPoint(latitude: latitude, longitude: longitude) else {
                    Issue.record("\(latitude), \(longitude)")
                    continue
                }
                let flat = projection.forward(point)
                #expect(flat.x.isFinite && flat.y.isFinite)
            }
        }
        for x in [-.infinity, .nan, -3.0, 0, 2, 1e300] {
            for y in [-.infinity, .nan, -3.0, 0, 2, 1e300] {
                if let place = projection.inverse(PlanePoint(x: x, y: y)) {
                    #expect(place.latitude.isFinite && place.longitude.isFinite)
                }
            }
        }
    }

    /// Worked examples of Snyder's manual (pages 292 and 332, sphere of radius 1).
    @Test func snydersExamples() throws {
        let albers = try #require(
            Albers(parallels: (29.5, 45.5), origin: 23, centralMeridian: -96))
        let place = albers.forward(Angle.radians(35), Angle.radians(21))
        #expect(abs(place.x - 0.2952720) < 1e-6)
        #expect(abs(place.y - 0.2416774) < 1e-6)
        let lambert = Lambert(latitude: 40, longitude: -100)
        let far = lambert.forward(Angle.radians(-20), Angle.radians(200))
        #expect(abs(far.x - -4.2339303 / 3) < 1e-6)
        #expect(abs(far.y - 4.0257775 / 3) < 1e-6)
    }

    @Test func coordinatesThatAreNone() {
        #expect(GeoPoint(latitude: .nan, longitude: 0) == nil)
        #expect(GeoPoint(latitude: 0, longitude: .infinity) == nil)
        #expect(GeoPoint(latitude: 90.1, longitude: 0) == nil)
        #expect(GeoPoint(latitude: 10, longitude: 190)?.longitude == -170)
        #expect(GeoPoint(latitude: 10, longitude: 180)?.longitude == -180)
    }

    @Test func extentTakesTheShortWay() throws {
        let fiji = try #require(GeoPoint(latitude: -17, longitude: 178))
        let samoa = try #require(GeoPoint(latitude: -14, longitude: -172))
        let extent = try #require(GeoExtent(around: [fiji, samoa]))
        #expect(extent.west == 178)
        #expect(extent.width == 10)
        #expect(extent.centre.longitude == -177)
        #expect(GeoExtent(south: 0, west: 170, north: 5, east: -170)?.width == 20)
        #expect(GeoExtent(south: 5, west: 0, north: 0, east: 1) == nil)
        #expect(GeoExtent(south: .nan, west: 0, north: 0, east: 1) == nil)
    }

    @Test func theProjectionSuitsTheRegion() throws {
        func suited(_ s: Double, _ w: Double, _ n: Double, _ e: Double) throws -> Projection {
            .suited(to: try #require(GeoExtent(south: s, west: w, north: n, east: e)))
        }
        if case .albers = try suited(40, 10, 62, 80) {} else { Issue.record("Eurasia") }
        if case .lambert = try suited(51, 23, 56, 32) {} else { Issue.record("Belarus") }
        if case .lambert = try suited(-5, 20, 6, 40) {} else { Issue.record("equator") }
        if case .lambert = try suited(66, -180, 90, 180) {} else { Issue.record("Arctic") }
        if case .equalEarth = try suited(-50, -120, 70, 150) {} else { Issue.record("world") }
    }
}

/// A small generator of repeatable numbers for tests (SplitMix64).
struct SeededRandom {
    let seed: UInt64
    private var state: UInt64

    init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    mutating func number(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + Double(next() >> 11) / 9_007_199_254_740_992
            * (range.upperBound - range.lowerBound)
    }

    mutating func index(below count: Int) -> Int { Int(next() % UInt64(max(1, count))) }
}

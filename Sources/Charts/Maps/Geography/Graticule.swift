import RealModule

/// Meridians and parallels at round degrees, as far as a window shows them.
struct Graticule: Sendable {
    /// One meridian or parallel: its degrees and its visible parts in pixels.
    struct Line: Sendable {
        let degrees: Double
        let parts: [[PlanePoint]]
    }

    let meridians: [Line]
    let parallels: [Line]

    private static let steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30, 45]

    /// Lines about `spacing` pixels apart or more.
    init(_ window: MapWindow, spacing: Double) {
        let sight = window.sight
        let degree = Angle.radians(1) * MapWindow.earthRadius / window.kilometresPerPixel
        let middle = (sight.south + sight.north) / 2
        let narrowing = max(0.2, Double.cos(Angle.radians(middle)))
        let latitudeStep = Self.steps.first { $0 * degree >= spacing } ?? 45
        let longitudeStep =
            Self.steps.first { $0 >= latitudeStep && $0 * degree * narrowing >= spacing } ?? 45
        parallels = Self.multiples(of: latitudeStep, sight.south, sight.north).map { latitude in
            Line(
                degrees: latitude,
                parts: Self.trace(window, samples: 96) { share in
                    (latitude, sight.west + share * (sight.east - sight.west))
                })
        }
        let centre = window.projection.centralMeridian
        // Near a pole the meridians stop one parallel short, where they would run together.
        let isPoint = if case .equalEarth = window.projection { false } else { true }
        let south =
            isPoint && sight.south <= -89 ? max(sight.south, -90 + latitudeStep) : sight.south
        let north = isPoint && sight.north >= 89 ? min(sight.north, 90 - latitudeStep) : sight.north
        let whole = sight.east - sight.west >= 360 - 1e-9
        let longitudes = Self.multiples(of: longitudeStep, sight.west + centre, sight.east + centre)
            .filter { !whole || $0 < sight.east + centre }
        meridians = longitudes.map { longitude in
            Line(
                degrees: Angle.normalized(longitude),
                parts: Self.trace(window, samples: 64) { share in
                    (south + share * (north - south), longitude - centre)
                })
        }
    }

    private static func multiples(of step: Double, _ low: Double, _ high: Double) -> [Double] {
        let first = (low / step).rounded(.up)
        let last = (high / step).rounded(.down)
        guard first <= last, last - first < 400 else { return [] }
        return stride(from: first, through: last, by: 1).map { $0 * step }
    }

    private static func trace(
        _ window: MapWindow, samples: Int,
        _ place: (Double) -> (latitude: Double, fromCentre: Double)
    ) -> [[PlanePoint]] {
        let points = (0...samples).map { sample in
            let here = place(Double(sample) / Double(samples))
            return window.position(
                latitude: here.latitude,
                fromCentre: max(-180, min(180, here.fromCentre)))
        }
        return Clip.line(points, to: window.rect).map(Self.straightened)
    }

    /// Leaves out points that lie within a fifth of a pixel of the line through their neighbours.
    private static func straightened(_ points: [PlanePoint]) -> [PlanePoint] {
        guard points.count > 2, let first = points.first, let last = points.last else {
            return points
        }
        var kept = [first]
        var anchor = 0
        for index in 2..<points.count {
            let a = points[anchor]
            let b = points[index]
            let length = max(1e-9, (b - a).length)
            let strays = (anchor + 1..<index).contains { between in
                let d = points[between] - a
                let across = abs(d.x * (b.y - a.y) - d.y * (b.x - a.x)) / length
                return across > 0.2
            }
            if strays {
                anchor = index - 1
                kept.append(points[anchor])
            }
        }
        kept.append(last)
        return kept
    }
}

/// A bar of a round number of kilometres.
struct ScaleBar: Sendable, Equatable {
    let kilometres: Double
    /// Its length in pixels in the middle of the map.
    let length: Double

    /// The longest bar of 1, 2 or 5 times a power of ten up to a length; `nil` for a map so fine or
    /// so coarse that there is none.
    init?(_ window: MapWindow, atMost length: Double) {
        let unit = window.kilometresPerPixel
        guard unit.isFinite, unit > 0 else { return nil }
        let wanted = unit * length
        var best: Double?
        var power = 0.1
        while power < 1e5 {
            for factor in [1.0, 2, 5] where factor * power <= wanted { best = factor * power }
            power *= 10
        }
        guard let best else { return nil }
        kilometres = best
        self.length = best / unit
    }
}

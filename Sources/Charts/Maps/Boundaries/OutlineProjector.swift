import RealModule

/// Brings outlines onto a map: chooses areas and level, cuts at the map's edges, projects.
struct OutlineProjector {
    private let boundaries: Boundaries
    private let window: MapWindow
    private let sight: MapWindow.Sight
    private let level: Int
    private let centre: Double
    /// The middle of a disc that doesn't show the whole globe, as a vector.
    private let discCentre: (x: Double, y: Double, z: Double)?

    init(_ boundaries: Boundaries, _ window: MapWindow) {
        self.boundaries = boundaries
        self.window = window
        sight = window.sight
        centre = window.projection.centralMeridian
        let degrees = Angle.degrees(window.kilometresPerPixel / MapWindow.earthRadius)
        level = boundaries.level(for: degrees * 0.8)
        if case .lambert(let disc) = window.projection {
            discCentre = Self.vector(disc.centralLatitude, 0)
        } else {
            discCentre = nil
        }
    }

    /// Areas that can be seen; first-level divisions or countries.
    func areas(divisions: Bool) -> [Boundaries.Area] {
        boundaries.areas.filter { area in
            area.id.utf8.contains(UInt8(ascii: "-")) == divisions && isSeen(area.extent)
        }
    }

    private func isSeen(_ extent: GeoExtent) -> Bool {
        guard extent.north >= sight.south, extent.south <= sight.north else { return false }
        return [-720.0, -360, 0, 360].contains { turn in
            let west = extent.west - centre + turn
            return west <= sight.east && west + extent.width >= sight.west
        }
    }

    /// The visible rings of an area in pixels. Points closer than half a pixel to the one before are
    /// left out, and islands smaller than a pixel.
    func rings(of area: Boundaries.Area) -> [[PlanePoint]] {
        boundaries.rings(of: area, level: level).flatMap(cut).compactMap { part in
            Self.thinned(Clip.polygon(project(part), to: window.rect))
        }
    }

    /// Rings as one path of closed parts.
    static func path(_ rings: [[PlanePoint]]) -> PathWriter {
        var path = PathWriter()
        for ring in rings {
            guard let first = ring.first else { continue }
            path.move(first.x, first.y)
            for point in ring.dropFirst() { path.line(point.x, point.y) }
            path.close()
        }
        return path
    }

    /// Diagonal lines inside rings, by the even-odd rule: where a line crosses an outline, it goes
    /// in or out.
    static func hatching(_ rings: [[PlanePoint]], step: Double = 7) -> PathWriter {
        var crossings: [Int: [Double]] = [:]
        for ring in rings {
            guard var before = ring.last else { continue }
            for point in ring {
                // Along the diagonal lines x + y is constant; x − y tells the place on one.
                let (u, w) = (before.x + before.y, point.x + point.y)
                let low = (min(u, w) / step).rounded(.up)
                let high = (max(u, w) / step).rounded(.up)
                for line in stride(from: low, to: high, by: 1) {
                    let share = (line * step - u) / (w - u)
                    let here = before + (point - before) * share
                    crossings[Int(line), default: []].append(here.x - here.y)
                }
                before = point
            }
        }
        var path = PathWriter()
        for line in crossings.keys.sorted() {
            let sum = Double(line) * step
            let places = (crossings[line] ?? []).sorted()
            for index in stride(from: 0, to: places.count - 1, by: 2) {
                let (a, b) = (places[index], places[index + 1])
                path.move((sum + a) / 2, (sum - a) / 2)
                path.line((sum + b) / 2, (sum - b) / 2)
            }
        }
        return path
    }

    private static func thinned(_ points: [PlanePoint]) -> [PlanePoint]? {
        guard var last = points.first, let box = PlaneRect(around: points),
            max(box.width, box.height) >= 1
        else { return nil }
        var kept = [last]
        for point in points.dropFirst()
        where abs(point.x - last.x) > 0.5 || abs(point.y - last.y) > 0.5 {
            kept.append(point)
            last = point
        }
        return kept
    }

    /// Longitudes from the centre; a ring over the far edge of the map falls into two.
    private func cut(_ ring: [PlanePoint]) -> [[PlanePoint]] {
        let turned = ring.map { PlanePoint(x: $0.x - centre, y: $0.y) }
        guard let box = PlaneRect(around: turned) else { return [] }
        let globe = PlaneRect(minX: -180, minY: -90, maxX: 180, maxY: 90)
        return [-720.0, -360, 0, 360, 720].compactMap { turn in
            guard box.minX + turn < 180, box.maxX + turn > -180 else { return nil }
            let part = Clip.polygon(
                turned.map { PlanePoint(x: $0.x + turn, y: $0.y) }, to: globe)
            return part.count > 2 ? part : nil
        }
    }

    /// Long edges get points in between, as a straight line of the plate carrée is a curve here.
    private func project(_ ring: [PlanePoint]) -> [PlanePoint] {
        var flat: [PlanePoint] = []
        flat.reserveCapacity(ring.count)
        guard var before = ring.last, !isBehind(ring) else { return [] }
        for point in ring {
            let d = point - before
            let pieces = max(1, min(180, Int((max(abs(d.x), abs(d.y)) / 2).rounded(.up))))
            for piece in 1...pieces {
                let here = before + d * (Double(piece) / Double(pieces))
                flat.append(window.position(latitude: here.y, fromCentre: here.x))
            }
            before = point
        }
        return flat
    }

    /// A ring on the far side of a disc would be turned inside out around its edge.
    private func isBehind(_ ring: [PlanePoint]) -> Bool {
        guard let discCentre else { return false }
        var nearest = -1.0
        var farthest = 1.0
        for point in ring {
            let v = Self.vector(point.y, point.x)
            let cosine = v.x * discCentre.x + v.y * discCentre.y + v.z * discCentre.z
            nearest = max(nearest, cosine)
            farthest = min(farthest, cosine)
        }
        return nearest < -0.34 || (farthest < -0.94 && nearest < 0.5)
    }

    private static func vector(_ latitude: Double, _ longitude: Double)
        -> (x: Double, y: Double, z: Double)
    {
        let latitude = Angle.radians(latitude)
        let longitude = Angle.radians(longitude)
        let cosine = Double.cos(latitude)
        return (
            cosine * Double.cos(longitude), cosine * Double.sin(longitude), Double.sin(latitude)
        )
    }
}

/// An upright rectangle.
struct PlaneRect: Sendable, Equatable {
    var minX: Double
    var minY: Double
    var maxX: Double
    var maxY: Double

    var width: Double { maxX - minX }
    var height: Double { maxY - minY }

    func contains(_ point: PlanePoint) -> Bool {
        point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
    }

    func insetBy(_ distance: Double) -> PlaneRect {
        PlaneRect(
            minX: minX + distance, minY: minY + distance, maxX: maxX - distance,
            maxY: maxY - distance)
    }

    /// The smallest rectangle with all finite points; `nil` without any.
    init?(around points: [PlanePoint]) {
        var found = false
        minX = .infinity
        minY = .infinity
        maxX = -.infinity
        maxY = -.infinity
        for point in points where point.x.isFinite && point.y.isFinite {
            found = true
            minX = min(minX, point.x)
            minY = min(minY, point.y)
            maxX = max(maxX, point.x)
            maxY = max(maxY, point.y)
        }
        if !found { return nil }
    }

    init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }
}

/// Cuts lines and polygons at the edges of a rectangle.
enum Clip {
    /// The part of a polygon inside the rectangle (I. E. Sutherland, G. W. Hodgman, "Reentrant
    /// polygon clipping", CACM 17, 1974). Pieces of a concave polygon stay joined along the edges.
    static func polygon(_ ring: [PlanePoint], to rect: PlaneRect) -> [PlanePoint] {
        guard let box = PlaneRect(around: ring) else { return [] }
        if box.minX >= rect.minX, box.maxX <= rect.maxX, box.minY >= rect.minY,
            box.maxY <= rect.maxY
        {
            return ring
        }
        if box.maxX < rect.minX || box.minX > rect.maxX || box.maxY < rect.minY
            || box.minY > rect.maxY
        {
            return []
        }
        var points = ring
        points = cut(points) { $0.x - rect.minX }
        points = cut(points) { rect.maxX - $0.x }
        points = cut(points) { $0.y - rect.minY }
        points = cut(points) { rect.maxY - $0.y }
        return points
    }

    /// Keeps the side of a polygon on which `side` is not negative; `side` is linear.
    private static func cut(
        _ ring: [PlanePoint], _ side: (PlanePoint) -> Double
    ) -> [PlanePoint] {
        guard var before = ring.last else { return [] }
        var kept: [PlanePoint] = []
        kept.reserveCapacity(ring.count + 8)
        var sideBefore = side(before)
        for point in ring {
            let here = side(point)
            if (here >= 0) != (sideBefore >= 0) {
                let share = sideBefore / (sideBefore - here)
                kept.append(before + (point - before) * share)
            }
            if here >= 0 { kept.append(point) }
            before = point
            sideBefore = here
        }
        return kept
    }

    /// The part of a segment inside the rectangle (Y.-D. Liang, B. A. Barsky, "A new concept and
    /// method for line clipping", ACM TOG 3, 1984); `nil` if it lies outside.
    static func segment(
        _ a: PlanePoint, _ b: PlanePoint, to rect: PlaneRect
    ) -> (PlanePoint, PlanePoint)? {
        var start = 0.0
        var end = 1.0
        let d = b - a
        let edges = [
            (-d.x, a.x - rect.minX), (d.x, rect.maxX - a.x), (-d.y, a.y - rect.minY),
            (d.y, rect.maxY - a.y),
        ]
        for (slope, distance) in edges {
            if slope == 0 {
                if distance < 0 { return nil }
            } else {
                let t = distance / slope
                if slope < 0 { start = max(start, t) } else { end = min(end, t) }
            }
        }
        guard start <= end else { return nil }
        return (start > 0 ? a + d * start : a, end < 1 ? a + d * end : b)
    }

    /// The parts of a line inside the rectangle.
    static func line(_ points: [PlanePoint], to rect: PlaneRect) -> [[PlanePoint]] {
        var parts: [[PlanePoint]] = []
        var open: [PlanePoint] = []
        for (a, b) in zip(points, points.dropFirst()) {
            guard a.x.isFinite, a.y.isFinite, b.x.isFinite, b.y.isFinite,
                let (start, end) = segment(a, b, to: rect)
            else {
                if open.count > 1 { parts.append(open) }
                open = []
                continue
            }
            if open.last != start {
                if open.count > 1 { parts.append(open) }
                open = [start]
            }
            open.append(end)
        }
        if open.count > 1 { parts.append(open) }
        return parts
    }
}

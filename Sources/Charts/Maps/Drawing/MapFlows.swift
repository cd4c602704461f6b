/// Flows as ribbons between places.
///
/// A directed flow is widest where it starts and narrows to its end, which readers follow best
/// (D. Holten, J. J. van Wijk, "A user study on visualizing directed edges in graphs", 2009); an
/// undirected one is equally wide all the way.
struct MapFlows {
    /// A flow with its curve and its width.
    struct Ribbon {
        let flow: MapFlow
        let arc: FlowArc
        let width: Double
    }

    /// Widest first, so that thin ribbons stay visible on top.
    let ribbons: [Ribbon]
    /// The value that the widest ribbon stands for.
    let largest: Double
    private let rect: PlaneRect

    static let thinnest = 0.9

    /// The width in pixels of the widest ribbon.
    let widest: Double

    init(_ flows: [MapFlow], positions: [String: PlanePoint], in rect: PlaneRect) {
        let largest = flows.reduce(0) { max($0, $1.figure.drawn ?? 0) }
        // Many flows are drawn finer, or they would be one blot.
        let widest =
            (rect.width < 480 ? 7.0 : 11) / max(1, (Double(flows.count) / 60).squareRoot())
        self.widest = max(2.4, widest)
        self.largest = largest
        self.rect = rect
        let reach = self.widest
        ribbons = flows.compactMap { flow -> Ribbon? in
            guard let start = positions[flow.from], let end = positions[flow.to],
                let arc = FlowArc(from: start, to: end, directed: flow.isDirected)
            else { return nil }
            let share = largest > 0 ? max(0, flow.figure.drawn ?? 0) / largest : 0
            return Ribbon(flow: flow, arc: arc, width: max(Self.thinnest, share * reach))
        }.enumerated().sorted { a, b in
            a.element.width != b.element.width
                ? a.element.width > b.element.width : a.offset < b.offset
        }.map(\.element)
    }

    func draw(on canvas: inout Canvas) {
        guard !ribbons.isEmpty else { return }
        canvas.open("flows")
        for ribbon in ribbons {
            let path = Self.path(ribbon, in: rect)
            guard !path.isEmpty else { continue }
            let colour = " " + Palette.fill(ribbon.flow.group ?? 0)
            let known = ribbon.flow.figure.drawn != nil && !ribbon.flow.figure.certainty.isAhead
            canvas.mark(ribbon.flow.figure) { canvas in
                canvas.path((known ? "flow" : "flow unsure") + colour, path)
            }
        }
        canvas.close()
    }

    /// The outline of a ribbon; empty where it lies outside the rectangle.
    static func path(_ ribbon: Ribbon, in rect: PlaneRect) -> PathWriter {
        var path = PathWriter()
        let arc = ribbon.arc
        if arc.isLoop { return loop(ribbon, in: rect) }
        let startHalf = ribbon.width / 2
        let endHalf = ribbon.flow.isDirected ? min(0.35, startHalf) : startHalf
        guard arc.lies(in: rect.insetBy(startHalf)) else {
            for part in Clip.line(arc.flattened, to: rect.insetBy(startHalf)) {
                strip(part, startHalf, &path)
            }
            return path
        }
        let a = side(arc, 0, startHalf)
        let b = side(arc, 1, endHalf)
        let half = (startHalf + endHalf) / 2
        let middle = side(arc, 0.5, half)
        path.move(arc.start.x + a.x, arc.start.y + a.y)
        curve(&path, arc.start + a, arc.control + middle, arc.end + b)
        path.line(arc.end.x - b.x, arc.end.y - b.y)
        curve(&path, arc.end - b, arc.control - middle, arc.start - a)
        path.close()
        return path
    }

    /// Half the ribbon's width, across its direction at a point.
    private static func side(_ arc: FlowArc, _ t: Double, _ half: Double) -> PlanePoint {
        let direction = arc.direction(at: t)
        return PlanePoint(x: -direction.y * half, y: direction.x * half)
    }

    /// A quadratic curve as the cubic one that is the same.
    private static func curve(
        _ path: inout PathWriter, _ start: PlanePoint, _ control: PlanePoint, _ end: PlanePoint
    ) {
        let c1 = start + (control - start) * (2.0 / 3)
        let c2 = end + (control - end) * (2.0 / 3)
        path.curve(c1.x, c1.y, c2.x, c2.y, end.x, end.y)
    }

    private static func loop(_ ribbon: Ribbon, in rect: PlaneRect) -> PathWriter {
        var path = PathWriter()
        let place = ribbon.arc.start
        let size = 14 + ribbon.width
        guard rect.insetBy(size).contains(place) else { return path }
        let thin = max(0, size - ribbon.width)
        path.move(place.x, place.y)
        path.curve(
            place.x - size, place.y - size, place.x + size, place.y - size, place.x, place.y)
        path.curve(
            place.x + thin * 0.8, place.y - thin, place.x - thin * 0.8, place.y - thin, place.x,
            place.y)
        path.close()
        return path
    }

    /// A line of points as a closed strip of this half width on both sides.
    private static func strip(_ points: [PlanePoint], _ half: Double, _ path: inout PathWriter) {
        guard points.count > 1 else { return }
        func across(_ index: Int) -> PlanePoint {
            let a = points[max(0, index - 1)]
            let b = points[min(points.count - 1, index + 1)]
            let length = max(1e-9, (b - a).length)
            return PlanePoint(x: -(b.y - a.y) / length * half, y: (b.x - a.x) / length * half)
        }
        for index in points.indices {
            let point = points[index] + across(index)
            if index == 0 { path.move(point.x, point.y) } else { path.line(point.x, point.y) }
        }
        for index in points.indices.reversed() {
            let point = points[index] - across(index)
            path.line(point.x, point.y)
        }
        path.close()
    }
}

/// The curve between two places on a map, in pixels: a quadratic Bézier curve, or a small loop where
/// both ends are one.
struct FlowArc: Sendable, Equatable {
    let start: PlanePoint
    let control: PlanePoint
    let end: PlanePoint

    /// How far the curve bows out, as a share of the distance between its ends.
    private static let bow = 0.17

    /// A directed arc bows to the left of its way, so that one there and one back stay apart; an
    /// undirected one bows upwards. Ends that are no points give `nil`.
    init?(from start: PlanePoint, to end: PlanePoint, directed: Bool) {
        guard start.x.isFinite, start.y.isFinite, end.x.isFinite, end.y.isFinite else {
            return nil
        }
        let (a, b) = directed || start.x <= end.x ? (start, end) : (end, start)
        let d = b - a
        let middle = (a + b) * 0.5
        self.start = start
        self.end = end
        control = middle + PlanePoint(x: d.y, y: -d.x) * (2 * Self.bow)
    }

    /// Whether both ends are the same pixel.
    var isLoop: Bool { (end - start).length < 0.5 }

    func point(at t: Double) -> PlanePoint {
        let u = 1 - t
        return start * (u * u) + control * (2 * u * t) + end * (t * t)
    }

    /// The direction at a point of the curve, of length 1.
    func direction(at t: Double) -> PlanePoint {
        let d = (control - start) * (1 - t) + (end - control) * t
        let length = d.length
        return length > 1e-9 ? d * (1 / length) : PlanePoint(x: 1, y: 0)
    }

    /// Whether the whole curve lies inside a rectangle: it does if its three points do.
    func lies(in rect: PlaneRect) -> Bool {
        rect.contains(start) && rect.contains(control) && rect.contains(end)
    }

    /// The curve as a line of short pieces.
    var flattened: [PlanePoint] { (0...24).map { point(at: Double($0) / 24) } }
}

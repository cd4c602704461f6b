import RealModule

/// A network laid out for a rectangle: where each node stands, how large, in which colour.
struct NetworkSketch {
    let nodes: [NetworkNode]
    let graph: Graph
    /// The centre of each node; `nil` for one beyond the last ring.
    let centres: [PlanePoint?]
    let radii: [Double]
    /// An index into the palette for each node; `nil` for the quiet colour.
    let colours: [Int?]
    let focus: Int?
    /// The half width and half height of each ring around the focus.
    let rings: [PlanePoint]

    /// Up to this many nodes, all names get room below their nodes.
    static let namedInLayout = 40
    static let nameSize = 11.0

    init(_ network: Network, width: Double, height: Double) {
        var numbers: [String: Int] = [:]
        var nodes: [NetworkNode] = []
        for node in network.nodes where numbers[node.id] == nil {
            numbers[node.id] = nodes.count
            nodes.append(node)
        }
        let graph = Graph(
            count: nodes.count,
            edges: network.ties.compactMap { tie in
                guard let from = numbers[tie.from], let to = numbers[tie.to] else { return nil }
                return Graph.Edge(from: from, to: to, weight: tie.weight)
            })
        self.nodes = nodes
        self.graph = graph
        let colours = Self.colours(nodes, graph, byGroup: !network.groups.isEmpty)
        self.colours = colours
        let radii = Self.radii(nodes, width: width, height: height)
        focus = network.focus.flatMap { numbers[$0] }
        if let focus {
            let around = Self.around(
                focus, graph, rings: network.rings, colours, radii, width: width, height: height)
            centres = around.centres
            rings = around.rings
            self.radii = radii.map { $0 * around.shrink }
        } else {
            let rooms = zip(nodes, radii).map { node, radius in
                Self.room(node, radius, of: nodes.count, width: width)
            }
            let layout = NetworkLayout(graph, rooms: rooms, width: width, height: height)
            centres = layout.centres
            rings = []
            self.radii = radii.map { $0 * layout.shrink }
        }
    }

    static func shownName(_ node: NetworkNode, width: Double) -> String {
        TextMeasure.fitted(node.name, size: nameSize, within: width < 480 ? 92 : 180)
    }

    private static func room(
        _ node: NetworkNode, _ radius: Double, of count: Int, width: Double
    ) -> NetworkLayout.Room {
        guard count <= namedInLayout else { return NetworkLayout.Room(radius: radius) }
        let name = shownName(node, width: width)
        return NetworkLayout.Room(
            radius: radius, labelWidth: TextMeasure.width(name, size: nameSize) + 6,
            labelHeight: nameSize + 5)
    }

    /// Areas in proportion to weights, within what the number of nodes leaves.
    private static func radii(_ nodes: [NetworkNode], width: Double, height: Double) -> [Double] {
        let share = (width * height / Double(max(1, nodes.count))).squareRoot()
        let largest = (share * 0.3).brought(into: 4...24, otherwise: 4)
        let smallest = max(2.2, min(5, largest * 0.3))
        let weights = nodes.map { $0.weight > 0 && $0.weight.isFinite ? $0.weight : 0 }
        guard let most = weights.max(), most > 0 else {
            return nodes.map { _ in max(smallest, largest * 0.5) }
        }
        return weights.map { max(smallest, largest * ($0 / most).squareRoot()) }
    }

    private static func colours(
        _ nodes: [NetworkNode], _ graph: Graph, byGroup: Bool
    ) -> [Int?] {
        if byGroup { return nodes.map(\.group) }
        let communities = Communities.of(graph)
        var sizes: [Int] = []
        for community in communities {
            while sizes.count <= community { sizes.append(0) }
            sizes[community] += 1
        }
        return communities.map { $0 < Palette.count && sizes[$0] > 2 ? $0 : nil }
    }

    private static func around(
        _ focus: Int, _ graph: Graph, rings: Int, _ colours: [Int?], _ radii: [Double],
        width: Double, height: Double
    ) -> (centres: [PlanePoint?], rings: [PlanePoint], shrink: Double) {
        let layout = RadialLayout(graph, around: focus, rings: rings) { node in
            colours[node] ?? Palette.count
        }
        let farthest = layout.steps.filter { $0 <= rings }.max() ?? 1
        let outer = max(20, min(width * 0.5 - 60, height / 2 - 24))
        // The first ring is wider, as the focus needs room.
        let last = Double(max(1, farthest))
        let radiusOfRing = (0...max(1, farthest)).map { ring -> Double in
            ring == 0 ? 0 : outer * (0.25 + Double(ring)) / (0.25 + last)
        }
        let stretch = min(1.7, max(1, (width * 0.5 - 70) / outer))
        let centres = layout.places.map { place -> PlanePoint? in
            guard let place else { return nil }
            let ring = Int(place.length.rounded())
            let radius = ring < radiusOfRing.count ? radiusOfRing[ring] : outer
            let unit = place.length > 1e-9 ? place * (1 / place.length) : place
            return PlanePoint(
                x: width / 2 + unit.x * radius * stretch, y: height / 2 + unit.y * radius)
        }
        let shown = centres.indices.filter { centres[$0] != nil }
        let shrink = OverlapRemoval.shrink(
            shown.compactMap { centres[$0] }, radii: shown.map { radii[$0] }, gap: 1)
        let ellipses = radiusOfRing.dropFirst().map { PlanePoint(x: $0 * stretch, y: $0) }
        return (centres, ellipses, shrink)
    }
}

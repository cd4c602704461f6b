import RealModule

/// Places for the nodes of any graph within a rectangle, none over another.
struct NetworkLayout: Sendable {
    /// The nodes' centres in the rectangle, in CSS pixels.
    let centres: [PlanePoint]
    /// What the radii were multiplied with so that all circles find room, at most 1.
    let shrink: Double

    /// What a node needs around its centre.
    struct Room: Sendable {
        let radius: Double
        /// The width of a name that shall stand below the node; 0 for none.
        var labelWidth: Double = 0
        var labelHeight: Double = 0
    }

    /// The gap between two circles, in CSS pixels.
    static let gap = 2.0

    /// Components are laid out one by one and packed; then the whole is fitted into the rectangle.
    init(_ graph: Graph, rooms: [Room], width: Double, height: Double) {
        let proportion = max(0.2, min(5, width / max(1, height)))
        let raw = Self.packed(graph, rooms, proportion: proportion)
        self.init(places: raw, rooms: rooms, width: width, height: height)
    }

    /// Fits given places into the rectangle and moves nodes apart.
    init(places: [PlanePoint], rooms: [Room], width: Double, height: Double) {
        var boxes = zip(places, rooms).map { place, room in
            OverlapRemoval.Box(
                centre: place, halfWidth: max(room.radius + Self.gap / 2, room.labelWidth / 2),
                halfHeight: room.radius + room.labelHeight / 2 + Self.gap / 2)
        }
        for attempt in 0..<5 {
            Self.fit(&boxes, width: width, height: height)
            if OverlapRemoval.separate(&boxes, rounds: attempt < 2 ? 60 : 20) { break }
        }
        Self.fit(&boxes, width: width, height: height)
        let centres = zip(boxes, rooms).map { box, room in
            PlanePoint(x: box.centre.x, y: box.centre.y - room.labelHeight / 2)
        }
        self.centres = centres
        shrink = OverlapRemoval.shrink(
            centres, radii: rooms.map(\.radius), gap: Self.gap / 2)
    }

    /// Scales and moves the centres so that all boxes lie in 0…width, 0…height. What is already
    /// small enough is only moved.
    private static func fit(
        _ boxes: inout [OverlapRemoval.Box], width: Double, height: Double
    ) {
        guard let box = PlaneRect(around: boxes.map(\.centre)) else { return }
        let x = axis(
            low: box.minX, high: box.maxX, halves: boxes.map { ($0.centre.x, $0.halfWidth) },
            room: width)
        let y = axis(
            low: box.minY, high: box.maxY, halves: boxes.map { ($0.centre.y, $0.halfHeight) },
            room: height)
        // Axes may be stretched a little differently: a rectangle is filled better than a circle.
        let common = min(x.scale, y.scale)
        let scaleX = min(x.scale, common * 1.25)
        let scaleY = min(y.scale, common * 1.25)
        for index in boxes.indices {
            boxes[index].centre.x = (boxes[index].centre.x - x.middle) * scaleX + width / 2
            boxes[index].centre.y = (boxes[index].centre.y - y.middle) * scaleY + height / 2
        }
        for index in boxes.indices {
            let box = boxes[index]
            boxes[index].centre.x = max(
                min(box.halfWidth, width / 2),
                min(max(width - box.halfWidth, width / 2), box.centre.x))
            boxes[index].centre.y = max(
                min(box.halfHeight, height / 2),
                min(max(height - box.halfHeight, height / 2), box.centre.y))
        }
    }

    private static func axis(
        low: Double, high: Double, halves: [(Double, Double)], room: Double
    ) -> (scale: Double, middle: Double) {
        let edge = halves.reduce(0) { max($0, $1.1) }
        // The widest boxes seldom stand at the edge: take what stands there.
        let first = halves.filter { $0.0 < low + (high - low) * 0.15 }.reduce(0) { max($0, $1.1) }
        let last = halves.filter { $0.0 > high - (high - low) * 0.15 }.reduce(0) { max($0, $1.1) }
        let inside = max(room * 0.4, room - first - last - min(edge, 4))
        let span = high - low
        let scale = span > 1e-9 ? inside / span : 1
        return (scale, (low + high) / 2 + (last - first) / 2 / scale)
    }

    /// Unit: half a short tie of the stress layout.
    private static func packed(
        _ graph: Graph, _ rooms: [Room], proportion: Double
    ) -> [PlanePoint] {
        var result = [PlanePoint](repeating: PlanePoint(x: 0, y: 0), count: graph.count)
        let components = graph.components()
        var sizes: [Packing.Size] = []
        var laid: [[PlanePoint]] = []
        for nodes in components {
            let places = turned(
                StressLayout(graph.part(nodes)).positions(), wide: proportion >= 1)
            guard let box = PlaneRect(around: places) else { continue }
            laid.append(places.map { PlanePoint(x: $0.x - box.minX, y: $0.y - box.minY) })
            sizes.append(Packing.Size(width: box.width, height: box.height))
        }
        let corners = Packing.corners(of: sizes, gap: 2.2, proportion: proportion)
        for (index, nodes) in components.enumerated() where index < laid.count {
            for (node, place) in zip(nodes, laid[index]) { result[node] = place + corners[index] }
        }
        return result
    }

    /// Turns places so that they stretch along the frame's longer side.
    private static func turned(_ places: [PlanePoint], wide: Bool) -> [PlanePoint] {
        guard places.count > 1 else { return places }
        let count = Double(places.count)
        let middle = places.reduce(PlanePoint(x: 0, y: 0), +) * (1 / count)
        var xx = 0.0
        var xy = 0.0
        var yy = 0.0
        for place in places {
            let d = place - middle
            xx += d.x * d.x
            xy += d.x * d.y
            yy += d.y * d.y
        }
        let axis = Double.atan2(y: 2 * xy, x: xx - yy) / 2
        let turn = (wide ? 0 : .pi / 2) - axis
        let sine = Double.sin(turn)
        let cosine = Double.cos(turn)
        return places.map { place in
            let d = place - middle
            return PlanePoint(x: d.x * cosine - d.y * sine, y: d.x * sine + d.y * cosine)
        }
    }
}

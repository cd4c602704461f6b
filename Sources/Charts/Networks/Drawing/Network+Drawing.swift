extension Network {
    private static let edge = 8.0

    /// The network for a frame.
    public func draw(in frame: Frame) -> Drawing {
        let legend = Legend(
            groups.prefix(Palette.count).enumerated().map { index, name in
                Legend.Item(name: name, index: index, sample: .block)
            }, width: frame.width - 2 * Self.edge)
        let top = Self.edge + legend.height
        let width = frame.width - 2 * Self.edge
        let height = max(100, plotHeight(frame) - top - Self.edge)
        let sketch = NetworkSketch(self, width: width, height: height)
        let centres = sketch.centres.map { centre in
            centre.map { $0 + PlanePoint(x: Self.edge, y: top) }
        }
        var canvas = Canvas(id: text.id, capacity: 20_000 + nodes.count * 200 + ties.count * 160)
        legend.draw(on: &canvas, top: Self.edge - 2)
        drawRings(sketch, centres, on: &canvas)
        drawTies(sketch, centres, on: &canvas)
        drawNodes(sketch, centres, on: &canvas)
        let area = Box(x: 2, y: top, width: frame.width - 4, height: height + 4)
        label(sketch, centres, in: area, on: &canvas)
        return Drawing(
            canvas, kind: "network", text: text, width: frame.width,
            height: top + height + Self.edge, table: table(sketch))
    }

    /// More nodes need more paper; a telephone's is upright.
    private func plotHeight(_ frame: Frame) -> Double {
        let shown = shownCount
        let few = shown < 30
        let share =
            frame.isNarrow ? (few ? 1.1 : shown < 80 ? 1.35 : 1.7) : (few ? 0.46 : 0.66)
        return min(frame.maximumHeight, max(220, frame.width * share))
    }

    /// How many nodes there are, or how many are near the focus.
    private var shownCount: Int {
        guard let focus else { return nodes.count }
        var near: Set<String> = [focus]
        for _ in 0..<rings {
            let reached = ties.flatMap { tie in
                near.contains(tie.from) ? [tie.to] : near.contains(tie.to) ? [tie.from] : []
            }
            near.formUnion(reached)
        }
        return near.count
    }

    private func drawRings(
        _ sketch: NetworkSketch, _ centres: [PlanePoint?], on canvas: inout Canvas
    ) {
        guard let focus = sketch.focus, let middle = centres[focus] else { return }
        for ring in sketch.rings { canvas.path("ring", Self.ellipse(middle, ring.x, ring.y)) }
    }

    private static func ellipse(_ middle: PlanePoint, _ rx: Double, _ ry: Double) -> PathWriter {
        let k = 0.5522847498
        var path = PathWriter()
        path.move(middle.x + rx, middle.y)
        for (ax, ay, bx, by) in [
            (1.0, 0.0, 0.0, 1.0), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0),
        ] {
            path.curve(
                middle.x + rx * (ax + k * bx), middle.y + ry * (ay + k * by),
                middle.x + rx * (bx + k * ax), middle.y + ry * (by + k * ay),
                middle.x + rx * bx, middle.y + ry * by)
        }
        path.close()
        return path
    }

    /// The strongest ties in five widths. Ties that neither lead anywhere nor say anything are one
    /// path for each width.
    private func drawTies(
        _ sketch: NetworkSketch, _ centres: [PlanePoint?], on canvas: inout Canvas
    ) {
        var numbers: [String: Int] = [:]
        for (index, node) in sketch.nodes.enumerated() { numbers[node.id] = index }
        let most = ties.reduce(1) { max($0, $1.weight.isFinite ? $1.weight : 1) }
        let many = sketch.graph.edges.count > 400
        var silent = [PathWriter](repeating: PathWriter(), count: 6)
        canvas.open("ties")
        for tie in ties {
            guard let from = numbers[tie.from], let to = numbers[tie.to], from != to,
                let a = centres[from], let b = centres[to]
            else { continue }
            let weight = tie.weight > 0 && tie.weight.isFinite ? tie.weight : 1
            let share = (weight / most).squareRoot()
            let step =
                many ? (share < 0.75 ? 0 : 1) : most <= 1 ? 1 : 1 + Int((share * 4).rounded())
            if tie.href == nil, tie.detail.isEmpty {
                silent[step].move(a.x, a.y)
                silent[step].line(b.x, b.y)
                continue
            }
            var path = PathWriter()
            path.move(a.x, a.y)
            path.line(b.x, b.y)
            let detail =
                tie.detail.isEmpty
                ? "\(sketch.nodes[from].name) – \(sketch.nodes[to].name)" : tie.detail
            canvas.mark(Figure(value: weight, text: "", detail: detail, href: tie.href)) {
                $0.path("tie tie\(step)", path)
            }
        }
        for (step, path) in silent.enumerated() { canvas.path("tie tie\(step)", path) }
        canvas.close()
    }

    private func drawNodes(
        _ sketch: NetworkSketch, _ centres: [PlanePoint?], on canvas: inout Canvas
    ) {
        canvas.open("nodes")
        for (index, node) in sketch.nodes.enumerated() {
            guard let centre = centres[index] else { continue }
            let colour = sketch.colours[index].map(Palette.fill) ?? "plain"
            let radius = sketch.radii[index]
            let figure = Figure(value: node.weight, text: "", detail: node.detail, href: node.href)
            canvas.mark(figure, at: node.id) { canvas in
                switch node.kind {
                case .place: canvas.circle("place \(colour)", centre.x, centre.y, radius: radius)
                case .organisation:
                    let half = radius * 0.86
                    canvas.rectangle(
                        "place \(colour)",
                        Box(
                            x: centre.x - half, y: centre.y - half, width: 2 * half,
                            height: 2 * half))
                case .agreement:
                    canvas.path("place \(colour)", Self.diamond(centre, radius))
                }
            }
        }
        canvas.close()
    }

    static func diamond(_ centre: PlanePoint, _ radius: Double) -> PathWriter {
        var path = PathWriter()
        path.move(centre.x, centre.y - radius)
        path.line(centre.x + radius, centre.y)
        path.line(centre.x, centre.y + radius)
        path.line(centre.x - radius, centre.y)
        path.close()
        return path
    }

    /// Names, the largest nodes first; in a small network each has room below its node.
    private func label(
        _ sketch: NetworkSketch, _ centres: [PlanePoint?], in area: Box, on canvas: inout Canvas
    ) {
        let importance = sketch.nodes.indices.map { node in
            (node == sketch.focus ? 1e9 : 0) + sketch.radii[node] * 10
                + Double(sketch.graph.degree(node))
        }
        let order = sketch.nodes.indices.sorted { a, b in
            importance[a] != importance[b] ? importance[a] > importance[b] : a < b
        }
        let size = NetworkSketch.nameSize
        // Names of the few nodes that hold the network together come before the small nodes around
        // them; among hundreds, all names together would hide the ties.
        let first = sketch.nodes.count <= NetworkSketch.namedInLayout ? 0 : order.count / 12
        let most = sketch.focus == nil ? max(150 - sketch.graph.edges.count / 16, 60) : order.count
        var placer = LabelPlacer(area: area)
        block(order.prefix(first), sketch, centres, &placer)
        for (rank, node) in order.prefix(most).enumerated() {
            if rank == first, order.count <= 150 {
                block(order.dropFirst(first), sketch, centres, &placer)
            }
            guard let centre = centres[node] else { continue }
            let name = NetworkSketch.shownName(sketch.nodes[node], width: area.width)
            guard !name.isEmpty else { continue }
            let width = TextMeasure.width(name, size: size)
            let radius = sketch.radii[node]
            let below = Box(
                x: centre.x - width / 2, y: centre.y + radius + 2, width: width, height: size)
            var boxes = LabelPlacer.positions(
                aroundX: centre.x, centre.y, radius: radius, width: width, height: size)
            boxes.insert(below, at: 0)
            if let focus = sketch.focus, let middle = centres[focus], node != focus,
                abs(centre.x - middle.x) > 30
            {
                // Around a focus, names stand outwards.
                let outwards = boxes.remove(at: centre.x > middle.x ? 1 : 4)
                boxes.insert(outwards, at: 0)
            }
            guard let box = placer.place(firstOf: boxes) else { continue }
            canvas.text(name, box.x, box.y + size * 0.78, size: size, classes: "label halo")
        }
    }

    /// Keeps names off nodes.
    private func block(
        _ nodes: ArraySlice<Int>, _ sketch: NetworkSketch, _ centres: [PlanePoint?],
        _ placer: inout LabelPlacer
    ) {
        for node in nodes {
            guard let centre = centres[node] else { continue }
            let reach = sketch.radii[node] * 0.75
            placer.block(
                Box(x: centre.x - reach, y: centre.y - reach, width: 2 * reach, height: 2 * reach))
        }
    }

    /// The nodes by their measures, the most connected first.
    private func table(_ sketch: NetworkSketch) -> ChartTable {
        let measures = Centrality(sketch.graph)
        let numbers = text.words.numbers
        let order = sketch.nodes.indices.filter { sketch.centres[$0] != nil }.sorted { a, b in
            if measures.degree[a] != measures.degree[b] {
                return measures.degree[a] > measures.degree[b]
            }
            return measures.pageRank[a] != measures.pageRank[b]
                ? measures.pageRank[a] > measures.pageRank[b] : a < b
        }
        return ChartTable(
            columns: [
                .init(words.name), .init(words.degree, isNumeric: true),
                .init(words.weightedDegree, isNumeric: true),
                .init(words.betweenness, isNumeric: true), .init(words.rank, isNumeric: true),
            ],
            rows: order.map { node in
                [
                    .init(sketch.nodes[node].name, href: sketch.nodes[node].href),
                    .init(String(measures.degree[node])),
                    .init(numbers.text(measures.weightedDegree[node], significant: 6)),
                    .init(numbers.text(measures.betweenness[node] * 100, significant: 3)),
                    .init(numbers.text(measures.pageRank[node] * 100, significant: 3)),
                ]
            })
    }
}

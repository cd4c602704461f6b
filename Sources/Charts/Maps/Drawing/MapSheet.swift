/// The paper of a map: what lies under the figures and around them.
struct MapSheet {
    let window: MapWindow
    private let graticule: Graticule
    private let words: MapWords
    private let numbers: NumberStyle

    /// Room for degrees beside the frame, in pixels.
    static let left = 36.0
    static let right = 10.0
    static let top = 10.0
    static let bottom = 22.0

    private static let band = 4.0

    init(_ window: MapWindow, words: MapWords, numbers: NumberStyle, isNarrow: Bool) {
        self.window = window
        self.words = words
        self.numbers = numbers
        graticule = Graticule(window, spacing: isNarrow ? 64 : 96)
    }

    func drawGraticule(on canvas: inout Canvas) {
        var path = PathWriter()
        for part in (graticule.meridians + graticule.parallels).flatMap(\.parts) {
            guard let first = part.first else { continue }
            path.move(first.x, first.y)
            for point in part.dropFirst() { path.line(point.x, point.y) }
        }
        canvas.path("graticule", path)
    }

    /// Land, filled by region where there are figures, and the borders of divisions on maps fine
    /// enough for them.
    func drawLand(
        on canvas: inout Canvas, _ boundaries: Boundaries, regions: [MapRegion],
        classes: RegionClasses?
    ) {
        let outlines = OutlineProjector(boundaries, window)
        var byIso: [String: MapRegion] = [:]
        for region in regions where byIso[region.iso] == nil { byIso[region.iso] = region }
        canvas.open("land")
        for area in outlines.areas(divisions: false) where byIso[area.id] == nil {
            canvas.path("country", OutlineProjector.path(outlines.rings(of: area)))
        }
        canvas.close()
        let hasDivisions = regions.contains { $0.iso.utf8.contains(UInt8(ascii: "-")) }
        let divisions =
            hasDivisions || window.kilometresPerPixel < 8 ? outlines.areas(divisions: true) : []
        let plain = divisions.filter { byIso[$0.id] == nil }
        if !plain.isEmpty {
            canvas.open("land")
            for area in plain {
                canvas.path("division", OutlineProjector.path(outlines.rings(of: area)))
            }
            canvas.close()
        }
        guard let classes else { return }
        for area in outlines.areas(divisions: false) + divisions {
            guard let region = byIso[area.id] else { continue }
            let rings = outlines.rings(of: area)
            guard !rings.isEmpty else { continue }
            canvas.mark(region.figure, at: region.iso) { canvas in
                let step = classes.step(of: region.figure)
                canvas.path(
                    "region " + (step.map(Palette.step) ?? "no-figure"),
                    OutlineProjector.path(rings))
                if step == nil { canvas.path("hatching", OutlineProjector.hatching(rings)) }
            }
        }
    }

    /// The frame: two hairlines with a band between them whose dark and light parts are the steps of
    /// the graticule, as on an old chart; degrees outside.
    func drawFrame(on canvas: inout Canvas) {
        let inner = window.rect
        let outer = inner.insetBy(-Self.band)
        var shade = PathWriter()
        drawDegrees(
            on: &canvas, graticule.meridians, &shade, from: inner.minX, to: inner.maxX,
            coordinate: \.x, edges: [(\.y, inner.maxY, true), (\.y, inner.minY, false)]
        ) { line, place in
            Label(
                text: degrees(line, words.east, words.west), x: place, anchor: .middle,
                baseline: outer.maxY + 13)
        }
        drawDegrees(
            on: &canvas, graticule.parallels, &shade, from: inner.minY, to: inner.maxY,
            coordinate: \.y, edges: [(\.x, inner.minX, true), (\.x, inner.maxX, false)]
        ) { line, place in
            Label(
                text: degrees(line, words.north, words.south), x: outer.minX - 4, anchor: .end,
                baseline: Canvas.baseline(centredOn: place, size: 11))
        }
        canvas.path("neat-band", shade)
        for rect in [inner, outer] {
            canvas.rectangle(
                "neatline", Box(x: rect.minX, y: rect.minY, width: rect.width, height: rect.height))
        }
    }

    private struct Label {
        let text: String
        let x: Double
        let anchor: Canvas.Anchor
        let baseline: Double
    }

    /// Bands and labels along two opposite edges, where lines of the graticule meet them.
    private func drawDegrees(
        on canvas: inout Canvas, _ lines: [Graticule.Line], _ shade: inout PathWriter,
        from low: Double, to high: Double, coordinate: KeyPath<PlanePoint, Double>,
        edges: [(KeyPath<PlanePoint, Double>, Double, Bool)],
        label: (Graticule.Line, Double) -> Label
    ) {
        for (across, edge, isLabelled) in edges {
            var meetings: [(place: Double, line: Graticule.Line)] = []
            for line in lines {
                let ends = line.parts.flatMap { [$0.first, $0.last].compactMap { $0 } }
                if let end = ends.first(where: { abs($0[keyPath: across] - edge) < 0.3 }) {
                    meetings.append((end[keyPath: coordinate], line))
                }
            }
            meetings.sort { $0.place < $1.place }
            if isLabelled { write(meetings.map { label($0.line, $0.place) }, on: &canvas) }
            let stops = [low] + meetings.map(\.place) + [high]
            let outwards = isLabelled == (coordinate == \PlanePoint.x) ? Self.band : -Self.band
            for (index, (a, b)) in zip(stops, stops.dropFirst()).enumerated()
            where index.isMultiple(of: 2) && b - a > 1 {
                let corners =
                    coordinate == \PlanePoint.x
                    ? [(a, edge), (b, edge), (b, edge + outwards), (a, edge + outwards)]
                    : [(edge, a), (edge, b), (edge + outwards, b), (edge + outwards, a)]
                shade.move(corners[0].0, corners[0].1)
                for corner in corners.dropFirst() { shade.line(corner.0, corner.1) }
                shade.close()
            }
        }
    }

    private func write(_ labels: [Label], on canvas: inout Canvas) {
        var taken: [Box] = []
        let whole = window.rect
        for label in labels {
            let box = Canvas.box(
                of: label.text, label.x, label.baseline, size: 11, anchor: label.anchor)
            guard box.x >= 0, box.right <= whole.maxX + Self.right, box.y >= 0,
                !taken.contains(where: { $0.grown(by: 3).overlaps(box) })
            else { continue }
            taken.append(box)
            canvas.text(
                label.text, label.x, label.baseline, size: 11, anchor: label.anchor,
                classes: "tick")
        }
    }

    private func degrees(_ line: Graticule.Line, _ positive: String, _ negative: String) -> String {
        let value = abs(line.degrees)
        let number = numbers.text(value, significant: 4) + "°"
        if value < 1e-9 || value > 179.999 { return number }
        return number + (line.degrees < 0 ? negative : positive)
    }
}

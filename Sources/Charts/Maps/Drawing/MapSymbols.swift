import RealModule

/// Circles for places, and their labels.
struct MapSymbols {
    struct Symbol {
        let place: MapPlace
        /// The place itself.
        let position: PlanePoint
        /// The circle's centre; beside the place where several share one pixel.
        let centre: PlanePoint
        let radius: Double
    }

    /// Largest first, so that small circles stay visible on top.
    let symbols: [Symbol]
    /// The radius of the largest figure, in pixels.
    let largestRadius: Double
    let largest: Double

    /// The radius of a place without a figure.
    static let dot = 3.2

    init(_ places: [MapPlace], window: MapWindow, isNarrow: Bool) {
        let visible = places.compactMap { place -> (MapPlace, PlanePoint)? in
            let position = window.position(place.point)
            return window.rect.contains(position) ? (place, position) : nil
        }
        let largest = visible.reduce(0) { max($0, $1.0.figure.drawn ?? 0) }
        let crowd = max(1, (Double(visible.count) / 40).squareRoot())
        let largestRadius = max(8, (isNarrow ? 15 : 24) / crowd)
        let radii = visible.map { place, _ -> Double in
            guard let value = place.figure.drawn, value > 0, largest > 0 else { return Self.dot }
            return max(2.4, largestRadius * (value / largest).squareRoot())
        }
        let centres = Self.apart(visible.map(\.1), radii)
        symbols = visible.indices.map { index in
            Symbol(
                place: visible[index].0, position: visible[index].1, centre: centres[index],
                radius: radii[index])
        }.enumerated().sorted { a, b in
            a.element.radius != b.element.radius
                ? a.element.radius > b.element.radius : a.offset < b.offset
        }.map(\.element)
        self.largestRadius = largestRadius
        self.largest = largest
    }

    /// Places on one pixel are laid out like the seeds of a sunflower around it.
    private static func apart(_ positions: [PlanePoint], _ radii: [Double]) -> [PlanePoint] {
        struct Pixel: Hashable {
            let x: Int
            let y: Int
        }
        var shared: [Pixel: (count: Int, radius: Double)] = [:]
        return zip(positions, radii).map { position, radius in
            let pixel = Pixel(x: Int(position.x / 2), y: Int(position.y / 2))
            let before = shared[pixel] ?? (0, radius)
            shared[pixel] = (before.count + 1, max(before.radius, radius))
            guard before.count > 0 else { return position }
            let angle = Double(before.count) * 2.399963229728653
            let distance = (before.radius + radius + 1) * Double(before.count).squareRoot() * 0.9
            return position
                + PlanePoint(x: distance * Double.cos(angle), y: distance * Double.sin(angle))
        }
    }

    func draw(on canvas: inout Canvas, in rect: PlaneRect) {
        canvas.open("places")
        for symbol in symbols {
            let centre = Self.held(symbol, in: rect)
            if (centre - symbol.position).length > 1 {
                canvas.line("leader", symbol.position.x, symbol.position.y, centre.x, centre.y)
            }
            let isAhead = symbol.place.figure.certainty.isAhead
            let colour =
                isAhead
                ? "hollow ahead " + Palette.stroke(symbol.place.group ?? 0)
                : "place " + (symbol.place.group.map(Palette.fill) ?? "plain")
            canvas.mark(symbol.place.figure) { canvas in
                canvas.circle(colour, centre.x, centre.y, radius: symbol.radius)
            }
        }
        canvas.close()
    }

    private static func held(_ symbol: Symbol, in rect: PlaneRect) -> PlanePoint {
        let inner = rect.insetBy(min(symbol.radius, min(rect.width, rect.height) / 2))
        return PlanePoint(
            x: symbol.centre.x.brought(into: inner.minX...inner.maxX, otherwise: inner.minX),
            y: symbol.centre.y.brought(into: inner.minY...inner.maxY, otherwise: inner.minY))
    }

    /// How many places are named even in a crowd.
    private static let chiefs = 5

    /// Only the middle of a large circle is kept free: names may lie on its edge.
    private static func heart(of symbol: Symbol, in rect: PlaneRect) -> Box {
        let centre = held(symbol, in: rect)
        let reach = symbol.radius * 0.8
        return Box(x: centre.x - reach, y: centre.y - reach, width: 2 * reach, height: 2 * reach)
    }

    /// Labels the most important places first; whose label finds no room stays without.
    ///
    /// `flows` gives a place the importance of what begins and ends there if it has none itself.
    func label(
        on canvas: inout Canvas, in rect: PlaneRect, flows: [String: Double], size: Double
    ) {
        let area = Box(
            x: rect.minX + 1, y: rect.minY + 1, width: rect.width - 2, height: rect.height - 2)
        var placer = LabelPlacer(area: area)
        for symbol in symbols { placer.block(Self.heart(of: symbol, in: rect)) }
        let importance = symbols.map { symbol in
            let value =
                symbol.place.importance ?? flows[symbol.place.id] ?? symbol.place.figure.drawn ?? 0
            return value.isFinite ? value : 0
        }
        let order = symbols.indices.sorted { a, b in
            importance[a] != importance[b] ? importance[a] > importance[b] : a < b
        }
        // In a crowd the names of the chief places lie over the dots of lesser ones.
        let chiefs = Set(order.prefix(Self.chiefs))
        var crowded = LabelPlacer(area: area)
        for index in chiefs.sorted() { crowded.block(Self.heart(of: symbols[index], in: rect)) }
        let most = max(8, Int(rect.width * rect.height / 7000))
        for index in order.prefix(most * 2) {
            let symbol = symbols[index]
            let centre = Self.held(symbol, in: rect)
            let name = TextMeasure.fitted(
                symbol.place.name, size: size, within: min(180, rect.width * 0.45))
            let width = TextMeasure.width(name, size: size)
            let positions = LabelPlacer.positions(
                aroundX: centre.x, centre.y, radius: symbol.radius, width: width, height: size)
            guard !name.isEmpty,
                let box = placer.place(firstOf: positions)
                    ?? (chiefs.contains(index) ? crowded.place(firstOf: positions) : nil)
            else { continue }
            placer.block(box)
            crowded.block(box)
            canvas.text(
                name, box.x, box.y + size * 0.78, size: size, classes: "label halo")
        }
    }
}

extension PlaceMap {
    /// The map for a frame.
    public func draw(in frame: Frame) -> Drawing {
        let places = distinctPlaces
        let window = window(for: places, in: frame)
        var positions: [String: PlanePoint] = [:]
        for place in places { positions[place.id] = window.position(place.point) }
        let symbols = MapSymbols(places, window: window, isNarrow: frame.isNarrow)
        let ribbons = MapFlows(flows, positions: positions, in: window.rect)
        let classes = regions.isEmpty ? nil : RegionClasses(regions.map(\.figure))
        let sheet = MapSheet(
            window, words: words, numbers: text.words.numbers, isNarrow: frame.isNarrow)
        let legend = MapLegend(
            window: window, symbols: symbols, flows: ribbons, classes: classes, map: self,
            width: window.rect.width)

        var canvas = Canvas(id: text.id, capacity: 20_000 + flows.count * 360)
        if let boundaries {
            sheet.drawLand(on: &canvas, boundaries, regions: regions, classes: classes)
        }
        sheet.drawGraticule(on: &canvas)
        ribbons.draw(on: &canvas)
        symbols.draw(on: &canvas, in: window.rect)
        var importance: [String: Double] = [:]
        for ribbon in ribbons.ribbons {
            let value = ribbon.flow.figure.drawn ?? 0
            importance[ribbon.flow.from, default: 0] += value
            importance[ribbon.flow.to, default: 0] += value
        }
        symbols.label(
            on: &canvas, in: window.rect, flows: importance, size: frame.isNarrow ? 11 : 12)
        sheet.drawFrame(on: &canvas)
        let below = window.rect.maxY + MapSheet.bottom
        legend.draw(on: &canvas, left: window.rect.minX, top: below)
        return Drawing(
            canvas, kind: "place-map", text: text, width: frame.width,
            height: below + legend.height, table: table)
    }

    private var distinctPlaces: [MapPlace] {
        var seen: Set<String> = []
        return places.filter { seen.insert($0.id).inserted }
    }

    private func window(for places: [MapPlace], in frame: Frame) -> MapWindow {
        let width = frame.width - MapSheet.left - MapSheet.right
        let most = min(
            frame.maximumHeight - MapSheet.top - MapSheet.bottom - 60,
            width * (frame.isNarrow ? 1.2 : 0.68))
        let least = min(width * (frame.isNarrow ? 0.6 : 0.34), most)
        return MapWindow(
            extent: extent, places: places.map(\.point) + regionCorners, ways: ways(places),
            in: MapWindow.Room(
                left: MapSheet.left, top: MapSheet.top, width: width,
                heights: max(60, least)...max(60, most)))
    }

    private func ways(_ places: [MapPlace]) -> [MapWindow.Way] {
        let points = Dictionary(
            places.map { ($0.id, $0.point) }, uniquingKeysWith: { first, _ in first })
        return flows.compactMap { flow in
            guard let start = points[flow.from], let end = points[flow.to] else { return nil }
            return MapWindow.Way(start: start, end: end, isDirected: flow.isDirected)
        }
    }

    /// The coarse outlines of regions with figures, so that the window takes them in.
    private var regionCorners: [GeoPoint] {
        guard let boundaries else { return [] }
        return regions.flatMap { region -> [GeoPoint] in
            guard let area = boundaries.area(region.iso) else { return [] }
            return boundaries.rings(of: area, level: 0).joined().compactMap { point in
                GeoPoint(latitude: point.y, longitude: Angle.normalized(point.x))
            }
        }
    }

    /// Flows if there are any, else regions, else places.
    private var table: ChartTable {
        let value = ChartTable.Column(
            text.unit.isEmpty ? text.words.value : "\(text.words.value), \(text.unit)",
            isNumeric: true)
        if !flows.isEmpty {
            var names: [String: String] = [:]
            for place in distinctPlaces { names[place.id] = place.name }
            return ChartTable(
                columns: [.init(words.from), .init(words.to), value],
                rows: flows.compactMap { flow in
                    guard let from = names[flow.from], let to = names[flow.to] else { return nil }
                    return [.init(from), .init(to), cell(flow.figure)]
                })
        }
        if !regions.isEmpty {
            return ChartTable(
                columns: [.init(words.region), value],
                rows: regions.map { [.init($0.name), cell($0.figure)] })
        }
        return ChartTable(
            columns: [.init(words.place), value],
            rows: distinctPlaces.map { [.init($0.name, href: $0.figure.href), cell($0.figure)] })
    }

    private func cell(_ figure: Figure) -> ChartTable.Cell {
        ChartTable.Cell(
            figure.value == nil && figure.text.isEmpty ? text.words.noData : figure.text,
            href: figure.href)
    }
}

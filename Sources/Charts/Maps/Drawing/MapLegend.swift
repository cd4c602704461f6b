/// What stands under a map: the scale bar, and what sizes, widths and fills mean.
struct MapLegend {
    /// One entry: how much room it takes, and how it is drawn from its left end and its middle.
    private struct Entry {
        let width: Double
        let draw: (inout Canvas, _ x: Double, _ middle: Double) -> Void
    }

    /// How the values of the map are written.
    private struct Numbers {
        let style: NumberStyle
        let unit: String

        /// What stands behind a number: "million USD".
        func names(_ magnitude: NumberStyle.Magnitude?) -> [String] {
            [magnitude?.name ?? "", unit].filter { !$0.isEmpty }
        }
    }

    private struct Placed {
        let entry: Entry
        let x: Double
        let row: Int
    }

    let height: Double
    private let placed: [Placed]
    private let rowHeight: Double
    private static let size = 11.0

    init(
        window: MapWindow, symbols: MapSymbols, flows: MapFlows, classes: RegionClasses?,
        map: PlaceMap, width: Double
    ) {
        let numbers = map.text.words.numbers
        let scale = Numbers(style: numbers, unit: map.text.unit)
        var entries: [Entry] = []
        if let bar = ScaleBar(window, atMost: min(120, width * 0.28)) {
            entries.append(Self.scale(bar, map.words, numbers))
        }
        if !map.words.sizeTitle.isEmpty, symbols.largest > 0 {
            entries.append(Self.sizes(symbols, map.words.sizeTitle, scale, room: width))
        }
        if !map.words.flowTitle.isEmpty, flows.largest > 0 {
            entries.append(Self.widths(flows, map.words.flowTitle, scale, room: width))
        }
        if let classes, !map.words.regionTitle.isEmpty {
            let gap = map.regions.contains { $0.figure.drawn == nil }
            entries += Self.ramp(
                classes, map.words.regionTitle, scale, noData: gap ? map.text.words.noData : "",
                room: width)
        }
        for (index, name) in map.groups.prefix(Palette.count).enumerated() {
            entries.append(Self.group(name, index, room: width))
        }
        let highest = map.words.sizeTitle.isEmpty ? 0 : symbols.largestRadius * 2
        rowHeight = max(22, symbols.largest > 0 ? highest + 6 : 0)
        var placed: [Placed] = []
        var x = 0.0
        var row = 0
        for entry in entries {
            if x > 0, x + entry.width > width {
                x = 0
                row += 1
            }
            placed.append(Placed(entry: entry, x: x, row: row))
            x += entry.width + 22
        }
        self.placed = placed
        height = placed.isEmpty ? 0 : rowHeight + Double(row) * 24 + 6
    }

    /// The first row is as high as the largest circle.
    func draw(on canvas: inout Canvas, left: Double, top: Double) {
        for one in placed {
            let middle =
                one.row == 0
                ? top + rowHeight / 2 : top + rowHeight + Double(one.row) * 24 - 12
            one.entry.draw(&canvas, left + one.x, middle)
        }
    }

    private static func text(_ text: String, on canvas: inout Canvas, _ x: Double, _ middle: Double)
    {
        canvas.text(
            text, x, Canvas.baseline(centredOn: middle, size: size), size: size, classes: "tick")
    }

    private static func width(_ text: String) -> Double { TextMeasure.width(text, size: size) }

    private static func scale(_ bar: ScaleBar, _ words: MapWords, _ numbers: NumberStyle) -> Entry {
        let label = numbers.text(bar.kilometres, significant: 3) + "\u{A0}" + words.kilometres
        return Entry(width: bar.length + 6 + width(label)) { canvas, x, middle in
            var path = PathWriter()
            path.move(x, middle - 3)
            path.line(x, middle + 3)
            path.line(x + bar.length, middle + 3)
            path.line(x + bar.length, middle - 3)
            canvas.path("neatline", path)
            var half = PathWriter()
            half.move(x, middle)
            half.line(x + bar.length / 2, middle)
            half.line(x + bar.length / 2, middle + 3)
            half.line(x, middle + 3)
            half.close()
            canvas.path("neat-band", half)
            text(label, on: &canvas, x + bar.length + 6, middle)
        }
    }

    /// Round values down from the largest, at most three.
    static func samples(_ largest: Double) -> [Tick] {
        guard largest > 0, let scale = LogScale(covering: [largest], start: 0, end: 1, ticks: 4)
        else { return [] }
        var samples: [Tick] = []
        if let top = scale.ticks.last(where: { $0.value <= largest }) {
            samples.append(top)
            for divisor in [4.0, 16] {
                let wanted = top.value / divisor
                let power = Logarithm.floorOfLog10(wanted)
                let best = [1, 2, 5].map { Tick(mantissa: $0, exponent: power) }
                    .last { $0.value <= wanted * 1.3 }
                if let best, best.value < top.value { samples.append(best) }
            }
        }
        return samples
    }

    /// Sizes of a whole number of things below one mean nothing; others may be anything.
    private static func texts(_ samples: [Tick], _ numbers: Numbers) -> [String] {
        let magnitude = numbers.style.magnitude(for: samples.first?.value ?? 0)
        return samples.map { tick in
            let text = numbers.style.text(tick.number, in: magnitude)
            return ([text] + numbers.names(magnitude)).joined(separator: "\u{A0}")
        }
    }

    private static func sizes(
        _ symbols: MapSymbols, _ title: String, _ numbers: Numbers, room: Double
    ) -> Entry {
        let samples = Self.samples(symbols.largest).filter {
            $0.value >= 1 || symbols.largest < 4
        }
        var texts = Self.texts(samples, numbers)
        let radii = samples.map {
            symbols.largestRadius * ($0.value / symbols.largest).squareRoot()
        }
        var widths = zip(radii, texts).map { $0 * 2 + 5 + width($1) + 10 }
        let title = shorten(title, &texts, &widths, room: room)
        let whole = width(title) + 8 + widths.reduce(0, +)
        return Entry(width: whole) { [texts, widths] canvas, x, middle in
            text(title, on: &canvas, x, middle)
            var left = x + width(title) + 8
            for (index, radius) in radii.prefix(widths.count).enumerated() {
                canvas.circle("neatline", left + radius, middle, radius: radius)
                text(texts[index], on: &canvas, left + radius * 2 + 5, middle)
                left += widths[index]
            }
        }
    }

    /// Leaves out the last samples, then letters of the title, until an entry fits.
    private static func shorten(
        _ title: String, _ texts: inout [String], _ widths: inout [Double], room: Double
    ) -> String {
        while widths.count > 1, width(title) + 8 + widths.reduce(0, +) > room {
            widths.removeLast()
            texts.removeLast()
        }
        return TextMeasure.fitted(
            title, size: size, within: max(0, room - 8 - widths.reduce(0, +)))
    }

    private static func widths(
        _ flows: MapFlows, _ title: String, _ numbers: Numbers, room: Double
    ) -> Entry {
        let samples = Self.samples(flows.largest).filter { $0.value >= 1 || flows.largest < 4 }
        var texts = Self.texts(samples, numbers)
        var widths = texts.map { 26 + 5 + width($0) + 10 }
        let title = shorten(title, &texts, &widths, room: room)
        let whole = width(title) + 8 + widths.reduce(0, +)
        return Entry(width: whole) { [texts, widths] canvas, x, middle in
            text(title, on: &canvas, x, middle)
            var left = x + width(title) + 8
            for (index, sample) in samples.prefix(widths.count).enumerated() {
                let thickness = max(
                    MapFlows.thinnest, sample.value / flows.largest * flows.widest)
                canvas.rectangle(
                    "flow c1",
                    Box(x: left, y: middle - thickness / 2, width: 26, height: thickness))
                text(texts[index], on: &canvas, left + 31, middle)
                left += widths[index]
            }
        }
    }

    /// The title stands on a row of its own where it finds no room beside the classes.
    private static func ramp(
        _ classes: RegionClasses, _ title: String, _ numbers: Numbers, noData: String,
        room: Double
    ) -> [Entry] {
        let magnitude = numbers.style.magnitude(for: classes.limits.last?.value ?? 0)
        let texts = classes.limits.map { numbers.style.text($0.number, in: magnitude) }
        let measure = numbers.names(magnitude).joined(separator: " ")
        let name = TextMeasure.fitted(
            measure.isEmpty ? title : "\(title), \(measure)", size: size, within: room)
        let widest = texts.map(width).max() ?? 0
        let block = min(max(30, widest + 8), (room - widest) / Double(classes.count))
        // Where blocks are narrower than their limits, only some limits are named.
        let stride = max(1, Int(((widest + 4) / max(1, block)).rounded(.up)))
        let bars = Entry(width: widest + Double(classes.count) * block) { canvas, x, middle in
            let left = x + widest / 2
            for index in 0..<classes.count {
                canvas.rectangle(
                    Palette.step(classes.step(ofClass: index)),
                    Box(x: left + Double(index) * block, y: middle - 9, width: block, height: 7))
            }
            for (index, label) in texts.enumerated() where index.isMultiple(of: stride) {
                canvas.text(
                    label, left + Double(index) * block, middle + 9, size: size,
                    anchor: .middle, classes: "tick")
            }
        }
        var entries = [
            Entry(width: width(name)) { canvas, x, middle in text(name, on: &canvas, x, middle) },
            bars,
        ]
        if !noData.isEmpty {
            entries.append(
                Entry(width: 19 + width(noData)) { canvas, x, middle in
                    canvas.rectangle(
                        "blank", Box(x: x, y: middle - 5, width: 13, height: 10), hatched: true)
                    text(noData, on: &canvas, x + 19, middle)
                })
        }
        return entries
    }

    private static func group(_ name: String, _ index: Int, room: Double) -> Entry {
        let name = TextMeasure.fitted(name, size: size, within: room - 16)
        return Entry(width: 14 + width(name)) { canvas, x, middle in
            canvas.circle("place " + Palette.fill(index), x + 5, middle, radius: 4.5)
            text(name, on: &canvas, x + 14, middle)
        }
    }
}

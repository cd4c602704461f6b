/// Parts of a whole as areas, in one or two levels.
///
/// Areas compare poorly, so this is for structure at a glance; bars compare better. Figures that
/// aren't positive have no area: they stand in the table.
public struct Treemap: Chart {
    /// A part.
    public struct Item: Sendable, Equatable {
        /// Key for the page's script.
        public let id: String
        /// Its name.
        public let name: String
        /// Its figure.
        public let figure: Figure

        /// A part.
        public init(id: String, name: String, figure: Figure) {
            self.id = id
            self.name = name
            self.figure = figure
        }
    }

    /// Parts that belong together, in one colour.
    public struct Group: Sendable, Equatable {
        /// Key for the page's script.
        public let id: String
        /// Its name; shown only where there are several groups.
        public let name: String
        /// Its parts.
        public let items: [Item]

        /// A group of parts.
        public init(id: String, name: String, items: [Item]) {
            self.id = id
            self.name = name
            self.items = items
        }
    }

    /// The chart's words.
    public let text: ChartText
    /// The groups.
    public let groups: [Group]

    /// A treemap of groups.
    public init(text: ChartText, groups: [Group]) {
        self.text = text
        self.groups = groups
    }

    /// A treemap of one level.
    public init(text: ChartText, items: [Item]) {
        self.init(text: text, groups: [Group(id: "all", name: "", items: items)])
    }

    /// The drawing for a frame.
    public func draw(in frame: Frame) -> Drawing {
        let weighed = TreemapGroup.ordered(groups)
        let largest = weighed.flatMap(\.items).map(\.weight).max() ?? 0
        let magnitude = text.words.numbers.magnitude(for: largest)
        let legend = Legend(
            groups.count > 1
                ? weighed.map { Legend.Item(name: $0.group.name, index: $0.colour, sample: .tint) }
                : [], width: frame.width)
        let unit = [magnitude?.name ?? "", text.unit].filter { !$0.isEmpty }
            .joined(separator: " ")
        let top = legend.height + (unit.isEmpty ? 2 : 22)
        let plot = frame.plotHeight(share: 0.56, atLeast: 260, atMost: 460)
        let area = Box(x: 0, y: top, width: frame.width, height: plot)
        var canvas = Canvas(id: text.id, capacity: 4096 + weighed.count * 4000)
        legend.draw(on: &canvas, top: 0)
        canvas.text(
            TextMeasure.fitted(unit, size: 12, within: frame.width), 0, legend.height + 11,
            classes: "unit")
        let boxes = Squarify.boxes(for: weighed.map(\.share), in: area)
        for (group, box) in zip(weighed, boxes) {
            draw(group, in: box, magnitude, on: &canvas)
        }
        return Drawing(
            canvas, kind: "treemap", text: text, width: frame.width, height: top + plot,
            table: table)
    }

    private func draw(
        _ group: TreemapGroup, in box: Box, _ magnitude: NumberStyle.Magnitude?,
        on canvas: inout Canvas
    ) {
        canvas.open("series", series: group.group.id, label: group.group.name)
        let inner = groups.count > 1 ? box.grown(by: -min(1, box.width / 4, box.height / 4)) : box
        let boxes = Squarify.boxes(for: group.items.map(\.weight), in: inner)
        for (item, box) in zip(group.items, boxes) {
            let tile = box.grown(by: -min(0.5, box.width / 4, box.height / 4))
            canvas.mark(item.item.figure) { canvas in
                canvas.rectangle(Palette.tint(group.colour), tile)
                if item.item.figure.certainty.isAhead {
                    let inner = tile.grown(by: -min(2, tile.width / 4, tile.height / 4))
                    canvas.rectangle("frame ahead \(Palette.stroke(group.colour))", inner)
                }
                write(item, in: tile, magnitude, on: &canvas)
            }
        }
        canvas.close()
    }

    /// The name and the figure, where they fit whole or nearly so.
    private func write(
        _ item: TreemapItem, in tile: Box, _ magnitude: NumberStyle.Magnitude?,
        on canvas: inout Canvas
    ) {
        let room = tile.width - 14
        guard room >= 22, tile.height >= 21 else { return }
        let most = min(3, Int((tile.height - 6) / 15))
        var lines = TextMeasure.lines(item.item.name, size: 12, within: room, atMost: most)
        // A stump of a name says less than none.
        lines = lines.filter { !$0.isEmpty && ($0.count > 4 || !$0.hasSuffix("…")) }
        guard !lines.isEmpty else { return }
        for (row, line) in lines.enumerated() {
            canvas.text(
                line, tile.x + 7, tile.y + 17 + 15 * Double(row), classes: "label")
        }
        let below = tile.y + 17 + 15 * Double(lines.count)
        guard below + 4 <= tile.bottom else { return }
        let shown =
            item.item.figure.certainty.sign
            + text.words.numbers.text(item.weight, significant: 3, in: magnitude)
        guard TextMeasure.width(shown, size: 12) <= room else { return }
        canvas.text(shown, tile.x + 7, below, classes: "label")
    }

    private var table: ChartTable {
        let head = text.unit.isEmpty ? text.words.value : text.unit
        let hasGroups = groups.count > 1
        var rows: [[ChartTable.Cell]] = []
        for group in groups {
            for item in group.items {
                let shown = item.figure.value == nil ? text.words.noData : item.figure.text
                var row = [ChartTable.Cell(item.name, href: item.figure.href)]
                if hasGroups { row.append(ChartTable.Cell(group.name)) }
                row.append(ChartTable.Cell(shown))
                rows.append(row)
            }
        }
        let names = Array(
            repeating: ChartTable.Column(text.words.category), count: hasGroups ? 2 : 1)
        return ChartTable(columns: names + [ChartTable.Column(head, isNumeric: true)], rows: rows)
    }
}

/// A part with its weight.
struct TreemapItem {
    let item: Treemap.Item
    let weight: Double
}

/// A group with its parts by weight, the heaviest first.
struct TreemapGroup {
    let group: Treemap.Group
    /// Index of its colour: its place among the groups given.
    let colour: Int
    let items: [TreemapItem]
    let weight: Double
    /// The weight, made small enough to be summed with others.
    var share: Double { weight / 1024 }

    init(_ group: Treemap.Group, colour: Int) {
        self.group = group
        self.colour = colour
        let positive = group.items.compactMap { item -> TreemapItem? in
            guard let value = item.figure.drawn, value > 0 else { return nil }
            return TreemapItem(item: item, weight: value)
        }
        // Sorting by place where weights are equal keeps the order given.
        items = positive.enumerated().sorted { a, b in
            let (x, y) = (a.element.weight, b.element.weight)
            return x == y ? a.offset < b.offset : x > y
        }.map(\.element)
        weight = items.reduce(0) { $0 + $1.weight }
    }

    /// The groups that have an area, the heaviest first.
    static func ordered(_ groups: [Treemap.Group]) -> [TreemapGroup] {
        let all = groups.enumerated().map { TreemapGroup($1, colour: $0) }
        return all.filter { $0.weight > 0 }.sorted { a, b in
            a.weight == b.weight ? a.colour < b.colour : a.weight > b.weight
        }
    }
}

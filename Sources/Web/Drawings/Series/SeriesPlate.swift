import Charts
import Records
import Statistics

/// Makes what is seen on a plate from series, whatever their form.
struct SeriesPlate {
    typealias Cell = (series: DrawnSeries, point: DrawnSeries.Point)

    let reading: SeriesReading
    let form: SeriesForm
    /// The series that the form can draw, the most telling first.
    let pool: [DrawnSeries]
    let names: SeriesNames
    let figures: SeriesFigures

    var words: Catalogue { reading.words }

    init(_ reading: SeriesReading, as form: SeriesForm) throws {
        self.reading = reading
        self.form = form
        pool = reading.pool(for: form)
        names = try SeriesNames(of: pool, reading.context)
        figures = SeriesFigures(words: reading.words, names: names)
    }

    /// The plate; nil when there is nothing that it could show.
    func content() throws -> PlateContent? {
        guard !pool.isEmpty else { return nil }
        switch form {
        case .lines: return try lines()
        case .bars: return try bars()
        case .stacked: return try stack()
        case .multiples: return try multiples()
        case .ranking: return try ranking()
        case .slope: return try slope()
        case .matrix: return try matrix()
        case .treemap: return try treemap()
        }
    }

    // MARK: What all have in common

    /// The title and what is under the drawing.
    struct Frame {
        let title: String
        let cells: [Cell]
        var remarks: [String] = []
        var description: String?
        var height = 560.0
    }

    /// The plate around a chart.
    func plate(
        _ frame: Frame, chart: @escaping @Sendable (ChartText) -> any Chart
    ) throws -> PlateContent {
        let words = self.words
        let citations = frame.cells.flatMap { $0.point.figures.flatMap(\.citations) }
        let notes = try CitedSources(citations, reading.context).notes(citations)
        let summary = frame.description ?? self.summary(frame.cells)
        let unit = frame.cells.first.map { figures.unit($0.series) } ?? reading.unit
        let unitText = words.unit(unit)
        return PlateContent(
            title: frame.title, summary: summary,
            chart: { id in
                chart(
                    words.chartText(
                        id: id, title: frame.title, description: summary, unit: unitText,
                        sources: notes))
            },
            sources: notes.map { SourceNote($0.label, address: $0.address, original: $0.original) },
            remarks: frame.remarks + remarks(frame.cells), data: figures.data(frame.cells),
            maximumHeight: frame.height)
    }

    /// What is seen: only what is really drawn counts.
    func title(_ cells: [Cell], at period: Period? = nil) throws -> String {
        try SeriesNames(of: cells.map(\.series), reading.context)
            .title(cells.map(\.point.period), at: period)
    }

    /// How many figures, and the largest of them.
    private func summary(_ cells: [Cell]) -> String {
        var text = words(TrackPhrase.figureCount(cells.count))
        if let largest = cells.max(by: { $0.point.value < $1.point.value }), cells.count > 1 {
            let figure = figures.figure(largest.point, of: largest.series)
            text +=
                "; "
                + words(
                    TrackPhrase.largest(
                        name: names.label(largest.series), value: figure.text,
                        period: words.date(largest.point.period.description, .short)))
        }
        return text + "."
    }

    private func remarks(_ cells: [Cell]) -> [String] {
        var remarks: [String] = []
        if let remark = formula(cells) { remarks.append(remark) }
        if Set(cells.map { PeriodLength($0.point.period) }).count > 1 {
            remarks.append(words(TrackPhrase.lengthsDiffer))
        }
        if cells.contains(where: { $0.point.qualifier?.isOutlook ?? false }) {
            remarks.append(words(TrackPhrase.outlooks))
        }
        let added = cells.reduce(0) { $0 + $1.point.leftOut }
        if added > 0 { remarks.append(words(TrackPhrase.notAdded(added))) }
        if reading.material.isCut {
            remarks.append(words(TrackPhrase.cut(SeriesMaterial.mostFigures)))
        }
        return remarks
    }

    /// How the figures were computed, and what the signs mean. Indices may have several bases: then
    /// each mark and each row of the file says which.
    private func formula(_ cells: [Cell]) -> String? {
        var formulas: [Formula] = []
        for case .some(let one) in cells.map(\.point.formula) where !formulas.contains(one) {
            formulas.append(one)
        }
        guard let first = formulas.first else { return nil }
        let notation = formulas.count == 1 ? first.notation : "100 × x(t) ÷ x(t₀)"
        let meaning =
            formulas.count == 1
            ? words(TrackPhrase.formulaSigns(first)) : words(TrackPhrase.severalBases)
        return words(.computed(notation)) + " " + meaning
    }

    /// Names totals that aren't drawn because their parts are, and parts of such as are.
    func totals() throws -> [String] {
        let drawn = Set(pool.map(\.key))
        return try totals(leftOut: reading.series.filter { !drawn.contains($0.key) })
    }

    func totals(leftOut: [DrawnSeries]) throws -> [String] {
        guard !leftOut.isEmpty else { return [] }
        return [words(TrackPhrase.totalsLeftOut(leftOut.count, try list(leftOut)))]
    }

    /// Names what would be counted twice.
    func leftOut(_ series: [DrawnSeries]) throws -> [String] {
        guard !series.isEmpty else { return [] }
        return [words(TrackPhrase.leftOut(series.count, try list(series)))]
    }

    /// The first few names, as they'd be told apart from what is drawn.
    private func list(_ series: [DrawnSeries]) throws -> String {
        let some = series.prefix(5)
        let names = try SeriesNames(of: Array(pool.prefix(20)) + some, reading.context)
        return some.map(names.label).joined(separator: "; ") + (series.count > 5 ? "; …" : "")
    }

    /// Says how many series found no room.
    func remark(drawn: Int, of all: Int) -> [String] {
        drawn < all ? [words(TrackPhrase.drawnOf(drawn, all))] : []
    }

    /// All points of these series.
    func cells(_ series: [DrawnSeries]) -> [Cell] {
        series.flatMap { one in one.points.map { (one, $0) } }
    }

    // MARK: Through time

    private func lines() throws -> PlateContent {
        let drawn = Array(pool.prefix(20))
        let lines = drawn.enumerated().map { figures.line($1, id: $0) }
        var reference: LineChart.Reference?
        if case .index = drawn.first?.formula {
            reference = LineChart.Reference(value: 100, label: words(TrackPhrase.indexUnit))
        }
        let frame = Frame(
            title: try title(cells(drawn)), cells: cells(drawn),
            remarks: remark(drawn: drawn.count, of: pool.count) + (try totals()), height: 480)
        return try plate(frame) { [reference] text in
            LineChart(text: text, series: lines, reference: reference)
        }
    }

    private func bars() throws -> PlateContent {
        let drawn = Array(pool.prefix(8))
        let lines = drawn.enumerated().map { figures.line($1, id: $0) }
        let frame = Frame(
            title: try title(cells(drawn)), cells: cells(drawn),
            remarks: remark(drawn: drawn.count, of: pool.count) + (try totals()), height: 480)
        return try plate(frame) { BarChart(text: $0, through: lines, arrangement: .grouped) }
    }

    /// A stack is whole: what has no colour of its own stands in it together, and is in the file
    /// one by one.
    private func stack() throws -> PlateContent {
        let stack = SeriesStack(reading)
        var lines = stack.shown.enumerated().map { figures.line($1, id: $0) }
        var remarks: [String] = []
        if !stack.rest.isEmpty {
            lines.append(
                ChartSeries(
                    id: "rest", name: words(TrackPhrase.rest(stack.rest.count)),
                    points: stack.restByPeriod.compactMap { cells in
                        cells.first.flatMap { first in
                            figures.together(cells).map {
                                ChartSeries.Point(words.chartPeriod(first.point.period), $0)
                            }
                        }
                    }))
            remarks.append(words(TrackPhrase.restTogether(stack.rest.count)))
        }
        remarks += try leftOut(stack.leftOut) + [words(TrackPhrase.stackNote)]
        let frame = Frame(
            title: try title(cells(stack.parts)), cells: cells(stack.parts), remarks: remarks,
            height: 480)
        return try plate(frame) { [lines] text in
            BarChart(text: text, through: lines, arrangement: .stacked)
        }
    }

    private func multiples() throws -> PlateContent {
        let drawn = Array(pool.prefix(24))
        let panels = drawn.enumerated().map { index, one in
            let name = names.label(one)
            return SmallMultiples.Panel(
                id: "s" + String(index), title: name,
                href: SiteAddress.record(one.key.counterpart ?? one.key.subject).text,
                series: [figures.line(one, id: index)])
        }
        let frame = Frame(
            title: try title(cells(drawn)), cells: cells(drawn),
            remarks: remark(drawn: drawn.count, of: pool.count) + (try totals()), height: 1_400)
        return try plate(frame) { SmallMultiples(text: $0, panels: panels) }
    }
}

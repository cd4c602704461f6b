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
        case .bars: return try bars(.grouped)
        case .stacked: return try bars(.stacked)
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
        if let formula = cells.lazy.compactMap(\.series.formula).first {
            let notation =
                Set(cells.compactMap { $0.series.formula?.notation }).count == 1
                ? formula.notation
                : formula.name == "index" ? "100 × x(t) ÷ x(t₀)" : formula.notation
            remarks.append(words(.computed(notation)))
        }
        if Set(cells.map { PeriodLength($0.point.period) }).count > 1 {
            remarks.append(words(TrackPhrase.lengthsDiffer))
        }
        if cells.contains(where: { $0.point.qualifier?.isOutlook ?? false }) {
            remarks.append(words(TrackPhrase.outlooks))
        }
        let added = cells.reduce(0) { $0 + $1.point.leftOut }
        if added > 0 { remarks.append(words(TrackPhrase.notAdded(added))) }
        if form != .ranking, form != .matrix, pool.count < reading.series.count,
            reading.parted.count < reading.series.count
        {
            remarks.append(words(TrackPhrase.totalsLeftOut))
        }
        if reading.material.isCut {
            remarks.append(words(TrackPhrase.cut(SeriesMaterial.mostFigures)))
        }
        return remarks
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
            remarks: remark(drawn: drawn.count, of: pool.count), height: 480)
        return try plate(frame) { [reference] text in
            LineChart(text: text, series: lines, reference: reference)
        }
    }

    private func bars(_ arrangement: BarChart.Arrangement) throws -> PlateContent {
        let isStacked = arrangement == .stacked
        let drawn = Array(pool.prefix(8))
        let lines = drawn.enumerated().map { figures.line($1, id: $0) }
        var remarks = remark(drawn: drawn.count, of: pool.count)
        if isStacked { remarks.append(words(TrackPhrase.stackNote)) }
        let frame = Frame(
            title: try title(cells(drawn)), cells: cells(drawn), remarks: remarks, height: 480)
        return try plate(frame) { text in
            BarChart(text: text, through: lines, arrangement: arrangement)
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
            remarks: remark(drawn: drawn.count, of: pool.count), height: 1_400)
        return try plate(frame) { SmallMultiples(text: $0, panels: panels) }
    }
}

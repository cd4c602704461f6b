import Charts
import Records
import Statistics

/// Points of series as charts and files need them.
struct SeriesFigures: Sendable {
    let words: Catalogue
    let names: SeriesNames

    /// A point as a mark that leads to its record; a computed one leads to the figure of its own
    /// period that it was computed from.
    func figure(_ point: DrawnSeries.Point, of series: DrawnSeries) -> Charts.Figure {
        let name = names.fullName(series)
        if series.formula == nil, let figure = point.figures.first {
            return words.chartFigure(figure.id, figure.observation, detail: name)
        }
        let text = text(of: point, series)
        let when = words.date(point.period.description, .short)
        let how = [words(TrackPhrase.computedMark), point.formula?.notation].compactMap(\.self)
        return Charts.Figure(
            value: point.value.approximation, text: text,
            detail: name + ": " + text + ", " + when + " (" + how.joined(separator: ": ") + ")",
            certainty: point.qualifier?.certainty ?? .exact,
            href: point.figures.first.map { SiteAddress.record($0.id).text })
    }

    /// A computed value in words; a sum says over how many partners it goes.
    private func text(of point: DrawnSeries.Point, _ series: DrawnSeries) -> String {
        // An index is a number without a unit; what is 100 stands at the axis.
        var unit: String? = series.unit
        if case .index = point.formula { unit = nil }
        let text = amount(point.value, unit: unit, point.qualifier)
        guard let partners = point.partners else { return text }
        return text + ", " + words(TrackPhrase.partnerCount(partners))
    }

    private func amount(
        _ value: ExactDecimal, unit: String?, _ qualifier: Qualifier?
    ) -> String {
        let quantity = words.quantityInWords(
            value.description, unit: unit, qualifier: qualifier?.rawValue)
        return [quantity.qualifier?.mark, quantity.digits, quantity.unit]
            .compactMap(\.self).joined(separator: "\u{A0}")
    }

    /// The parts of a period that have no colour of their own, as one mark; nil where there are
    /// none, or where their sum has too many digits.
    func together(
        _ cells: [(series: DrawnSeries, point: DrawnSeries.Point)]
    ) -> Charts.Figure? {
        let sum = ExactSum(cells.map { ($0.point.value, $0.point.qualifier) })
        guard let first = cells.first, let value = sum.value else { return nil }
        let text = amount(value, unit: first.series.unit, sum.qualifier)
        let parts = cells.map { names.label($0.series) }.joined(separator: " + ")
        return Charts.Figure(
            value: value.approximation, text: text,
            detail: parts + ": " + text + ", "
                + words.date(first.point.period.description, .short) + " ("
                + words(TrackPhrase.computedMark) + ")",
            certainty: sum.qualifier?.certainty ?? .exact)
    }

    /// The unit as an axis says it.
    func unit(_ series: DrawnSeries) -> String {
        if case .index = series.formula { return words(TrackPhrase.indexUnit) }
        return series.unit
    }

    /// A series with all its points.
    func line(_ series: DrawnSeries, id: Int, name: String? = nil) -> ChartSeries {
        ChartSeries(
            id: "s" + String(id), name: name ?? names.label(series),
            points: series.points.map {
                ChartSeries.Point(words.chartPeriod($0.period), figure($0, of: series))
            })
    }

    /// A gap in a drawing, which says that it is one.
    func gap(_ name: String) -> Charts.Figure {
        let text = words(DrawingPhrase.noData)
        return Charts.Figure(value: nil, text: text, detail: name + ": " + text)
    }

    // MARK: Files

    /// The exact values of these points, one a row.
    func data(_ points: [(series: DrawnSeries, point: DrawnSeries.Point)]) -> DrawingData {
        DrawingData(
            columns: [
                "indicator", "subject", "counterpart", "product", "period", "value", "unit",
                "qualifier", "computed", "formula", "figures", "partners",
            ],
            rows: points.map { series, point in
                [
                    .text(series.key.indicator), .text(series.key.subject.text),
                    DrawingData.text(series.key.counterpart?.text),
                    DrawingData.text(series.key.product), .text(point.period.description),
                    .number(point.value), .text(series.unit),
                    DrawingData.text(point.qualifier?.rawValue),
                    DrawingData.text(point.formula?.name),
                    DrawingData.text(point.formula?.notation),
                    .text(point.figures.map(\.id.text).joined(separator: " ")),
                    point.partners.map { .number(ExactDecimal(Int32(clamping: $0))) } ?? .none,
                ]
            })
    }
}

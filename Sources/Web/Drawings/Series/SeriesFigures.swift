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
        let quantity = words.quantityInWords(
            point.value.description, unit: unit(series), qualifier: point.qualifier?.rawValue)
        let text = [quantity.qualifier?.mark, quantity.digits, quantity.unit]
            .compactMap(\.self).joined(separator: "\u{A0}")
        let when = words.date(point.period.description, .short)
        return Charts.Figure(
            value: point.value.approximation, text: text,
            detail: name + ": " + text + ", " + when + " ("
                + words(TrackPhrase.computedMark) + ")",
            certainty: point.qualifier?.certainty ?? .exact,
            href: point.figures.first.map { SiteAddress.record($0.id).text })
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
                "qualifier", "computed", "formula", "figures",
            ],
            rows: points.map { series, point in
                [
                    .text(series.key.indicator), .text(series.key.subject.text),
                    DrawingData.text(series.key.counterpart?.text),
                    DrawingData.text(series.key.product), .text(point.period.description),
                    .number(point.value), .text(series.unit),
                    DrawingData.text(point.qualifier?.rawValue),
                    DrawingData.text(series.formula?.name),
                    DrawingData.text(series.formula?.notation),
                    .text(point.figures.map(\.id.text).joined(separator: " ")),
                ]
            })
    }
}

import Records
import Register

/// A series of figures as a table: periods down, exact values, the unit in the head, the sources
/// in the last column.
struct FigureTable: Component {
    let series: FigureSeries
    /// Unique in the page.
    let id: String
    /// What the column of partners is called.
    let partnerField: FieldWord
    /// Where exactly these figures can be had.
    let state: FigureState
    let pen: RecordPen

    private var words: Catalogue { pen.words }

    func write(to page: inout HTMLWriter) {
        page.put(
            DataTable(
                id: id, caption: words.indicator(series.indicator), columns: columns,
                rows: series.lines.map(row), downloads: SiteAddress.figureFiles(state),
                captionIsUnseen: true, words: words))
    }

    private var columns: [Column] {
        var columns: [Column] = []
        if series.hasPartners { columns.append(Column(words.field(partnerField.rawValue))) }
        if series.hasProducts { columns.append(Column(words.field(FieldWord.product.rawValue))) }
        columns.append(Column(words.field(FieldWord.period.rawValue)))
        if series.hasLevels {
            columns.append(
                Column(words(.columnFigure), unit: series.unit.map(words.unit), .number))
        }
        if series.hasGrowths {
            columns.append(
                Column(words(.growth), unit: series.growthUnit.map(words.unit), .number))
        }
        columns.append(Column(words(.columnSource), .source))
        return columns
    }

    private func row(_ line: FigureSeries.Line) -> [Inline] {
        var cells: [Inline] = []
        if series.hasPartners {
            cells.append(line.partner.map { $0.link(words.language) } ?? .gap(words(.notRecorded)))
        }
        if series.hasProducts {
            cells.append(line.product.map(pen.phrase) ?? .text(""))
        }
        cells.append(words.time(line.period.description, .short))
        if series.hasLevels { cells.append(value(line.level, inHead: series.unit != nil)) }
        if series.hasGrowths { cells.append(value(line.growth, inHead: series.growthUnit != nil)) }
        if let figure = line.figures.first {
            cells.append(pen.sources.marks(line.citations, of: figure.id))
        }
        return cells
    }

    private func value(_ row: ObservationRow?, inHead unitIsInHead: Bool) -> Inline {
        guard let row else { return .gap(words(.notRecorded)) }
        let quantity = words.exactValue(of: row.observation, withUnit: !unitIsInHead)
        let value = Inline.markup(
            SafeHTML { page in
                page.link(to: SiteAddress.record(row.id)) { $0.put(quantity) }
            })
        guard let base = row.observation.basePeriod else { return value }
        let compared = words(.comparedWith(words.date(base.description, .short)))
        return .sequence([value, " ", .muted(compared)])
    }
}

/// Series of figures, each under its own heading.
struct FigureTables {
    let series: [FigureSeries]
    /// How many figures there are in all, when not all are shown.
    let total: Int
    /// The table of all of them.
    let state: FigureState
    let partnerField: FieldWord
    /// Tells the tables of one page apart.
    let prefix: String
    let pen: RecordPen

    /// The section; nil without figures.
    func section(_ title: String, help: String? = nil) -> LeafSection? {
        guard !series.isEmpty else { return nil }
        let words = pen.words
        let shown = series.figures.count
        return LeafSection(
            id: prefix, title: title, count: words.number(max(total, shown)), help: help
        ) { page in
            for series in series {
                page.subsection(heading(of: series)) { $0.put(table(of: series)) }
            }
            if total > shown {
                page.more(words(.showAll(total)), at: SiteAddress.figures(state))
            }
        }
    }

    private func heading(of series: FigureSeries) -> Inline {
        .link(pen.words.indicator(series.indicator), to: SiteAddress.figures(state(of: series)))
    }

    private func table(of series: FigureSeries) -> FigureTable {
        FigureTable(
            series: series, id: prefix + "-" + series.indicator, partnerField: partnerField,
            state: state(of: series), pen: pen)
    }

    private func state(of series: FigureSeries) -> FigureState {
        state.with { state in
            state.indicators = []
            if series.hasLevels { state.indicators.append(series.indicator) }
            if series.hasGrowths { state.indicators.append(series.indicator + "-growth") }
        }
    }
}

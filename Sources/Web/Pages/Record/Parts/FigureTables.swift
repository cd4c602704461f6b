import Records
import Register

/// All figures of a section: those that make a series each in a table of their own, the single
/// ones together in one.
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

    /// So many lines make a series.
    private static let linesOfSeries = 3

    /// The section; nil without figures.
    func section(_ title: String, help: String? = nil) -> LeafSection? {
        guard !series.isEmpty else { return nil }
        let words = pen.words
        let shown = series.figures.count
        let long = series.filter { $0.lines.count >= Self.linesOfSeries }
        let short = series.filter { $0.lines.count < Self.linesOfSeries }
        return LeafSection(
            id: prefix, title: title, count: words.number(max(total, shown)), help: help
        ) { page in
            page.put(DownloadLinks(downloads: SiteAddress.figureFiles(state), words: words))
            for series in long {
                page.subsection(heading(of: series)) { page in
                    page.put(
                        FigureTable(
                            series: series, id: prefix + "-" + series.indicator,
                            partnerField: partnerField, pen: pen))
                }
            }
            if !short.isEmpty { write(short, isAlone: long.isEmpty, to: &page) }
            if total > shown {
                page.more(words(.showAll(total)), at: SiteAddress.figures(state))
            }
        }
    }

    private func write(
        _ short: [FigureSeries], isAlone: Bool, to page: inout HTMLWriter
    ) {
        let table = SingleFigureTable(
            figures: short.figures, id: prefix + "-single", partnerField: partnerField, pen: pen)
        if isAlone {
            page.put(table)
        } else {
            page.subsection(.text(pen.words(.otherFigures))) { $0.put(table) }
        }
    }

    private func heading(of series: FigureSeries) -> Inline {
        var state = state
        state.indicators = []
        if series.hasLevels { state.indicators.append(series.indicator) }
        if series.hasGrowths { state.indicators.append(series.indicator + "-growth") }
        return .link(pen.words.indicator(series.indicator), to: SiteAddress.figures(state))
    }
}

/// Figures of many indicators, a line each, with the unit beside the value.
struct SingleFigureTable: Component {
    let figures: [ObservationRow]
    /// Unique in the page.
    let id: String
    let partnerField: FieldWord
    let pen: RecordPen

    private var words: Catalogue { pen.words }
    private var isOfSubjects: Bool { partnerField == .subject }
    private var hasPartners: Bool { isOfSubjects || figures.contains { $0.counterpart != nil } }

    func write(to page: inout HTMLWriter) {
        var columns = [Column(words.field(FieldWord.indicator.rawValue))]
        if hasPartners { columns.append(Column(words.field(partnerField.rawValue))) }
        columns += [
            Column(words.field(FieldWord.period.rawValue)),
            Column(words(.columnFigure), .number), Column(words(.columnSource), .source),
        ]
        page.put(
            DataTable(
                id: id, caption: words(.sectionFigures), columns: columns,
                rows: figures.map(row), captionIsUnseen: true, words: words))
    }

    private func row(_ row: ObservationRow) -> [Inline] {
        var what = [Inline.text(words.indicator(row.observation.indicator))]
        if let product = row.observation.product {
            what += [" ", .muted(product)]
        }
        var cells: [Inline] = [.sequence(what)]
        if hasPartners {
            let partner = isOfSubjects ? row.subject : row.counterpart
            cells.append(partner.map { $0.link(words.language) } ?? "")
        }
        cells.append(words.period(of: row.observation))
        cells.append(FigureTable.value(row, withUnit: true, words))
        cells.append(pen.sources.marks(row.citations, of: row.id))
        return cells
    }
}

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
    let pen: RecordPen

    private var words: Catalogue { pen.words }

    func write(to page: inout HTMLWriter) {
        page.put(
            DataTable(
                id: id, caption: words.indicator(series.indicator), columns: columns,
                rows: series.lines.map(row), captionIsUnseen: true, words: words))
    }

    private var columns: [Column] {
        var columns: [Column] = []
        let period = Column(words.field(FieldWord.period.rawValue))
        if series.hasPartners {
            columns = [Column(words.field(partnerField.rawValue)), period]
        } else {
            columns = [period]
            if series.hasProducts {
                columns.append(Column(words.field(FieldWord.product.rawValue)))
            }
        }
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
        let period = words.time(line.period.description, .short)
        if series.hasPartners {
            cells = [partner(of: line), period]
        } else {
            cells = [period]
            if series.hasProducts { cells.append(line.product.map(pen.phrase) ?? "") }
        }
        if series.hasLevels { cells.append(value(line.level, inHead: series.unit != nil)) }
        if series.hasGrowths { cells.append(value(line.growth, inHead: series.growthUnit != nil)) }
        if let figure = line.figures.first {
            cells.append(pen.sources.marks(line.citations, of: figure.id))
        }
        return cells
    }

    /// With whom, and of what.
    private func partner(of line: FigureSeries.Line) -> Inline {
        let name = line.partner.map { $0.link(words.language) }
        guard let product = line.product else { return name ?? .gap(words(.notRecorded)) }
        return .joined([name, .muted(product)].compactMap(\.self), separator: " · ")
    }

    /// A figure to its last digit, leading to its page.
    static func value(_ row: ObservationRow, withUnit: Bool, _ words: Catalogue) -> Inline {
        let quantity = words.exactValue(of: row.observation, withUnit: withUnit)
        return .markup(
            SafeHTML { page in
                page.link(to: SiteAddress.record(row.id)) { $0.put(quantity) }
            })
    }

    private func value(_ row: ObservationRow?, inHead unitIsInHead: Bool) -> Inline {
        guard let row else { return .gap(words(.notRecorded)) }
        let value = Self.value(row, withUnit: !unitIsInHead, words)
        guard let base = row.observation.basePeriod, base != row.observation.period.yearBefore
        else { return value }
        let compared = words(.comparedWith(words.date(base.description, .short)))
        return .sequence([value, " ", .muted(compared)])
    }
}

extension Period {
    /// The same period a year before, which growths are compared with unless they say otherwise.
    var yearBefore: Period? {
        switch self {
        case .date(let date): date.yearBefore.map(Period.date)
        case .quarter(let year, let quarter): .quarter(year: year - 1, quarter: quarter)
        case .range(let from, let through):
            if let from = from.yearBefore, let through = through.yearBefore {
                .range(from: from, through: through)
            } else {
                nil
            }
        }
    }
}

extension PartialDate {
    fileprivate var yearBefore: PartialDate? {
        PartialDate(year: year - 1, month: month, day: day)
    }
}

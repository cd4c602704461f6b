import Records

extension FigurePage: RecordView {
    private var words: Catalogue { pen.words }

    var leaf: RecordLeaf {
        let indicator = words.indicator(figure.indicator)
        var leaf = RecordLeaf(title: title)
        leaf.breadcrumbs = [
            (words(.figuresTitle), SiteAddress.figures(FigureState())),
            (pen.names.text(figure.subject), SiteAddress.figures(of: figure.subject)),
        ]
        leaf.kicker = [.link(indicator, to: SiteAddress.figures(indicatorState))]
        leaf.lead = words.lead(
            .observation(
                indicator: figure.indicator, subject: pen.link(figure.subject),
                counterpart: pen.link(figure.counterpart), product: figure.product,
                period: figure.period.description, value: words.value(of: figure)))
        leaf.keyFigures = [
            KeyFigure(
                indicator, .quantity(words.exactValue(of: figure)),
                detail: words.date(figure.period.description))
        ]
        leaf.facts = [
            pen.fact(.subject, pen.link(figure.subject)),
            pen.fact(.counterpart, pen.link(figure.counterpart)),
            pen.fact(.product, figure.product.map(pen.phrase)),
            pen.fact(.period, words.time(figure.period.description)),
            pen.fact(.basePeriod, figure.basePeriod.map { words.time($0.description) }),
            pen.fact(.unit, .text(words.unit(figure.unit))),
            pen.fact(.qualifier, qualifier),
        ]
        leaf.division = .figures
        leaf.sections = [seriesSection]
        return leaf
    }

    private var title: String {
        var title = words.name(of: figure, pen.names)
        title += ", " + words.date(figure.period.description, .short)
        return title
    }

    private var indicatorState: FigureState {
        var state = FigureState()
        state.indicators = [figure.indicator]
        return state
    }

    /// What the source says of how exact the figure is; nothing where it says nothing.
    private var qualifier: Inline? {
        guard let qualifier = figure.qualifier else { return nil }
        return .text(words.qualifier(qualifier.rawValue)?.meaning ?? words(.exactly))
    }

    /// The other periods; nil when there are none.
    private var seriesSection: LeafSection? {
        guard let series = series.first, series.figures > 1 else { return nil }
        return LeafSection(
            id: "series", title: words(.series), count: words.number(series.figures)
        ) { page in
            page.put(DownloadLinks(downloads: SiteAddress.figureFiles(state), words: words))
            page.put(
                FigureTable(
                    series: series, id: "series-table", partnerField: .counterpart, pen: pen))
        }
    }
}

extension FigureSeries {
    /// How many figures it holds.
    fileprivate var figures: Int { lines.reduce(0) { $0 + $1.figures.count } }
}

import Records
import Register
import Statistics

extension TrackPage {
    var response: PageResponse {
        let title = plate.map(\.title) ?? words(TrackPhrase.trackTitle)
        var shell = context.shell(
            title: title, description: plate?.summary ?? words(TrackPhrase.trackHelp),
            layout: .wide, division: .figures,
            downloads: plate == nil ? [] : drawing.downloads(words.language))
        shell.mayBeIndexed = isStart
        var response = PageResponse(
            html: shell.render { page in
                page.put(FigureNavigation(current: .track, words: words))
                page.put(PageTitle(title: words(TrackPhrase.trackTitle)))
                page.put(Lead(.text(words(TrackPhrase.trackHelp))))
                page.put(TrackForm(track: self))
                writeDrawing(to: &page)
                writeFigures(to: &page)
                writeSuggestions(to: &page)
            })
        if !isComplete { response.keeping = .never }
        return response
    }

    private func writeDrawing(to page: inout HTMLWriter) {
        guard let plate else {
            page.put(
                EmptyState(
                    title: words(TrackPhrase.emptyTitle), why: words(emptyReason),
                    ways: [.link(words(TrackPhrase.startAgain), to: SiteAddress.page(.track))]))
            return
        }
        page.markup(lines)
        if let asked = choice.form, let obstacle = reading.obstacle(to: asked) {
            page.notice([
                .text(
                    words(
                        TrackPhrase.drawnOtherwise(
                            asked: words(TrackPhrase.form(asked)),
                            why: words(TrackPhrase.obstacle(obstacle)),
                            drawn: words(TrackPhrase.form(reading.form)))))
            ])
        }
        let language = words.language
        page.put(
            Plate(
                id: "drawing", content: plate, downloads: drawing.downloads(language),
                brush: SiteAddress.track(
                    choice.with {
                        $0.from = nil
                        $0.to = nil
                    }), heading: .h2, words: words))
        writeEmbedding(title: plate.title, to: &page)
    }

    private var emptyReason: TrackPhrase {
        choice.reckoning == .stated
            ? .emptyWhy : reading.obstacle(to: choice.reckoning).map { .obstacle($0) } ?? .emptyWhy
    }

    private func writeEmbedding(title: String, to page: inout HTMLWriter) {
        let origin = context.request.origin
        let embedded = origin + drawing.embedAddress(words.language).text
        let quoted = title.map { $0 == "\"" ? "&quot;" : $0 == "&" ? "&amp;" : String($0) }.joined()
        let address = embedded.split(separator: "&", omittingEmptySubsequences: false)
            .joined(separator: "&amp;")
        let code =
            "<iframe src=\"\(address)\" title=\"\(quoted)\" width=\"100%\" height=\"640\" "
            + "loading=\"lazy\"></iframe>"
        page.element(.details, class: "embedding") { page in
            page.element(.summary, text: words(.embed))
            page.element(.p, class: "help", text: words(.embedHelp))
            page.element(
                .pre, class: "embed-code", .tabindex(0), .role(.region), .label(words(.embed))
            ) { $0.element(.code, text: code) }
            page.element(.p) { page in
                page.link(to: drawing.embedAddress(words.language)) {
                    $0.text(words(TrackPhrase.drawingAlone))
                }
                page.text(" · ")
                page.link(to: SiteAddress.track(choice)) { $0.text(words(.linkHere)) }
            }
        }
    }

    // MARK: Ways to see it

    private var lines: SafeHTML {
        SafeHTML { page in
            page.element(.nav, class: "choice-lines", .label(words(TrackPhrase.waysLabel))) {
                page in
                page.put(
                    ChoiceLine(
                        title: words(TrackPhrase.computeLabel),
                        choices: Reckoning.allCases.map(reckoning), words: words))
                page.put(
                    ChoiceLine(
                        title: words(TrackPhrase.drawingLabel),
                        choices: SeriesForm.allCases.map(form), words: words))
                if reading.units.count > 1 {
                    page.put(
                        ChoiceLine(
                            title: words(TrackPhrase.unitLabel),
                            choices: reading.units.prefix(12).map(unit), words: words))
                }
            }
        }
    }

    private func reckoning(_ reckoning: Reckoning) -> ChoiceLine.Choice {
        ChoiceLine.Choice(
            text: words(TrackPhrase.reckoning(reckoning)),
            address: SiteAddress.track(
                choice.with {
                    $0.reckoning = reckoning
                    $0.unit = nil
                    $0.form = nil
                    if reckoning != .index { $0.base = nil }
                }),
            isChosen: reckoning == choice.reckoning,
            obstacle: obstacle(to: reckoning).map { words(TrackPhrase.obstacle($0)) })
    }

    private func form(_ form: SeriesForm) -> ChoiceLine.Choice {
        ChoiceLine.Choice(
            text: words(TrackPhrase.form(form)),
            address: SiteAddress.track(choice.with { $0.form = form }),
            isChosen: form == reading.form,
            obstacle: reading.obstacle(to: form).map { words(TrackPhrase.obstacle($0)) })
    }

    private func unit(_ unit: (unit: String, figures: Int)) -> ChoiceLine.Choice {
        ChoiceLine.Choice(
            text: words(.choice(words.unit(unit.unit), unit.figures)),
            address: SiteAddress.track(choice.with { $0.unit = unit.unit }),
            isChosen: unit.unit == reading.unit)
    }

    // MARK: Figures

    private func writeFigures(to page: inout HTMLWriter) {
        guard !used.isEmpty else { return }
        let help =
            choice.reckoning == .stated
            ? TrackPhrase.figuresUsedHelp : TrackPhrase.figuresComputedHelp
        page.section(
            words(TrackPhrase.figuresUsed), id: "figures", count: words.number(used.count),
            help: words(help)
        ) { page in
            page.put(
                DataTable(
                    id: "figures-table", caption: words(TrackPhrase.figuresUsed),
                    columns: [
                        Column(words.field("indicator")), Column(words.field("subject")),
                        Column(words.field("counterpart")), Column(words.field("product")),
                        Column(words.field("period")), Column(words(.columnFigure), .number),
                        Column(words(.columnSource), .source),
                    ],
                    rows: used.prefix(Self.mostRows).map(row), captionIsUnseen: true, words: words))
            page.element(.p) { page in
                page.link(to: SiteAddress.figures(figureState)) {
                    $0.text(words(TrackPhrase.allInTable))
                }
                if let subject = choice.subjects.first {
                    page.text(" · ")
                    page.link(to: SiteAddress.findings(FindingState(subject: subject))) {
                        $0.text(words(TrackPhrase.findingsAbout(names.text(subject))))
                    }
                }
            }
        }
    }

    private func row(_ figure: Statistics.Figure) -> [Inline] {
        let one = figure.observation
        return [
            .link(words.indicator(one.indicator), to: SiteAddress.record(figure.id)),
            names.link(one.subject), one.counterpart.map { names.link($0) } ?? "",
            one.product.map { .name($0, language: words.language == .english ? nil : "en") } ?? "",
            words.period(of: one), .quantity(words.value(of: one)),
            sources.marks(figure.citations, of: figure.id),
        ]
    }

    /// The same in the table of figures, as far as that can be asked.
    private var figureState: FigureState {
        var state = FigureState()
        state.indicators = choice.indicators
        state.subject = choice.subjects.count == 1 ? choice.subjects[0] : nil
        state.counterpart = choice.counterparts.count == 1 ? choice.counterparts[0] : nil
        state.product = choice.product
        state.from = choice.from
        state.to = choice.to
        return state
    }

    // MARK: Suggestions

    private func writeSuggestions(to page: inout HTMLWriter) {
        guard isStart || plate == nil else { return }
        if !isComplete { page.notice([.text(words(TrackPhrase.suggestionsSoon))]) }
        guard !start.views.isEmpty else { return }
        page.section(words(TrackPhrase.suggestions), id: "suggestions") { page in
            page.put(
                LinkColumns(
                    links: start.views.map { view in
                        (
                            text: suggestion(view), address: SiteAddress.track(view.choice),
                            count: words.number(view.figures)
                        )
                    }))
        }
    }

    private func suggestion(_ view: TrackStart.View) -> String {
        let indicator = view.choice.indicators.map(words.indicator).joined(separator: ", ")
        let subjects = view.choice.subjects.map(names.text).joined(separator: ", ")
        return subjects.isEmpty ? indicator : indicator + ": " + subjects
    }
}

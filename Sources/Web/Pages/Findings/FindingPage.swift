import Records
import Register
import Statistics

/// One finding: the figures, what was expected and why, and the difference.
struct FindingPage {
    let finding: Finding
    let context: PageContext
    private let findingWords: FindingWords
    private let sources: CitedSources

    private var words: Catalogue { context.words }

    /// - Throws: ``PageFailure/notFound`` when there's no such finding.
    init(_ id: String, subject: RecordID?, _ context: PageContext) throws {
        let state = FindingState(subject: subject)
        guard
            case .ready(let examination, _, _) = try FindingsReading(state, context.register),
            let finding = examination[id: id]
        else { throw PageFailure.notFound }
        self.finding = finding
        self.context = context
        findingWords = try FindingWords([finding], context)
        sources = try CitedSources(finding.evidence.flatMap(\.figure.citations), context)
    }

    /// The page, or the one that says that findings are still being made.
    static func response(_ id: String, _ context: PageContext) throws -> PageResponse {
        let state = try FindingState(context.request.query)
        if case .beingMade = try FindingsReading(state, context.register) {
            return try FindingsPage(context).response
        }
        return try FindingPage(id, subject: state.subject, context).response
    }

    private var response: PageResponse {
        let title = findingWords.title(finding)
        let shell = context.shell(
            title: title, description: findingWords.sentence(finding), layout: .wide,
            division: .figures)
        return PageResponse(
            html: shell.render { page in
                page.put(
                    Breadcrumbs(
                        steps: [
                            (words(TrackPhrase.findingsTitle), SiteAddress.page(.findings)),
                            (
                                words(TrackPhrase.findingKind(finding.kind)),
                                SiteAddress.findings(
                                    FindingState().with { $0.kinds = [finding.kind] })
                            ),
                        ], words: words))
                page.put(
                    PageTitle(
                        kicker: [
                            .text(words(TrackPhrase.findingKind(finding.kind))),
                            .text(words(TrackPhrase.findingGrade(finding.grade))),
                        ], title: title, folio: [.code(finding.id)]))
                page.put(Lead(.text(findingWords.sentence(finding))))
                page.put(KeyFigures(keyFigures))
                page.paragraph(
                    .text(words(TrackPhrase.gradeMeaning(finding.grade))), class: "help")
                writeEvidence(to: &page)
                writeWays(to: &page)
            })
    }

    private var keyFigures: [KeyFigure] {
        [
            KeyFigure(
                words(TrackPhrase.statedLabel),
                .text(findingWords.amount(finding.stated, finding.unit)),
                detail: words(
                    TrackPhrase.mayMean(findingWords.range(finding.statedRange, finding.unit)))),
            KeyFigure(
                words(
                    finding.relation == .atMost
                        ? TrackPhrase.expectedAtMostLabel : TrackPhrase.expectedLabel),
                .text(findingWords.amount(finding.expected, finding.unit)),
                detail: words(
                    TrackPhrase.mayMean(findingWords.range(finding.expectedRange, finding.unit)))),
            KeyFigure(
                words(TrackPhrase.differenceLabel), .text(findingWords.difference(finding))),
        ]
    }

    private func writeEvidence(to page: inout HTMLWriter) {
        page.section(
            words(TrackPhrase.evidence), id: "evidence",
            count: words.number(finding.evidence.count)
        ) { page in
            page.put(
                DataTable(
                    id: "evidence-table", caption: words(TrackPhrase.evidence),
                    columns: [
                        Column(words(TrackPhrase.roleLabel)),
                        Column(words.kind(Kind.observation.name)), Column(words.field("period")),
                        Column(words(.columnFigure), .number),
                        Column(words(.columnSource), .source),
                    ],
                    rows: finding.evidence.map(row), captionIsUnseen: true, words: words))
        }
    }

    private func row(_ evidence: Finding.Evidence) -> [Inline] {
        let one = evidence.figure.observation
        return [
            .text(words(TrackPhrase.role(evidence.role))),
            .link(
                words.name(of: one, findingWords.names), to: SiteAddress.record(evidence.figure.id)),
            words.period(of: one), .quantity(words.value(of: one)),
            sources.marks(evidence.figure.citations, of: evidence.figure.id),
        ]
    }

    private func writeWays(to page: inout HTMLWriter) {
        guard let subject = finding.subject else { return }
        var choice = SeriesChoice()
        choice.subjects = [subject]
        var seen: Set<String> = []
        choice.indicators = finding.evidence.map(\.figure.observation.indicator)
            .filter { seen.insert($0).inserted }
        page.element(.ul, class: "ways") { page in
            page.element(.li) { page in
                page.link(
                    to: SiteAddress.track(choice), text: words(TrackPhrase.seeDrawn))
            }
            page.element(.li) { page in
                page.link(
                    to: SiteAddress.findings(FindingState(subject: subject)),
                    text: words(TrackPhrase.findingsAbout(findingWords.names.text(subject))))
            }
        }
    }
}

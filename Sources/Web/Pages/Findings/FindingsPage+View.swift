import Records
import Register
import Statistics

extension FindingsPage {
    var response: PageResponse {
        var isReady = false
        if case .ready = reading { isReady = true }
        let shell = context.shell(
            title: title, description: words(TrackPhrase.findingsHelp), layout: .list,
            division: .figures, downloads: isReady ? SiteAddress.findingFiles(state) : [])
        var response = PageResponse(
            html: shell.render { page in
                page.put(panel)
                page.put(FigureNavigation(current: .findings, words: words))
                page.put(PageTitle(title: title))
                page.put(Lead(.text(words(TrackPhrase.findingsHelp))))
                writeBody(to: &page)
            })
        if case .beingMade = reading {
            response.status = 202
            response.keeping = .never
            response.headers.append(("Retry-After", "2"))
        }
        return response
    }

    private var title: String {
        state.subject.map { words(TrackPhrase.findingsAbout(findingWords.names.text($0))) }
            ?? words(TrackPhrase.findingsTitle)
    }

    private func writeBody(to page: inout HTMLWriter) {
        switch reading {
        case .beingMade:
            page.put(
                EmptyState(
                    title: words(TrackPhrase.findingsBeingMade),
                    why: words(TrackPhrase.findingsBeingMadeWhy),
                    ways: [
                        .link(words(TrackPhrase.reload), to: SiteAddress.findings(state))
                    ]))
        case .tooMany(let count):
            page.put(
                EmptyState(
                    title: words(TrackPhrase.findingsTooMany),
                    why: words(TrackPhrase.findingsTooManyWhy(count, FindingsBook.mostFigures)),
                    ways: [
                        .link(words(.homeFiguresMore), to: SiteAddress.page(.figures))
                    ]))
        case .ready(let examination, let figures, let isWhole):
            if !isWhole, state.subject != nil {
                page.notice([.text(words(TrackPhrase.findingsPart(figures)))])
            }
            if state.subject == nil || !isWhole { writeTallies(examination, to: &page) }
            writeList(to: &page)
        }
    }

    // MARK: Tallies

    private func writeTallies(_ examination: Examination, to page: inout HTMLWriter) {
        let all = examination.tallies
        let compared = all.reduce(0) { $0 + $1.compared }
        let agreed = all.reduce(0) { $0 + $1.agreed }
        page.put(
            DataTable(
                id: "tallies", caption: words(TrackPhrase.tallies),
                columns: [
                    Column(words(TrackPhrase.check)), Column(words(TrackPhrase.compared), .number),
                    Column(words(TrackPhrase.agree), .number),
                    Column(words(TrackPhrase.disagree), .number),
                ],
                rows: all.map { tally in
                    [
                        .link(
                            words(TrackPhrase.findingKind(tally.kind)),
                            to: SiteAddress.findings(state.with { $0.kinds = [tally.kind] })),
                        .text(words.number(tally.compared)), .text(words.number(tally.agreed)),
                        .text(words.number(tally.compared - tally.agreed)),
                    ]
                },
                total: [
                    .text(words(.total)), .text(words.number(compared)),
                    .text(words.number(agreed)), .text(words.number(compared - agreed)),
                ], words: words))
    }

    // MARK: List

    private func writeList(to page: inout HTMLWriter) {
        guard !found.isEmpty else {
            page.put(
                EmptyState(
                    title: words(TrackPhrase.findingsNone), why: words(TrackPhrase.findingsNoneWhy),
                    ways: state.isFiltered
                        ? [.link(words(.clearFilters), to: SiteAddress.page(.findings))] : []))
            return
        }
        page.element(.p, class: "sorting") { page in
            page.element(
                .strong, class: "total", text: words(TrackPhrase.findingCount(found.count)))
            page.text(" · " + words(TrackPhrase.findingOrder))
        }
        if shown.isEmpty {
            page.put(EmptyState.pageBeyondEnd(part, words, address))
        }
        page.put(EntryList(shown.map(entry), words: words))
        page.put(part.pagination(words, address))
    }

    private func address(_ page: Int) -> Address {
        SiteAddress.findings(state.with { $0.page = page })
    }

    private func entry(_ finding: Finding) -> Entry {
        Entry(
            title: .link(findingWords.title(finding), to: SiteAddress.page(.finding(finding.id))),
            details: [
                .strong(words(TrackPhrase.findingGrade(finding.grade))),
                .text(findingWords.sentence(finding)),
                .text(words(TrackPhrase.differenceIs(findingWords.difference(finding)))),
            ],
            sources: sources.notes(finding.evidence.flatMap(\.figure.citations)))
    }

    // MARK: Filters

    private var panel: FacetPanel {
        guard case .ready(let examination, _, _) = reading else {
            return FacetPanel(groups: [], words: words)
        }
        let ofKind = examination.matching(state.with { $0.kinds = [] })
        let ofGrade = examination.matching(state.with { $0.grade = nil })
        return FacetPanel(
            groups: [
                FacetGroup(
                    title: words(TrackPhrase.check),
                    choices: Finding.Kind.allCases.compactMap { kind in
                        choice(kind, ofKind.filter { $0.kind == kind }.count)
                    }),
                FacetGroup(
                    title: words(TrackPhrase.grade),
                    choices: FindingState.grades.compactMap { grade in
                        choice(grade, ofGrade.filter { $0.grade == grade }.count)
                    }),
                FacetGroup(
                    title: words.field("subject"),
                    choices: subjects(examination.matching(state.with { $0.subject = nil }))),
            ], clearAddress: state.isFiltered ? SiteAddress.page(.findings) : nil, words: words)
    }

    private func choice(_ kind: Finding.Kind, _ count: Int) -> FacetChoice? {
        let isChosen = state.kinds.contains(kind)
        guard count > 0 || isChosen else { return nil }
        return FacetChoice(
            label: words(TrackPhrase.findingKind(kind)), count: words.number(count),
            address: SiteAddress.findings(
                state.with { state in
                    if isChosen {
                        state.kinds.removeAll { $0 == kind }
                    } else {
                        state.kinds.append(kind)
                    }
                }), isChosen: isChosen)
    }

    private func choice(_ grade: Finding.Grade, _ count: Int) -> FacetChoice? {
        let isChosen = state.grade == grade
        guard count > 0 || isChosen else { return nil }
        return FacetChoice(
            label: words(TrackPhrase.findingGrade(grade)), count: words.number(count),
            address: SiteAddress.findings(state.with { $0.grade = isChosen ? nil : grade }),
            isChosen: isChosen)
    }

    /// The subjects of which findings speak most.
    private func subjects(_ findings: [Finding]) -> [FacetChoice] {
        var counts: [RecordID: Int] = [:]
        for finding in findings {
            if let subject = finding.subject { counts[subject, default: 0] += 1 }
        }
        var most = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
            .prefix(15).map { (id: $0.key, count: $0.value) }
        if let subject = state.subject, !most.contains(where: { $0.id == subject }) {
            most.insert((subject, findings.filter { $0.concerns(subject) }.count), at: 0)
        }
        let names = (try? NameBook(most.map(\.id), context)) ?? findingWords.names
        return most.map { id, count in
            let isChosen = state.subject == id
            return FacetChoice(
                label: names.text(id), count: words.number(count),
                address: SiteAddress.findings(state.with { $0.subject = isChosen ? nil : id }),
                isChosen: isChosen)
        }
    }
}

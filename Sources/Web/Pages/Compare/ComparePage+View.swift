import Records
import Register
import Statistics

extension ComparePage {
    var response: PageResponse {
        let title = self.title
        let shell = context.shell(
            title: title, description: words(TrackPhrase.compareHelp), layout: .wide,
            division: .figures)
        var response = PageResponse(
            html: shell.render { page in
                page.put(FigureNavigation(current: .compare, words: words))
                page.put(PageTitle(title: title))
                page.put(Lead(.text(words(TrackPhrase.compareHelp))))
                writePicker(to: &page)
                if sides.count > 1 {
                    writeProfiles(to: &page)
                    writeDrawings(to: &page)
                    writeTable(to: &page)
                } else if sides.count == 1 {
                    page.notice([.text(words(TrackPhrase.compareOneMore))])
                }
                if sides.count < 2 {
                    if !isComplete { page.notice([.text(words(TrackPhrase.suggestionsSoon))]) }
                    writeSuggestions(to: &page)
                }
            })
        if !isComplete { response.keeping = .never }
        return response
    }

    private var language: String { words.language.rawValue }

    private var title: String {
        sides.isEmpty
            ? words(TrackPhrase.compareTitle)
            : sides.map { $0.summary.name(in: language) }.joined(separator: " · ")
    }

    // MARK: Picking

    private func writePicker(to page: inout HTMLWriter) {
        if !sides.isEmpty {
            page.put(
                FilterLines(
                    groups: [
                        FacetGroup(
                            title: words(TrackPhrase.beside),
                            choices: sides.map { side in
                                FacetChoice(
                                    label: side.summary.name(in: language), count: "",
                                    address: SiteAddress.compare(
                                        ids.filter { $0 != side.summary.id }), isChosen: true)
                            })
                    ], clearAddress: SiteAddress.page(.compare), words: words))
        }
        guard sides.count < Self.most else { return }
        let options = start.all.filter { !ids.contains($0.record.id) }
            .map { (value: $0.record.id.text, text: $0.record.name(in: language), $0.figures) }
            .sorted { $0.text.lowercased() < $1.text.lowercased() }
            .map { (value: $0.value, text: words(.choice($0.text, $0.2))) }
        guard !options.isEmpty else { return }
        let fields = ids.map {
            FormField(label: "", name: "of", control: .hidden(value: $0.text))
        }
        page.put(
            FilterForm(
                action: SiteAddress.page(.compare),
                fields: fields + [
                    FormField(
                        label: words(TrackPhrase.compareAdd), name: "of",
                        control: .choice(selected: "", options: [("", "–")] + options))
                ], submit: words(TrackPhrase.compareButton)))
    }

    // MARK: Profiles

    private func writeProfiles(to page: inout HTMLWriter) {
        page.section(words(.sectionProfile), id: "profile") { page in
            page.put(
                DataTable(
                    id: "profile-table", caption: words(.sectionProfile), columns: columns(.text),
                    rows: profileRows, captionIsUnseen: true, words: words))
        }
        page.section(
            words(TrackPhrase.onRecord), id: "counts", help: words(TrackPhrase.onRecordHelp)
        ) { page in
            page.put(
                DataTable(
                    id: "counts-table", caption: words(TrackPhrase.onRecord),
                    columns: columns(.number), rows: countRows, captionIsUnseen: true,
                    words: words))
        }
    }

    private func columns(_ kind: Column.Kind) -> [Column] {
        [Column("")] + sides.map { Column($0.summary.name(in: language), kind) }
    }

    private var profileRows: [[Inline]] {
        let gap = Inline.gap(words(.notRecorded))
        var rows: [(String, [Inline?])] = [
            (
                words.field("type"),
                sides.map { side in
                    side.record.content.type.map {
                        .text(words.type($0, of: side.summary.kind.name))
                    }
                }
            ),
            (words(TrackPhrase.liesIn), sides.map { Self.whole(of: $0.record).map(names.link) }),
            (words.field("founded"), sides.map { $0.organisation?.founded.map { words.date($0) } }),
            (
                words.field("area"),
                sides.map { side in
                    side.organisation?.park.area.map { .quantity(words.quantity($0)) }
                }
            ),
            (
                words.field("specialisations"),
                sides.map { side in
                    let list = side.organisation?.park.specialisations ?? []
                    return list.isEmpty ? nil : .text(list.joined(separator: ", "))
                }
            ),
            (
                words.field("incentives"),
                sides.map { side in
                    let list = side.organisation?.park.incentives ?? []
                    return list.isEmpty ? nil : .text(list.joined(separator: "; "))
                }
            ),
            (
                words(.sources),
                sides.map { side in
                    side.record.citations.isEmpty
                        ? nil : sources.marks(side.record.citations, of: side.summary.id)
                }
            ),
        ]
        rows.removeAll { $0.1.allSatisfy { $0 == nil } }
        let head: [[Inline]] = [
            [.text(words(TrackPhrase.recordPage))]
                + sides.map { side in
                    .link(words(TrackPhrase.open), to: SiteAddress.record(side.summary.id))
                }
        ]
        return rows.map { [.text($0.0)] + $0.1.map { $0 ?? gap } } + head
    }

    private var countRows: [[Inline]] {
        let kinds: [Kind] = [.organisation, .agreement, .event, .project, .offer]
        var rows: [[Inline]] = kinds.compactMap { kind in
            guard sides.contains(where: { $0.counts[kind] ?? 0 > 0 }) else { return nil }
            return [.text(words.kinds(kind.name))]
                + sides.map { side in
                    let count = side.counts[kind] ?? 0
                    guard count > 0 else { return .text("0") }
                    let isPlace = side.summary.kind == .place
                    return .link(
                        words.number(count),
                        to: isPlace
                            ? SiteAddress.list(kind, inside: side.summary.id)
                            : SiteAddress.record(side.summary.id))
                }
        }
        rows.append(
            [.text(words.kinds(Kind.observation.name))]
                + sides.map { side in
                    side.figures == 0
                        ? .text("0")
                        : .link(
                            words.number(side.figures),
                            to: SiteAddress.figures(of: side.summary.id))
                })
        return rows
    }

    // MARK: Figures

    private func writeDrawings(to page: inout HTMLWriter) {
        guard !shared.isEmpty else {
            page.put(
                EmptyState(
                    title: words(TrackPhrase.compareNothing),
                    why: words(TrackPhrase.compareNothingWhy),
                    ways: ids.map { id in
                        .link(
                            words(.homeFiguresMore) + ": " + names.text(id),
                            to: SiteAddress.figures(of: id))
                    }))
            return
        }
        guard !drawings.isEmpty else { return }
        page.section(
            words(TrackPhrase.commonFigures), id: "drawings",
            help: words(TrackPhrase.commonFiguresHelp)
        ) { page in
            page.element(.div, class: "plates") { page in
                for (index, one) in drawings.enumerated() {
                    page.put(
                        Plate(
                            id: "drawing-" + String(index), content: one.plate, size: .half,
                            downloads: one.drawing.downloads(words.language),
                            more: (words(.openLarger), SiteAddress.track(one.drawing.choice)),
                            words: words))
                }
            }
        }
    }

    private func writeTable(to page: inout HTMLWriter) {
        guard !shared.isEmpty else { return }
        page.section(
            words(TrackPhrase.compareTable), id: "table", count: words.number(shared.count),
            help: words(TrackPhrase.compareTableHelp)
        ) { page in
            page.put(
                DataTable(
                    id: "shared-table", caption: words(TrackPhrase.compareTable),
                    columns: columns(.number), rows: shared.prefix(Self.mostRows).map(row),
                    captionIsUnseen: true, words: words))
        }
    }

    private func row(_ shared: Shared) -> [Inline] {
        let key = shared.key
        var name = words.indicator(key.indicator)
        if let partner = key.counterpart { name += " – " + names.text(partner) }
        if let product = key.product { name += " (" + product + ")" }
        return [.text(name)]
            + shared.series.map { series in
                guard let point = series?.points.last, let figure = point.figures.first else {
                    return .gap(words(.notRecorded))
                }
                let value = words.value(of: figure.observation)
                let text = [value.qualifier?.mark, value.digits, value.unit]
                    .compactMap(\.self).joined(separator: "\u{A0}")
                return .sequence([
                    .link(text, to: SiteAddress.record(figure.id)), " ",
                    .muted(words.date(point.period.description, .short)),
                ])
            }
    }

    // MARK: Suggestions

    private func writeSuggestions(to page: inout HTMLWriter) {
        let chosen = sides.first
        var links: [(text: String, address: Address, count: String?)] = []
        for group in start.groups {
            var members = group.members
            if let chosen {
                guard group.kind == chosen.summary.kind,
                    group.type == chosen.record.content.type
                else { continue }
                members.removeAll { $0.id == chosen.summary.id }
                members.insert(chosen.summary, at: 0)
            }
            let names = members.map { $0.name(in: language) }.joined(separator: ", ")
            links.append(
                (
                    words.types(group.type, of: group.kind.name) + ": " + names,
                    SiteAddress.compare(members.map(\.id)), nil
                ))
        }
        guard !links.isEmpty else { return }
        page.section(words(TrackPhrase.suggestions), id: "suggestions") { page in
            page.element(.ul, class: "ways") { page in
                for link in links {
                    page.element(.li) { $0.link(to: link.address, text: link.text) }
                }
            }
        }
    }
}

extension ComparePage.Side {
    fileprivate var organisation: Organisation? {
        if case .organisation(let body) = record.body { body } else { nil }
    }
}

import Records
import Register

extension FiguresPage {
    var response: PageResponse {
        let downloads = SiteAddress.figureFiles(state)
        let shell = context.shell(
            title: words(.figuresTitle), description: words(.figuresHelp), layout: .wide,
            division: .figures, downloads: downloads)
        return PageResponse(
            html: shell.render { page in
                page.put(FigureNavigation(current: .table, words: words))
                page.put(PageTitle(title: words(.figuresTitle)))
                page.put(Lead(.text(words(.figuresHelp))))
                page.put(form)
                writeList(to: &page, downloads)
            })
    }

    private func address(_ page: Int) -> Address {
        SiteAddress.figures(state.with { $0.page = page })
    }

    private func writeList(to page: inout HTMLWriter, _ downloads: [Download]) {
        guard found.total > 0 else {
            page.put(
                EmptyState(
                    title: words(.figuresEmptyTitle), why: words(.figuresEmptyWhy),
                    ways: [
                        .link(words(.clearFilters), to: SiteAddress.figures(FigureState()))
                    ]))
            return
        }
        page.element(.p, class: "sorting") { page in
            page.element(.strong, class: "total", text: words(.figuresFound(found.total)))
            if state.isFiltered {
                page.text(" · ")
                page.link(
                    to: SiteAddress.figures(FigureState()), text: words(.clearFilters))
            }
        }
        if found.items.isEmpty {
            page.put(EmptyState.pageBeyondEnd(part, words, address))
        } else {
            page.put(table(downloads))
        }
        page.put(part.pagination(words, address))
    }

    // MARK: Form

    private var form: FilterForm {
        var fields = [
            FormField(
                label: words.field("indicator"), name: "indicator",
                control: .choice(
                    selected: state.indicators.first ?? "", options: indicatorOptions)),
            FormField(
                label: words.field("subject"), name: "subject",
                control: .choice(selected: state.subject?.text ?? "", options: subjectOptions)),
            FormField(
                label: words.field("counterpart"), name: "counterpart",
                control: .choice(
                    selected: state.counterpart?.text ?? "", options: counterpartOptions)),
            FormField(
                label: words.field("product"), name: "product",
                control: .choice(selected: state.product ?? "", options: productOptions)),
            FormField(
                label: words(.periodFrom), name: "from",
                control: .text(
                    value: state.from?.description ?? "", placeholder: words(.periodHint))),
            FormField(
                label: words(.periodTo), name: "to",
                control: .text(
                    value: state.to?.description ?? "", placeholder: words(.periodHint))),
        ]
        for indicator in state.indicators.dropFirst() {
            fields.append(
                FormField(label: "", name: "indicator", control: .hidden(value: indicator)))
        }
        if let sort = state.sort {
            fields.append(
                FormField(label: "", name: "sort", control: .hidden(value: sort.rawValue)))
        }
        return FilterForm(
            action: SiteAddress.page(.figures), fields: fields, submit: words(.apply))
    }

    // MARK: Table

    private func table(_ downloads: [Download]) -> DataTable {
        let columns = [
            head(words.field("indicator"), .indicator, .ascending),
            head(words.field("subject"), .subject, .ascending),
            Column(words.field("counterpart")),
            Column(words.field("product")),
            head(words.field("period"), .period, .descending),
            head(words(.columnFigure), .value, .descending, .number),
            Column(words(.columnSource), .source),
        ]
        return DataTable(
            id: "figures-table", caption: words(.figuresTitle), columns: columns,
            rows: found.items.map(row), downloads: downloads, captionIsUnseen: true, words: words)
    }

    private func head(
        _ label: String, _ sort: ObservationQuery.Sort, _ direction: Attribute.SortOrder,
        _ kind: Column.Kind = .text
    ) -> Column {
        let isSorted = (state.sort ?? .indicator) == sort
        let address = SiteAddress.figures(
            state.with { $0.sort = sort == .indicator ? nil : sort })
        return Column(
            label, kind, sortAddress: address, sorted: isSorted ? direction : nil)
    }

    /// Each figure has its unit beside it: on a narrow screen the table has no head to keep it.
    private func row(_ row: ObservationRow) -> [Inline] {
        let figure = row.observation
        let language = words.language
        return [
            .link(words.indicator(figure.indicator), to: SiteAddress.record(row.id)),
            row.subject.link(language),
            row.counterpart?.link(language) ?? "",
            figure.product.map { .name($0, language: language == .english ? nil : "en") } ?? "",
            words.period(of: figure),
            .quantity(words.value(of: figure)),
            sources.marks(row.citations, of: row.id),
        ]
    }
}

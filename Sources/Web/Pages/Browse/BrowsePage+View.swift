import Records
import Register

extension BrowsePage {
    var response: PageResponse {
        let shell = context.shell(
            title: words.kinds(kind.name), layout: .list,
            division: kind == .source ? .sources : .register, downloads: downloads)
        return PageResponse(
            html: shell.render { page in
                page.put(
                    Breadcrumbs(steps: [(words(.browseTitle), SiteAddress.overview)], words: words)
                )
                page.put(PageTitle(title: words.kinds(kind.name)))
                page.put(textForm)
                page.put(filters)
                writeList(to: &page)
            })
    }

    /// Words within the kind; the filters stay.
    private var textForm: FilterForm {
        let kept = state.items(withPage: false).filter { $0.name != "q" }
        return FilterForm(
            action: SiteAddress.list(kind),
            fields: [
                FormField(
                    label: words(.searchWithin), name: "q",
                    control: .text(value: state.text, placeholder: nil))
            ]
                + kept.map {
                    FormField(label: "", name: $0.name, control: .hidden(value: $0.value ?? ""))
                }, submit: words(.searchButton))
    }

    private func address(_ page: Int) -> Address {
        SiteAddress.list(kind, state.onPage(page))
    }

    private func writeList(to page: inout HTMLWriter) {
        for (word, taken) in found.corrections where word != taken {
            page.notice([.text(words(.searchCorrected(word, taken)))])
        }
        if found.isRelaxed, found.total > 0 { page.notice([.text(words(.searchRelaxed))]) }
        guard found.total > 0 else {
            page.put(nothing)
            return
        }
        page.put(
            SortLine(
                count: words(.recordsFound(found.total)), orders: orders, words: words))
        if found.items.isEmpty {
            page.put(EmptyState.pageBeyondEnd(part, words, address))
        } else {
            page.put(table)
        }
        page.put(part.pagination(words, address))
    }

    private var table: DataTable {
        DataTable(
            id: "list", caption: words.kinds(kind.name),
            columns: columns.heads.map(head), rows: found.items.map { columns.cells($0.record) },
            downloads: downloads, captionIsUnseen: true, words: words)
    }

    /// A column's head; those by which the list can be ordered lead to it so ordered.
    private func head(_ column: BrowseColumns.Head) -> Column {
        let orders: (up: RecordSort, down: RecordSort, first: RecordSort)
        switch column.order {
        case .name: orders = (.name, .nameDescending, .name)
        case .date: orders = (.date, .dateDescending, .dateDescending)
        case nil: return Column(column.label, column.kind)
        }
        let next =
            order == orders.up ? orders.down : order == orders.down ? orders.up : orders.first
        let sorted: Attribute.SortOrder? =
            order == orders.up ? .ascending : order == orders.down ? .descending : nil
        return Column(
            column.label, column.kind,
            sortAddress: SiteAddress.list(kind, state.sorted(by: next)), sorted: sorted)
    }

    private var nothing: EmptyState {
        var ways: [Inline] = []
        if state.isFiltered || !state.text.isEmpty {
            ways.append(.link(words(.clearFilters), to: SiteAddress.list(kind)))
        }
        if !state.text.isEmpty {
            ways.append(.link(words(.searchEverywhere), to: SiteAddress.search(state.text)))
        }
        ways.append(.link(words(.searchWayBrowse), to: SiteAddress.overview))
        return EmptyState(
            title: words(.emptyListTitle), why: words(.emptyListWhyShort), ways: ways)
    }
}

import Records
import Register

/// Which part of a list a page shows.
struct PageOfList: Sendable {
    let number: Int
    let size: Int
    /// How many the list has in all.
    let total: Int
    /// How many this page shows.
    let shown: Int

    /// The number of the last page.
    var last: Int { max(1, (total + size - 1) / size) }

    /// The way to the pages around; nil where everything is on one page.
    func pagination(_ words: Catalogue, _ address: (Int) -> Address) -> Pagination? {
        guard total > size || number > 1 else { return nil }
        let start = (number - 1) * size
        let summary =
            shown == 0
            ? words.number(total)
            : words(
                .range(
                    from: words.number(start + 1), to: words.number(start + shown),
                    of: words.number(total)))
        return Pagination(
            first: number > 2 ? address(1) : nil,
            previous: number > 1 ? address(min(number - 1, last)) : nil,
            next: number < last ? address(number + 1) : nil, summary: summary, words: words)
    }
}

/// How many there are, and the orders in which they can be had.
struct SortLine: Component {
    /// "257 records".
    let count: String
    /// The orders; the one in force has no address.
    let orders: [(label: String, address: Address?)]
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        page.element(.p, class: "sorting") { page in
            page.element(.strong, class: "total", text: count)
            if orders.count > 1 {
                page.text(" · " + words(.sortBy) + " ")
                for (index, order) in orders.enumerated() {
                    if index > 0 { page.text(", ") }
                    if let address = order.address {
                        page.link(to: address, .rel("nofollow")) { $0.text(order.label) }
                    } else {
                        page.element(.strong, .current(.true), text: order.label)
                    }
                }
            }
        }
    }
}

extension HTMLWriter {
    /// Writes a component, if there is one.
    mutating func put<Piece: Component>(_ component: Piece?) {
        if let component { component.write(to: &self) }
    }

    /// A remark of the page about itself.
    mutating func notice(_ pieces: [Inline]) {
        element(.p, class: "notice", .role(.status)) { $0.put(Inline.sequence(pieces)) }
    }
}

extension RecordSort {
    /// The order in words.
    func label(_ words: Catalogue) -> String {
        switch self {
        case .relevance: words(.sortRelevance)
        case .rank: words(.sortRank)
        case .name: words(.sortName)
        case .nameDescending: words(.sortNameDescending)
        case .date: words(.sortDateOldest)
        case .dateDescending: words(.sortDate)
        }
    }
}

extension PageRequest {
    /// The same address without the empty values that forms send; nil when it has none.
    var withoutEmptyValues: PageResponse? {
        guard query.items.contains(where: { $0.value.isEmpty }) else { return nil }
        let items = query.items.filter { !$0.value.isEmpty }
            .map { (name: $0.name, value: String?.some($0.value)) }
        return .redirect(to: Address(path: path, query: items).text)
    }
}

/// Filters of a page without room beside its table: a line a group, above it.
struct FilterLines: Component {
    let groups: [FacetGroup]
    /// Takes all filters back; nil when none is set.
    var clearAddress: Address?
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        let groups = groups.filter {
            $0.choices.count > 1 || $0.choices.contains(where: \.isChosen)
        }
        guard !groups.isEmpty else { return }
        page.element(.nav, class: "filter-lines", .label(words(.filters))) { page in
            for group in groups { write(group, to: &page) }
            if let clearAddress {
                page.element(.p) { $0.link(to: clearAddress, text: words(.clearFilters)) }
            }
        }
    }

    private func write(_ group: FacetGroup, to page: inout HTMLWriter) {
        page.element(.div, class: "filter-line") { page in
            page.element(.span, class: "filter-title", text: group.title)
            page.element(.ul, .role(.list)) { page in
                for choice in group.choices {
                    page.element(.li) { page in write(choice, to: &page) }
                }
            }
        }
    }

    private func write(_ choice: FacetChoice, to page: inout HTMLWriter) {
        let content: (inout HTMLWriter) -> Void = { page in
            page.element(.bdi, text: choice.label)
            if choice.isChosen {
                page.element(.span, class: "unseen", text: words(.takeBackFilter))
            }
            page.text(" ")
            page.element(.span, class: "count", text: choice.count)
        }
        if choice.isChosen {
            page.link(to: choice.address, class: "chosen", .current(.true), content: content)
        } else {
            page.link(to: choice.address, .rel("nofollow"), content: content)
        }
    }
}

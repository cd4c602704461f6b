/// A value one may filter by, and how many records it would give.
struct FacetChoice: Sendable {
    let label: String
    /// How many, grouped for the reader's language.
    let count: String
    /// Leads to the page with this choice made, or taken back if it is chosen.
    let address: Address
    var isChosen = false
}

/// The choices of one kind.
struct FacetGroup: Sendable {
    let title: String
    let choices: [FacetChoice]
    /// Choices beyond those shown first; they fold.
    var more: [FacetChoice] = []
}

/// The filters of a list; what is chosen stands first and can be taken back.
struct FacetPanel: Component {
    let groups: [FacetGroup]
    /// Takes all filters back; nil when none is set.
    var clearAddress: Address?
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        page.element(.nav, class: "facets", .id("filters"), .label(words(.filters))) { page in
            // Closed, it leaves a narrow screen to the list; a wide one shows it in any case.
            page.element(.details) { page in
                page.element(.summary, text: words(.filters))
                if let clearAddress {
                    page.element(.p, class: "clear") { page in
                        page.link(to: clearAddress, text: words(.clearFilters))
                    }
                }
                for group in groups where !group.choices.isEmpty {
                    write(group, to: &page)
                }
            }
        }
    }

    private func write(_ group: FacetGroup, to page: inout HTMLWriter) {
        page.element(.div, class: "facet") { page in
            page.element(.h2, text: group.title)
            write(group.choices, to: &page)
            if !group.more.isEmpty {
                page.element(.details, .open(group.more.contains { $0.isChosen })) { page in
                    page.element(.summary, text: words(.moreChoices(group.more.count)))
                    write(group.more, to: &page)
                }
            }
        }
    }

    private func write(_ choices: [FacetChoice], to page: inout HTMLWriter) {
        page.element(.ul, .role(.list)) { page in
            for choice in choices {
                page.element(.li) { page in
                    let content: (inout HTMLWriter) -> Void = { page in
                        page.element(.span, class: "choice") { page in
                            page.element(.bdi, text: choice.label)
                        }
                        if choice.isChosen {
                            page.element(.span, class: "unseen", text: words(.takeBackFilter))
                        }
                        page.text(" ")
                        page.element(.span, class: "count", text: choice.count)
                    }
                    if choice.isChosen {
                        page.link(
                            to: choice.address, class: "chosen", .current(.true), content: content)
                    } else {
                        page.link(to: choice.address, .rel("nofollow"), content: content)
                    }
                }
            }
        }
    }
}

/// A field of a form that filters.
struct FormField: Sendable {
    enum Control: Sendable {
        case text(value: String, placeholder: String?)
        /// The values with their texts; an empty value means all.
        case choice(selected: String, options: [(value: String, text: String)])
        /// Carried along unseen.
        case hidden(value: String)
    }

    let label: String
    let name: String
    let control: Control
}

/// A form that asks for the same page with other filters.
struct FilterForm: Component {
    let action: Address
    let fields: [FormField]
    let submit: String

    func write(to page: inout HTMLWriter) {
        page.element(.form, class: "filters", .methodGet, .action(action)) { page in
            for field in fields { write(field, to: &page) }
            page.element(.button, .type(.submit), text: submit)
        }
    }

    private func write(_ field: FormField, to page: inout HTMLWriter) {
        if case .hidden(let value) = field.control {
            page.void(.input, .type(.hidden), .name(field.name), .value(value))
            return
        }
        let id = "field-" + field.name
        page.element(.div, class: "field") { page in
            page.element(.label, .for(id), text: field.label)
            switch field.control {
            case .hidden: break
            case .text(let value, let placeholder):
                page.void(
                    .input, .type(.text), .id(id), .name(field.name), .value(value),
                    .placeholder(placeholder ?? ""), .autocomplete(false))
            case .choice(let selected, let options):
                page.element(.select, .id(id), .name(field.name)) { page in
                    for option in options {
                        page.element(
                            .option, .value(option.value), .selected(option.value == selected),
                            text: option.text)
                    }
                }
            }
        }
    }
}

/// Leads through a long list.
struct Pagination: Component {
    var first: Address?
    var previous: Address?
    var next: Address?
    /// "51–100 of 257".
    let summary: String
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        page.element(.nav, class: "pagination", .label(words(.pages))) { page in
            if let first { page.link(to: first, text: words(.firstPage)) }
            if let previous {
                page.link(to: previous, .rel("prev")) { $0.text(words(.previousPage)) }
            }
            page.element(.span, class: "summary", text: summary)
            if let next { page.link(to: next, .rel("next")) { $0.text(words(.nextPage)) } }
        }
    }
}

/// The head of a page: what kind of thing this is, its name, its other names.
struct PageTitle: Component {
    /// Above the title ("Free economic zone · Belarus").
    var kicker: [Inline] = []
    var title: String
    /// The title's language (ISO 639-1), if it isn't the page's.
    var language: String?
    /// Other names in use, with their languages.
    var otherNames: [(text: String, language: String?)] = []
    /// The record's id and revision, as a ledger's folio.
    var folio: [Inline] = []

    func write(to page: inout HTMLWriter) {
        page.element(.header, class: "title") { page in
            if !kicker.isEmpty {
                page.element(.p, class: "kicker") { page in
                    page.put(Inline.joined(kicker, separator: " · "))
                }
            }
            page.element(.h1) { $0.put(Inline.name(title, language: language)) }
            if !otherNames.isEmpty {
                page.element(.p, class: "other-names") { page in
                    let names = otherNames.map { Inline.name($0.text, language: $0.language) }
                    page.put(Inline.joined(names, separator: " · "))
                }
            }
            if !folio.isEmpty {
                page.element(.p, class: "folio") { page in
                    page.put(Inline.joined(folio, separator: " · "))
                }
            }
        }
    }
}

/// The sentence that says the most telling thing first.
struct Lead: Component {
    let pieces: [Inline]

    init(_ pieces: Inline...) { self.pieces = pieces }
    init(_ pieces: [Inline]) { self.pieces = pieces }

    func write(to page: inout HTMLWriter) {
        guard !pieces.isEmpty else { return }
        page.element(.p, class: "lead") { $0.put(Inline.sequence(pieces)) }
    }
}

/// Where a record stands: from the widest to the nearest; the last is the page itself.
struct Breadcrumbs: Component {
    let steps: [(text: String, address: Address)]
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        guard !steps.isEmpty else { return }
        page.element(.nav, class: "breadcrumbs", .label(words(.whereYouAre))) { page in
            page.element(.ol) { page in
                for step in steps {
                    page.element(.li) { page in
                        page.link(to: step.address) { $0.element(.bdi, text: step.text) }
                    }
                }
            }
        }
    }
}

/// The sections of a long page, as links.
struct Contents: Component {
    let sections: [(title: String, id: String, count: String?)]
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        guard sections.count > 1 else { return }
        page.element(.nav, class: "contents", .label(words(.onThisPage))) { page in
            page.element(.ul) { page in
                for section in sections {
                    page.element(.li) { page in
                        page.link(to: Address("#" + section.id)) { page in
                            page.text(section.title)
                            if let count = section.count {
                                page.text(" ")
                                page.element(.span, class: "count", text: count)
                            }
                        }
                    }
                }
            }
        }
    }
}

extension HTMLWriter {
    /// A section of a page under a heading of its own, with how many things it lists.
    mutating func section(
        _ title: String, id: String, count: String? = nil, help: String? = nil,
        content: (inout HTMLWriter) -> Void
    ) {
        element(.section, class: "leaf", .id(id), .labelled(by: id + "-title")) { page in
            page.element(.h2, .id(id + "-title")) { page in
                page.text(title)
                if let count {
                    page.text(" ")
                    page.element(.span, class: "count", text: count)
                }
            }
            if let help { page.element(.p, class: "help", text: help) }
            content(&page)
        }
    }

    /// A heading inside a section, with what belongs under it.
    mutating func subsection(_ title: Inline, content: (inout HTMLWriter) -> Void) {
        element(.div, class: "subleaf") { page in
            page.element(.h3) { $0.put(title) }
            content(&page)
        }
    }

    /// A paragraph of running text.
    mutating func paragraph(_ pieces: Inline..., class name: String? = nil) {
        element(.p, class: name) { $0.put(Inline.sequence(pieces)) }
    }
}

/// Words that lead to more of the same (sectors, areas, specialisations).
struct TagList: Component {
    let tags: [(text: String, address: Address?)]

    func write(to page: inout HTMLWriter) {
        guard !tags.isEmpty else { return }
        page.element(.ul, class: "tags", .role(.list)) { page in
            for tag in tags {
                page.element(.li) { $0.put(Inline.tag(tag.text, to: tag.address)) }
            }
        }
    }
}

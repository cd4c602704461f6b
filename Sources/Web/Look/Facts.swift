/// A labelled value with its sources.
struct Fact: Sendable {
    let label: String
    let values: [Inline]
    let sources: [SourceNote]

    init(_ label: String, _ values: Inline..., sources: [SourceNote] = []) {
        self.init(label, values: values, sources: sources)
    }

    init(_ label: String, values: [Inline], sources: [SourceNote] = []) {
        self.label = label
        self.values = values
        self.sources = sources
    }
}

/// Facts under each other, with their sources in the margin. Neighbours that rest on the same
/// sources share one note. Facts without a value are left out.
struct FactList: Component {
    let facts: [Fact]
    let words: Catalogue

    init(_ facts: [Fact], words: Catalogue) {
        self.facts = facts.filter { !$0.values.isEmpty }
        self.words = words
    }

    func write(to page: inout HTMLWriter) {
        var start = facts.startIndex
        while start < facts.endIndex {
            let sources = facts[start].sources
            let end = facts[start...].firstIndex { $0.sources != sources } ?? facts.endIndex
            page.beside(SourceNotes(notes: sources, words: words)) { page in
                page.element(.dl, class: "facts") { page in
                    for fact in facts[start..<end] { page.put(fact) }
                }
            }
            start = end
        }
    }
}

extension Fact: Component {
    func write(to page: inout HTMLWriter) {
        page.element(.div) { page in
            page.element(.dt, text: label)
            for value in values {
                page.element(.dd) { $0.put(value) }
            }
        }
    }
}

extension HTMLWriter {
    /// Puts notes into the margin beside what `content` writes.
    mutating func beside(_ notes: SourceNotes, content: (inout HTMLWriter) -> Void) {
        element(.div, class: "beside") { page in
            page.element(.div, class: "beside-text", content: content)
            page.put(notes)
        }
    }
}

/// One large figure of a page's row of key figures.
struct KeyFigure: Sendable {
    /// What it counts.
    let label: String
    let value: Inline
    /// The period, the unit in words, or what else one must know to read it.
    let detail: String?
    let address: Address?

    init(_ label: String, _ value: Inline, detail: String? = nil, address: Address? = nil) {
        self.label = label
        self.value = value
        self.detail = detail
        self.address = address
    }
}

/// A row of large figures.
struct KeyFigures: Component {
    let figures: [KeyFigure]

    init(_ figures: [KeyFigure]) { self.figures = figures }

    func write(to page: inout HTMLWriter) {
        guard !figures.isEmpty else { return }
        page.element(.dl, class: "figures") { page in
            for figure in figures {
                page.element(.div) { page in
                    page.element(.dt) { page in
                        if let address = figure.address {
                            page.link(to: address, text: figure.label)
                        } else {
                            page.text(figure.label)
                        }
                    }
                    page.element(.dd, class: "value") { $0.put(figure.value) }
                    if let detail = figure.detail {
                        page.element(.dd, class: "detail", text: detail)
                    }
                }
            }
        }
    }
}

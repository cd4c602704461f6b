/// One line of a list of records: when, what, more about it, and its sources in the margin.
struct Entry: Sendable {
    /// The date or period, or nil in a list without dates.
    var date: Inline?
    var title: Inline
    /// A second line in smaller print.
    var details: [Inline] = []
    /// Where it comes from, in a line of its own, for a list without a margin.
    var cited: Inline?
    /// What was found in the record's text.
    var snippet: [SnippetPart] = []
    var sources: [SourceNote] = []
}

/// A list of records, in ledger lines: a date column, the text, the sources in the margin.
struct EntryList: Component {
    let entries: [Entry]
    /// A line in time connects the dates.
    var asTimeline = false
    let words: Catalogue

    init(_ entries: [Entry], asTimeline: Bool = false, words: Catalogue) {
        self.entries = entries
        self.asTimeline = asTimeline
        self.words = words
    }

    func write(to page: inout HTMLWriter) {
        guard !entries.isEmpty else { return }
        let dated = entries.contains { $0.date != nil }
        let name = asTimeline ? "entries timeline" : dated ? "entries dated" : "entries"
        page.element(.ol, class: name, .role(.list)) { page in
            for entry in entries {
                page.element(.li) { page in
                    if entry.sources.isEmpty {
                        write(entry, dated: dated, to: &page)
                    } else {
                        page.beside(SourceNotes(notes: entry.sources, words: words)) { page in
                            write(entry, dated: dated, to: &page)
                        }
                    }
                }
            }
        }
    }

    private func write(_ entry: Entry, dated: Bool, to page: inout HTMLWriter) {
        page.element(.div, class: "entry") { page in
            if dated {
                page.element(.div, class: "date") { page in
                    page.put(entry.date ?? .gap(words(.noDate)))
                }
            }
            page.element(.div, class: "what") { page in
                page.element(.div, class: "entry-title") { $0.put(entry.title) }
                if !entry.details.isEmpty {
                    page.element(.div, class: "entry-details") { page in
                        page.put(Inline.joined(entry.details, separator: " · "))
                    }
                }
                if let cited = entry.cited {
                    page.element(.div, class: "entry-details cited") { $0.put(cited) }
                }
                if !entry.snippet.isEmpty {
                    page.element(.div, class: "entry-snippet") { page in
                        page.put(Inline.snippet(entry.snippet))
                    }
                }
            }
        }
    }
}

/// A plain list of links in columns (places inside a place, kinds, countries), with counts.
struct LinkColumns: Component {
    let links: [(text: String, address: Address, count: String?)]

    func write(to page: inout HTMLWriter) {
        guard !links.isEmpty else { return }
        page.element(.ul, class: "columns", .role(.list)) { page in
            for link in links {
                page.element(.li) { page in
                    page.link(to: link.address) { $0.element(.bdi, text: link.text) }
                    if let count = link.count {
                        page.text(" ")
                        page.element(.span, class: "count", text: count)
                    }
                }
            }
        }
    }
}

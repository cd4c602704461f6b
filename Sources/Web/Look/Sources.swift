/// Where a fact comes from, as it stands in the margin.
struct SourceNote: Sendable, Hashable {
    /// The source in short ("BelTA, 29 June 2021").
    let label: String
    /// The source's page in the register.
    let address: Address
    /// The place in it ("lines 1234–1240", "note 84"), if known.
    let place: String?
    /// The original document elsewhere, if it has an address.
    let original: Address?

    init(_ label: String, address: Address, place: String? = nil, original: Address? = nil) {
        self.label = label
        self.address = address
        self.place = place
        self.original = original
    }
}

/// The notes of one fact or of a group of facts: beside it on a wide screen, in small print under
/// it on a narrow one. More than three fold.
struct SourceNotes: Component {
    let notes: [SourceNote]
    let words: Catalogue

    private static let shownAtOnce = 3

    func write(to page: inout HTMLWriter) {
        guard !notes.isEmpty else { return }
        page.element(.div, class: "notes", .role(.note), .label(words(.sources))) { page in
            let shown = notes.count == Self.shownAtOnce + 1 ? notes.count : Self.shownAtOnce
            write(notes.prefix(shown), to: &page)
            if notes.count > shown {
                page.element(.details) { page in
                    page.element(.summary, text: words(.moreSources(notes.count - shown)))
                    write(notes.dropFirst(shown), to: &page)
                }
            }
        }
    }

    private func write(_ notes: ArraySlice<SourceNote>, to page: inout HTMLWriter) {
        page.element(.ul) { page in
            for note in notes {
                page.element(.li) { page in note.write(to: &page, words: words) }
            }
        }
    }
}

extension SourceNote {
    fileprivate func write(to page: inout HTMLWriter, words: Catalogue) {
        page.link(to: address) { $0.element(.bdi, text: label) }
        if let place {
            page.text(" ")
            page.element(.span, class: "place", text: place)
        }
        if let original, original.isSafe {
            page.text(" ")
            page.link(
                to: original, class: "original", .rel("external noopener"),
                .label(words(.originalOf(label)))
            ) { $0.text("↗") }
        }
    }
}

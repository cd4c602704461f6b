/// What the page of a record says, in the order in which it says it; a kind's view fills it.
struct RecordLeaf {
    /// The places or bodies around the record, the widest first.
    var breadcrumbs: [(text: String, address: Address)] = []
    /// Above the title: the kind or type.
    var kicker: [Inline] = []
    var title: String
    /// The title's language, where it isn't the page's.
    var titleLanguage: String?
    var otherNames: [(text: String, language: String?)] = []
    /// The sentence made from the record.
    var lead: [Inline] = []
    var keyFigures: [KeyFigure] = []
    /// What the record says of itself, under the sentence and the key figures.
    var facts: [Fact?] = []
    /// Figures and ties; nil stands for one that would be empty.
    var sections: [LeafSection?] = []
    /// The division of the site that the record belongs to.
    var division = Division.register
}

/// A section of a record's page.
struct LeafSection {
    let id: String
    let title: String
    /// How many things it lists; nil where that isn't known or says nothing.
    var count: String?
    var help: String?
    let write: (inout HTMLWriter) -> Void
}

extension LeafSection {
    /// So many entries are seen at once; the others unfold.
    static let shownAtOnce = 20

    /// A list of records; nil when there are none.
    /// - Parameters:
    ///   - total: how many there are, when not all of them are given.
    ///   - all: where they all are listed.
    static func list(
        _ id: String, _ title: String, _ entries: [Entry], total: Int? = nil,
        all: Address? = nil, help: String? = nil, asTimeline: Bool = false, _ words: Catalogue
    ) -> LeafSection? {
        guard !entries.isEmpty else { return nil }
        let count = max(total ?? 0, entries.count)
        return LeafSection(id: id, title: title, count: words.number(count), help: help) { page in
            page.entries(entries, asTimeline: asTimeline, words)
            if let all, count > entries.count { page.more(words(.showAll(count)), at: all) }
        }
    }
}

extension HTMLWriter {
    /// A list of records of which those behind the first ones unfold.
    mutating func entries(
        _ entries: [Entry], shown most: Int = LeafSection.shownAtOnce, asTimeline: Bool = false,
        _ words: Catalogue
    ) {
        let shown =
            asTimeline || entries.count <= most + 3 ? entries.count : most
        put(EntryList(Array(entries.prefix(shown)), asTimeline: asTimeline, words: words))
        guard entries.count > shown else { return }
        element(.details, class: "unfold") { page in
            page.element(.summary, text: words(.moreChoices(entries.count - shown)))
            page.put(EntryList(Array(entries.dropFirst(shown)), words: words))
        }
    }

    /// The way to more of the same.
    mutating func more(_ text: String, at address: Address) {
        element(.p, class: "more") { $0.link(to: address, text: text) }
    }
}

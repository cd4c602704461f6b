import Records
import Register

/// All kinds with their types, as a table of contents of the register.
struct OverviewPage: Page {
    let context: PageContext
    let sections: [Section]

    /// A kind and what it divides into.
    struct Section {
        let kind: Kind
        let count: Int
        let types: [(text: String, address: Address, count: String?)]
    }

    init(_ context: PageContext) throws {
        self.context = context
        let words = context.words
        let counts = try context.register.state().counts
        sections = try RegisterKinds.shown.map { kind in
            var query = RecordQuery()
            query.kinds = [kind]
            query.facets = [.type]
            query.facetLimit = 24
            query.limit = 0
            let facet = try context.register.find(query).facets[.type] ?? []
            return Section(
                kind: kind, count: counts[kind] ?? 0,
                types: facet.map { type in
                    (
                        kind == .observation
                            ? words.indicator(type.value)
                            : words.types(type.value, of: kind.name),
                        Self.address(of: type.value, kind), words.number(type.count)
                    )
                })
        }
    }

    var response: PageResponse {
        let words = context.words
        let shell = context.shell(
            title: words(.browseTitle), layout: .plain, division: .register,
            downloads: SiteAddress.listFiles(ListState()))
        return PageResponse(
            html: shell.render { page in
                page.put(PageTitle(title: words(.browseTitle)))
                page.put(Lead(.text(words(.browseHelp))))
                for section in sections { write(section, to: &page) }
            })
    }

    private func write(_ section: Section, to page: inout HTMLWriter) {
        let words = context.words
        page.section(words.kinds(section.kind.name), id: section.kind.name) { page in
            page.put(LinkColumns(links: section.types))
            page.paragraph(
                .link(words(.showAll(section.count)), to: SiteAddress.list(section.kind)))
        }
    }

    private static func address(of type: String, _ kind: Kind) -> Address {
        guard kind == .observation else { return SiteAddress.list(kind, .type, type) }
        var state = FigureState()
        state.indicators = [type]
        return SiteAddress.figures(state)
    }
}

/// The kinds in the order in which readers meet them.
enum RegisterKinds {
    /// From who and where, over what they do, to what it rests on.
    static let shown: [Kind] = [
        .organisation, .place, .agreement, .event, .project, .offer, .measure, .person,
        .observation, .source,
    ]
}

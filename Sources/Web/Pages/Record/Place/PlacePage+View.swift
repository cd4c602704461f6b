import Records
import Register

extension PlacePage: RecordView {
    private var words: Catalogue { pen.words }

    var leaf: RecordLeaf {
        let type = place.placeType.rawValue
        var leaf = RecordLeaf(title: pen.names.text(id))
        leaf.titleLanguage = pen.names[id]?.nameLanguage(in: words.language)
        leaf.breadcrumbs = path.steps(pen)
        leaf.kicker = [pen.type(type, of: .place)]
        leaf.otherNames = OtherNames.of(place.name, place.aliases, without: leaf.title)
        leaf.lead = words.lead(
            .place(
                type: type, within: path.ids.dropLast().reversed().map { pen.link($0) },
                onRecord: onRecord))
        leaf.facts = [
            pen.fact(.iso, place.iso.map { .code($0) }), pen.fact(.coordinates, coordinates),
        ]
        leaf.keyFigures = figures.key(words)
        leaf.sections = [
            figures.tables(pen).section(words(.sectionFigures)),
            figures.sharedTables(pen).section(words(.sharedFigures)),
            agreementSection,
            section("zones", words(.sectionZones), parks, kind: nil),
            section(
                "organisations", words(.sectionOrganisations), organisations, kind: .organisation,
                besides: parks.count),
            section("events", words(.sectionEvents), events, kind: .event),
            section("projects", words(.sectionProjects), projects, kind: .project),
            section("offers-made", words(.sectionOffersMade), offersMade, kind: nil),
            section("offers-received", words(.sectionOffersReceived), offersReceived, kind: nil),
            section("people", words(.sectionPeople), people, kind: nil), insideSection,
        ]
        return leaf
    }

    /// What the register has inside the place, each leading to its list.
    private var onRecord: [Inline] {
        let kinds: [Kind] = [.organisation, .agreement, .event, .project, .offer]
        return kinds.compactMap { kind in
            counts[kind].map { count in
                .link(
                    words.count(count, kind.name), to: SiteAddress.list(kind, inside: id))
            }
        }
    }

    /// Degrees as they are on record, with the hemisphere.
    private var coordinates: Inline? {
        guard let latitude = place.latitude, let longitude = place.longitude else { return nil }
        return .text(
            Self.degrees(latitude, "N", "S", words) + " " + Self.degrees(longitude, "E", "W", words)
        )
    }

    private static func degrees(
        _ value: ExactDecimal, _ positive: String, _ negative: String, _ words: Catalogue
    ) -> String {
        let isNegative = value < .zero
        let text = value.description
        let digits = words.number(isNegative ? String(text.dropFirst()) : text)
        return digits + "°\u{A0}" + (isNegative ? negative : positive)
    }

    /// A list of records; where the register has more of the kind in this place, the way to them.
    private func section(
        _ id: String, _ title: String, _ records: [Record], kind: Kind?,
        besides others: Int = 0
    ) -> LeafSection? {
        .list(
            id, title, records.map { pen.entry($0) },
            total: kind.flatMap { counts[$0] }.map { $0 - others },
            all: kind.map { SiteAddress.list($0, inside: self.id) }, words)
    }

    /// So many agreements with one partner are seen at once.
    private static let shownOfPartner = 6

    private var agreementSection: LeafSection? {
        guard !agreements.isEmpty else { return nil }
        let shown = agreements.reduce(0) { $0 + $1.agreements.count }
        let total = max(shown, counts[.agreement] ?? 0)
        return LeafSection(
            id: "agreements", title: words(.sectionAgreementsByPartner),
            count: words.number(agreementCount)
        ) { page in
            for partnership in agreements {
                page.subsection(heading(of: partnership)) { page in
                    page.entries(
                        partnership.agreements.map(entry), shown: Self.shownOfPartner, words)
                }
            }
            if total > shown {
                page.more(
                    words(.showAll(total)), at: SiteAddress.list(.agreement, inside: id))
            }
        }
    }

    private func heading(of partnership: Partnership) -> Inline {
        guard !partnership.partners.isEmpty else { return .text(words(.withoutPartner)) }
        return pen.names.links(partnership.partners, words)
    }

    /// An agreement under its partner's heading: the parties are said already.
    private func entry(_ record: Record) -> Entry {
        guard case .agreement(let agreement) = record.body else { return pen.entry(record) }
        let status = agreement.status.map { Inline.text(words.status($0.rawValue)) }
        return pen.entry(record, details: [pen.lines.type(of: record), status].compactMap(\.self))
    }

    private var insideSection: LeafSection? {
        guard !inside.isEmpty else { return nil }
        return LeafSection(
            id: "inside", title: words(.sectionInside), count: words.number(inside.count)
        ) { page in
            page.put(
                LinkColumns(
                    links: inside.map {
                        ($0.name(in: words.language.rawValue), SiteAddress.record($0.id), nil)
                    }))
        }
    }
}

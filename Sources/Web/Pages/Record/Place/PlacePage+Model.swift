import Records
import Register

/// The page of a country, a region or a smaller place.
struct PlacePage {
    let id: RecordID
    let place: Place
    /// The places around it, the outermost first, and itself as the last.
    let path: PlacePath
    /// How many records of each kind lie inside it or speak of it.
    let counts: [Kind: Int]
    let figures: SubjectFigures
    /// Agreements by those with whom they are made, the most frequent partner first.
    let agreements: [Partnership]
    /// How many agreements the place itself is a party to.
    let agreementCount: Int
    let parks: [Record]
    let organisations: [Record]
    let events: [Record]
    let projects: [Record]
    let offersMade: [Record]
    let offersReceived: [Record]
    let people: [Record]
    let inside: [Record]
    let pen: RecordPen

    /// The agreements with the same partners.
    struct Partnership {
        /// Those with whom they are made; none where no other party is on record.
        let partners: [RecordID]
        let agreements: [Record]
    }

    /// How many records of one sort the page lists.
    static let most = 20

    init(_ place: Place, _ around: inout Surroundings, _ context: PageContext) throws {
        let id = around.id
        self.id = id
        self.place = place
        path = try PlacePath(of: id, &around)
        counts = around.areEmpty ? [:] : try Self.counts(inside: id, context)
        figures = try SubjectFigures(of: around, withShared: true, context)
        let agreements = try around.records(naming: .party, kind: .agreement).newestFirst
        let bodies = try around.records(naming: .place, .site, kind: .organisation).byName
        (parks, organisations) = Self.split(
            try Self.filled(bodies, counts, .organisation, .rank, id, context))
        let events = try around.records(
            naming: .place, .participant, .organiser, .from, kind: .event)
        self.events = Self.first(
            try Self.filled(events.newestFirst, counts, .event, .dateDescending, id, context))
        let projects = try around.records(naming: .place, .party, kind: .project)
        self.projects = Self.first(
            try Self.filled(projects.newestFirst, counts, .project, .dateDescending, id, context))
        offersMade = Self.first(try around.records(naming: .by, kind: .offer).newestFirst)
        offersReceived = Self.first(try around.records(naming: .to, kind: .offer).newestFirst)
        people = try around.records(naming: .of, kind: .person).byName
        inside = try around.records(naming: .parent, kind: .place).byName
        agreementCount = agreements.count
        self.agreements = Self.partnerships(of: id, Self.first(agreements, most: 30))
        let shown =
            [around.stored.record] + self.agreements.flatMap(\.agreements) + parks + organisations
            + self.events + self.projects + offersMade + offersReceived + people
        pen = try RecordPen(
            shown, figures: figures.all, names: inside.map(\.id) + path.ids, context)
    }

    private static func counts(
        inside place: RecordID, _ context: PageContext
    ) throws -> [Kind: Int] {
        var query = RecordQuery()
        query.places = [place]
        query.facets = [.kind]
        query.limit = 1
        query.sort = .name
        let facets = try context.register.find(query).facets[.kind] ?? []
        return Dictionary(
            facets.compactMap { facet in Kind(name: facet.value).map { ($0, facet.count) } },
            uniquingKeysWith: +)
    }

    /// The records that name the place; where they are few, those inside it as well.
    private static func filled(
        _ direct: [Record], _ counts: [Kind: Int], _ kind: Kind, _ sort: RecordSort,
        _ place: RecordID, _ context: PageContext
    ) throws -> [Record] {
        guard direct.count < most, counts[kind] ?? 0 > direct.count else { return direct }
        var query = RecordQuery()
        query.kinds = [kind]
        query.places = [place]
        query.sort = sort
        query.limit = most
        let known = Set(direct.map(\.id))
        let found = try context.register.find(query).items.map(\.record)
        return direct + found.filter { !known.contains($0.id) }
    }

    private static func first(_ records: [Record], most: Int = most) -> [Record] {
        records.count <= most + 3 ? records : Array(records.prefix(most))
    }

    private static func split(_ bodies: [Record]) -> (parks: [Record], others: [Record]) {
        let isPark = { (record: Record) in
            guard case .organisation(let body) = record.body else { return false }
            return body.organisationType.isPark
        }
        return (first(bodies.filter(isPark)), first(bodies.filter { !isPark($0) }))
    }

    private static func partnerships(
        of id: RecordID, _ agreements: [Record]
    ) -> [Partnership] {
        var order: [[RecordID]] = []
        var groups: [[RecordID]: [Record]] = [:]
        for record in agreements {
            guard case .agreement(let agreement) = record.body else { continue }
            let partners = agreement.parties.filter { $0 != id }.sorted()
            if groups[partners] == nil { order.append(partners) }
            groups[partners, default: []].append(record)
        }
        let partnerships = order.map { Partnership(partners: $0, agreements: groups[$0] ?? []) }
        // The sort is stable: of equals the one with the newest agreement comes first.
        return partnerships.sorted { left, right in
            if left.partners.isEmpty != right.partners.isEmpty { return right.partners.isEmpty }
            return left.agreements.count > right.agreements.count
        }
    }
}

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
    let inside: [RecordSummary]
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
        around.leaveForLater([.organisation, .event, .project, .place])
        let agreements = try around.records(naming: .party, kind: .agreement).newestFirst
        let contents = PlaceContents(place: id, counts: counts, register: context.register)
        (parks, organisations) = try contents.bodies(&around)
        events = try contents.records(
            .event, naming: [.place, .participant, .organiser, .from], &around)
        projects = try contents.records(.project, naming: [.place, .party], &around)
        offersMade = Self.first(try around.records(naming: .by, kind: .offer).newestFirst)
        offersReceived = Self.first(try around.records(naming: .to, kind: .offer).newestFirst)
        people = try around.records(naming: .of, kind: .person).byName
        inside = try around.names(naming: .parent, kind: .place).sorted { $0.name < $1.name }
        agreementCount = agreements.count
        self.agreements = Self.partnerships(of: id, Self.first(agreements, most: 30))
        let shown =
            [around.stored.record] + self.agreements.flatMap(\.agreements) + parks + organisations
            + events + projects + offersMade + offersReceived + people
        pen = try RecordPen(
            shown, figures: figures.all, names: path.ids, context)
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

    private static func first(_ records: [Record], most: Int = most) -> [Record] {
        records.count <= most + 3 ? records : Array(records.prefix(most))
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

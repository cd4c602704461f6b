import Records
import Register
import Statistics

/// Two to six places or organisations side by side.
struct ComparePage: Page {
    /// What can be compared.
    static let kinds: Set<Kind> = [.place, .organisation]
    /// How many at once.
    static let most = 6
    /// How many shared indicators are drawn, and how many listed.
    static let mostDrawn = 6
    static let mostRows = 60

    /// One of those compared.
    struct Side {
        let summary: RecordSummary
        let record: Record
        /// How many records of each kind speak of it or lie inside it.
        let counts: [Kind: Int]
        /// How many figures are its own.
        let figures: Int
    }

    /// A measure that several of them have.
    struct Shared {
        let key: SeriesKey
        /// In the order of the sides; nil where one has no such figure.
        let series: [DrawnSeries?]

        var sides: Int { series.count { $0 != nil } }
        var figures: Int { series.reduce(0) { $0 + ($1?.points.count ?? 0) } }
    }

    let context: PageContext
    let sides: [Side]
    let shared: [Shared]
    let drawings: [(drawing: SeriesDrawing, plate: PlateContent)]
    let start: CompareStart
    let isComplete: Bool
    let names: NameBook
    let sources: CitedSources

    var words: Catalogue { context.words }
    var ids: [RecordID] { sides.map(\.summary.id) }

    init(_ context: PageContext) throws {
        self.context = context
        let ids = try Self.ids(context)
        sides = try Self.sides(ids, context)
        let start = try PageMemory.of(context.register).compareStart(of: context.register)
        isComplete = start != nil
        self.start = start ?? .empty
        var choice = SeriesChoice()
        choice.subjects = ids
        let material =
            ids.count > 1
            ? try SeriesMaterial(choice, context) : SeriesMaterial([])
        shared = Self.shared(material.series(choice), ids)
        drawings = try Self.drawings(shared, ids, material, context)
        names = try NameBook(
            ids + shared.prefix(Self.mostRows).compactMap(\.key.counterpart)
                + sides.compactMap { Self.whole(of: $0.record) }, context)
        sources = try CitedSources(sides.flatMap(\.record.citations), context)
    }

    /// What a record lies in.
    static func whole(of record: Record) -> RecordID? {
        switch record.body {
        case .place(let place): place.parent
        case .organisation(let body): body.place ?? body.parent
        default: nil
        }
    }

    private static func ids(_ context: PageContext) throws -> [RecordID] {
        var ids: [RecordID] = []
        for item in context.request.query.items where item.name == "of" && !item.value.isEmpty {
            let id = try BadParameter.id(item.value, "of")
            guard kinds.contains(id.kind) else {
                throw BadParameter("of", .words(context.words(TrackPhrase.compareKinds)))
            }
            if !ids.contains(id) { ids.append(id) }
        }
        guard ids.count <= most else { throw BadParameter("of", .tooMany(most)) }
        return ids
    }

    private static func sides(_ ids: [RecordID], _ context: PageContext) throws -> [Side] {
        let register = context.register
        let summaries = try register.summaries(ids)
        return try ids.map { id in
            guard let summary = summaries[id], let stored = try register.record(id) else {
                throw BadParameter("of", .words(context.words(TrackPhrase.noRecord(id.text))))
            }
            var query = ObservationQuery()
            query.subjects = [id]
            query.limit = 1
            return Side(
                summary: summary, record: stored.record,
                counts: try counts(stored, register),
                figures: try register.observations(query).total)
        }
    }

    private static func counts(
        _ stored: StoredRecord, _ register: Register
    ) throws -> [Kind: Int] {
        if stored.record.id.kind == .place {
            var query = RecordQuery()
            query.places = [stored.record.id]
            query.facets = [.kind]
            query.limit = 1
            query.sort = .name
            let facets = try register.find(query).facets[.kind] ?? []
            return Dictionary(
                facets.compactMap { facet in Kind(name: facet.value).map { ($0, facet.count) } },
                uniquingKeysWith: +)
        }
        let ties = Ties(try register.links(of: stored, limit: Ties.most))
        var others: [Kind: Set<RecordID>] = [:]
        for (sort, records) in ties.incoming {
            others[sort.kind, default: []].formUnion(records.map(\.id))
        }
        return others.mapValues(\.count)
    }

    private static func shared(_ series: [DrawnSeries], _ ids: [RecordID]) -> [Shared] {
        struct Measure: Hashable {
            let indicator: String
            let counterpart: RecordID?
            let product: String?
            let unit: String
        }
        var groups: [Measure: [RecordID: DrawnSeries]] = [:]
        for one in series {
            let measure = Measure(
                indicator: one.key.indicator, counterpart: one.key.counterpart,
                product: one.key.product, unit: one.unit)
            groups[measure, default: [:]][one.key.subject] = one
        }
        let all = groups.values.compactMap { group -> Shared? in
            guard group.count > 1, let key = group.values.map(\.key).min() else { return nil }
            return Shared(key: key, series: ids.map { group[$0] })
        }
        return all.sorted { left, right in
            if left.sides != right.sides { return left.sides > right.sides }
            if left.figures != right.figures { return left.figures > right.figures }
            return left.key < right.key
        }
    }

    private static func drawings(
        _ shared: [Shared], _ ids: [RecordID], _ material: SeriesMaterial, _ context: PageContext
    ) throws -> [(drawing: SeriesDrawing, plate: PlateContent)] {
        var drawn: [(drawing: SeriesDrawing, plate: PlateContent)] = []
        for one in shared where drawn.count < mostDrawn {
            var choice = SeriesChoice()
            choice.subjects = ids
            choice.indicators = [one.key.indicator]
            choice.counterparts = one.key.counterpart.map { [$0] } ?? []
            choice.isAlone = one.key.counterpart == nil
            choice.product = one.key.product
            choice.isWhole = one.key.product == nil
            choice.unit = one.key.unit
            let reading = SeriesReading(choice, material, context)
            let form = reading.hasTime ? SeriesForm.multiples : .ranking
            // Of different periods there is nothing to compare by eye.
            guard reading.obstacle(to: form) == nil else { continue }
            choice.form = form
            let drawing = SeriesDrawing(choice: choice, material: material, context)
            if let plate = try drawing.plate() { drawn.append((drawing, plate)) }
        }
        return drawn
    }
}

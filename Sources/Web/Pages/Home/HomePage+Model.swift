import Records
import Register

/// The first page: what this is, and the ways in.
struct HomePage: Page {
    let context: PageContext
    let counts: [Kind: Int]
    let total: Int
    let agreements: [Entry]
    let events: [Entry]
    let figures: [ObservationRow]
    let sources: CitedSources
    let drawings: SafeHTML

    var words: Catalogue { context.words }

    /// How many records a list of the newest shows.
    private static let newest = 5
    /// How many figures are told.
    private static let told = 6

    init(_ context: PageContext) throws {
        self.context = context
        let state = try context.register.state()
        counts = state.counts
        total = state.total
        drawings = try HomeDrawings(context).section()
        agreements = try Self.newest(.agreement, context)
        events = try Self.newest(.event, context)
        figures = try Self.largestTurnovers(context.register)
        sources = try CitedSources(figures.flatMap(\.citations), context)
    }

    private static func newest(_ kind: Kind, _ context: PageContext) throws -> [Entry] {
        var query = RecordQuery()
        query.kinds = [kind]
        query.sort = .dateDescending
        query.limit = newest * 4
        let found = try context.register.find(query).items.map(\.record)
        let records = Array(found.filter(hasHappened).prefix(newest))
        let line = try RecordLine(of: records, context)
        return records.map { line.entry($0) }
    }

    /// Whether the date that puts a record on top is that of the thing itself, and not one that it
    /// merely holds until.
    private static func hasHappened(_ record: Record) -> Bool {
        switch record.body {
        case .agreement(let agreement): agreement.signed != nil
        case .event(let event): event.start != nil
        default: true
        }
    }

    /// The largest trade turnovers of whole countries or regions, one of each pair of partners.
    private static func largestTurnovers(_ register: Register) throws -> [ObservationRow] {
        var query = ObservationQuery()
        query.indicators = ["trade-turnover"]
        query.sort = .value
        query.limit = 200
        var pairs: Set<Set<RecordID>> = []
        let rows = try register.observations(query).items.filter { row in
            row.observation.product == nil && row.counterpart != nil
                && row.observation.qualifier != .forecast && row.observation.qualifier != .planned
        }
        let unit = mostFrequentUnit(rows)
        let distinct = rows.filter { row in
            guard row.observation.unit == unit, let counterpart = row.counterpart else {
                return false
            }
            return pairs.insert([row.subject.id, counterpart.id]).inserted
        }
        return Array(distinct.prefix(told))
    }

    /// The unit in which figures can be compared with most others.
    private static func mostFrequentUnit(_ rows: [ObservationRow]) -> String? {
        let counts = rows.reduce(into: [String: Int]()) { $0[$1.observation.unit, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}

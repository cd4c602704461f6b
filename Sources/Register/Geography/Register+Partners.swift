import Records
import Search

/// Who works with whom, and where.
extension Register {
    /// How many records there are at each place, under the filters of a query. Its order and page
    /// don't matter.
    ///
    /// A record is where the search index knows it to be: an agreement at all its parties' places,
    /// a place at itself. The answer is counted in memory and kept until the register changes.
    /// - Parameters:
    ///   - level: `place`, `region` or `country`; `party` is the same as `place`.
    ///   - limit: how many places to give, those with most records.
    /// - Throws: ``QueryError`` when the query names a place that doesn't exist.
    public func spread(
        _ query: RecordQuery, over level: PartnerLevel, limit: Int
    ) throws -> RecordSpread {
        let question = GeographyMemory.SpreadQuestion(
            query: query.onlyFilters, level: level, limit: limit)
        return try geography.spreads.answer(to: question, at: version()) {
            let found = try counted(query, level)
            return try reading {
                let shown = found.places.prefix(max(0, limit))
                let names = try summaries(ordinals: shown.map(\.place))
                let places = try located(names.values.map(\.id))
                return RecordSpread(
                    spots: shown.compactMap { spot in
                        names[spot.place].flatMap { places[$0.id] }.map {
                            RecordSpread.Spot(place: $0, count: spot.count)
                        }
                    }, allPlaces: found.places.count, records: found.total,
                    located: found.located)
            }
        }
    }

    /// The network of those whom records tie to each other.
    ///
    /// Two partners are tied by every record that names both. The answer is counted in memory and
    /// kept until the register changes.
    /// - Throws: ``QueryError`` when the query names a place that doesn't exist.
    public func partners(_ query: PartnerQuery) throws -> PartnerNetwork {
        var question = query
        question.records = query.records.onlyFilters
        return try geography.networks.answer(to: question, at: version()) {
            try network(query)
        }
    }

    private func network(_ query: PartnerQuery) throws -> PartnerNetwork {
        let found = try ties(query)
        let graph = found.graph
        return try reading {
            var shown: [Int64]
            if let focus = query.focus {
                guard let ordinal = try summary(focus)?.ordinal else { return found.empty }
                shown = graph.around(ordinal, depth: query.depth, limit: query.mostNodes)
            } else {
                shown = graph.heaviest(query.mostNodes)
            }
            let ties = graph.ties(among: shown).prefix(query.mostTies)
            let tied = Set(ties.flatMap { [$0.first, $0.second] })
            shown.removeAll { !tied.contains($0) }
            let names = try summaries(ordinals: shown + ties.map(\.example))
            shown.removeAll { names[$0] == nil }
            let index = Dictionary(
                shown.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
            return PartnerNetwork(
                nodes: shown.compactMap { ordinal in
                    names[ordinal].map {
                        PartnerNetwork.Node(
                            summary: $0, weight: graph.weights[ordinal] ?? 0,
                            partners: graph.partners(of: ordinal))
                    }
                },
                ties: ties.compactMap { tie in
                    guard let first = index[tie.first], let second = index[tie.second] else {
                        return nil
                    }
                    return PartnerNetwork.Tie(
                        first: first, second: second, count: tie.count,
                        example: names[tie.example]?.id)
                }, records: found.records, allNodes: graph.weights.count,
                allTies: graph.ties.count, crowded: found.crowded)
        }
    }

    /// The ties of a query around whomever: those of the whole register are the same for each
    /// partner's neighbourhood, and counting them is what takes long.
    private func ties(_ query: PartnerQuery) throws -> FoundTies {
        var question = query
        question.records = query.records.onlyFilters
        (question.focus, question.depth) = (nil, 1)
        (question.mostNodes, question.mostTies) = (0, 0)
        return try geography.ties.answer(to: question, at: version()) {
            try countedTies(query)
        }
    }

    private func countedTies(_ query: PartnerQuery) throws -> FoundTies {
        let (index, parties) = try finder.indexWithParties()
        let search = try reading { try translated(query.records) }
        let records = index.ordinals(search)
        var tally = PartyTally(index, query)
        for record in records { tally.count(record, parties) }
        return FoundTies(
            graph: TieGraph(tally.ties.filter { $0.count >= query.least }),
            records: tally.tying, crowded: tally.crowded)
    }

    private func counted(
        _ query: RecordQuery, _ level: PartnerLevel
    ) throws -> SearchSpread {
        let index = try finder.index()
        let search = try reading { try translated(query) }
        return index.spread(search, over: level.index, placeKind: Kind.place.rawValue)
    }
}

/// Counts pairs of partners.
private struct PartyTally {
    /// A record that names more partners than this ties none of them: it would make thousands of
    /// pairs that mean little.
    static let most = 40

    private let index: SearchIndex
    private let level: PartnerLevel
    private let kinds: Set<UInt8>
    /// The partner at the level for each place that was met.
    private var around: [Int64: Int64?] = [:]
    private var pairs: [Pair: (count: Int, example: Int64)] = [:]
    private(set) var crowded = 0
    /// How many records tied partners.
    private(set) var tying = 0

    private struct Pair: Hashable {
        let first: Int64
        let second: Int64
    }

    init(_ index: SearchIndex, _ query: PartnerQuery) {
        self.index = index
        level = query.level
        kinds = Set(query.kinds.map(\.rawValue))
    }

    mutating func count(_ record: Int64, _ table: PartyTable) {
        var partners: [Int64] = []
        table.each(of: record) { row in
            guard kinds.isEmpty || kinds.contains(row.kind), let partner = partner(row),
                !partners.contains(partner)
            else { return }
            partners.append(partner)
        }
        guard partners.count > 1 else { return }
        guard partners.count <= Self.most else {
            crowded += 1
            return
        }
        tying += 1
        for (place, one) in partners.enumerated() {
            for other in partners[(place + 1)...] {
                let pair = Pair(first: min(one, other), second: max(one, other))
                pairs[pair, default: (0, record)].count += 1
            }
        }
    }

    private mutating func partner(_ row: PartyTable.Row) -> Int64? {
        guard level != .party else { return row.party }
        guard row.place != 0 else { return nil }
        if let known = around[row.place] { return known }
        let partner = index.place(row.place, at: level.index)
        around[row.place] = .some(partner)
        return partner
    }

    var ties: [TieGraph.Tie] {
        pairs.map { pair, value in
            TieGraph.Tie(
                first: pair.first, second: pair.second, count: value.count, example: value.example)
        }.sorted {
            $0.count != $1.count
                ? $0.count > $1.count : ($0.first, $0.second) < ($1.first, $1.second)
        }
    }
}

/// All ties that some records make.
struct FoundTies: Sendable {
    let graph: TieGraph
    let records: Int
    /// Records that name too many to tie them.
    let crowded: Int

    /// The network around somebody who isn't in it.
    var empty: PartnerNetwork {
        PartnerNetwork(
            nodes: [], ties: [], records: records, allNodes: 0, allTies: 0, crowded: crowded)
    }
}

/// What was counted already.
struct GeographyMemory: Sendable {
    struct SpreadQuestion: Hashable, Sendable {
        let query: RecordQuery
        let level: PartnerLevel
        let limit: Int
    }

    struct PeriodQuestion: Hashable, Sendable {
        let indicator: String
        let hasCounterpart: Bool
    }

    let spreads = Remembered<SpreadQuestion, RecordSpread>(most: 48)
    let networks = Remembered<PartnerQuery, PartnerNetwork>(most: 48)
    /// Large for a large register, so only a few.
    let ties = Remembered<PartnerQuery, FoundTies>(most: 4)
    let periods = Remembered<PeriodQuestion, [PeriodCount]>(most: 48)
    let indicators = Remembered<Bool, [IndicatorCount]>(most: 2)
}

extension RecordQuery {
    /// The query without what doesn't change which records it finds.
    fileprivate var onlyFilters: RecordQuery {
        var query = self
        query.facets = []
        query.facetLimit = 0
        query.sort = nil
        query.offset = 0
        query.limit = 0
        query.cursor = nil
        return query
    }
}

extension PartnerLevel {
    fileprivate var index: SearchPlaceLevel {
        switch self {
        case .party, .place: .place
        case .region: .region
        case .country: .country
        }
    }
}

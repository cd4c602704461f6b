import Records
import Register

/// Finds the records that a name with properties can mean.
///
/// A candidate's score is 0…100. Without properties it is how well the names agree, as the
/// register's search tells it. With properties, names weigh 70 % and properties 30 %, each
/// property alike: 1 when a value agrees, 0 when none does. A candidate is marked as a match when
/// it is the first, has at least 80, and the second is at least 5 behind: namesakes are for people
/// to decide.
struct Matcher {
    /// A record that may be meant.
    struct Candidate {
        let record: Record
        let name: String
        let score: Double
        let nameScore: Double
        /// For each property of the query whether it agrees.
        let properties: [(id: String, agrees: Bool)]
        var isMatch = false
    }

    let register: Register

    private static let nameWeight = 0.7
    private static let matchScore = 80.0
    private static let matchLead = 5.0
    /// How much of its score a record of another type loses where types are only preferred.
    private static let otherType = 0.75

    /// The candidates of a query, the best first.
    func candidates(_ query: ReconcileBatch.Query) throws -> [Candidate] {
        guard query.text.contains(where: { !$0.isWhitespace }) else { return [] }
        let types = query.types.map { ReconcileTypes.parse($0) }
        let known = types.compactMap(\.self)
        if query.strictness != .should, !types.isEmpty {
            let isImpossible =
                query.strictness == .all ? known.count < types.count : known.isEmpty
            if isImpossible { return [] }
        }
        let found = try find(query, known)
        var candidates = try found.compactMap { item -> Candidate? in
            let fits = Self.fits(item.record, known, query.strictness)
            guard fits || query.strictness == .should else { return nil }
            return try candidate(item, query, factor: fits ? 1 : Self.otherType)
        }
        // Stable: equals stay in the order of the search.
        candidates = candidates.enumerated().sorted { left, right in
            (left.element.score, -left.offset) > (right.element.score, -right.offset)
        }.map(\.element)
        mark(&candidates)
        return Array(candidates.prefix(query.limit))
    }

    private func find(
        _ query: ReconcileBatch.Query, _ types: [(kind: Kind, type: String?)]
    ) throws -> [FoundRecord] {
        var search = RecordQuery()
        search.text = query.text
        search.inNamesOnly = true
        search.sort = .relevance
        search.kinds = ReconcileTypes.kinds
        if query.strictness != .should, !types.isEmpty {
            search.kinds = types.map(\.kind)
            let named = types.compactMap(\.type)
            if named.count == types.count { search.types = named }
        }
        // What properties bring forward may stand further down in the search by name.
        search.limit = max(query.limit * 2, query.properties.isEmpty ? 10 : 50)
        return try register.find(search).items
    }

    private static func fits(
        _ record: Record, _ types: [(kind: Kind, type: String?)],
        _ strictness: ReconcileBatch.Strictness
    ) -> Bool {
        guard !types.isEmpty else { return true }
        func has(_ type: (kind: Kind, type: String?)) -> Bool {
            record.kind == type.kind && (type.type == nil || type.type == record.content.type)
        }
        return strictness == .all ? types.allSatisfy(has) : types.contains(where: has)
    }

    private func candidate(
        _ item: FoundRecord, _ query: ReconcileBatch.Query, factor: Double
    ) throws -> Candidate {
        var score = item.score * 100
        var properties: [(id: String, agrees: Bool)] = []
        let asked = query.properties.filter {
            ReconcileProperties.isKnown($0.id) && !$0.values.isEmpty
        }
        if !asked.isEmpty {
            let comparison = try PropertyComparison(item.record, register)
            properties = try asked.map { ($0.id, try comparison.agrees($0)) }
            let agreeing = Double(properties.count { $0.agrees }) / Double(properties.count)
            score = score * Self.nameWeight + 100 * agreeing * (1 - Self.nameWeight)
        }
        return Candidate(
            record: item.record, name: item.summary.name, score: score * factor,
            nameScore: item.score * 100, properties: properties)
    }

    private func mark(_ candidates: inout [Candidate]) {
        guard let first = candidates.first, first.score >= Self.matchScore else { return }
        let second = candidates.count > 1 ? candidates[1].score : 0
        candidates[0].isMatch = first.score - second >= Self.matchLead
    }
}

import GRDB
import Names
public import Records
import Search

/// Finding records by words and properties.
extension Register {
    /// A page of the records that a query asks for, with counts.
    /// - Throws: ``QueryError`` when the query names a place that doesn't exist or a cursor that
    ///   no page gave; an error of the database.
    public func find(_ query: RecordQuery) throws -> RecordPage {
        let index = try finder.index()
        return try pool.view { database in
            let result = index.search(try Self.translate(query, database))
            let words = query.text.isEmpty ? [] : NameFolding.tokens(of: query.text)
            let items = try result.hits.compactMap { hit in
                try Self.found(hit, words, database)
            }
            return RecordPage(
                total: result.total, items: items, next: result.next?.text,
                facets: try Self.facets(result.facets, database), isRelaxed: result.relaxed,
                corrections: result.corrections.map { ($0.word, $0.term) })
        }
    }

    /// Hands over all records that a query asks for, in its order, up to its limit and without
    /// counting anything.
    public func eachFound(
        _ query: RecordQuery, _ body: (FoundRecord) throws -> Void
    ) throws {
        var page = query
        page.facets = []
        var left = query.limit
        while left > 0 {
            page.limit = min(left, 500)
            let result = try find(page)
            for item in result.items { try body(item) }
            left -= result.items.count
            guard let next = result.next, !result.items.isEmpty else { return }
            page.cursor = next
            page.offset = 0
        }
    }

    /// The register's numbers of all records that a query asks for; its facets, order and bounds
    /// don't matter.
    /// - Throws: ``QueryError`` when the query names a place that doesn't exist.
    public func ordinals(of query: RecordQuery) throws -> Set<Int64> {
        let index = try finder.index()
        return try pool.view { Set(index.matching(try Self.translate(query, $0))) }
    }

    /// Records whose name begins so, or nearly so.
    public func suggest(
        _ prefix: String, kinds: [Kind], limit: Int
    ) throws -> [RecordSummary] {
        let index = try finder.index()
        let hits = index.suggest(prefix: prefix, kinds: kinds.map(\.rawValue), limit: limit)
        return try pool.view { database in
            try hits.compactMap { try Self.summary(ordinal: $0.ordinal, database) }
        }
    }

    /// The query as the index understands it.
    func translated(_ query: RecordQuery) throws -> SearchQuery {
        try pool.view { try Self.translate(query, $0) }
    }

    private static func translate(
        _ query: RecordQuery, _ database: Database
    ) throws -> SearchQuery {
        var search = SearchQuery(text: query.text)
        search.scope = query.inNamesOnly ? .names : .everything
        search.filter.kinds = query.kinds.map(\.rawValue)
        search.filter.types = query.types
        search.filter.statuses = query.statuses
        search.filter.places = try ordinals(query.places, "place", database)
        search.filter.countries = try ordinals(query.countries, "country", database)
        search.filter.regions = try ordinals(query.regions, "region", database)
        search.filter.years = query.years
        search.filter.topics = query.topics
        search.filter.from = query.from
        search.filter.to = query.to
        search.facets = Set(query.facets.map(\.index))
        search.facetLimit = query.facetLimit
        search.order = query.sort?.order ?? (query.text.isEmpty ? .name : .relevance)
        search.offset = query.offset
        search.limit = query.limit
        if let text = query.cursor {
            guard let cursor = SearchCursor(text: text), cursor.order == search.order else {
                throw QueryError(
                    parameter: "cursor",
                    reason: "is not one that this list gave; take it from next, or leave it out")
            }
            search.after = cursor
        }
        return search
    }

    private static func ordinals(
        _ ids: [RecordID], _ parameter: String, _ database: Database
    ) throws -> [Int64] {
        try ids.map { id in
            guard
                let ordinal = try Int64.fetchOne(
                    database.cachedStatement(sql: "SELECT ordinal FROM record WHERE id = ?"),
                    arguments: [id.text])
            else {
                throw QueryError(
                    parameter: parameter, reason: "\(id) is not known; the id of a place")
            }
            return ordinal
        }
    }

    private static func found(
        _ hit: SearchHit, _ words: [String], _ database: Database
    ) throws -> FoundRecord? {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT ordinal, id, name, name_it, name_ru, revision, body
                    FROM record WHERE ordinal = ?
                    """), arguments: [hit.ordinal])
        guard let row, let summary = summary(row) else { return nil }
        let record = try decoded(row.bytes(6))
        return FoundRecord(
            summary: summary, record: record, revision: row[5], score: hit.score,
            snippet: words.isEmpty
                ? nil : SnippetMaker(words: words, matched: hit.matched).snippet(of: record))
    }

    /// Names of records by their ordinals; unknown ones are left out.
    func summaries(ordinals: [Int64]) throws -> [Int64: RecordSummary] {
        try pool.view { database in
            var summaries: [Int64: RecordSummary] = [:]
            for ordinal in ordinals where summaries[ordinal] == nil {
                summaries[ordinal] = try Self.summary(ordinal: ordinal, database)
            }
            return summaries
        }
    }

    static func summary(ordinal: Int64, _ database: Database) throws -> RecordSummary? {
        try Row.fetchOne(
            database.cachedStatement(
                sql: "SELECT ordinal, id, name, name_it, name_ru FROM record WHERE ordinal = ?"),
            arguments: [ordinal]
        ).flatMap { summary($0) }
    }

    /// The counts for a query's facets among some records alone, named by the register's numbers
    /// and each counted as often as it is named: for what stands more than once in a list.
    /// - Throws: ``QueryError`` when the query names a place that doesn't exist.
    public func facets(
        of query: RecordQuery, among ordinals: [Int64]
    ) throws -> [RecordFacet: [RecordFacetCount]] {
        let index = try finder.index()
        return try pool.view { database in
            try Self.facets(
                index.facets(of: try Self.translate(query, database), among: ordinals), database)
        }
    }

    private static func facets(
        _ found: [SearchFacet: [SearchFacetCount]], _ database: Database
    ) throws -> [RecordFacet: [RecordFacetCount]] {
        var facets: [RecordFacet: [RecordFacetCount]] = [:]
        for facet in RecordFacet.allCases {
            guard let counts = found[facet.index] else { continue }
            facets[facet] = try counts.compactMap { count in
                let place: RecordSummary?
                let value: String
                switch count.value {
                case .kind(let number):
                    guard let kind = Kind(rawValue: number) else { return nil }
                    (value, place) = (kind.name, nil)
                case .text(let text): (value, place) = (text, nil)
                case .year(let year): (value, place) = ("\(year)", nil)
                case .place(let ordinal):
                    guard let summary = try summary(ordinal: ordinal, database) else { return nil }
                    (value, place) = (summary.id.text, summary)
                }
                return RecordFacetCount(
                    value: value, place: place, count: count.count, isSelected: count.selected)
            }
        }
        return facets
    }
}

extension RecordFacet {
    fileprivate var index: SearchFacet {
        switch self {
        case .kind: .kind
        case .type: .type
        case .status: .status
        case .country: .country
        case .region: .region
        case .year: .year
        case .sector: .topic
        }
    }
}

extension RecordSort {
    fileprivate var order: SearchOrder {
        switch self {
        case .relevance: .relevance
        case .rank: .rank
        case .name: .name
        case .nameDescending: .nameDescending
        case .date: .date
        case .dateDescending: .dateDescending
        }
    }
}

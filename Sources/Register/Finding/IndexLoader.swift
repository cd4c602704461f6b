import GRDB
import Records
import Search

/// Feeds the search index from the projection's tables.
struct IndexLoader {
    private let database: Database
    /// By ordinal.
    private var kinds: [UInt8] = []
    private var weights: [UInt32] = []
    private var parents: [Int64: Int64] = [:]
    private var located: [Int64: [Int64]] = [:]
    /// The folded main names, by ordinal, of those whom figures speak of.
    private var mainNames: [Int64: [UInt8]] = [:]

    init(_ database: Database) { self.database = database }

    /// Reads the tables once each.
    mutating func load() throws -> SearchIndex {
        try readKinds()
        let ties = try readLinks()
        locate(ties)
        return try build()
    }

    private mutating func readKinds() throws {
        let last = try Int.fetchOne(database, sql: "SELECT max(ordinal) FROM record") ?? 0
        kinds = Array(repeating: 0xFF, count: last + 1)
        weights = Array(repeating: 0, count: last + 1)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT ordinal, kind, CASE WHEN kind IN (1, 2, 4, 7) THEN names END FROM search
                """)
        while let row = try rows.next() {
            let ordinal: Int64 = row[0]
            kinds[Int(ordinal)] = row[1]
            if !row.hasNull(atIndex: 2) {
                let names = row.bytes(2)
                mainNames[ordinal] = Array(names.prefix { $0 != ProjectedRecord.separator })
            }
        }
    }

    /// A tie that tells where something is.
    private struct Tie {
        let ordinal: Int64
        let target: Int64
    }

    private mutating func readLinks() throws -> [Tie] {
        var ties: [Tie] = []
        let rows = try Row.fetchCursor(
            database, sql: "SELECT target, role, ordinal FROM link ORDER BY target, role, ordinal")
        while let row = try rows.next() {
            let target: Int64 = row[0]
            let ordinal: Int64 = row[2]
            weights[Int(target)] += 1
            guard let role = Link.Role(rawValue: row[1]) else { continue }
            if role == .parent {
                if kind(ordinal) == .place { parents[ordinal] = target }
            } else if role != .implements, role != .participant, role != .citedIn {
                ties.append(Tie(ordinal: ordinal, target: target))
            }
        }
        return ties
    }

    private func kind(_ ordinal: Int64) -> Kind? {
        guard kinds.indices.contains(Int(ordinal)) else { return nil }
        return Kind(rawValue: kinds[Int(ordinal)])
    }

    /// Who stands directly in places first, then those who are where these are: an agreement is
    /// where its parties are, a measure where its plan is, a figure where its subject is.
    private mutating func locate(_ ties: [Tie]) {
        for tie in ties where kind(tie.target) == .place {
            located[tie.ordinal, default: []].append(tie.target)
        }
        let rounds: [Set<Kind>] = [
            [.organisation], [.person, .agreement, .event, .project, .offer], [.measure],
            [.observation],
        ]
        for kinds in rounds {
            for tie in ties {
                guard let own = kind(tie.ordinal), kinds.contains(own),
                    kind(tie.target) != .place, let places = located[tie.target]
                else { continue }
                var mine = located[tie.ordinal] ?? []
                for place in places where !mine.contains(place) && mine.count < 64 {
                    mine.append(place)
                }
                located[tie.ordinal] = mine
            }
        }
    }

    private func build() throws -> SearchIndex {
        var builder = SearchIndexBuilder()
        let figures = try observationEnds()
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT ordinal, kind, type, first_day, last_day, topics, names, words, status
                FROM search ORDER BY ordinal
                """)
        while let row = try rows.next() {
            let ordinal: Int64 = row[0]
            var words = row.bytes(7)
            for end in figures[ordinal].map({ [$0.0, $0.1] }) ?? [] {
                guard let end, let name = mainNames[end] else { continue }
                if !words.isEmpty { words.append(0x20) }
                words += name
            }
            builder.add(document(row, ordinal), nameKeys: row.bytes(6), textKeys: words)
        }
        return builder.build()
    }

    private func observationEnds() throws -> [Int64: (Int64?, Int64?)] {
        var ends: [Int64: (Int64?, Int64?)] = [:]
        let rows = try Row.fetchCursor(
            database, sql: "SELECT ordinal, subject, counterpart FROM observation")
        while let row = try rows.next() { ends[row[0]] = (row[1], row[2]) }
        return ends
    }

    private func document(_ row: Row, _ ordinal: Int64) -> SearchDocument {
        let kind: UInt8 = row[1]
        let type: String? = row[2]
        let topics: String = row[5]
        var document = SearchDocument(ordinal: ordinal, kind: kind, type: type)
        document.status = row[8]
        document.firstDate = row[3]
        document.lastDate = row[4]
        document.rank = weights[Int(ordinal)]
        document.places = located[ordinal] ?? []
        if !topics.isEmpty {
            document.topics = topics.split(separator: "\u{1F}").map(String.init)
        }
        if kind == Kind.place.rawValue {
            document.parentPlace = parents[ordinal]
            document.placeRank = Self.rank(type)
        }
        return document
    }

    private static func rank(_ type: String?) -> SearchPlaceRank {
        switch type {
        case Place.PlaceType.country.rawValue: .country
        case Place.PlaceType.region.rawValue: .region
        default: .other
        }
    }
}

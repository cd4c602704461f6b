import GRDB
import Records
import Search

/// Feeds the search index from the projection's tables.
struct IndexLoader {
    private let database: Database
    /// What follows is by ordinal.
    private var kinds: [UInt8] = []
    private var weights: [UInt32] = []
    /// The place in which a place lies; 0 for none.
    private var parents: [Int64] = []
    private var located = PlaceLists(count: 0)
    /// Subject and counterpart of a figure; 0 for none.
    private var subjects: [Int64] = []
    private var counterparts: [Int64] = []
    /// The folded main names of those whom figures speak of.
    private var mainNames = NameArena(count: 0)
    /// Who takes part in what, when all is read.
    private(set) var parties = PartyTable()

    init(_ database: Database) { self.database = database }

    /// Reads the tables once each.
    mutating func load() throws -> SearchIndex {
        try readKinds()
        let ties = try readLinks()
        locate(ties)
        try readFigures()
        return try build()
    }

    private mutating func readKinds() throws {
        let last = try Int.fetchOne(database, sql: "SELECT max(ordinal) FROM record") ?? 0
        kinds = Array(repeating: 0xFF, count: last + 1)
        weights = Array(repeating: 0, count: last + 1)
        parents = Array(repeating: 0, count: last + 1)
        located = PlaceLists(count: last + 1)
        mainNames = NameArena(count: last + 1)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT ordinal, kind, CASE WHEN kind IN (1, 2, 4, 7) THEN names END FROM search
                """)
        while let row = try rows.next() {
            let ordinal: Int = row[0]
            kinds[ordinal] = row[1]
            if !row.hasNull(atIndex: 2) {
                mainNames.set(row.bytes(2).prefix { $0 != ProjectedRecord.separator }, at: ordinal)
            }
        }
    }

    /// A tie that tells where something is.
    private struct Tie {
        let ordinal: Int
        let target: Int
    }

    private mutating func readLinks() throws -> [Tie] {
        var ties: [Tie] = []
        let rows = try Row.fetchCursor(
            database, sql: "SELECT target, role, ordinal FROM link ORDER BY target, role, ordinal")
        while let row = try rows.next() {
            let target: Int = row[0]
            let ordinal: Int = row[2]
            weights[target] += 1
            guard let role = Link.Role(rawValue: row[1]) else { continue }
            if PartyTable.isParty(role) {
                parties.add(
                    PartyTable.Row(
                        record: Int64(ordinal), party: Int64(target), kind: kinds[target]))
            } else if role == .place, kind(ordinal) == .organisation {
                parties.seat(Int64(ordinal), at: Int64(target))
            } else if role == .of {
                parties.speaks(Int64(ordinal), for: Int64(target))
            }
            if role == .parent {
                if kind(ordinal) == .place { parents[ordinal] = Int64(target) }
            } else if role != .implements, role != .participant, role != .citedIn {
                ties.append(Tie(ordinal: ordinal, target: target))
            }
        }
        let kinds = kinds
        parties.finish { kinds[Int($0)] == Kind.place.rawValue }
        return ties
    }

    private func kind(_ ordinal: Int) -> Kind? { Kind(rawValue: kinds[ordinal]) }

    /// Who stands directly in places first, then those who are where these are: an agreement is
    /// where its parties are, a measure where its plan is, a figure where its subject is.
    private mutating func locate(_ ties: [Tie]) {
        let place = Kind.place.rawValue
        var others: [Tie] = []
        for tie in ties {
            if kinds[tie.target] == place {
                located.add(Int64(tie.target), to: tie.ordinal)
            } else {
                others.append(tie)
            }
        }
        let rounds: [Set<Kind>] = [
            [.organisation], [.person, .agreement, .event, .project, .offer], [.measure],
            [.observation],
        ]
        for round in rounds {
            for tie in others {
                guard let own = kind(tie.ordinal), round.contains(own) else { continue }
                for place in located[tie.target] { located.add(place, to: tie.ordinal) }
            }
        }
    }

    private mutating func readFigures() throws {
        subjects = Array(repeating: 0, count: kinds.count)
        counterparts = subjects
        let rows = try Row.fetchCursor(
            database, sql: "SELECT ordinal, subject, counterpart FROM observation")
        while let row = try rows.next() {
            let ordinal: Int = row[0]
            subjects[ordinal] = row[1]
            counterparts[ordinal] = row[2] ?? 0
        }
    }

    private func build() throws -> SearchIndex {
        var builder = SearchIndexBuilder()
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT ordinal, kind, type, first_day, last_day, topics, names, words, status
                FROM search ORDER BY ordinal
                """)
        while let row = try rows.next() {
            let ordinal: Int = row[0]
            var words = row.bytes(7)
            // A figure is found by the names of those of whom it speaks.
            for end in [subjects[ordinal], counterparts[ordinal]] where end != 0 {
                if !words.isEmpty { words.append(0x20) }
                words += mainNames[Int(end)]
            }
            builder.add(document(row, ordinal), nameKeys: row.bytes(6), textKeys: words)
        }
        return builder.build()
    }

    private func document(_ row: Row, _ ordinal: Int) -> SearchDocument {
        let kind: UInt8 = row[1]
        let type: String? = row[2]
        let topics: String = row[5]
        var document = SearchDocument(ordinal: Int64(ordinal), kind: kind, type: type)
        document.status = row[8]
        document.firstDate = row[3]
        document.lastDate = row[4]
        document.rank = weights[ordinal]
        document.places = located[ordinal]
        if !topics.isEmpty {
            document.topics = topics.split(separator: "\u{1F}").map(String.init)
        }
        if kind == Kind.place.rawValue {
            document.parentPlace = parents[ordinal] == 0 ? nil : parents[ordinal]
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

public import Records

/// Which records are wanted, in the words of the register; values of one list are alternatives.
public struct RecordQuery: Sendable, Hashable {
    /// Words to look for, in any script and spelling.
    public var text = ""
    /// Whether the words must stand in names only.
    public var inNamesOnly = false
    /// Kinds.
    public var kinds: [Kind] = []
    /// Types within the kind (for a figure: its indicator).
    public var types: [String] = []
    /// Statuses.
    public var statuses: [String] = []
    /// Places: everything inside one of them, not the places themselves.
    public var places: [RecordID] = []
    /// Countries.
    public var countries: [RecordID] = []
    /// Regions.
    public var regions: [RecordID] = []
    /// Years that the record's time touches.
    public var years: [Int] = []
    /// Sectors and areas.
    public var topics: [String] = []
    /// First day (yyyymmdd) that its time may end on.
    public var from: Int32?
    /// Last day (yyyymmdd) that its time may begin on.
    public var to: Int32?
    /// Which facets to count.
    public var facets: Set<RecordFacet> = []
    /// How many values of a facet to give.
    public var facetLimit = 30
    /// The order; nil for the best: relevance with words, else names.
    public var sort: RecordSort?
    /// How many to leave out at the start.
    public var offset = 0
    /// How many to give.
    public var limit = 20
    /// Where an earlier page ended: its ``RecordPage/next``.
    public var cursor: String?

    /// Everything.
    public init() {}
}

/// Orders of a list of records.
public enum RecordSort: String, Sendable, Hashable, CaseIterable {
    /// Best match first.
    case relevance
    /// Most referred to first.
    case rank
    /// By name.
    case name
    /// By name, backwards.
    case nameDescending = "-name"
    /// Earliest first.
    case date
    /// Latest first.
    case dateDescending = "-date"
}

/// What records can be counted and narrowed by.
public enum RecordFacet: String, Sendable, Hashable, CaseIterable {
    case kind, type, status, country, region, year, sector
}

/// A value of a facet and what choosing it would give.
public struct RecordFacetCount: Sendable, Hashable {
    /// The value as it stands in a query: a kind's name, a type, a place's id, a year, a sector.
    public let value: String
    /// The place, for countries and regions.
    public let place: RecordSummary?
    /// How many records there would be.
    public let count: Int
    /// Whether the query chooses it.
    public let isSelected: Bool

    /// A count, also one that the index didn't make.
    public init(value: String, place: RecordSummary?, count: Int, isSelected: Bool) {
        self.value = value
        self.place = place
        self.count = count
        self.isSelected = isSelected
    }
}

/// A found record.
public struct FoundRecord: Sendable {
    /// Its name and id.
    public let summary: RecordSummary
    /// The record.
    public let record: Records.Record
    /// Which revision of it.
    public let revision: Int
    /// How well it matches, 0…1; 0 without words.
    public let score: Double
    /// Where the words stand in it; nil without words or when only the name matches.
    public let snippet: Snippet?
}

/// A piece of a record's text with the matching parts marked.
public struct Snippet: Sendable, Hashable {
    /// The parts in order.
    public let parts: [Part]

    /// A part of the text.
    public struct Part: Sendable, Hashable {
        /// The text.
        public let text: String
        /// Whether it is what matched.
        public let isMatch: Bool
    }

    /// The text without marks.
    public var text: String { parts.map(\.text).joined() }
}

/// A page of found records.
public struct RecordPage: Sendable {
    /// How many there are in all: exact.
    public let total: Int
    /// This page of them.
    public let items: [FoundRecord]
    /// The cursor of the next page; nil on the last one.
    public let next: String?
    /// The facets asked for.
    public let facets: [RecordFacet: [RecordFacetCount]]
    /// True when no record has all the words and those with most of them are given.
    public let isRelaxed: Bool
    /// Words of the query that stand nowhere as they are, with what was taken for them.
    public let corrections: [(word: String, taken: String)]
}

/// Why a query can't be answered.
public struct QueryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The parameter.
    public let parameter: String
    /// What is wrong and what would be right.
    public let reason: String

    /// The parameter and the reason.
    public var description: String { "\(parameter): \(reason)" }

    /// A mistake in a parameter.
    public init(parameter: String, reason: String) {
        self.parameter = parameter
        self.reason = reason
    }
}

public import Records

/// Who is a partner.
public enum PartnerLevel: String, Sendable, Hashable, CaseIterable {
    /// Those whom records name: places, organisations, people.
    case party
    /// The places at which these are.
    case place
    /// Their regions.
    case region
    /// Their countries.
    case country
}

/// Which network of partners is wanted.
public struct PartnerQuery: Sendable, Hashable {
    /// The records that tie partners: agreements, events, projects. Its order, page and facets
    /// don't matter.
    public var records: RecordQuery
    /// Who is a partner.
    public var level = PartnerLevel.party
    /// The kinds of partners at the level of parties; empty for all.
    public var kinds: [Kind] = []
    /// The fewest shared records that make a tie.
    public var least = 1
    /// Only this partner and those around it.
    public var focus: RecordID?
    /// How many steps from the focus.
    public var depth = 1
    /// How many partners to give: the nearest to the focus, then those with the heaviest ties.
    public var mostNodes = 500
    /// How many ties to give: the heaviest.
    public var mostTies = 2_000

    /// The whole network of these records.
    public init(_ records: RecordQuery) { self.records = records }
}

/// Partners and what ties them.
public struct PartnerNetwork: Sendable {
    /// A partner.
    public struct Node: Sendable {
        /// Its name and id.
        public let summary: RecordSummary
        /// The sum of its ties, in the whole network.
        public let weight: Int
        /// The number of its partners, in the whole network.
        public let partners: Int
    }

    /// What ties two partners.
    public struct Tie: Sendable {
        /// Indices into ``PartnerNetwork/nodes``.
        public let first, second: Int
        /// How many records name both.
        public let count: Int
        /// One of these records.
        public let example: RecordID?
    }

    /// The partners, the heaviest first.
    public let nodes: [Node]
    /// The ties among them, the heaviest first.
    public let ties: [Tie]
    /// How many of the records that the query found tie partners.
    public let records: Int
    /// How many partners there are in the whole network.
    public let allNodes: Int
    /// How many ties there are in the whole network.
    public let allTies: Int
    /// How many records tie nobody since they name too many: more than 40.
    public let crowded: Int
}

/// Where records are, by place.
public struct RecordSpread: Sendable {
    /// A place with the number of records there.
    public struct Spot: Sendable {
        /// The place with its point.
        public let place: LocatedPlace
        /// How many records are there.
        public let count: Int
    }

    /// The places with most records first.
    public let spots: [Spot]
    /// How many places have any.
    public let allPlaces: Int
    /// How many records the query finds.
    public let records: Int
    /// How many of them are at any place.
    public let located: Int
}

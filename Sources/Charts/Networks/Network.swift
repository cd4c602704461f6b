/// A drawing of who works with whom: nodes, and ties between them.
///
/// Nodes that are tied stand near each other; parts without a tie between them stand side by side.
/// Around one node, the others stand on rings by the number of steps. The same network gives the
/// same drawing.
public struct Network: Chart {
    /// Titles, description, and how numbers are written.
    public var text: ChartText
    /// The network's own words.
    public var words: NetworkWords
    /// The nodes; those that share an id with an earlier one are left out.
    public var nodes: [NetworkNode]
    /// Ties between nodes of this network; others are left out.
    public var ties: [NetworkTie]
    /// Names of the groups by which nodes are coloured, for the legend. Without any, colours show
    /// communities: nodes that are tied to each other more than to the rest.
    public var groups: [String]
    /// The id of a node around which the others stand; `nil` for the whole network.
    public var focus: String?
    /// How many steps from the focus are shown, 1…4.
    public var rings: Int

    /// A network.
    public init(
        text: ChartText, words: NetworkWords = NetworkWords(), nodes: [NetworkNode],
        ties: [NetworkTie], groups: [String] = [], focus: String? = nil, rings: Int = 2
    ) {
        self.text = text
        self.words = words
        self.nodes = nodes
        self.ties = ties
        self.groups = groups
        self.focus = focus
        self.rings = min(4, max(1, rings))
    }
}

/// Someone or something in a network.
public struct NetworkNode: Sendable {
    /// What a node is, told by its shape.
    public enum Kind: Sendable, CaseIterable {
        /// A circle.
        case place
        /// A square.
        case organisation
        /// A diamond.
        case agreement
    }

    /// Names it for ties.
    public var id: String
    /// The label.
    public var name: String
    /// The shape.
    public var kind: Kind
    /// What gives it its area; not a positive number: the smallest.
    public var weight: Double
    /// Everything about it in one line; the name where nothing more is known.
    public var detail: String
    /// Where it leads.
    public var href: String?
    /// The colour, an index into the network's groups.
    public var group: Int?

    /// A node.
    public init(
        id: String, name: String, kind: Kind = .place, weight: Double = 1, detail: String? = nil,
        href: String? = nil, group: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.weight = weight
        self.detail = detail ?? name
        self.href = href
        self.group = group
    }
}

/// What ties two nodes; without a direction.
public struct NetworkTie: Sendable {
    /// Ids of the two nodes.
    public var from, to: String
    /// How strong it is (the number of agreements, say); not a positive number counts as 1.
    public var weight: Double
    /// Everything about it in one line; may be empty.
    public var detail: String
    /// Where it leads.
    public var href: String?

    /// A tie.
    public init(
        from: String, to: String, weight: Double = 1, detail: String = "", href: String? = nil
    ) {
        self.from = from
        self.to = to
        self.weight = weight
        self.detail = detail
        self.href = href
    }
}

/// The words that a network puts down, in the reader's language.
public struct NetworkWords: Sendable {
    /// Heads of the table's columns.
    public var name, degree, weightedDegree, betweenness, rank: String

    /// The words, English unless given.
    public init(
        name: String = "Name", degree: String = "Partners", weightedDegree: String = "Ties",
        betweenness: String = "Betweenness, %", rank: String = "PageRank, %"
    ) {
        self.name = name
        self.degree = degree
        self.weightedDegree = weightedDegree
        self.betweenness = betweenness
        self.rank = rank
    }
}

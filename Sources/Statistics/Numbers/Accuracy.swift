public import Records

/// What the qualifiers of figures make of the qualifier of a number computed from them. A
/// computed number never looks more exact than what it rests on.
///
/// A qualifier says two things: on which side of the stated number the true one lies, and
/// whether it speaks of what happened or of what is hoped for. Adding keeps sides that agree and
/// makes `about` of sides that don't; taking away turns the side of what is taken away.
public struct Accuracy: Hashable, Sendable {
    /// On which side of the stated number the true one lies.
    enum Side: Hashable, Sendable { case none, above, below, around }

    private let side: Side
    private let qualifier: Qualifier?
    private let outlook: Qualifier?

    /// What a figure's qualifier says.
    public init(_ qualifier: Qualifier?) {
        switch qualifier {
        case nil, .exact: side = .none
        case .over, .atLeast: side = .above
        case .under, .nearly, .upTo: side = .below
        case .about, .planned, .forecast: side = .around
        }
        outlook = qualifier == .planned || qualifier == .forecast ? qualifier : nil
        self.qualifier = outlook == nil ? qualifier : .about
    }

    private init(side: Side, qualifier: Qualifier?, outlook: Qualifier?) {
        self.side = side
        self.qualifier = qualifier
        self.outlook = outlook
    }

    /// The accuracy of a sum, or of a product or mean of positive numbers.
    public func adding(_ other: Accuracy) -> Accuracy {
        let outlook = Self.outlook(self.outlook, other.outlook)
        switch (side, other.side) {
        case (.none, .none):
            let both: Qualifier? =
                qualifier == .exact && other.qualifier == .exact ? .exact : nil
            return Accuracy(side: .none, qualifier: both, outlook: outlook)
        case (.none, _):
            return Accuracy(side: other.side, qualifier: other.qualifier, outlook: outlook)
        case (_, .none):
            return Accuracy(side: side, qualifier: qualifier, outlook: outlook)
        case (.above, .above):
            let both = qualifier == other.qualifier ? qualifier : .over
            return Accuracy(side: .above, qualifier: both, outlook: outlook)
        case (.below, .below):
            let both = qualifier == other.qualifier ? qualifier : .under
            return Accuracy(side: .below, qualifier: both, outlook: outlook)
        default:
            return Accuracy(side: .around, qualifier: .about, outlook: outlook)
        }
    }

    /// The accuracy of a difference, or of a quotient of positive numbers.
    public func subtracting(_ other: Accuracy) -> Accuracy { adding(other.turned) }

    /// The qualifier of the computed number; nil when nothing limits it. A forecast beats a
    /// plan, and both beat the side: a number made with a hoped-for figure is a hope.
    public var result: Qualifier? { outlook ?? qualifier }

    private var turned: Accuracy {
        let turned: Qualifier? =
            switch qualifier {
            case .over: .under
            case .atLeast: .upTo
            case .under, .nearly: .over
            case .upTo: .atLeast
            default: qualifier
            }
        let side: Side =
            switch side {
            case .above: .below
            case .below: .above
            default: side
            }
        return Accuracy(side: side, qualifier: turned, outlook: outlook)
    }

    private static func outlook(_ one: Qualifier?, _ other: Qualifier?) -> Qualifier? {
        one == .forecast || other == .forecast ? .forecast : (one ?? other)
    }
}

extension Qualifier {
    /// Whether the figure is a plan or a forecast, not an outcome.
    public var isOutlook: Bool { self == .planned || self == .forecast }
}

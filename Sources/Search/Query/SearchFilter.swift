/// What a document must be. Values of one list are alternatives; the lists must all be met; an
/// empty list asks for nothing.
public struct SearchFilter: Sendable, Hashable {
    /// Kinds, one of which the document must have.
    public var kinds: [UInt8]
    /// Types, one of which it must have.
    public var types: [String]
    /// Statuses, one of which it must have.
    public var statuses: [String]
    /// Ordinals of places, inside one of which it must lie. A place isn't inside itself.
    public var places: [Int64]
    /// Ordinals of countries, one of which it must belong to. A country belongs to itself.
    public var countries: [Int64]
    /// Ordinals of regions, one of which it must belong to. A region belongs to itself.
    public var regions: [Int64]
    /// Years, one of which its period must touch.
    public var years: [Int]
    /// Topics, one of which it must have.
    public var topics: [String]
    /// First day, as `yyyymmdd`, that its period may end on.
    public var from: Int32?
    /// Last day, as `yyyymmdd`, that its period may begin on.
    public var to: Int32?

    /// A filter; without arguments it lets everything pass.
    public init(
        kinds: [UInt8] = [], types: [String] = [], statuses: [String] = [], places: [Int64] = [],
        countries: [Int64] = [],
        regions: [Int64] = [], years: [Int] = [], topics: [String] = [], from: Int32? = nil,
        to: Int32? = nil
    ) {
        self.kinds = kinds
        self.types = types
        self.statuses = statuses
        self.places = places
        self.countries = countries
        self.regions = regions
        self.years = years
        self.topics = topics
        self.from = from
        self.to = to
    }
}

/// A record's standing in the tree of places.
public enum SearchPlaceRank: UInt8, Sendable, Hashable, CaseIterable {
    /// The record isn't a place.
    case notAPlace
    /// A country: a value of the facet `country`.
    case country
    /// A region: a value of the facet `region`.
    case region
    /// A city, a district, a zone: in the tree, but no facet value.
    case other
}

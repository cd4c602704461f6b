/// A property by whose values a result can be counted and narrowed.
public enum SearchFacet: UInt8, Sendable, Hashable, CaseIterable {
    /// The record's kind.
    case kind
    /// Its type within the kind.
    case type
    /// The countries it belongs to.
    case country
    /// The regions it belongs to.
    case region
    /// The years its period touches.
    case year
    /// Its topics.
    case topic
    /// How far it has come.
    case status
}

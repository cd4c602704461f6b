/// A value of a facet.
public enum SearchFacetValue: Sendable, Hashable {
    /// A kind, as the register numbers kinds.
    case kind(UInt8)
    /// A type or a topic.
    case text(String)
    /// The ordinal of a country or region.
    case place(Int64)
    /// A calendar year.
    case year(Int)
}

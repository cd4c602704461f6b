/// A word of the query that was read as another.
public struct SearchCorrection: Sendable, Hashable {
    /// The folded word of the query.
    public var word: String
    /// The folded word of the best hit that was taken for it.
    public var term: String
}

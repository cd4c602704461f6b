/// A word of the vocabulary taken for a word of the query.
struct Expansion: Sendable {
    let term: UInt32
    /// 1…100.
    let quality: Int
}

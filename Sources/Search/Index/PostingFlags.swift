/// How a word stands in a document: the small byte beside each posting.
struct PostingFlags: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    /// In the main name.
    static let main = PostingFlags(rawValue: 1)
    /// In another name.
    static let alias = PostingFlags(rawValue: 2)
    /// In the text.
    static let text = PostingFlags(rawValue: 4)
    /// As the first word of a name.
    static let start = PostingFlags(rawValue: 8)
    /// As the last word of a name.
    static let end = PostingFlags(rawValue: 16)
    /// As the initials of a name's words.
    static let initials = PostingFlags(rawValue: 32)

    static let names: PostingFlags = [.main, .alias]
    /// Every combination of flags is below this.
    static let limit = 64
}

extension PostingFlags {
    func intersects(_ other: PostingFlags) -> Bool { rawValue & other.rawValue != 0 }
}

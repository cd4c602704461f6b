/// How good it is, out of 100, to find a word in one way or another.
enum MatchQuality {
    static let exact = 100
    /// One word for two of the query, or two for one.
    static let joined = 95
    /// The initials of a name that wasn't given as an alias.
    static let initials = 80

    /// A word that only begins as the query's word does.
    static func prefix(length: Int, of full: Int) -> Int {
        58 + 32 * length / max(length, full)
    }
    /// What a prefix is worth before it is known of which word.
    static let anyPrefix = 70

    /// Words of one skeleton, by the likeness of their spelling.
    static func skeleton(likeness: Int) -> Int { max(1, min(97, likeness)) }
    /// Words of one skeleton that are less alike than this aren't taken.
    static func leastLikeness(length: Int) -> Int {
        length <= 3 ? 80 : length == 4 ? 74 : length == 5 ? 70 : 64
    }

    /// Words within the distance of a typing error.
    static func typo(distance: Int, likeness: Int) -> Int {
        max(1, min(90, likeness - 4 * distance))
    }

    /// How many errors a word of this length may have.
    static func errors(length: Int) -> Int { length < 4 ? 0 : length < 8 ? 1 : 2 }
}

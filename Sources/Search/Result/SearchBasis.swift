/// How a query's words were taken.
public enum SearchBasis: Sendable, Hashable {
    /// There was no text: all documents.
    case everything
    /// Each document given has all the words (or there is none).
    case allWords
    /// No document has all the words; those that have most of them are given.
    case someWords
    /// The text has no letter or digit to look for: nothing matches.
    case noWords
}

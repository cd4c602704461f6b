/// For each word the documents it stands in, ascending, with how it stands there.
///
/// The lists lie one behind the other in the order of the words, so that the words with a common
/// prefix own one stretch of them.
struct Postings: Sendable {
    let offsets: [UInt32]
    let documents: [UInt32]
    let flags: [UInt8]

    func range(of term: Int) -> Range<Int> {
        Int(offsets[term])..<Int(offsets[term + 1])
    }

    func range(of terms: Range<Int>) -> Range<Int> {
        Int(offsets[terms.lowerBound])..<Int(offsets[terms.upperBound])
    }

    /// How many documents have the word.
    func count(of term: Int) -> Int {
        Int(offsets[term + 1] - offsets[term])
    }

    /// The flags of a word in a document; none if it isn't there.
    func flags(of term: Int, in document: UInt32) -> PostingFlags {
        var range = range(of: term)
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            let found = documents[middle]
            if found == document { return PostingFlags(rawValue: flags[middle]) }
            range =
                found < document
                ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
        }
        return []
    }

    /// True if the word stands somewhere in one of the given ways.
    func stands(_ term: Int, as ways: PostingFlags) -> Bool {
        for place in range(of: term) where flags[place] & ways.rawValue != 0 { return true }
        return false
    }
}

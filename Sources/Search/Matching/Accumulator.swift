/// For each document how many of the query's words it has and how well.
///
/// A cell holds, from its lowest bits: the points of the finished words (12 bits), the best points
/// for the word at hand (8), the number of the word at hand (5) and how many required words were
/// found (5).
struct Accumulator: Sendable {
    private var cells: [UInt32]
    /// The documents that were found at all, in no order.
    private(set) var touched: [UInt32] = []

    init(documentCount: Int) {
        cells = Array(repeating: 0, count: documentCount)
    }

    /// What to do with a document that has the word.
    struct Step {
        /// The word's number, from 1 in the order of looking.
        var word: UInt32
        /// A document must have had this many words before; nil takes all.
        var needed: UInt32?
        /// Whether the word counts as found.
        var counts: Bool
    }

    /// Gives the documents of a stretch of postings their points: quality times the weight of how
    /// the word stands there; a weight of 0 is no match.
    mutating func add(
        _ range: Range<Int>, of postings: Postings, quality: Int, weights: [UInt8], _ step: Step
    ) {
        let documents = postings.documents.span
        let flags = postings.flags.span
        let quality = UInt32(quality)
        for place in range {
            let weight = UInt32(weights[Int(flags[place]) & (PostingFlags.limit - 1)])
            if weight == 0 { continue }
            add(documents[place], points: quality * weight / 128, step)
        }
    }

    /// Gives one document points, up to 255, for the word at hand; the best points count.
    @inline(__always)
    mutating func add(_ document: UInt32, points: UInt32, _ step: Step) {
        var cell = cells[Int(document)]
        if cell >> 20 & 31 == step.word {
            if points > cell >> 12 & 255 { cell = cell & ~(255 << 12) | points << 12 }
        } else {
            if let needed = step.needed, cell >> 25 != needed { return }
            if cell == 0 { touched.append(document) }
            let finished = (cell & 4_095) + (cell >> 12 & 255)
            let count = cell >> 25 + (step.counts ? 1 : 0)
            cell = min(4_095, finished) | points << 12 | step.word << 20 | count << 25
        }
        cells[Int(document)] = cell
    }

    /// How many of the required words a document has.
    func count(_ document: UInt32) -> UInt32 { cells[Int(document)] >> 25 }

    /// A document's points for all words.
    func points(_ document: UInt32) -> UInt32 {
        let cell = cells[Int(document)]
        return (cell & 4_095) + (cell >> 12 & 255)
    }

    mutating func clear() {
        for document in touched { cells[Int(document)] = 0 }
        touched.removeAll(keepingCapacity: true)
    }
}

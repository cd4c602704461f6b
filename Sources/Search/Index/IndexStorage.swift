/// All parts of an index. They never change, so that any number of threads may search.
final class IndexStorage: Sendable {
    let vocabulary: Vocabulary
    let postings: Postings
    let names: NameLists
    let ordinals: [Int64]
    let facets: FacetColumns
    let shapes: TermShapes
    let skeletons: SkeletonIndex
    let accumulators: AccumulatorPool
    /// Words that a name may as well lack.
    let genericTerms: Set<UInt32>
    /// For each word how it stands anywhere.
    private let standings: [UInt8]

    init(
        vocabulary: Vocabulary, postings: Postings, names: NameLists, ordinals: [Int64],
        facets: FacetColumns
    ) {
        self.vocabulary = vocabulary
        self.postings = postings
        self.names = names
        self.ordinals = ordinals
        self.facets = facets
        genericTerms = GenericWords.terms(of: vocabulary)
        let all = PostingFlags(rawValue: .max)
        let standings = (0..<vocabulary.count).map { term -> UInt8 in
            var standing: UInt8 = 0
            for place in postings.range(of: term) {
                standing |= postings.flags[place]
                if standing == all.rawValue { break }
            }
            return standing
        }
        self.standings = standings
        shapes = TermShapes(vocabulary) {
            standings[$0] & ~PostingFlags.initials.rawValue != 0
        }
        skeletons = SkeletonIndex(vocabulary) {
            standings[$0] & PostingFlags.names.rawValue != 0
        }
        accumulators = AccumulatorPool(documentCount: ordinals.count)
    }

    /// In which ways a word stands in any document.
    func standing(of term: Int) -> PostingFlags { PostingFlags(rawValue: standings[term]) }

    /// The documents with a name in which the two words stand side by side, ascending.
    func neighbours(_ left: Int, _ right: Int) -> [UInt32] {
        let leftIsRarer = postings.count(of: left) <= postings.count(of: right)
        let range = postings.range(of: leftIsRarer ? left : right)
        return postings.documents[range].filter { document in
            let entries = names.range(of: Int(document))
            guard entries.count > 1 else { return false }
            for place in entries.dropLast()
            where names.entries[place].term == left && names.entries[place + 1].term == right
                && !names.entries[place + 1].startsName
            {
                return true
            }
            return false
        }
    }

    /// A document's name as far as it counts in sorting, as bytes.
    func sortName(of document: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for term in names.sortKey(of: document) {
            if !bytes.isEmpty { bytes.append(0x20) }
            bytes += vocabulary.bytes[vocabulary.range(of: Int(term))]
        }
        return bytes
    }

    /// The first document whose name and ordinal come behind these.
    func firstDocument(after name: [UInt8], _ ordinal: Int64) -> Int {
        var low = 0
        var high = ordinals.count
        while low < high {
            let middle = (low + high) / 2
            let found = sortName(of: middle)
            let isBehind =
                found == name
                ? ordinals[middle] > ordinal : name.lexicographicallyPrecedes(found)
            if isBehind { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Collects documents and makes an index of them.
///
/// Words are numbered as they come; a document is a short list of numbers until `build` sorts
/// words and documents and turns the lists round. No word is held as a string.
public struct SearchIndexBuilder {
    private var terms = TermInterner()
    private var initials = Initials()
    private var words = CollectedWords()
    private var columns = CollectedColumns()

    /// A builder without documents.
    public init() {}

    /// Adds a document; the order of documents doesn't matter. Ordinals must differ.
    ///
    /// - Parameters:
    ///   - nameKeys: The record's names as `NameFolding` gives them, words separated by 0x20,
    ///     names by 0x1F; the main name comes first.
    ///   - textKeys: The folded words of everything else by which it should be found.
    public mutating func add(
        _ document: SearchDocument, nameKeys: Span<UInt8>, textKeys: Span<UInt8>
    ) {
        columns.append(document)
        addNames(nameKeys)
        addText(textKeys)
        words.endDocument()
    }

    /// Adds a document, with its folded words in arrays.
    public mutating func add(_ document: SearchDocument, nameKeys: [UInt8], textKeys: [UInt8]) {
        add(document, nameKeys: nameKeys.span, textKeys: textKeys.span)
    }

    /// The index of all documents that were added.
    public consuming func build() -> SearchIndex {
        let (vocabulary, places) = terms.sorted()
        // Each part is dropped as soon as it is turned into the next, to keep the peak low.
        terms = TermInterner()
        let columns = columns
        var words = words
        self.words = CollectedWords()
        words.renumber(places)
        let order = columns.order(by: words)
        let sorted = words.sorted(by: order)
        let postings = PostingsBuilder.build(words: sorted, termCount: vocabulary.count)
        return SearchIndex(
            IndexStorage(
                vocabulary: vocabulary, postings: postings, names: sorted.names,
                ordinals: columns.ordinals(in: order), facets: columns.facets(in: order)))
    }

    private mutating func addNames(_ keys: Span<UInt8>) {
        var start = 0
        var startsName = true
        initials.reset()
        for place in 0...keys.count {
            let byte = place < keys.count ? keys[place] : Self.nameSeparator
            guard byte <= Self.wordSeparator else { continue }
            if place > start {
                initials.take(keys, start..<place)
                let number = terms.number(of: keys, start..<min(place, start + Self.longestWord))
                words.appendName(NameEntry(term: number, startsName: startsName))
                startsName = false
            }
            start = place + 1
            if byte == Self.nameSeparator {
                if initials.isAcronym {
                    let letters = initials.letters
                    let number = terms.number(of: letters.span, 0..<letters.count)
                    words.appendName(
                        NameEntry(term: number, startsName: true, isInitials: true))
                }
                initials.reset()
                startsName = true
            }
        }
    }

    private mutating func addText(_ keys: Span<UInt8>) {
        var start = 0
        for place in 0...keys.count {
            if place < keys.count, keys[place] > Self.wordSeparator { continue }
            if place > start {
                words.appendText(
                    terms.number(of: keys, start..<min(place, start + Self.longestWord)))
            }
            start = place + 1
        }
    }

    private static let wordSeparator: UInt8 = 0x20
    private static let nameSeparator: UInt8 = 0x1F
    /// Longer words are cut, in the index as in a query: the distance of words is computed on the
    /// bits of one machine word.
    static let longestWord = 64
}

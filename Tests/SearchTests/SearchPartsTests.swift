import Testing

@testable import Search

/// The parts that have a simple definition.
@Suite struct SearchPartsTests {
    @Test func bitParallelDistanceIsTheTextbooks() {
        var random = SeededGenerator(seed: 17)
        for _ in 0..<3_000 {
            let one = word(&random)
            let other = word(&random)
            let bytes = Array(other.utf8)
            let fast = EditDistance(Array(one.utf8)).distance(to: bytes.span, 0..<bytes.count)
            #expect(fast == slowDistance(one, other), "\(one) \(other)")
        }
    }

    @Test func shapesFindAllWordsWithinTheDistance() {
        var random = SeededGenerator(seed: 23)
        let words = Set((0..<600).map { _ in word(&random) })
        var terms = TermInterner()
        for word in words {
            let bytes = Array(word.utf8)
            _ = terms.number(of: bytes.span, 0..<bytes.count)
        }
        let (vocabulary, _) = terms.sorted()
        let shapes = TermShapes(vocabulary) { _ in true }
        for _ in 0..<200 {
            let query = word(&random)
            for limit in 1...2 {
                var found: Set<String> = []
                shapes.forEach(near: Array(query.utf8), within: limit, in: vocabulary) { term, _ in
                    found.insert(vocabulary.text(term))
                }
                #expect(found == words.filter { slowDistance(query, $0) <= limit })
            }
        }
    }

    @Test func vocabularyFindsWordsAndPrefixes() {
        var random = SeededGenerator(seed: 29)
        let words = Set((0..<500).map { _ in word(&random) })
        var terms = TermInterner()
        for word in words {
            let bytes = Array(word.utf8)
            _ = terms.number(of: bytes.span, 0..<bytes.count)
        }
        let (vocabulary, _) = terms.sorted()
        #expect((0..<vocabulary.count).map(vocabulary.text) == words.sorted())
        for _ in 0..<300 {
            let query = word(&random)
            let term = vocabulary.term(Array(query.utf8))
            #expect(term.map(vocabulary.text) == (words.contains(query) ? query : nil))
            let prefixed = vocabulary.terms(withPrefix: Array(query.utf8)).map(vocabulary.text)
            #expect(prefixed == words.filter { $0.hasPrefix(query) }.sorted())
        }
    }

    @Test func cursorsComeBackFromTheirText() {
        var random = SeededGenerator(seed: 31)
        for turn in 0..<300 {
            let cursor = SearchCursor(
                order: SearchOrder.allCases[turn % SearchOrder.allCases.count],
                key: random.next(), ordinal: Int64(bitPattern: random.next()),
                name: (0..<(turn % 40)).map { _ in UInt8.random(in: 0...255, using: &random) })
            #expect(SearchCursor(text: cursor.text) == cursor)
            var letters = Array(cursor.text)
            letters[turn % letters.count] = "~"
            #expect(SearchCursor(text: String(letters)) == nil)
            #expect(SearchCursor(text: String(cursor.text.dropLast())) == nil)
        }
        for bad in ["", "A", "AQ", "%%%", "é", String(repeating: "A", count: 10_000)] {
            #expect(SearchCursor(text: bad) == nil)
        }
    }

    @Test func ringsOfPlacesAreCutOnce() {
        let tree = PlaceTree(
            ordinals: [1, 2, 3, 4], ranks: [.country, .region, .other, .other],
            parents: [3, 1, 2, 4])
        let numbers = [1, 2, 3, 4].map { tree.number(of: $0) }
        #expect(numbers == [0, 1, 2, 3])
        #expect(tree.interval(of: 0) == 0...2)
        #expect(tree.interval(of: 3) == 3...3)
        var countries: [UInt32] = []
        tree.eachCountry(of: 2) { countries.append($0) }
        #expect(countries == [0])
    }

    @Test func topSelectionIsTheStartOfTheSortedList() {
        var random = SeededGenerator(seed: 37)
        for count in [0, 1, 5, 64, 500] {
            var selection = TopSelection(count)
            let keys = (0..<300).map { _ in UInt64.random(in: 0...20, using: &random) }
            for (document, key) in keys.enumerated() { selection.offer(UInt32(document), key: key) }
            let expected = keys.enumerated().sorted {
                ($1.element, $0.offset) < ($0.element, $1.offset)
            }
            #expect(
                selection.finished().map { Int($0.document) }
                    == expected.prefix(count).map(\.offset))
        }
    }

    private func word(_ random: inout SeededGenerator) -> String {
        String(
            (0..<Int.random(in: 1...9, using: &random)).map { _ in
                "aabcd".randomElement(using: &random) ?? "a"
            })
    }
}

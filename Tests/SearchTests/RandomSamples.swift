@testable import Search

/// A generator with a seed (SplitMix64), so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// Small worlds in which words are near each other and everything happens at once.
struct RandomSamples {
    var generator: SeededGenerator
    let words: [String]

    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let parts = [
            "gro", "dno", "na", "min", "sk", "gr", "o", "mo", "gil", "ev", "va", "ts", "a",
        ]
        words =
            (0..<40).map { _ in
                (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                    parts.randomElement(using: &generator) ?? ""
                }.joined()
            } + ["of", "oao", "2021"]
        self.generator = generator
    }

    mutating func word() -> String { words.randomElement(using: &generator) ?? "" }

    mutating func samples(_ count: Int) -> [Sample] {
        (0..<count).map { number in
            let ordinal = Int64(number * 7 % count) + 100
            var document = SearchDocument(ordinal: ordinal, kind: UInt8(number % 4))
            document.rank = UInt32.random(in: 0...5, using: &generator)
            if number < count / 4 {
                document.placeRank =
                    [.country, .region, .other].randomElement(using: &generator) ?? .other
                if number % 3 > 0 { document.parentPlace = anyOrdinal(count) }
            }
            if number % 2 == 0 {
                document.places = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                    anyOrdinal(count)
                }
            }
            if number % 3 > 0 {
                let year = Int32.random(in: 1990...2025, using: &generator)
                document.firstDate = year * 10_000 + 301
                let length: Int32 =
                    number % 7 == 0 ? 80 : Int32.random(in: 0...3, using: &generator)
                document.lastDate = (year + length) * 10_000 + 1_231
            }
            document.type = [nil, "forum", "technopark"].randomElement(using: &generator) ?? nil
            document.status = [nil, "draft", "planned"].randomElement(using: &generator) ?? nil
            document.topics = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
                ["dairy", "optics", "timber"].randomElement(using: &generator) ?? ""
            }
            return Sample(
                document: document,
                names: (0..<Int.random(in: 1...3, using: &generator)).map { _ in some(1...4) },
                text: some(0...5))
        }
    }

    private mutating func some(_ range: ClosedRange<Int>) -> [String] {
        (0..<Int.random(in: range, using: &generator)).map { _ in word() }
    }

    private mutating func anyOrdinal(_ count: Int) -> Int64 {
        Int64.random(in: 0..<Int64(count / 4), using: &generator) * 7 % Int64(count) + 100
    }

    mutating func queryText() -> String {
        var texts = some(1...3)
        if Bool.random(using: &generator), let first = texts.first, first.count > 4 {
            var letters = Array(first)
            letters.swapAt(1, 2)
            if Bool.random(using: &generator) { letters.removeLast() }
            texts[0] = String(letters)
        }
        if Bool.random(using: &generator), let last = texts.last, last.count > 2 {
            texts[texts.count - 1] = String(last.dropLast())
        }
        return texts.joined(separator: Int.random(in: 0...5, using: &generator) == 0 ? "" : " ")
    }

    mutating func filter(_ count: Int) -> SearchFilter {
        func maybe<Value>(_ value: Value) -> [Value] {
            Int.random(in: 0...3, using: &generator) == 0 ? [value] : []
        }
        var filter = SearchFilter()
        filter.kinds = maybe(UInt8.random(in: 0...4, using: &generator))
        filter.types = maybe("forum")
        filter.statuses = maybe("draft")
        filter.topics = maybe("optics") + maybe("nothing")
        filter.countries = maybe(anyOrdinal(count))
        filter.regions = maybe(anyOrdinal(count))
        filter.places = maybe(anyOrdinal(count)) + maybe(anyOrdinal(count))
        filter.years = maybe(Int.random(in: 1988...2030, using: &generator))
        filter.from = maybe(Int32(20_050_101)).first
        filter.to = maybe(Int32(20_151_231)).first
        return filter
    }
}

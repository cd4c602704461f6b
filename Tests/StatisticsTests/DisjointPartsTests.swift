import Records
import Statistics
import Testing

/// What may stand in one sum.
@Suite struct DisjointPartsTests {
    private func key(
        _ subject: String, _ partner: String? = nil, _ product: String? = nil,
        of indicator: String = "goods-export"
    ) throws -> SeriesKey {
        SeriesKey(
            subject: try Sample.id(subject), counterpart: try partner.map(Sample.id),
            indicator: indicator, product: product, length: .year, unit: "USD")
    }

    private func containment() throws -> Containment {
        Containment(wholes: [
            try Sample.id("place/by/brest"): try Sample.id("place/by"),
            try Sample.id("place/by/gomel"): try Sample.id("place/by"),
            try Sample.id("place/ru/moscow"): try Sample.id("place/ru"),
        ])
    }

    private func taken(_ keys: [SeriesKey], prefersWholes: Bool = true) throws -> [Int] {
        let choice = DisjointParts(of: keys, prefersWholes: prefersWholes, try containment())
        #expect((choice.taken + choice.leftOut).sorted() == Array(keys.indices))
        return choice.taken
    }

    @Test func aCountryStandsForItsRegions() throws {
        let partner = "place/kz"
        #expect(
            try taken([
                key("place/by/brest", partner), key("place/by", partner),
                key("place/by/gomel", partner), key("place/ru", partner),
            ]) == [1, 3])
        // Without the country its regions are disjoint.
        #expect(
            try taken([key("place/by/brest", partner), key("place/by/gomel", partner)]) == [0, 1])
    }

    @Test func partnersStandForAllAndPlacesForGroups() throws {
        #expect(
            try taken([
                key("place/by"), key("place/by", "org/cis"), key("place/by", "place/ru"),
                key("place/by", "place/ru/moscow"), key("place/by", "place/kz"),
            ]) == [2, 4])
        #expect(try taken([key("place/by", "org/cis"), key("place/by", "org/eaeu")]) == [0])
    }

    @Test func aProductIsInsideItsTotalAndItsList() throws {
        let keys = [
            try key("place/by", "place/kz"), try key("place/by", "place/kz", "food"),
            try key("place/by", "place/am", "food"), try key("place/by", "place/kz", "tractors"),
        ]
        #expect(try taken(keys) == [0, 2])
        #expect(try taken(keys, prefersWholes: false) == [1, 2, 3])
        #expect(
            try taken([
                key("place/by", nil, "agricultural and food products"),
                key("place/by", nil, "food"), key("place/by", nil, "tractors"),
            ]) == [0, 2])
    }

    /// What lies across each other overlaps although neither contains the other.
    @Test func aRegionWithAllOverlapsWithItsCountryWithOne() throws {
        #expect(try taken([key("place/by/brest"), key("place/by", "place/kz")]) == [1])
    }

    @Test func aTurnoverIsTheSameFromBothSides() throws {
        let sides = [
            ("place/by", "place/kz"), ("place/kz", "place/by"), ("place/kz", "place/by/brest"),
        ]
        #expect(try taken(sides.map { try key($0.0, $0.1, of: "trade-turnover") }) == [0])
        #expect(try taken(sides.prefix(2).map { try key($0.0, $0.1) }) == [0, 1])
    }

    /// Whatever is there: no two of what is taken share a figure, and all else meets one of them.
    @Test func takenPartsAreDisjointAndNothingMoreWouldFit() throws {
        var random = SeededRandom(seed: 7)
        let places = ["place/by", "place/by/brest", "place/ru", "place/ru/moscow", "place/kz"]
        for _ in 0..<300 {
            var keys: [SeriesKey] = []
            for _ in 0..<random.below(12) {
                let partner = random.below(4) == 0 ? nil : random.pick(places)
                let one = try key(
                    random.pick(places), partner, random.pick([nil, nil, "food", "oil"]))
                if !keys.contains(one) { keys.append(one) }
            }
            let choice = DisjointParts(of: keys, prefersWholes: true, try containment())
            for (place, one) in choice.taken.enumerated() {
                for other in choice.taken.dropFirst(place + 1) {
                    #expect(try !overlap(keys[one], keys[other]))
                }
            }
            for out in choice.leftOut {
                #expect(try choice.taken.contains { try overlap(keys[$0], keys[out]) })
            }
        }
    }

    /// The smallest pieces of a flow: a leaf of the subject, a leaf of the partner, a product.
    private func overlap(_ one: SeriesKey, _ other: SeriesKey) throws -> Bool {
        func leaves(_ id: RecordID?) -> Set<String> {
            let all = [
                "place/by/brest", "place/by/rest", "place/ru/moscow", "place/ru/rest",
                "place/kz/rest", "else",
            ]
            return Set(all.filter { leaf in id.map { leaf.hasPrefix($0.text) } ?? true })
        }
        func products(_ key: SeriesKey) -> Set<String> {
            key.product.map { [$0] } ?? ["food", "oil", "else"]
        }
        return !leaves(one.subject).isDisjoint(with: leaves(other.subject))
            && !leaves(one.counterpart).isDisjoint(with: leaves(other.counterpart))
            && !products(one).isDisjoint(with: products(other))
    }
}

import Records
import Statistics

/// Figures of a small world, so that they meet often: two countries, their regions, few periods.
enum RandomFigures {
    static let places = [
        "place/aa", "place/bb", "place/aa/one", "place/aa/two", "place/bb/three", "org/union",
        "org/plant",
    ]
    static let wholes = [
        "place/aa/one": "place/aa", "place/aa/two": "place/aa", "place/bb/three": "place/bb",
        "org/plant": "place/aa/one",
    ]
    static let members = ["place/aa": ["org/union"], "place/bb": ["org/union"]]

    static let indicators = [
        ("goods-export", "USD"), ("goods-import", "USD"), ("trade-turnover", "USD"),
        ("trade-balance", "USD"), ("goods-export-growth", "%"), ("goods-export-share", "%"),
        ("export-share", "%"), ("residents", "companies"), ("foreign-residents", "companies"),
        ("companies-with-capital-of", "companies"),
        ("foreign-companies-with-capital-of", "companies"),
        ("joint-ventures-with-capital-of", "companies"), ("goods-export", "EUR"),
        ("something-else", "times"),
    ]

    static var containment: Containment {
        get throws {
            var tree: [RecordID: RecordID] = [:]
            for (part, whole) in wholes { tree[try Sample.id(part)] = try Sample.id(whole) }
            var groups: [RecordID: [RecordID]] = [:]
            for (part, of) in members { groups[try Sample.id(part)] = try of.map(Sample.id) }
            return Containment(wholes: tree, memberships: groups)
        }
    }

    static func make(_ count: Int, _ seed: UInt64) throws -> [Figure] {
        var random = SeededRandom(seed: seed)
        let periods = [
            "2019", "2020", "2020", "2021", "2021", "2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4",
            "2021-01/2021-03", "2021-01/2021-09", "2020-01/2020-09", "2021-05", "2021-10-01",
            "2016/2020",
        ]
        let products = [nil, nil, nil, "food", "agricultural and food products", "cars, food"]
        let qualifiers = [
            nil, nil, nil, nil, "exact", "over", "about", "nearly", "at-least", "up-to", "under",
            "planned", "forecast",
        ]
        return try (0..<count).map { number in
            let (indicator, unit) = random.pick(indicators)
            let scale = random.pick([1, 1, 10, 1_000])
            let value = (random.below(130) - (indicator == "trade-balance" ? 60 : 0)) * scale
            return try Sample.figure(
                "x\(number)", indicator, random.pick(places),
                with: random.below(3) == 0 ? nil : random.pick(places), random.pick(periods),
                "\(value)" + random.pick(["", "", ".5"]), unit, random.pick(qualifiers),
                product: random.pick(products),
                base: random.below(8) == 0 ? "2019" : nil)
        }
    }
}

import Records
import Statistics
import Testing

/// Figures for tests, written as short as one can read them.
enum Sample {
    /// A figure: `figure("x", "goods-export", "place/by", with: "place/kz", "2020", "289.9", "USD")`.
    static func figure(
        _ id: String, _ indicator: String, _ subject: String, with counterpart: String? = nil,
        _ period: String, _ value: String, _ unit: String = "USD", _ qualifier: String? = nil,
        product: String? = nil, base: String? = nil, statedOn: String? = nil
    ) throws -> Figure {
        var writer = JSONWriter()
        writer.object { object in
            object.member("kind", "observation")
            object.member("id", "obs/" + id)
            object.member("indicator", indicator)
            object.member("subject", subject)
            object.member("counterpart", counterpart)
            object.member("product", product)
            object.member("period", period)
            object.member("value", ExactDecimal(value))
            object.member("unit", unit)
            object.member("qualifier", qualifier)
            object.member("base_period", base)
            object.name("cite")
            object.array { $0.object { $0.member("source", "src/000-n1") } }
        }
        return try #require(
            Figure(try Record(json: writer.bytes), statedOn: statedOn.flatMap { PartialDate($0) }))
    }

    static func id(_ text: String) throws -> RecordID { try #require(RecordID(text)) }

    static func decimal(_ text: String) throws -> ExactDecimal {
        try #require(ExactDecimal(text))
    }

    static func period(_ text: String) throws -> Period { try #require(Period(text)) }
}

/// The only series of some figures.
func onlySeries(_ figures: [Figure]) throws -> Series {
    let set = SeriesSet(figures)
    #expect(set.series.count == 1)
    return try #require(set.series.first)
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed everywhere.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
        return word ^ word >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }
}

import Records

@testable import SDMX

/// Small figures for tests.
enum Samples {
    static let wording = Wording(
        indicator: { LocalName("Name of \($0)", italian: "Nome di \($0)") },
        unit: { LocalName("unit \($0)") })

    static let header = MessageHeader(id: "R1", prepared: "2026-01-02T03:04:05Z")

    /// A figure from the fields of a record.
    static func figure(
        _ id: String, _ subject: String = "place/aa", indicator: String = "goods-export",
        counterpart: String? = nil, product: String? = nil, period: String = "2020",
        value: String = "1", unit: String = "USD", qualifier: String? = nil,
        base: String? = nil
    ) throws -> Figure {
        var json = JSONWriter()
        json.object {
            $0.member("kind", "observation")
            $0.member("id", "obs/\(id)")
            $0.member("indicator", indicator)
            $0.member("subject", subject)
            $0.member("counterpart", counterpart)
            $0.member("product", product)
            $0.member("period", period)
            $0.member("value", ExactDecimal(value))
            $0.member("unit", unit)
            $0.member("qualifier", qualifier)
            $0.member("base_period", base)
            $0.name("cite")
            $0.array { $0.object { $0.member("source", "src/gazette") } }
        }
        let record = try Record(json: json.bytes)
        guard case .observation(let observation) = record.body else { throw NoFigure() }
        return Figure(
            id: record.id, observation: observation,
            subject: LocalName("Aland", russian: "Аланд"),
            counterpart: observation.counterpart.map { _ in LocalName("Beland") },
            source: "Gazette (src/gazette)")
    }

    struct NoFigure: Error {}

    static func set(_ figures: [Figure], ranks: [RecordID: Int64] = [:]) -> FigureSet {
        FigureSet(figures, wording: wording, ranks: ranks)
    }

    /// The message that answers `data/FIGURES/{key}?…`.
    static func message(
        _ figures: [Figure], key: String = "all", _ items: [(String, String)] = [],
        _ format: DataFormat, hasLabels: Bool = false
    ) throws -> String {
        let query = try DataQuery(
            path: ["FIGURES", key], items.map { QueryItem(name: $0.0, value: $0.1) })
        var message = try DataMessage(
            set(figures), query, format: format, hasLabels: hasLabels, header: header,
            service: "http://host/sdmx/2.1")
        return String(decoding: message.bytes(), as: UTF8.self)
    }

    /// Two series: one of two years, one of nine months with a base period.
    static func two() throws -> [Figure] {
        [
            try figure("b", period: "2021", value: "847900000", qualifier: "over"),
            try figure("a", period: "2020", value: "-12.5"),
            try figure(
                "c", indicator: "goods-export-growth", counterpart: "place/bb",
                product: "food & \"drink\"", period: "2021-01/2021-09", value: "27", unit: "%",
                qualifier: "forecast", base: "2019"),
        ]
    }
}

/// A small generator of numbers, the same for the same seed (SplitMix64).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
    }

    mutating func pick<Item>(_ items: [Item]) -> Item { items[roll(items.count)] }
}

import Exchange

/// A seeded generator (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

/// A firm of the demonstration. They are made up.
struct DemoFirm {
    var code: String
    var name: String
    var places: [String]
    var isResident: Bool

    var participant: Participant {
        Participant(
            code: code, name: name,
            organisation: RecordName("organisation/demo-\(code.lowercased())"),
            places: places.map { RecordName($0) }, isResident: isResident)
    }
}

/// Who and what the demonstration trades. The house stands in Minsk: firms of Belarus are
/// residents, and a deal between two firms of Russia is in transit.
enum DemoHouse {
    static let karelia = ["place/ru/karelia", "place/ru"]
    static let minsk = ["place/by/minsk", "place/by"]

    static let milk = [
        DemoFirm(code: "ONEGA-DAIRY", name: "Demo Onega Dairy", places: karelia, isResident: false),
        DemoFirm(
            code: "LADOGA-DAIRY", name: "Demo Ladoga Dairy", places: karelia, isResident: false),
        DemoFirm(
            code: "SORTAVALA-FARM", name: "Demo Sortavala Farm", places: karelia, isResident: false),
        DemoFirm(
            code: "OLONETS-FARM", name: "Demo Olonets Farm", places: karelia, isResident: false),
        DemoFirm(
            code: "PSKOV-DAIRY", name: "Demo Pskov Dairy", places: ["place/ru/pskov", "place/ru"],
            isResident: false),
        DemoFirm(
            code: "SAMARA-OIL", name: "Demo Samara Oil",
            places: ["place/ru/samara-region", "place/ru"],
            isResident: false),
        DemoFirm(
            code: "KALUGA-FOODS", name: "Demo Kaluga Foods",
            places: ["place/ru/kaluga", "place/ru"],
            isResident: false),
        DemoFirm(code: "MINSK-FOODS", name: "Demo Minsk Foods", places: minsk, isResident: true),
    ]

    static let timber = [
        DemoFirm(
            code: "PSKOV-TIMBER", name: "Demo Pskov Timber",
            places: ["place/ru/pskov", "place/ru"],
            isResident: false),
        DemoFirm(
            code: "MINSK-JOINERY", name: "Demo Minsk Joinery", places: minsk, isResident: true),
        DemoFirm(
            code: "GRODNO-BOARD", name: "Demo Grodno Board",
            places: ["place/by/grodno", "place/by"], isResident: true),
        DemoFirm(
            code: "BREST-FURNITURE", name: "Demo Brest Furniture",
            places: ["place/by/brest", "place/by"], isResident: true),
    ]

    static let metals = [
        DemoFirm(
            code: "VOLOGDA-STEEL", name: "Demo Vologda Steel",
            places: ["place/ru/vologda", "place/ru"], isResident: false),
        DemoFirm(
            code: "GOMEL-ROLLING", name: "Demo Gomel Rolling Mill",
            places: ["place/by/gomel", "place/by"], isResident: true),
        DemoFirm(
            code: "MINSK-MACHINES", name: "Demo Minsk Machines", places: minsk, isResident: true),
        DemoFirm(
            code: "BREST-BUILDERS", name: "Demo Brest Builders",
            places: ["place/by/brest", "place/by"], isResident: true),
    ]

    static func instrument(
        _ code: String, _ name: String, commodity: String, hs: String, lot: Int64, unit: String,
        tickValue: Int64, _ currency: CurrencyCode, place: String, region: String,
        mode: TradingMode = .continuous, quality: [QualityAttribute] = [],
        band: ClosedRange<Int64>? = nil
    ) -> Instrument {
        let day: Int64 = 86_400_000
        return Instrument(
            code: code, name: name, commodity: RecordName(commodity), harmonisedCode: hs,
            quality: quality, lotSize: ExactDecimal(lot), unit: unit, tickValue: tickValue,
            tickSize: ExactDecimal(max(1, tickValue / lot), scale: 2), currency: currency,
            basis: Basis(rule: .fca, place: place, region: RecordName(region)),
            deadlines: ContractTerms(
                signing: day, payment: 5 * day, shipment: 10 * day, acceptance: 10 * day,
                claims: 14 * day),
            bands: PriceBands(entry: band, fixed: band), mode: mode,
            resident: Rates(deposit: 500, fee: 10), nonResident: Rates(deposit: 1_000, fee: 20))
    }
}

import Exchange
import Records
import Testing

@testable import MarketRecords
@testable import TradingFloor

struct SessionPublisherTests {
    private static let region = "place/ru/karelia"

    private static func milk(_ region: String = region) throws -> Instrument {
        Instrument(
            code: "MILK", name: "raw milk", commodity: RecordName("commodity/milk"),
            lotSize: Exchange.ExactDecimal(10), unit: "t", tickValue: 500,
            tickSize: Exchange.ExactDecimal(50, scale: 2),
            currency: try #require(CurrencyCode("RUB")),
            basis: Basis(rule: .fca, place: "Petrozavodsk", region: RecordName(region)),
            deadlines: ContractTerms(signing: 0, payment: 0, shipment: 0, acceptance: 0, claims: 0))
    }

    private static func held(
        _ deals: [(price: Ticks, lots: Exchange.Quantity)], negotiated: Bool = false,
        region: String = region, section: String = "dairy"
    ) throws -> HeldSession {
        var book = QuotationBook()
        let row = book.row(
            for: QuotationKey(instrument: 0, rule: .fca, region: RecordName(region)))
        for deal in deals {
            _ = book.add(
                negotiated ? .negotiated : .market, row: row, price: deal.price,
                quantity: deal.lots, value: deal.price * deal.lots * 500, isTransit: false)
        }
        let record = SessionRecord(
            number: 12, plan: "DAY", opened: Instant(1_795_417_200_000),
            closed: Instant(1_795_424_400_000), isCancelled: false, commands: (1, 9),
            entries: (2, 5), deals: UInt64(deals.count), quotations: book.quotations)
        return HeldSession(
            section: section, record: record, instruments: [try milk(region)],
            day: try #require(CivilDay("2026-11-23")), seal: .none)
    }

    private static func values(_ publication: SessionPublisher.Publication) -> [String: String] {
        var found: [String: String] = [:]
        for record in publication.records {
            guard case .observation(let figure) = record.body else { continue }
            found[figure.indicator] =
                (figure.qualifier.map { "\($0) " } ?? "") + "\(figure.value) \(figure.unit)"
        }
        return found
    }

    @Test func aSessionBecomesItsSourceAndItsFigures() throws {
        let held = try Self.held([(3_761, 3), (3_764, 1), (3_760, 4)])
        let publication = SessionPublisher(site: "https://x.example").publication(of: held) {
            $0.text == Self.region
        }
        #expect(publication.passedOver.isEmpty)
        #expect(
            Self.values(publication) == [
                "exchange-opening-price": "1880.5 RUB/t",
                "exchange-highest-price": "1882 RUB/t",
                "exchange-lowest-price": "1880 RUB/t",
                "exchange-closing-price": "1880 RUB/t",
                // (3761 × 3 + 3764 + 3760 × 4) ÷ 8 = 3760.875 ticks of 0.50, exactly.
                "exchange-average-price": "1880.4375 RUB/t",
                "exchange-volume": "80 t",
                "exchange-turnover": "150435 RUB",
                "exchange-deals": "3 deals",
            ])
        let source = try #require(publication.records.first)
        #expect(source.id.text == "src/exchange/dairy/session-12")
        guard case .source(let session) = source.body else {
            Issue.record("it isn't a source")
            return
        }
        #expect(session.title == "Session 12 (DAY) of the section dairy")
        #expect(session.url == "https://x.example/market/dairy/sessions/12")
        #expect(session.date?.description == "2026-11-23")
        #expect(source.citations[0].locator?.contains("hash \(held.seal.hash)") == true)
        for figure in publication.records.dropFirst() {
            #expect(figure.citations.map(\.source) == [source.id])
            guard case .observation(let body) = figure.body else { continue }
            #expect(body.subject.text == Self.region)
            #expect(body.product == "raw milk (MILK), FCA, DAY")
            #expect(body.period.description == "2026-11-23")
        }
        #expect(Set(publication.records.map(\.id)).count == publication.records.count)
        let again = SessionPublisher(site: "https://x.example").publication(of: held) { _ in true }
        #expect(again.records == publication.records)
    }

    @Test func aRoundedAverageSaysSo() throws {
        let publication = SessionPublisher().publication(
            of: try Self.held([(3_761, 1), (3_762, 2)])
        ) { _ in true }
        // 3761.6667 ticks of 0.50: 1880.83335.
        let average = Self.values(publication)["exchange-average-price"]
        #expect(average == "about 1880.83335 RUB/t")
    }

    @Test func negotiatedDealsAreCountedApart() throws {
        let publication = SessionPublisher().publication(
            of: try Self.held([(3_761, 2)], negotiated: true)
        ) { _ in true }
        #expect(
            Self.values(publication) == [
                "negotiated-volume": "20 t", "negotiated-turnover": "37610 RUB",
                "negotiated-deals": "1 deals",
            ])
    }

    @Test func whatHasNoSubjectIsPassedOverWithAReason() throws {
        let held = try Self.held([(3_761, 2)])
        let nowhere = SessionPublisher().publication(of: held) { _ in false }
        #expect(nowhere.records.map(\.kind) == [.source])
        #expect(nowhere.passedOver.count == 1)
        #expect(nowhere.passedOver[0].contains("MILK") && nowhere.passedOver[0].contains("region"))
        let house = try #require(RecordID("org/exchange"))
        let fallback = SessionPublisher(fallback: house).publication(of: held) { $0 == house }
        #expect(fallback.records.count == 9)
        for region in ["", "not an id", "org/exchange"] {
            let publication = SessionPublisher().publication(
                of: try Self.held([(3_761, 2)], region: region)
            ) { _ in true }
            #expect(publication.records.count == 1, "\(region)")
        }
        let name = SessionPublisher().publication(
            of: try Self.held([(3_761, 2)], section: "-x")
        ) { _ in true }
        #expect(name.records.isEmpty && name.passedOver.count == 1)
    }

    @Test func aSumBeyondTheRegistersNumbersIsPassedOver() throws {
        // Four thousand deals of 2⁴⁰ lots: more than 18 digits of money.
        let huge = try Self.held(
            (0..<4_000).map { _ in (price: Ticks(1 << 10), lots: Exchange.Quantity(1) << 40) })
        let passed = SessionPublisher().publication(of: huge) { _ in true }
        #expect(Self.values(passed)["exchange-turnover"] == nil)
        #expect(
            passed.passedOver.contains { $0.contains("MILK, exchange-turnover") },
            "\(passed.passedOver)")
    }
}

import Exchange
import Records
import TradingFloor

/// Results of sessions as rows, for JSON and CSV.
struct QuotationTable: Sendable {
    let section: String
    private let rows: [(record: SessionRecord, quotation: Quotation)]
    private let names: MarketNames

    /// The rows of sessions that are over, of all instruments or one.
    init(
        _ records: [SessionRecord], _ names: MarketNames, _ section: String, only: String? = nil
    ) {
        self.section = section
        self.names = names
        rows = records.flatMap { record in
            record.quotations.compactMap { row in
                let code = names.terms(row.key.instrument)?.code
                return row.isEmpty || (only != nil && code != only) ? nil : (record, row)
            }
        }
    }

    var json: Answer {
        .json(reserving: 32_768) {
            $0.object {
                $0.name("quotations")
                $0.array { list in
                    for (record, row) in rows {
                        list.object {
                            $0.member("session", Int(record.number))
                            $0.member("closed", moment: record.closed)
                            $0.quotation(row, names)
                        }
                    }
                }
            }
        }
    }

    /// The columns of the CSV.
    static let columns = [
        "section", "session", "closed", "instrument", "basis", "region", "currency", "unit",
        "open", "high", "low", "last", "weighted_average", "volume", "value", "deals",
        "negotiated_volume", "negotiated_value", "negotiated_deals", "transit_volume",
        "transit_value", "transit_deals", "best_bid", "best_offer",
    ]

    func csv(named name: String) -> Answer {
        var bytes: [UInt8] = []
        CSV.append(Self.columns, to: &bytes)
        for (record, row) in rows {
            guard let terms = names.terms(row.key.instrument) else { continue }
            let price = { (ticks: Ticks?) in ticks.map { PriceText.text($0, in: terms) } }
            let totals = [row.market, row.negotiated, row.transit].flatMap { totals -> [String?] in
                [
                    LotText.text(totals.volume, in: terms),
                    MoneyText.text(totals.value, terms.currency), String(totals.deals),
                ]
            }
            CSV.append(
                [
                    section, String(record.number), record.closed.map { MomentText.text($0) },
                    terms.code, "\(row.key.rule)", row.key.region.text, terms.currency.text,
                    terms.unit, price(row.open), price(row.high), price(row.low),
                    price(row.last), row.average.map { PriceText.text($0, in: terms) },
                ] + totals + [price(row.bestBid), price(row.bestOffer)], to: &bytes)
        }
        var answer = Answer(CSV.contentType, bytes)
        answer.headers = [("Content-Disposition", "attachment; filename=\"\(name)\"")]
        return answer
    }
}

internal import Exchange
internal import Records
internal import TradingFloor

/// The figures of one quotation.
struct QuotationFigures {
    /// One figure: its indicator, the exact number, its unit, and whether it was rounded.
    struct Figure {
        var indicator: String
        var value: String
        var unit: String
        var isRounded = false
    }

    private let quotation: Quotation
    private let goods: Instrument
    private let subject: RecordID
    private let source: RecordID
    private let day: CivilDay

    init(
        _ quotation: Quotation, of goods: Instrument, subject: RecordID, source: RecordID,
        day: CivilDay
    ) {
        self.quotation = quotation
        self.goods = goods
        self.subject = subject
        self.source = source
        self.day = day
    }

    /// Prices, then the totals of deals that made prices, then those of negotiated deals. Nothing
    /// where there was no deal.
    var all: [Figure] {
        var figures = prices
        if quotation.market.deals > 0 { figures += totals(quotation.market, "exchange") }
        if quotation.negotiated.deals > 0 {
            figures += totals(quotation.negotiated, "negotiated")
        }
        return figures
    }

    private var prices: [Figure] {
        let named: [(String, Ticks?)] = [
            ("exchange-opening-price", quotation.open), ("exchange-highest-price", quotation.high),
            ("exchange-lowest-price", quotation.low), ("exchange-closing-price", quotation.last),
        ]
        let unit = "\(goods.currency.text)/\(goods.unit)"
        var figures = named.compactMap { name, ticks in
            ticks.map {
                Figure(indicator: name, value: PriceText.text($0, in: goods), unit: unit)
            }
        }
        if let average = quotation.average {
            // Ten-thousandths of a tick have four places more than the tick has.
            let units = Int128(average.rounded) * Int128(goods.tickSize.units)
            figures.append(
                Figure(
                    indicator: "exchange-average-price",
                    value: DecimalText.text(units, scale: Int(goods.tickSize.scale) + 4),
                    unit: unit, isRounded: average.remainder != 0))
        }
        return figures
    }

    private func totals(_ totals: DealTotals, _ prefix: String) -> [Figure] {
        [
            Figure(
                indicator: "\(prefix)-volume", value: LotText.text(totals.volume, in: goods),
                unit: goods.unit),
            Figure(
                indicator: "\(prefix)-turnover",
                value: MoneyText.text(totals.value, goods.currency), unit: goods.currency.text),
            Figure(indicator: "\(prefix)-deals", value: "\(totals.deals)", unit: "deals"),
        ]
    }

    /// A figure as a record's JSON.
    func record(_ figure: Figure, in held: HeldSession) -> [UInt8] {
        let rule = "\(quotation.key.rule)"
        var writer = JSONWriter()
        writer.object {
            $0.member("kind", Kind.observation.name)
            $0.member(
                "id",
                "obs/exchange/\(held.section)/\(held.record.number)/\(quotation.key.instrument)-"
                    + "\(Self.slug(goods.code))-\(rule)-\(Self.slug(quotation.key.region.text))/"
                    + figure.indicator)
            $0.member("indicator", figure.indicator)
            $0.member("subject", subject.text)
            // Sessions of different plans on one day are different series.
            $0.member(
                "product",
                "\(goods.name.isEmpty ? goods.code : goods.name) (\(goods.code)), "
                    + "\(rule.uppercased()), \(held.record.plan)")
            $0.member("period", day.text)
            // A number that has too many digits for a record is refused there, by its name.
            $0.name("value")
            $0.raw(figure.value.utf8)
            $0.member("unit", figure.unit)
            $0.member("qualifier", figure.isRounded ? Qualifier.about.rawValue : nil)
            $0.cite(source, at: goods.code)
        }
        return writer.bytes
    }

    /// A text as part of an id: its letters and digits in lower case, the rest as single hyphens.
    private static func slug(_ text: String) -> String {
        let parts = text.lowercased().split { character in
            !character.isASCII || !(character.isLetter || character.isNumber)
        }
        return parts.isEmpty ? "x" : parts.joined(separator: "-")
    }
}

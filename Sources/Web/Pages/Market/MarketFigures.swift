import Exchange
import TradingFloor

/// Prices, quantities and amounts in words, to the last digit: the exchange counts in ticks, lots
/// and minor units of a currency, people in currency for a unit of goods.
struct MarketFigures: Sendable {
    let words: Catalogue

    // MARK: Prices

    /// A price for a unit of goods, grouped for the reader.
    func price(_ ticks: Ticks, of instrument: Instrument) -> String {
        let tick = Tick(instrument)
        return words.number(
            DecimalText.text(Int128(ticks) * Int128(tick.units), scale: tick.scale))
    }

    /// What prices are in: "RUB/t".
    func unit(of instrument: Instrument) -> String {
        instrument.currency.text + "/" + instrument.unit
    }

    /// How many digits an instrument's prices have behind the point.
    static func digits(of instrument: Instrument) -> Int { Tick(instrument).scale }

    /// The average of a quotation, as exact as it is published everywhere.
    func average(_ average: WeightedAverage, of instrument: Instrument) -> String {
        words.number(PriceText.text(average, in: instrument))
    }

    /// A price as data: a plain decimal.
    static func price(_ ticks: Ticks, of instrument: Instrument) -> String {
        PriceText.text(ticks, in: instrument)
    }

    /// The price that a reader wrote, in ticks: with a point or a comma, and spaces between groups
    /// of digits. Nil when it isn't one, or isn't a whole number of ticks.
    ///
    /// Prices bind, so what may be meant otherwise is none: "1,510" in English, "1.510" in Italian,
    /// where the sign stands between groups of digits.
    func ticks(_ text: String, of instrument: Instrument) -> Ticks? {
        let digits = text.filter { !" \u{A0}\u{202F}'".contains($0) }
        let parts = digits.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
        guard parts.count <= 2 else { return nil }
        let groups = words.groupSeparator
        let isGroup = parts.count == 2 && parts[1].count == 3 && digits.contains(groups)
        // Our own fields are filled in with a point, which may stand before three digits.
        if isGroup && !(groups == "." && Self.digits(of: instrument) == 3) { return nil }
        return try? PriceText.ticks(parts.joined(separator: "."), in: instrument)
    }

    /// A tick without needless zeros, so that all prices of an instrument have as many digits as
    /// its ticks need.
    private struct Tick {
        var units: Int64
        var scale: Int

        init(_ instrument: Instrument) {
            units = instrument.tickSize.units
            scale = Int(instrument.tickSize.scale)
            while scale > 0, units % 10 == 0 {
                units /= 10
                scale -= 1
            }
        }
    }

    // MARK: Quantities and money

    /// A number of lots.
    func lots(_ count: some BinaryInteger) -> String { words.number(String(count)) }

    /// What lots come to in the instrument's unit: "380 t".
    func goods(_ lots: some BinaryInteger, of instrument: Instrument) -> String {
        words.number(LotText.text(Int128(lots), in: instrument)) + "\u{A0}" + instrument.unit
    }

    /// An amount in minor units of its currency.
    func money(_ minor: some BinaryInteger, _ currency: CurrencyCode) -> String {
        amount(minor, currency) + "\u{A0}" + currency.text
    }

    /// An amount without its currency, for a column that names it.
    func amount(_ minor: some BinaryInteger, _ currency: CurrencyCode) -> String {
        words.number(MoneyText.text(Int128(minor), currency))
    }

    /// A rate in hundredths of a percent.
    func rate(_ rate: UInt32) -> String { words.number(RateText.text(rate)) + "\u{A0}%" }

    /// A decimal of an instrument's specification.
    func number(_ decimal: Exchange.ExactDecimal) -> String {
        words.number(DecimalText.shortest(Int128(decimal.units), scale: Int(decimal.scale)))
    }
}

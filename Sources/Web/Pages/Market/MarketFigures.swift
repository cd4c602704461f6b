import Exchange

/// Prices, quantities and amounts in words, to the last digit: the exchange counts in ticks, lots
/// and minor units of a currency, people in currency for a unit of goods.
struct MarketFigures: Sendable {
    let words: Catalogue

    // MARK: Prices

    /// A price for a unit of goods, grouped for the reader.
    func price(_ ticks: Ticks, of instrument: Instrument) -> String {
        words.number(Self.price(ticks, of: instrument))
    }

    /// What prices are in: "RUB/t".
    func unit(of instrument: Instrument) -> String {
        instrument.currency.text + "/" + instrument.unit
    }

    /// How many digits an instrument's prices have behind the point.
    static func digits(of instrument: Instrument) -> Int { Tick(instrument).scale }

    /// The average of a quotation, with two digits more than a tick has.
    func average(_ average: WeightedAverage, of instrument: Instrument) -> String {
        let tick = Tick(instrument)
        // `rounded` counts in ten-thousandths of a tick; two digits of them are left out.
        let (whole, rest) = (Int128(average.rounded) * Int128(tick.units)).quotientAndRemainder(
            dividingBy: 100)
        let rounded = rest >= 50 ? whole + 1 : whole
        return words.number(Self.decimal(rounded, scale: tick.scale + 2))
    }

    /// A price as data: a plain decimal.
    static func price(_ ticks: Ticks, of instrument: Instrument) -> String {
        let tick = Tick(instrument)
        return decimal(Int128(ticks) * Int128(tick.units), scale: tick.scale)
    }

    /// The price that a reader wrote, in ticks: with a point or a comma, and spaces between groups
    /// of digits. Nil when it isn't one, or isn't a whole number of ticks.
    static func ticks(_ text: String, of instrument: Instrument) -> Ticks? {
        let digits = text.filter { !" \u{A0}\u{202F}'".contains($0) }
        let parts = digits.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
        guard (1...2).contains(parts.count), let whole = parts.first, digits.utf8.count <= 24,
            !whole.isEmpty, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        var fraction = parts.count > 1 ? String(parts[1]) : ""
        while fraction.last == "0" { fraction.removeLast() }
        let tick = Tick(instrument)
        guard fraction.utf8.count <= tick.scale,
            let units = Int128(
                whole + fraction
                    + String(repeating: "0", count: tick.scale - fraction.utf8.count))
        else { return nil }
        let (count, rest) = units.quotientAndRemainder(dividingBy: Int128(tick.units))
        return rest == 0 ? Ticks(exactly: count) : nil
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
        let size = instrument.lotSize
        let amount = Int128(lots) * Int128(size.units)
        return words.number(Self.trimmed(Self.decimal(amount, scale: Int(size.scale))))
            + "\u{A0}" + instrument.unit
    }

    /// An amount in minor units of its currency.
    func money(_ minor: some BinaryInteger, _ currency: CurrencyCode) -> String {
        amount(minor, currency) + "\u{A0}" + currency.text
    }

    /// An amount without its currency, for a column that names it.
    func amount(_ minor: some BinaryInteger, _ currency: CurrencyCode) -> String {
        words.number(Self.decimal(Int128(minor), scale: Self.minorDigits(currency)))
    }

    /// A rate in hundredths of a percent.
    func rate(_ rate: UInt32) -> String {
        words.number(Self.trimmed(Self.decimal(Int128(rate), scale: 2))) + "\u{A0}%"
    }

    /// A decimal of an instrument's specification.
    func number(_ decimal: Exchange.ExactDecimal) -> String {
        words.number(
            Self.trimmed(Self.decimal(Int128(decimal.units), scale: Int(decimal.scale))))
    }

    /// How many digits a currency's minor unit has (ISO 4217); two but for these.
    private static func minorDigits(_ currency: CurrencyCode) -> Int {
        switch currency.text {
        case "JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "XAF", "XOF": 0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        default: 2
        }
    }

    /// The decimal `units` × 10^−`scale`.
    private static func decimal(_ units: Int128, scale: Int) -> String {
        let sign = units < 0 ? "-" : ""
        var digits = String(units.magnitude)
        guard scale > 0 else { return sign + digits }
        let missing = scale + 1 - digits.utf8.count
        if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
        return sign + digits.dropLast(scale) + "." + digits.suffix(scale)
    }

    /// Without zeros at the end of its fraction.
    private static func trimmed(_ decimal: String) -> String {
        guard decimal.contains(".") else { return decimal }
        var text = decimal
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }
}

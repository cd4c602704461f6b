public import Exchange

/// Money as people write it: decimal numbers of a currency, exact to its minor unit.
public enum MoneyText {
    /// The minor units that an amount is.
    ///
    /// - Throws: ``FormError`` if it has more places than the currency has.
    public static func minor(
        _ text: String, _ currency: CurrencyCode, at path: String = "amount"
    ) throws(FormError) -> Money {
        let number = try DecimalText.decimal(text, at: path)
        let digits = currency.minorDigits
        guard number.scale <= digits else {
            throw FormError(
                path, "\(text) has more places than \(currency.text)",
                digits == 0
                    ? "\(currency.text) is written without a point"
                    : "at most \(digits) behind the point may be")
        }
        let units = Int128(number.units) * DecimalText.power(digits - number.scale)
        guard let money = Money(exactly: units) else {
            throw FormError(path, "\(text) is more than can be counted", "write a smaller amount")
        }
        return money
    }

    /// An amount of minor units as it is written, with the places of the currency.
    public static func text(_ amount: Money, _ currency: CurrencyCode) -> String {
        text(Int128(amount), currency)
    }

    /// A sum of minor units as it is written.
    public static func text(_ amount: Int128, _ currency: CurrencyCode) -> String {
        DecimalText.text(amount, scale: Int(currency.minorDigits))
    }

    /// A currency by its three letters.
    public static func currency(
        _ text: String, at path: String = "currency"
    ) throws(FormError) -> CurrencyCode {
        guard let currency = CurrencyCode(text) else {
            throw FormError(
                path, "\"\(text.prefix(40))\" isn't a currency",
                "write the three capital letters of ISO 4217, such as BYN")
        }
        return currency
    }
}

extension CurrencyCode {
    /// How many places an amount has behind the point, by ISO 4217; two where it doesn't say.
    public var minorDigits: UInt8 {
        switch text {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI",
            "VND", "VUV", "XAF", "XOF", "XPF":
            0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        case "CLF", "UYW": 4
        default: 2
        }
    }
}

/// Rates as people write them: percent, exact to a hundredth.
public enum RateText {
    /// Hundredths of a percent, 0 to 10,000.
    public static func hundredths(_ text: String, at path: String) throws(FormError) -> UInt32 {
        let number = try DecimalText.decimal(text, at: path)
        guard number.scale <= 2, number.units >= 0 else {
            throw FormError(
                path, "\(text) isn't a rate", "write percent with at most two places, like \"0.25\""
            )
        }
        let units = Int128(number.units) * DecimalText.power(2 - number.scale)
        guard units <= Int128(Instrument.wholeRate) else {
            throw FormError(path, "\(text) is more than the whole", "at most \"100\" percent")
        }
        return UInt32(units)
    }

    /// A rate in hundredths of a percent as it is written.
    public static func text(_ hundredths: UInt32) -> String {
        DecimalText.shortest(Int128(hundredths), scale: 2)
    }
}

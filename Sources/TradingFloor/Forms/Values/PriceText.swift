public import Exchange

/// Prices as people write them: decimal numbers of the currency per unit of goods, exact.
public enum PriceText {
    /// The ticks that a price is.
    ///
    /// - Throws: ``FormError`` with the prices on both sides if it isn't a whole number of ticks.
    public static func ticks(
        _ text: String, in instrument: Instrument, at path: String = "price"
    ) throws(FormError) -> Ticks {
        try steps(instrument).count(text, within: BookLimits.largestPrice, at: path)
    }

    /// A price in ticks as it is written, with the places of the price step.
    public static func text(_ ticks: Ticks, in instrument: Instrument) -> String {
        steps(instrument).text(ticks)
    }

    /// An average of prices as it is written: rounded to ten-thousandths of a tick, half to even, and
    /// without zeros at its end.
    public static func text(_ average: WeightedAverage, in instrument: Instrument) -> String {
        DecimalText.shortest(
            Int128(average.rounded) * Int128(instrument.tickSize.units),
            scale: Int(instrument.tickSize.scale) + 4)
    }

    static func ticks(
        ifGiven text: String?, in instrument: Instrument, at path: String
    ) throws(FormError) -> Ticks? {
        guard let text else { return nil }
        return try ticks(text, in: instrument, at: path)
    }

    private static func steps(_ instrument: Instrument) -> StepCount {
        StepCount(step: instrument.tickSize, name: "\(instrument.code)'s price step")
    }
}

/// Quantities as people write them: decimal numbers of the instrument's unit, exact.
public enum LotText {
    /// The lots that a quantity is.
    ///
    /// - Throws: ``FormError`` with the quantities on both sides if it isn't a whole number of lots.
    public static func lots(
        _ text: String, in instrument: Instrument, at path: String = "quantity"
    ) throws(FormError) -> Quantity {
        let lots = try steps(instrument).count(
            text, within: BookLimits.largestQuantity, at: path)
        guard lots > 0 else {
            throw FormError(
                path, "\(text) isn't above zero",
                "the least is a lot, \(Self.text(Quantity(1), in: instrument)) \(instrument.unit)")
        }
        return lots
    }

    /// Lots as a quantity in the instrument's unit, without the unit.
    public static func text(_ lots: Quantity, in instrument: Instrument) -> String {
        text(Int128(lots), in: instrument)
    }

    /// A sum of lots as a quantity in the instrument's unit.
    public static func text(_ lots: Int128, in instrument: Instrument) -> String {
        DecimalText.shortest(
            lots * Int128(instrument.lotSize.units), scale: Int(instrument.lotSize.scale))
    }

    static func lots(
        ifGiven text: String?, in instrument: Instrument, at path: String, or usual: Quantity = 0
    ) throws(FormError) -> Quantity {
        guard let text else { return usual }
        return try lots(text, in: instrument, at: path)
    }

    private static func steps(_ instrument: Instrument) -> StepCount {
        StepCount(step: instrument.lotSize, name: "\(instrument.code)'s lot")
    }
}

public import Exchange

extension InstrumentForm {
    /// An instrument as a form that says the same.
    public init(_ instrument: Instrument) {
        code = instrument.code
        name = instrument.name
        commodity = Self.given(instrument.commodity.text)
        harmonisedCode = Self.given(instrument.harmonisedCode)
        quality = QualityForm.forms(instrument.quality)
        lot = DecimalText.text(instrument.lotSize)
        unit = instrument.unit
        tick = DecimalText.text(instrument.tickSize)
        currency = instrument.currency.text
        let worth = Self.worth(
            instrument.tickSize, instrument.lotSize, instrument.currency)
        tickValue = worth == instrument.tickValue ? nil : instrument.tickValue
        delivery = Delivery(
            rule: "\(instrument.basis.rule)", place: Self.given(instrument.basis.place),
            region: Self.given(instrument.basis.region.text))
        terms = Self.given(instrument.terms)
        deadlines = Deadlines(
            signing: LengthText.text(instrument.deadlines.signing),
            payment: LengthText.text(instrument.deadlines.payment),
            shipment: LengthText.text(instrument.deadlines.shipment),
            acceptance: LengthText.text(instrument.deadlines.acceptance),
            claims: LengthText.text(instrument.deadlines.claims))
        mode = "\(instrument.mode)"
        group = instrument.group
        resident = Rates(instrument.resident)
        nonResident = Rates(instrument.nonResident)
        largestOrder =
            instrument.largestOrderValue == 0
            ? nil : MoneyText.text(instrument.largestOrderValue, instrument.currency)
        bands = Bands(instrument)
    }

    /// The instrument that the form says.
    public func instrument() throws(FormError) -> Instrument {
        let currency = try MoneyText.currency(currency)
        let lot = try Self.positive(lot ?? "1", at: "lot")
        let tick = try Self.positive(tick, at: "tick")
        var instrument = Instrument(
            code: code, name: name, commodity: RecordName(commodity ?? ""),
            harmonisedCode: harmonisedCode ?? "",
            quality: try QualityForm.attributes(quality, at: "quality"), lotSize: lot,
            unit: unit, tickValue: try worth(tick, lot, currency), tickSize: tick,
            currency: currency,
            basis: Basis(
                rule: try Words.choice(Incoterm.self, delivery.rule, at: "delivery.rule"),
                place: delivery.place ?? "", region: RecordName(delivery.region ?? "")),
            terms: terms ?? "", deadlines: try deadlines.terms(),
            mode: try Words.choice(TradingMode.self, mode ?? "continuous", at: "mode"),
            group: group ?? 0, resident: try (resident ?? .none).rates(at: "resident"),
            nonResident: try (nonResident ?? .none).rates(at: "nonResident"))
        if let largestOrder {
            instrument.largestOrderValue = try MoneyText.minor(
                largestOrder, currency, at: "largestOrder")
        }
        if let bands { instrument.bands = try bands.bands(instrument) }
        try Self.check(instrument)
        return instrument
    }

    // MARK: -

    private static func check(_ instrument: Instrument) throws(FormError) {
        try ParticipantForm.checkCode(instrument.code)
        guard instrument.harmonisedCode.utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw FormError(
                "harmonisedCode", "\(instrument.harmonisedCode) isn't made of digits",
                "write it without points, like \"040221\"")
        }
        guard instrument.group < 64 else {
            throw FormError("group", "there is no group \(instrument.group)", "0 to 63 may be")
        }
        guard instrument.largestOrderValue >= 0 else {
            throw FormError("largestOrder", "it is below zero", "leave it out for no limit")
        }
        guard instrument.isSound else {
            throw FormError(
                "", "the numbers don't fit together",
                "bands are above zero, low no higher than high")
        }
    }

    private static func given(_ text: String) -> String? { text.isEmpty ? nil : text }

    private static func positive(
        _ text: String, at path: String
    ) throws(FormError) -> ExactDecimal {
        let number = try DecimalText.decimal(text, at: path)
        guard number.units > 0 else {
            throw FormError(path, "\(text) isn't above zero", "write how much it is")
        }
        return number
    }

    /// What a step is worth for a lot, in minor units; nil if that isn't a whole number of them.
    private static func worth(
        _ tick: ExactDecimal, _ lot: ExactDecimal, _ currency: CurrencyCode
    ) -> Int64? {
        let (units, overflow) = Int128(tick.units).multipliedReportingOverflow(
            by: Int128(lot.units))
        let scale = Int(tick.scale) + Int(lot.scale) - Int(currency.minorDigits)
        guard !overflow else { return nil }
        if scale <= 0 {
            let (worth, isTooMuch) = units.multipliedReportingOverflow(
                by: DecimalText.power(-scale))
            return isTooMuch ? nil : Int64(exactly: worth)
        }
        let (worth, rest) = units.quotientAndRemainder(dividingBy: DecimalText.power(scale))
        return rest == 0 ? Int64(exactly: worth) : nil
    }

    private func worth(
        _ tick: ExactDecimal, _ lot: ExactDecimal, _ currency: CurrencyCode
    ) throws(FormError) -> Int64 {
        let range = 1...Instrument.largestTickValue
        if let tickValue {
            guard range.contains(tickValue) else {
                throw FormError(
                    "tickValue", "\(tickValue) is out of range", "1 to \(range.upperBound) may be")
            }
            return tickValue
        }
        guard let worth = Self.worth(tick, lot, currency), range.contains(worth) else {
            throw FormError(
                "tick",
                "a step of \(self.tick) for a lot of \(self.lot ?? "1") \(unit) isn't a whole "
                    + "number of \(currency.text)'s minor units, 1 to \(range.upperBound)",
                "take a larger step or lot")
        }
        return worth
    }
}

extension InstrumentForm.Deadlines {
    func terms() throws(FormError) -> ContractTerms {
        ContractTerms(
            signing: try LengthText.milliseconds(signing, at: "deadlines.signing"),
            payment: try LengthText.milliseconds(payment, at: "deadlines.payment"),
            shipment: try LengthText.milliseconds(shipment, at: "deadlines.shipment"),
            acceptance: try LengthText.milliseconds(acceptance, at: "deadlines.acceptance"),
            claims: try LengthText.milliseconds(claims, at: "deadlines.claims"))
    }
}

extension InstrumentForm.Rates {
    init(_ rates: Rates) {
        deposit = RateText.text(rates.deposit)
        fee = RateText.text(rates.fee)
    }

    func rates(at path: String) throws(FormError) -> Rates {
        Rates(
            deposit: try RateText.hundredths(deposit, at: "\(path).deposit"),
            fee: try RateText.hundredths(fee, at: "\(path).fee"))
    }
}

extension InstrumentForm.Bands {
    init?(_ instrument: Instrument) {
        let bands = instrument.bands
        guard bands != PriceBands() else { return nil }
        let span = { (range: ClosedRange<Int64>) in
            InstrumentForm.Span(
                low: PriceText.text(range.lowerBound, in: instrument),
                high: PriceText.text(range.upperBound, in: instrument))
        }
        entry = bands.entry.map(span)
        fixed = bands.fixed.map(span)
        dynamic = bands.dynamic.map { PriceText.text($0, in: instrument) }
    }

    func bands(_ instrument: Instrument) throws(FormError) -> PriceBands {
        PriceBands(
            entry: try Self.range(entry, instrument, at: "bands.entry"),
            fixed: try Self.range(fixed, instrument, at: "bands.fixed"),
            dynamic: try PriceText.ticks(ifGiven: dynamic, in: instrument, at: "bands.dynamic"))
    }

    private static func range(
        _ span: InstrumentForm.Span?, _ instrument: Instrument, at path: String
    ) throws(FormError) -> ClosedRange<Int64>? {
        guard let span else { return nil }
        let low = try PriceText.ticks(span.low, in: instrument, at: "\(path).low")
        let high = try PriceText.ticks(span.high, in: instrument, at: "\(path).high")
        guard 0 < low, low <= high else {
            throw FormError(
                path, "\(span.low) to \(span.high) isn't a band",
                "low is above zero and no higher than high")
        }
        return low...high
    }
}

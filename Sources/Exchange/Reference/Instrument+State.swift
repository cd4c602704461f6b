extension ExactDecimal {
    /// Writes the digits, then the scale.
    public func write(to writer: inout StateWriter) {
        writer.put(units)
        writer.put(scale)
    }

    /// Reads what `write` wrote.
    public init(from reader: inout StateReader) throws(StateError) {
        self.init(try reader.int64(), scale: try reader.uint8())
    }
}

extension QualityAttribute {
    /// Writes every field in the order of its declaration.
    public func write(to writer: inout StateWriter) {
        writer.put(name)
        for end in [from, to] { writer.put(optional: end) { $1.write(to: &$0) } }
        writer.put(text)
        writer.put(unit)
    }

    /// Reads what `write` wrote.
    public init(from reader: inout StateReader) throws(StateError) {
        name = try reader.string()
        from = try reader.optional { reader throws(StateError) in
            try ExactDecimal(from: &reader)
        }
        to = try reader.optional { reader throws(StateError) in
            try ExactDecimal(from: &reader)
        }
        text = try reader.string()
        unit = try reader.string()
    }
}

extension Basis {
    /// Writes every field in the order of its declaration.
    public func write(to writer: inout StateWriter) {
        writer.put(rule.rawValue)
        writer.put(place)
        writer.put(region)
    }

    /// Reads what `write` wrote.
    public init(from reader: inout StateReader) throws(StateError) {
        rule = try reader.choice(Incoterm.self)
        place = try reader.string()
        region = try reader.recordName()
    }
}

extension ContractTerms {
    func write(to writer: inout StateWriter) {
        for length in [signing, payment, shipment, acceptance, claims] { writer.put(length) }
    }

    init(from reader: inout StateReader) throws(StateError) {
        signing = try reader.int64()
        payment = try reader.int64()
        shipment = try reader.int64()
        acceptance = try reader.int64()
        claims = try reader.int64()
    }
}

extension Rates {
    func write(to writer: inout StateWriter) {
        writer.put(deposit)
        writer.put(fee)
    }

    init(from reader: inout StateReader) throws(StateError) {
        deposit = try reader.uint32()
        fee = try reader.uint32()
    }
}

extension PriceBands {
    /// Writes the entry band, the fixed band and the dynamic band, each optional.
    public func write(to writer: inout StateWriter) {
        for range in [entry, fixed] {
            writer.put(optional: range) {
                $0.put($1.lowerBound)
                $0.put($1.upperBound)
            }
        }
        writer.put(optional: dynamic) { $0.put($1) }
    }

    /// Reads what `write` wrote.
    public init(from reader: inout StateReader) throws(StateError) {
        self.init(
            entry: try Self.range(&reader), fixed: try Self.range(&reader),
            dynamic: try reader.optional { reader throws(StateError) in try reader.int64() })
    }

    private static func range(
        _ reader: inout StateReader
    ) throws(StateError) -> ClosedRange<Int64>? {
        try reader.optional { reader throws(StateError) in
            let start = reader.offset
            let low = try reader.int64()
            let high = try reader.int64()
            guard low <= high else {
                throw .invalid(offset: start, expected: "a band from low to high")
            }
            return low...high
        }
    }
}

extension Instrument {
    /// Writes every field in the order of its declaration.
    public func write(to writer: inout StateWriter) {
        writer.put(code)
        writer.put(name)
        writer.put(commodity)
        writer.put(harmonisedCode)
        writer.put(list: quality) { $1.write(to: &$0) }
        lotSize.write(to: &writer)
        writer.put(unit)
        writer.put(tickValue)
        tickSize.write(to: &writer)
        writer.put(currency)
        basis.write(to: &writer)
        writer.put(terms)
        deadlines.write(to: &writer)
        bands.write(to: &writer)
        writer.put(mode.rawValue)
        writer.put(group)
        resident.write(to: &writer)
        nonResident.write(to: &writer)
        writer.put(largestOrderValue)
    }

    /// Reads what `write` wrote.
    public init(from reader: inout StateReader) throws(StateError) {
        code = try reader.string()
        name = try reader.string()
        commodity = try reader.recordName()
        harmonisedCode = try reader.string()
        quality = try reader.list(least: 14) { reader throws(StateError) in
            try QualityAttribute(from: &reader)
        }
        lotSize = try ExactDecimal(from: &reader)
        unit = try reader.string()
        tickValue = try reader.int64()
        tickSize = try ExactDecimal(from: &reader)
        currency = try reader.currency()
        basis = try Basis(from: &reader)
        terms = try reader.string()
        deadlines = try ContractTerms(from: &reader)
        bands = try PriceBands(from: &reader)
        mode = try reader.choice(TradingMode.self)
        group = try reader.uint8()
        resident = try Rates(from: &reader)
        nonResident = try Rates(from: &reader)
        largestOrderValue = try reader.int64()
    }
}

/// A document that belongs to a lot, known by its digest.
public struct LotDocument: Sendable, Hashable {
    /// What it is called.
    public var title: String
    /// The SHA-256 of its bytes.
    public var digest: [UInt8]

    /// A document of given title and digest.
    public init(title: String, digest: [UInt8]) {
        self.title = title
        self.digest = digest
    }
}

/// What a lot is made of, if it is made of several things.
public struct LotPart: Sendable, Hashable {
    /// What it is.
    public var name: String
    /// How much of it.
    public var quantity: ExactDecimal
    /// The unit of the quantity.
    public var unit: String
    /// What it is like.
    public var quality: [QualityAttribute]

    /// A part of given name and quantity.
    public init(
        name: String, quantity: ExactDecimal, unit: String, quality: [QualityAttribute] = []
    ) {
        self.name = name
        self.quantity = quantity
        self.unit = unit
        self.quality = quality
    }
}

/// What is sold or bought as one in an auction: a quantity of an instrument, described by itself.
public struct Lot: Sendable, Hashable {
    /// A short id, unique in its auction's session.
    public var code: String
    /// The name in words.
    public var name: String
    /// The instrument whose currency, rates, basis and deadlines hold for it.
    public var instrument: InstrumentIndex
    /// How many lots of the instrument it is.
    public var quantity: Quantity
    /// What it is like, beside the instrument's own attributes.
    public var quality: [QualityAttribute]
    /// What belongs to it.
    public var documents: [LotDocument]
    /// What it is made of; empty if it is one thing.
    public var parts: [LotPart]

    /// A lot of given parts.
    public init(
        code: String, name: String, instrument: InstrumentIndex, quantity: Quantity,
        quality: [QualityAttribute] = [], documents: [LotDocument] = [], parts: [LotPart] = []
    ) {
        self.code = code
        self.name = name
        self.instrument = instrument
        self.quantity = quantity
        self.quality = quality
        self.documents = documents
        self.parts = parts
    }

    /// Whether its numbers are in range: a quantity a book could hold, digests of 32 bytes.
    public var isSound: Bool {
        Instrument.isCode(code) && (1...BookLimits.largestQuantity).contains(quantity)
            && documents.allSatisfy { $0.digest.count == 32 }
            && parts.allSatisfy { $0.quantity.units > 0 && $0.quantity.scale <= 9 }
    }
}

extension Lot {
    /// Writes every field in the order of its declaration.
    public func write(to writer: inout StateWriter) {
        writer.put(code)
        writer.put(name)
        writer.put(instrument)
        writer.put(quantity)
        writer.put(list: quality) { $1.write(to: &$0) }
        writer.put(list: documents) {
            $0.put($1.title)
            $0.put($1.digest)
        }
        writer.put(list: parts) {
            $0.put($1.name)
            $1.quantity.write(to: &$0)
            $0.put($1.unit)
            $0.put(list: $1.quality) { $1.write(to: &$0) }
        }
    }

    /// Reads what `write` wrote.
    public init(from reader: inout StateReader) throws(StateError) {
        code = try reader.string()
        name = try reader.string()
        instrument = try reader.uint32()
        quantity = try reader.int64()
        quality = try Self.quality(&reader)
        documents = try reader.list(least: 8) { reader throws(StateError) in
            LotDocument(title: try reader.string(), digest: try reader.byteList())
        }
        parts = try reader.list(least: 21) { reader throws(StateError) in
            LotPart(
                name: try reader.string(), quantity: try ExactDecimal(from: &reader),
                unit: try reader.string(), quality: try Self.quality(&reader))
        }
    }

    private static func quality(
        _ reader: inout StateReader
    ) throws(StateError) -> [QualityAttribute] {
        try reader.list(least: 14) { reader throws(StateError) in
            try QualityAttribute(from: &reader)
        }
    }
}

public import Exchange

/// A lot that is to be auctioned, and how: exactly one of `english`, `reverse` and `dutch`.
///
/// ```json
/// {"lot": {"code": "L-7", "name": "pine, sawn", "instrument": "PINE", "quantity": "240"},
///  "owner": "SAWMILL",
///  "english": {"start": "4000", "step": "10", "opens": "2026-11-23T10:00+03:00",
///              "ends": "2026-11-23T11:00+03:00", "window": "5 minutes",
///              "prolongation": "5 minutes"}}
/// ```
public struct AuctionForm: CommandForm {
    /// The lot.
    public var lot: LotForm
    /// The code of who sells it, or in a reverse auction buys.
    public var owner: String
    /// The warehouse receipt that a seller's lot comes from; left out, a deposit stands behind it.
    public var receipt: UInt64?
    /// Buyers bid up.
    public var english: OpenTermsForm?
    /// Sellers bid down.
    public var reverse: OpenTermsForm?
    /// The price falls by the clock.
    public var dutch: DutchTermsForm?

    /// A listing as a form that says the same.
    public init(_ listing: AuctionListing, in directory: SectionDirectory) throws(FormError) {
        let terms = try directory.terms(of: listing.lot.instrument)
        lot = LotForm(listing.lot, of: terms)
        owner = directory.code(of: listing.owner) ?? ""
        receipt = listing.receipt == 0 ? nil : listing.receipt
        switch listing.terms {
        case .open(let open) where open.direction == .ascending:
            english = OpenTermsForm(open, of: terms)
        case .open(let open): reverse = OpenTermsForm(open, of: terms)
        case .dutch(let clock): dutch = DutchTermsForm(clock, of: terms)
        }
    }

    /// Lists the lot.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        let (index, instrument) = try context.instrument(lot.instrument, at: "lot.instrument")
        let lot = try lot.lot(index, instrument)
        let owner = try context.participant(owner, at: "owner")
        return .listAuction(
            AuctionListing(
                lot: lot, owner: owner, receipt: receipt ?? 0,
                terms: try terms(lot, owner, instrument)))
    }

    private func terms(
        _ lot: Lot, _ owner: ParticipantIndex, _ instrument: Instrument
    ) throws(FormError) -> AuctionTerms {
        switch (english, reverse, dutch) {
        case (let terms?, nil, nil):
            return .open(try terms.terms(.ascending, lot, owner, instrument, at: "english"))
        case (nil, let terms?, nil):
            return .open(try terms.terms(.descending, lot, owner, instrument, at: "reverse"))
        case (nil, nil, let terms?):
            return .dutch(try terms.terms(lot, owner, instrument, at: "dutch"))
        default:
            throw FormError(
                "", "there must be exactly one of english, reverse and dutch",
                "say how the lot is auctioned, once")
        }
    }
}

/// What is sold or bought as one.
public struct LotForm: Codable, Sendable, Equatable {
    /// A document that belongs to a lot.
    public struct Document: Codable, Sendable, Equatable {
        /// What it is called.
        public var title: String
        /// The SHA-256 of its bytes, 64 hexadecimal digits.
        public var sha256: String
    }

    /// One of the things that a lot is made of.
    public struct Part: Codable, Sendable, Equatable {
        /// What it is.
        public var name: String
        /// How much of it, in `unit`.
        public var quantity: String
        /// The unit.
        public var unit: String
        /// What it is like.
        public var quality: [QualityForm]?
    }

    /// A short id: 1 to 16 of A–Z, 0–9, `-`, `.`, `_`.
    public var code: String
    /// The name in words.
    public var name: String
    /// The code of the instrument whose currency, price step, rates and deadlines hold for it.
    public var instrument: String
    /// In the instrument's units of goods.
    public var quantity: String
    /// What it is like, beside the instrument's own attributes.
    public var quality: [QualityForm]?
    /// What belongs to it.
    public var documents: [Document]?
    /// What it is made of, if of several things.
    public var parts: [Part]?

    /// A lot as a form that says the same.
    public init(_ lot: Lot, of instrument: Instrument) {
        code = lot.code
        name = lot.name
        self.instrument = instrument.code
        quantity = LotText.text(lot.quantity, in: instrument)
        quality = QualityForm.forms(lot.quality)
        documents =
            lot.documents.isEmpty
            ? nil
            : lot.documents.map { Document(title: $0.title, sha256: DigestText.text($0.digest)) }
        parts =
            lot.parts.isEmpty
            ? nil
            : lot.parts.map {
                Part(
                    name: $0.name, quantity: DecimalText.text($0.quantity), unit: $0.unit,
                    quality: QualityForm.forms($0.quality))
            }
    }

    func lot(_ index: InstrumentIndex, _ instrument: Instrument) throws(FormError) -> Lot {
        do throws(FormError) { try ParticipantForm.checkCode(code) } catch {
            throw error.within("lot")
        }
        var lot = Lot(
            code: code, name: name, instrument: index,
            quantity: try LotText.lots(quantity, in: instrument, at: "lot.quantity"),
            quality: try QualityForm.attributes(quality, at: "lot.quality"))
        for (number, document) in (documents ?? []).enumerated() {
            lot.documents.append(
                LotDocument(
                    title: document.title,
                    digest: try DigestText.digest(
                        document.sha256, at: "lot.documents[\(number)].sha256")))
        }
        for (number, part) in (parts ?? []).enumerated() {
            lot.parts.append(try part.part(at: "lot.parts[\(number)]"))
        }
        return lot
    }
}

extension LotForm.Part {
    func part(at path: String) throws(FormError) -> LotPart {
        let amount = try DecimalText.decimal(quantity, at: "\(path).quantity")
        guard amount.units > 0 else {
            throw FormError(
                "\(path).quantity", "\(quantity) isn't above zero", "write how much it is")
        }
        return LotPart(
            name: name, quantity: amount, unit: unit,
            quality: try QualityForm.attributes(quality, at: "\(path).quality"))
    }
}

/// SHA-256 digests as hexadecimal digits.
enum DigestText {
    static func text(_ digest: [UInt8]) -> String {
        digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    static func digest(_ text: String, at path: String) throws(FormError) -> [UInt8] {
        let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard text.utf8.count == 64, digits.count == 64 else {
            throw FormError(
                path, "\"\(text.prefix(70))\" isn't a SHA-256", "write its 64 hexadecimal digits")
        }
        return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}

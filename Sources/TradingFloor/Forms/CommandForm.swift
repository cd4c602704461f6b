public import Exchange

/// What somebody enters, in words, codes and decimal numbers: the JSON form of one command.
///
/// One rule everywhere: prices are decimal text in the currency per unit of goods (`"1880.50"`),
/// quantities decimal text in units of goods (`"120"`), money decimal text in the currency
/// (`"1250.50"`), rates percent as decimal text, moments ISO 8601 with an offset, lengths of time a
/// number and a unit (`"10 minutes"`), participants and instruments their codes. Everything is
/// converted exactly; what isn't a whole number of ticks, lots or minor units is refused with the
/// nearest ones that are.
public protocol CommandForm: Codable, Sendable, Equatable {
    /// The command that the form says.
    ///
    /// - Throws: ``FormError`` with the member that is wrong.
    func action(in context: FormContext) throws(FormError) -> SectionAction

    /// What the form speaks of by number, if the section must be asked which instrument it is in
    /// before quantities or prices can be read (see ``FormContext/instrument``).
    func subject(in context: FormContext) throws(FormError) -> FormSubject?
}

extension CommandForm {
    /// Nothing: the form says everything itself.
    public func subject(in context: FormContext) throws(FormError) -> FormSubject? { nil }

    /// The command that the form says when the operator enters it.
    public func action(in directory: SectionDirectory) throws(FormError) -> SectionAction {
        try action(in: FormContext(directory))
    }
}

/// What a form names by the section's number of it.
public enum FormSubject: Sendable, Equatable {
    /// An order.
    case order(OrderName)
    /// An auction.
    case auction(UInt64)
    /// A warehouse receipt.
    case receipt(UInt64)
}

extension Section {
    /// The instrument that a form's subject is in; nil if the section doesn't know the subject, or
    /// if it isn't for `reader` to know (nil is the operator).
    public func instrument(
        of subject: FormSubject, for reader: ParticipantIndex? = nil
    ) -> InstrumentIndex? {
        switch subject {
        case .order(let name): order(name)?.instrument
        case .auction(let number):
            runningAuctions.first { $0.number == number }?.lot.instrument
        case .receipt(let number):
            warehouseReceipts.first {
                $0.number == number && (reader == nil || $0.owner == reader)
            }?.instrument
        }
    }
}

/// What a form is read against: codes, who enters it, and what it speaks of.
public struct FormContext: Sendable {
    /// The section's instruments and participants.
    public let directory: SectionDirectory
    /// Who enters the form; nil is the operator, who names the participant that acts.
    public var sender: ParticipantIndex?
    /// The instrument of the order, auction or receipt that the form names by number.
    public var instrument: InstrumentIndex?

    /// A context of given parts.
    public init(
        _ directory: SectionDirectory, sender: ParticipantIndex? = nil,
        instrument: InstrumentIndex? = nil
    ) {
        self.directory = directory
        self.sender = sender
        self.instrument = instrument
    }
}

extension FormContext {
    /// A participant by its code.
    func participant(_ code: String, at path: String) throws(FormError) -> ParticipantIndex {
        guard let index = directory.participant(code) else {
            throw FormError(
                path, "there is no participant \(code)",
                Words.suggestion(code, from: directory.participants.dropFirst().map(\.code)))
        }
        return index
    }

    /// A participant by its code; 0 if none is named.
    func participant(
        ifNamed code: String?, at path: String
    ) throws(FormError) -> ParticipantIndex {
        guard let code else { return 0 }
        return try participant(code, at: path)
    }

    /// Who is named as acting. Only an operator speaks for others: what a form says of others' things
    /// isn't looked at for anybody else.
    private func named(_ code: String, at path: String) throws(FormError) -> ParticipantIndex {
        guard let sender else { return try participant(code, at: path) }
        guard directory.participant(code) == sender else {
            throw FormError(path, "only the operator acts for others", "leave it out")
        }
        return sender
    }

    /// Who acts: who is named, else who enters the form.
    func actor(_ code: String?, at path: String) throws(FormError) -> ParticipantIndex {
        if let code { return try named(code, at: path) }
        guard let sender else {
            throw FormError(path, "it isn't said who acts", "name a participant by its code")
        }
        return sender
    }

    /// Who acts: who is named, else who enters the form, the house (0) if that is the operator.
    func actorOrHouse(_ code: String?, at path: String) throws(FormError) -> ParticipantIndex {
        if let code { return try named(code, at: path) }
        return sender ?? 0
    }

    /// An instrument by its code.
    func instrument(
        _ code: String, at path: String
    ) throws(FormError) -> (index: InstrumentIndex, terms: Instrument) {
        let instruments = directory.instruments
        guard let index = directory.instrument(code), Int(index) < instruments.count else {
            throw FormError(
                path, "there is no instrument \(code)",
                Words.suggestion(code, from: instruments.map(\.code)))
        }
        return (index, instruments[Int(index)])
    }

    /// The instrument of what the form names by number. A code that the form gives beside it must
    /// be that instrument's.
    func subjectInstrument(
        _ code: String?, at path: String
    ) throws(FormError) -> Instrument {
        guard let instrument else {
            guard let code else {
                throw FormError(
                    path, "it isn't known which instrument this is in",
                    "name what there is, or give the instrument's code")
            }
            return try self.instrument(code, at: path).terms
        }
        let instruments = directory.instruments
        guard Int(instrument) < instruments.count else {
            throw FormError(path, "the section has no instrument \(instrument)", "ask again")
        }
        let terms = instruments[Int(instrument)]
        guard code == nil || code == terms.code else {
            throw FormError(
                path, "\(code ?? "") isn't what this is in", "\(terms.code) would be right")
        }
        return terms
    }
}

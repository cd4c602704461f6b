import Exchange
import TradingFloor

/// Where the endpoints of the exchange find sections, and learn who asks.
struct MarketDesk: Sendable {
    let floor: TradingFloor

    /// The section that the address names.
    func section(_ request: LiveRequest) throws(RequestFault) -> SectionFloor {
        let name = request.captured("section")
        guard let section = floor.sections[name] else {
            throw .notFound(
                "there is no section \(ParameterReader.quoted(name)); "
                    + "GET /api/market/sections lists them")
        }
        return section
    }

    /// The instrument that the address names.
    func instrument(
        _ request: LiveRequest, _ names: MarketNames
    ) throws(RequestFault) -> (index: InstrumentIndex, terms: Instrument) {
        let code = request.captured("code")
        guard let index = names.instruments.firstIndex(where: { $0.code == code }) else {
            throw .notFound(
                "section has no instrument \(ParameterReader.quoted(code)); its instruments list "
                    + "has those that there are")
        }
        return (InstrumentIndex(index), names.instruments[index])
    }

    /// Who asks, by the token that was sent.
    func visitor(
        _ request: LiveRequest, to section: SectionFloor
    ) throws(RequestFault) -> Visitor {
        guard let bearer = request.bearer else {
            throw .unauthorized(
                "this needs a token of the exchange: send Authorization: Bearer fnd_…")
        }
        do throws(GateRefusal) {
            return try floor.gate.visitor(bearer: bearer, to: section)
        } catch {
            throw RequestFault(error)
        }
    }

    /// Whose things are asked for: the visitor's own; an operator names the participant.
    func participant(
        _ request: LiveRequest, _ reader: ParameterReader, of visitor: Visitor,
        in section: SectionFloor
    ) throws(RequestFault) -> ParticipantIndex {
        guard let code = try reader.text("participant", limit: 16) else {
            if let own = visitor.participant { return own }
            throw .badParameter("participant", "an operator names the participant by its code")
        }
        guard let index = section.directory.participant(code) else {
            throw .badParameter(
                "participant", "\(ParameterReader.quoted(code)) isn't admitted to this section")
        }
        let own = visitor.participant ?? index
        guard index == own || section.directory.participants[Int(index)].broker == own else {
            throw .forbidden(
                "the token is for another participant, and \(code) isn't its client; "
                    + "leave participant out")
        }
        return index
    }

    /// Only the operator may go on.
    func needOperator(_ visitor: Visitor) throws(RequestFault) {
        guard visitor.participant == nil else { throw RequestFault(GateRefusal.onlyOperator) }
    }

    /// A number that the address names.
    func number(_ name: String, _ request: LiveRequest) throws(RequestFault) -> UInt64 {
        let text = request.captured(name)
        guard let number = UInt64(text), number > 0, String(number) == text else {
            throw .badPath("\(ParameterReader.quoted(text)) is no number of an \(name)")
        }
        return number
    }
}

/// The codes of a section's instruments and participants, as they were when it was asked.
struct MarketNames: Sendable {
    let instruments: [Instrument]
    let participants: [Participant]

    init(_ section: SectionFloor) {
        instruments = section.directory.instruments
        participants = section.directory.participants
    }

    /// The terms of an instrument; nil if it was listed since.
    func terms(_ index: InstrumentIndex) -> Instrument? {
        Int(index) < instruments.count ? instruments[Int(index)] : nil
    }

    /// The code of a participant; nil for the house.
    func firm(_ index: ParticipantIndex) -> String? {
        index > 0 && Int(index) < participants.count ? participants[Int(index)].code : nil
    }
}

extension RequestFault {
    /// What the gate refuses.
    init(_ refusal: GateRefusal) {
        switch refusal {
        case .unknownToken: self = .unauthorized(refusal.description)
        case .otherSection, .notAdmitted, .notYours, .onlyOperator:
            self = .forbidden(refusal.description)
        case .tooFast: self = .tooMany(refusal.description, after: 1)
        }
    }

    /// What the floor fails to do; what is the server's own fault is nil.
    init?(_ error: FloorError) {
        switch error {
        // Why it stopped is for the operator's log: it may name files of the house.
        case .stopped:
            self = .unavailable("the section takes no commands at present; ask the operator")
        case .closed, .busy: self = .unavailable(error.description)
        case .tooMany, .tooLarge: self = .badBody(error.description)
        default: return nil
        }
    }
}

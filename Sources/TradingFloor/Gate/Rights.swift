public import Exchange

/// Why the gate lets a command not through.
public enum GateRefusal: Error, Sendable, Hashable {
    /// There is no such token, or its time is over.
    case unknownToken
    /// The token isn't good for this section.
    case otherSection(String)
    /// The participant isn't admitted to this section.
    case notAdmitted(participant: String, section: String)
    /// The command speaks for somebody else.
    case notYours
    /// Only the house may do this.
    case onlyOperator
    /// The token sent more commands than it may for now.
    case tooFast(perSecond: Int)
}

extension GateRefusal: CustomStringConvertible {
    /// What is wrong, and what would be right.
    public var description: String {
        switch self {
        case .unknownToken:
            "the token is unknown, or its time is over; ask the exchange for another one"
        case .otherSection(let name): "the token isn't good for section \(name)"
        case .notAdmitted(let participant, let section):
            "\(participant) isn't admitted to section \(section)"
        case .notYours: "the command speaks for another participant; send it as yourself"
        case .onlyOperator: "only the exchange's operator may do this"
        case .tooFast(let perSecond):
            "more commands than \(perSecond) a second; send fewer, or wait a moment"
        }
    }
}

extension SectionAction {
    /// Why a participant may not do this; nil if it may. What the section itself looks at (whose
    /// order it is, whether the broker is the client's) isn't looked at here.
    public func refusal(of participant: ParticipantIndex) -> GateRefusal? {
        let sender: ParticipantIndex
        switch self {
        case .enter(let entry): sender = entry.sender
        case .cancel(let name): sender = name.sender
        case .replace(let replacement): sender = replacement.name.sender
        case .massCancel(let which): sender = which.participant
        case .disconnect(let index): sender = index
        case .registerDeal(let proposal): sender = proposal.sender
        case .withdrawDeal(let index, _): sender = index
        case .step(_, _, let actor): sender = actor
        case .moveReceipt(let move): sender = move.owner
        case .mergeReceipts(let owner, _, _): sender = owner
        case .auction(_, let act, let actor, _):
            switch act {
            case .bid, .retract, .take, .seal, .withdraw, .improve: sender = actor
            case .open, .halt, .resume, .cancel: return .onlyOperator
            }
        case .kill, .list, .alterInstrument, .admit, .alterParticipant, .suspend, .payIn,
            .payOut, .chargeFee, .issueReceipt, .withdrawReceipt, .listAuction, .setTimetable,
            .openSession, .session, .advance, .enterPhase, .uncross, .expire, .forget:
            return .onlyOperator
        }
        // 0 is the house.
        return sender == participant && participant != 0 ? nil : .notYours
    }
}

/// Why a step of a contract isn't done. The numbers are part of the face and never change; they
/// continue those of `SectionReason`.
public enum StepRefusal: UInt16, Sendable, CaseIterable {
    /// It isn't this side's step.
    case notYourStep = 200
    /// The contract isn't in a state in which this can be done.
    case wrongState = 201
    /// This side has done it already.
    case alreadyDone = 202
    /// No deadline of that side has passed.
    case notOverdue = 203
    /// This side has made no offer that could be taken back.
    case noOffer = 204
}

extension Contract {
    /// Why a step can't be done by somebody now; nil if it can.
    public func refusal(of step: ContractStep, by actor: ContractActor) -> StepRefusal? {
        guard step.actors.contains(actor) else { return .notYourStep }
        guard !state.isFinal else { return .wrongState }
        switch step {
        case .sign:
            if state != .concluded { return hasSigned(actor) ? .alreadyDone : .wrongState }
            return hasSigned(actor) ? .alreadyDone : nil
        case .confirmPayment: return state == .signed ? nil : .wrongState
        case .ship: return state == .paid ? nil : .wrongState
        case .accept: return state == .shipped ? nil : .wrongState
        case .close: return state == .accepted ? nil : .wrongState
        case .endByAgreement:
            if state == .accepted { return .wrongState }
            return offersToEnd(actor) ? .alreadyDone : nil
        case .keep: return offersToEnd(actor) ? nil : .noOffer
        case .defaultOfBuyer: return refusalOfDefault(of: .buyer, by: actor)
        case .defaultOfSeller: return refusalOfDefault(of: .seller, by: actor)
        }
    }

    private func refusalOfDefault(
        of side: ContractActor, by actor: ContractActor
    ) -> StepRefusal? {
        actor == .house || isOverdue(side) ? nil : .notOverdue
    }

    /// Does a step that isn't refused. What money and goods it moves is the section's business.
    mutating func take(
        _ step: ContractStep, by actor: ContractActor, at now: Instant, _ terms: ContractTerms
    ) {
        switch step {
        case .sign:
            marks |= Self.bit(actor)
            marks &= ~(Self.bit(actor) << 4)
            if marks & 3 == 3 { enter(.signed, due: now.advanced(by: terms.payment)) }
        case .confirmPayment: enter(.paid, due: now.advanced(by: terms.shipment))
        case .ship: enter(.shipped, due: now.advanced(by: terms.acceptance))
        case .accept: enter(.accepted, due: now.advanced(by: terms.claims))
        case .close: enter(.closed, due: .distantFuture)
        case .endByAgreement:
            marks |= Self.bit(actor) << 2
            if marks & 12 == 12 { enter(.ended, due: .distantFuture) }
        case .keep: marks &= ~(Self.bit(actor) << 2)
        case .defaultOfBuyer, .defaultOfSeller: enter(.defaulted, due: .distantFuture)
        }
    }

    /// A new state has no debts of the old one.
    private mutating func enter(_ next: ContractState, due: Instant) {
        state = next
        self.due = due
        marks &= ~48
    }

    /// Whose step it is, as bits of `marks`: those who are overdue once the deadline has passed.
    var awaited: UInt8 {
        switch state {
        case .concluded: ~marks & 3
        case .signed, .shipped: Self.bit(.buyer)
        case .paid: Self.bit(.seller)
        case .accepted, .closed, .defaulted, .ended: 0
        }
    }
}

extension ContractStep {
    /// Who may do it.
    var actors: [ContractActor] {
        switch self {
        case .sign, .endByAgreement, .keep: [.buyer, .seller]
        case .confirmPayment: [.seller, .house]
        case .ship: [.seller]
        case .accept: [.buyer]
        case .close: [.buyer, .house]
        case .defaultOfBuyer: [.seller, .house]
        case .defaultOfSeller: [.buyer, .house]
        }
    }
}

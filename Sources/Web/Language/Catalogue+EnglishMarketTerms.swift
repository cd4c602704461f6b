import Exchange
import TradingFloor

extension English {
    static func phrase(_ term: MarketTerm) -> String {
        switch term {
        case .phase(let kind): phase(kind)
        case .book(.continuous): "trading"
        case .book(.call): "gathering orders for one price"
        case .book(.closed): "closed"
        case .mode(let mode): self.mode(mode)
        case .source(.book): "order book"
        case .source(.call): "call at one price"
        case .source(.negotiated): "negotiated"
        case .source(.auction): "auction"
        case .auctionStatus(.scheduled): "scheduled"
        case .auctionStatus(.open): "open"
        case .auctionStatus(.halted): "halted"
        case .auctionStatus(.ended): "ended"
        case .auctionStatus(.cancelled): "cancelled"
        case .contractState(let state): self.state(state)
        case .contractStep(let step): self.step(step)
        case .contractSource(let source): self.source(source)
        case .contractAwaits(let state): awaits(state)
        case .weekday(let day): weekday(day)
        case .validity(let validity): self.validity(validity)
        case .refusal(let refusal): self.refusal(refusal)
        case .otherRefusal(let name, let number): "The exchange refused: \(name) (\(number))."
        }
    }

    private static func phase(_ kind: PhaseKind) -> String {
        switch kind {
        case .announcement: "announcement"
        case .preOpening: "pre-opening"
        case .openingCall: "opening call"
        case .trading: "trading"
        case .sellersCorrection: "sellers’ correction"
        case .dealMaking: "deal-making"
        case .closingCall: "closing call"
        case .closed: "close"
        }
    }

    private static func mode(_ mode: TradingMode) -> String {
        switch mode {
        case .continuous: "continuous double auction"
        case .call: "call auction"
        case .english: "English auction"
        case .reverse: "tender"
        case .dutch: "Dutch auction"
        case .negotiated: "negotiated deals"
        }
    }

    private static func state(_ state: ContractState) -> String {
        switch state {
        case .concluded: "concluded"
        case .signed: "signed"
        case .paid: "paid"
        case .shipped: "shipped"
        case .accepted: "accepted"
        case .closed: "fulfilled"
        case .defaulted: "defaulted"
        case .ended: "ended by agreement"
        }
    }

    private static func awaits(_ state: ContractState) -> String {
        switch state {
        case .concluded: "Both sides sign."
        case .signed: "The buyer pays; the seller confirms the payment."
        case .paid: "The seller ships the goods."
        case .shipped: "The buyer accepts the goods."
        case .accepted: "Time for claims; then the contract closes by itself."
        case .closed: "Nothing: all is done, and the securities are free."
        case .defaulted: "Nothing: a side failed, and its security went to the other."
        case .ended: "Nothing: both sides gave it up, and the securities are free."
        }
    }

    private static func step(_ step: ContractStep) -> String {
        switch step {
        case .sign: "Sign"
        case .confirmPayment: "Confirm that the payment has come"
        case .ship: "Say that the goods are on their way"
        case .accept: "Accept the goods"
        case .close: "Close: nothing is left to claim"
        case .endByAgreement: "Offer to end the contract, or agree to the other side’s offer"
        case .keep: "Take back the offer to end the contract"
        case .defaultOfBuyer: "Declare that the buyer failed"
        case .defaultOfSeller: "Declare that the seller failed"
        }
    }

    private static func source(_ source: ContractSource) -> String {
        switch source {
        case .book: "dealt in the order book"
        case .call: "dealt in a call at one price"
        case .negotiated: "negotiated deal"
        case .english: "sold by English auction"
        case .reverse: "bought by tender"
        case .dutch: "sold by Dutch auction"
        }
    }

    private static func weekday(_ day: Weekday) -> String {
        switch day {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }

    private static func validity(_ validity: Validity) -> String {
        switch validity {
        case .goodTillCancelled: "until cancelled"
        case .day: "until the end of the day"
        case .session: "until the end of the session"
        case .goodTillDate: "until a date"
        case .immediateOrCancel: "at once; the rest is cancelled"
        case .fillOrKill: "at once and whole, or not at all"
        }
    }

    private static func refusal(_ refusal: MarketRefusal) -> String {
        switch refusal {
        case .suspended: "Refused: the operator has suspended your firm. Ask the exchange."
        case .accreditation: "Refused: your firm’s accreditation isn’t in force."
        case .arrears: "Refused: your firm owes fees. Pay them first."
        case .unfulfilled: "Refused: your firm let the deadline of a contract pass."
        case .wrongGroup: "Refused: your firm isn’t admitted to this group of instruments."
        case .wrongPlace: "Refused: this session is for firms of other places."
        case .noDeposit: "Refused: your firm has no deposit in this currency."
        case .depositTooSmall: "Refused: your free deposit doesn’t cover this."
        case .killSwitch: "Refused: the operator has barred orders for now."
        case .phase: "Refused: this phase of the session doesn’t permit it. See the timetable."
        case .mode: "Refused: this instrument isn’t traded in this way."
        case .valueTooLarge: "Refused: the order is worth more than may be traded at a time."
        case .tooManyOrders: "Refused: more orders than your firm may have or send."
        case .gone: "The order isn’t open any more."
        case .outsideBand: "Refused: the price is outside the permitted band."
        case .quantity: "Refused: the quantity is out of range."
        case .price: "Refused: the price is out of range."
        case .wouldTrade: "Refused: the order would trade at once."
        case .full: "Refused: the section is full for now. Try again later."
        case .notYours: "Refused: this step is the other side’s, or the house’s."
        case .wrongState: "Refused: the contract isn’t in a state in which this can be done."
        case .alreadyDone: "Refused: you have done this already."
        case .notOverdue: "Refused: no deadline of the other side has passed."
        case .notFillable: "Refused: not enough stands in the book to fill it at once."
        case .halted: "Refused: the session is halted; only cancellations are taken."
        default: refusalOfDealing(refusal) ?? "Refused."
        }
    }
}

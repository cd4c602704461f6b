extension English {
    /// Why further terms, bids and negotiated deals are refused; nil for what is explained elsewhere.
    static func refusalOfDealing(_ refusal: MarketRefusal) -> String? {
        switch refusal {
        case .notItsBroker: "Refused: the firm trades through another broker, or by itself."
        case .display:
            "Refused: what is shown must be between a thousandth of the order and all of it."
        case .minimum: "Refused: the least at once is more than the order."
        case .protection: "Refused: the protection is too large."
        case .conditions: "Refused: the order’s terms contradict each other."
        case .notInCall: "Refused: while orders gather for a call, only limit orders are taken."
        case .expired: "Refused: the last moment has passed."
        case .noPriceToGoBy: "Refused: there is no price on the other side to go by. Name a limit."
        case .receiptOnPurchase: "Refused: a warehouse receipt stands behind sales only."
        case .receipt:
            "Refused: the warehouse receipt is for other goods, or hasn’t enough lots free."
        case .notOpen: "Refused: the auction hasn’t opened."
        case .auctionHalted: "Refused: the auction is halted."
        case .auctionOver: "Refused: the auction is over."
        case .ownLot: "Refused: nobody bids for what is their own."
        case .notBetter: "Refused: the bid is no better than the least next one."
        case .stepTooLarge: "Refused: the bid is more than the largest step ahead."
        case .alreadyLeading: "Refused: you lead already."
        case .notLeading: "Refused: you don’t lead."
        case .notRetractable: "Refused: bids can’t be taken back in this auction."
        case .belowClock: "Refused: the clock shows more than you would give."
        case .wholeLotOnly: "Refused: only the whole lot can be taken."
        case .wrongStage: "Refused: this belongs to another stage of the auction."
        case .isClockWinner: "Refused: who stopped the clock gives no sealed bid."
        case .notClockWinner: "Refused: only who stopped the clock may answer the best bid."
        case .noSealedBid: "Refused: there is no sealed bid of yours."
        case .wrongAct: "Refused: this isn’t done in this form of auction."
        case .noDeal: "Refused: this registered deal isn’t there any more."
        case .noCounterparty: "Refused: a deal needs another firm on the other side."
        default: nil
        }
    }
}

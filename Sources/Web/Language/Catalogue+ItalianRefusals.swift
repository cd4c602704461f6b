extension Italian {
    /// Why further terms, bids and negotiated deals are refused; nil for what is explained elsewhere.
    static func refusalOfDealing(_ refusal: MarketRefusal) -> String? {
        switch refusal {
        case .notItsBroker: "Respinto: l’impresa contratta tramite un altro intermediario, o da sé."
        case .display: "Respinto: la parte mostrata va da un millesimo dell’ordine all’intero."
        case .minimum: "Respinto: il minimo subito supera l’ordine."
        case .protection: "Respinto: la protezione è troppo ampia."
        case .conditions: "Respinto: le condizioni dell’ordine si contraddicono."
        case .notInCall: "Respinto: durante la raccolta si accettano solo ordini con limite."
        case .expired: "Respinto: l’ultimo momento è passato."
        case .noPriceToGoBy:
            "Respinto: dall’altro lato non c’è un prezzo di riferimento. Indicare un limite."
        case .receiptOnPurchase: "Respinto: una fede di deposito garantisce solo vendite."
        case .receipt:
            "Respinto: la fede di deposito è di altra merce o non ha abbastanza lotti liberi."
        case .notOpen: "Respinto: l’asta non è ancora aperta."
        case .auctionHalted: "Respinto: l’asta è sospesa."
        case .auctionOver: "Respinto: l’asta è finita."
        case .ownLot: "Respinto: nessuno fa offerte per ciò che è suo."
        case .notBetter: "Respinto: l’offerta non raggiunge la prossima ammessa."
        case .stepTooLarge: "Respinto: l’offerta supera il rilancio massimo."
        case .alreadyLeading: "Respinto: la vostra offerta è già la migliore."
        case .notLeading: "Respinto: la vostra offerta non è la migliore."
        case .notRetractable: "Respinto: in quest’asta le offerte non si ritirano."
        case .belowClock: "Respinto: l’orologio segna più di quanto dareste."
        case .wholeLotOnly: "Respinto: si prende solo l’intero lotto."
        case .wrongStage: "Respinto: appartiene a un altro stadio dell’asta."
        case .isClockWinner: "Respinto: chi ha fermato l’orologio non fa offerte segrete."
        case .notClockWinner: "Respinto: può rispondere solo chi ha fermato l’orologio."
        case .noSealedBid: "Respinto: non avete un’offerta segreta."
        case .wrongAct: "Respinto: in questa forma d’asta non si fa."
        case .noDeal: "Respinto: questo affare registrato non c’è più."
        case .noCounterparty: "Respinto: un affare vuole un’altra impresa dall’altra parte."
        default: nil
        }
    }
}

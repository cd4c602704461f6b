import Exchange
import TradingFloor

extension Italian {
    static func phrase(_ term: MarketTerm) -> String {
        switch term {
        case .phase(let kind): phase(kind)
        case .book(.continuous): "in contrattazione"
        case .book(.call): "in raccolta ordini per il prezzo unico"
        case .book(.closed): "chiuso"
        case .mode(let mode): self.mode(mode)
        case .source(.book): "book"
        case .source(.call): "asta a prezzo unico"
        case .source(.negotiated): "a trattativa privata"
        case .source(.auction): "asta"
        case .auctionStatus(.scheduled): "in programma"
        case .auctionStatus(.open): "aperta"
        case .auctionStatus(.halted): "sospesa"
        case .auctionStatus(.ended): "conclusa"
        case .auctionStatus(.cancelled): "annullata"
        case .contractState(let state): self.state(state)
        case .contractStep(let step): self.step(step)
        case .contractSource(let source): self.source(source)
        case .contractAwaits(let state): awaits(state)
        case .weekday(let day): weekday(day)
        case .validity(let validity): self.validity(validity)
        case .refusal(let refusal): self.refusal(refusal)
        case .otherRefusal(let name, let number): "La borsa ha respinto: \(name) (\(number))."
        }
    }

    private static func phase(_ kind: PhaseKind) -> String {
        switch kind {
        case .announcement: "annuncio"
        case .preOpening: "preapertura"
        case .openingCall: "asta di apertura"
        case .trading: "contrattazione"
        case .sellersCorrection: "correzione dei venditori"
        case .dealMaking: "conclusione dei contratti"
        case .closingCall: "asta di chiusura"
        case .closed: "chiusura"
        }
    }

    private static func mode(_ mode: TradingMode) -> String {
        switch mode {
        case .continuous: "contrattazione continua"
        case .call: "asta a chiamata"
        case .english: "asta inglese"
        case .reverse: "gara al ribasso"
        case .dutch: "asta olandese"
        case .negotiated: "trattativa privata"
        }
    }

    private static func state(_ state: ContractState) -> String {
        switch state {
        case .concluded: "concluso"
        case .signed: "firmato"
        case .paid: "pagato"
        case .shipped: "merce spedita"
        case .accepted: "merce accettata"
        case .closed: "adempiuto"
        case .defaulted: "inadempiuto"
        case .ended: "sciolto di comune accordo"
        }
    }

    private static func awaits(_ state: ContractState) -> String {
        switch state {
        case .concluded: "Firmano entrambe le parti."
        case .signed: "L’acquirente paga; il venditore conferma il pagamento."
        case .paid: "Il venditore spedisce la merce."
        case .shipped: "L’acquirente accetta la merce."
        case .accepted: "Tempo per i reclami; poi il contratto si chiude da sé."
        case .closed: "Nulla: tutto è compiuto e le garanzie sono libere."
        case .defaulted: "Nulla: una parte è inadempiente e la sua garanzia è passata all’altra."
        case .ended: "Nulla: le parti hanno rinunciato e le garanzie sono libere."
        }
    }

    private static func step(_ step: ContractStep) -> String {
        switch step {
        case .sign: "Firmare"
        case .confirmPayment: "Confermare che il pagamento è arrivato"
        case .ship: "Comunicare che la merce è in viaggio"
        case .accept: "Accettare la merce"
        case .close: "Chiudere: non resta nulla da reclamare"
        case .endByAgreement: "Proporre lo scioglimento, o aderire alla proposta dell’altra parte"
        case .keep: "Ritirare la proposta di scioglimento"
        case .defaultOfBuyer: "Dichiarare inadempiente l’acquirente"
        case .defaultOfSeller: "Dichiarare inadempiente il venditore"
        }
    }

    private static func source(_ source: ContractSource) -> String {
        switch source {
        case .book: "concluso nel book"
        case .call: "concluso nell’asta a prezzo unico"
        case .negotiated: "trattativa privata"
        case .english: "venduto all’asta inglese"
        case .reverse: "acquistato con gara al ribasso"
        case .dutch: "venduto all’asta olandese"
        }
    }

    private static func weekday(_ day: Weekday) -> String {
        switch day {
        case .monday: "lunedì"
        case .tuesday: "martedì"
        case .wednesday: "mercoledì"
        case .thursday: "giovedì"
        case .friday: "venerdì"
        case .saturday: "sabato"
        case .sunday: "domenica"
        }
    }

    private static func validity(_ validity: Validity) -> String {
        switch validity {
        case .goodTillCancelled: "fino a revoca"
        case .day: "fino alla fine della giornata"
        case .session: "fino alla fine della seduta"
        case .goodTillDate: "fino a una data"
        case .immediateOrCancel: "subito; il resto è annullato"
        case .fillOrKill: "subito e per intero, o niente"
        }
    }

    private static func refusal(_ refusal: MarketRefusal) -> String {
        switch refusal {
        case .suspended:
            "Respinto: il gestore ha sospeso la vostra impresa. Rivolgersi alla borsa."
        case .accreditation: "Respinto: l’accreditamento della vostra impresa non è in vigore."
        case .arrears: "Respinto: la vostra impresa deve commissioni. Occorre prima pagarle."
        case .unfulfilled:
            "Respinto: la vostra impresa ha lasciato scadere un termine di un contratto."
        case .wrongGroup:
            "Respinto: la vostra impresa non è ammessa a questo gruppo di strumenti."
        case .wrongPlace: "Respinto: questa seduta è riservata a imprese di altri luoghi."
        case .noDeposit:
            "Respinto: la vostra impresa non ha un deposito cauzionale in questa valuta."
        case .depositTooSmall: "Respinto: il deposito libero non basta a coprirlo."
        case .killSwitch: "Respinto: il gestore ha bloccato per ora gli ordini."
        case .phase: "Respinto: questa fase della seduta non lo consente. Si veda il calendario."
        case .mode: "Respinto: questo strumento non si tratta in questo modo."
        case .valueTooLarge: "Respinto: l’ordine vale più di quanto si può trattare in una volta."
        case .tooManyOrders: "Respinto: più ordini di quanti la vostra impresa possa inviare."
        case .gone: "L’ordine non è più aperto."
        case .outsideBand: "Respinto: il prezzo è fuori dalla banda consentita."
        case .quantity: "Respinto: la quantità è fuori dai limiti."
        case .price: "Respinto: il prezzo è fuori dai limiti."
        case .wouldTrade: "Respinto: l’ordine verrebbe eseguito subito."
        case .full: "Respinto: la sezione per ora è piena. Riprovare più tardi."
        case .notYours: "Respinto: questo passo spetta all’altra parte o alla borsa."
        case .wrongState: "Respinto: nello stato attuale del contratto non si può fare."
        case .alreadyDone: "Respinto: è già stato fatto."
        case .notOverdue: "Respinto: nessun termine dell’altra parte è scaduto."
        case .notFillable: "Respinto: nel book non c’è abbastanza per eseguirlo subito."
        case .halted: "Respinto: la seduta è sospesa; si accettano solo revoche."
        default: refusalOfDealing(refusal) ?? "Respinto."
        }
    }
}

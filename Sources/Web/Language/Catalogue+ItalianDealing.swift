import Exchange

extension Italian {
    /// The texts of the forms of those who trade.
    static func phrase(_ phrase: DealingPhrase) -> String {
        switch phrase {
        case .notDone: "Non è stato fatto nulla. Che cosa non va:"
        case .forWhomField: "Per conto di"
        case .ownAccount(let code): "\(code): conto proprio"
        case .throughBroker(let name):
            "La vostra impresa contratta tramite il suo intermediario, \(name), che invia per voi."
        case .clientsCount(let count): counted(count, "cliente", "clienti")
        case .whose: "Di chi"
        case .furtherTerms: "Altre condizioni"
        case .furtherTermsHelp:
            "Quasi nessun ordine ne ha bisogno. Ciò che resta vuoto vale come in un ordine con limite."
        case .kindName: "Tipo di ordine"
        case .kindHelp: "Hanno un prezzo solo gli ordini con limite."
        case .orderKind(let kind): kindOfOrder(kind)
        case .stopName: "Prezzo di attivazione"
        case .stopHelp: "Per gli ordini stop: attendono uno scambio a questo prezzo o oltre."
        case .protectionName: "Protezione"
        case .protectionHelp:
            "Per gli ordini al meglio: di quanto si può superare il prezzo migliore."
        case .throughName: "Valido fino a (UTC)"
        case .throughHelp: "Va con «fino a una data»: l’ultimo momento."
        case .displayName: "Mostrati per volta, lotti"
        case .displayHelp: "Iceberg: il book ne mostra tanto, il resto resta nascosto."
        case .minimumName: "Minimo subito, lotti"
        case .minimumHelp: "Se all’arrivo si può scambiare meno, non si scambia nulla."
        case .allOrNoneName: "Tutto o niente"
        case .allOrNoneHelp: "Si esegue per intero o attende."
        case .postOnlyName: "Solo in attesa"
        case .postOnlyHelp: "Respinto se verrebbe eseguito all’arrivo."
        case .receiptHelp: "Per le vendite: la merce a garanzia invece del deposito."
        case .noReceipt: "nessuna, ma un deposito"
        case .receiptOption(let number, let goods, let free):
            "\(number): \(goods), lotti liberi: \(free)"
        case .wrongClient: "Scegliere per conto di chi: la propria impresa o un cliente."
        case .wrongSide: "Scegliere se si compra o si vende."
        case .wrongKind: "Scegliere un tipo di ordine."
        case .wrongValidity: "Scegliere per quanto vale l’ordine."
        case .wrongMoment: "Scrivere l’ultimo momento come giorno e ora, in UTC."
        case .wrongReceipt: "Scegliere una fede di deposito di colui per cui si agisce."
        case .wrongFirm: "Scrivere il codice di un’altra impresa ammessa a questa sezione."
        case .priceNotTaken:
            "Questo tipo di ordine non ha prezzo: lasciarlo vuoto o scegliere un ordine con limite."
        case .stopNotTaken:
            "Il prezzo di attivazione è solo degli ordini stop: lasciarlo vuoto o sceglierne uno."
        case .throughNotTaken:
            "L’ultimo momento va solo con «fino a una data»: sceglierla o lasciarlo vuoto."
        case .buyNowGone:
            "Il lotto non si può più avere subito a questo prezzo. Non è stata fatta alcuna offerta."
        case .bidding: "Offerte"
        case .operatorBids: "Accesso come gestore, che non fa offerte."
        case .yourPlace: "La vostra posizione"
        case .ownLot: "Il lotto è vostro; nessuno fa offerte per ciò che è suo."
        case .youLead(let price): "La vostra offerta è la migliore: \(price)."
        case .youLeadUpTo(let price):
            "La vostra offerta è la migliore; arrivereste a \(price), e lo vedete solo voi."
        case .youSealed(let price): "La vostra offerta segreta è \(price)."
        case .youStopped(let price): "Avete fermato l’orologio a \(price)."
        case .biddingNotNow: "Ora non si accettano offerte."
        case .nothingToDo: "In questo stadio non potete fare nulla."
        case .stageName: "Stadio"
        case .dutchStage(let stage): self.stage(stage)
        case .stageEndsAt(let when): "Questo stadio finisce alle \(when)."
        case .sendBid: "Fare l’offerta"
        case .buyAtOnce(let price): "Comprare subito a \(price)"
        case .sellAtOnce(let price): "Vendere subito a \(price)"
        case .retractBid: "Ritirare l’offerta"
        case .sendTake: "Prendere al prezzo dell’orologio"
        case .sendSeal: "Fare un’offerta segreta"
        case .withdrawSeal: "Ritirare l’offerta segreta"
        case .sendImprove: "Rispondere alla migliore offerta"
        case .noMoreThan(let price): "Non più di \(price)."
        case .noLessThan(let price): "Non meno di \(price)."
        case .bidBinds: "Un’offerta vincola finché non è superata."
        case .bidIsMaximum: "Scrivere fin dove si arriverebbe: la borsa rilancia solo quanto serve."
        case .endsAtOnceFrom(let price):
            "Un’offerta che raggiunge o passa \(price) chiude subito l’asta a \(price)."
        case .buyNowHelp: "L’asta finisce così, e ne nasce un contratto."
        case .retractHelp: "Allora nessuno è in testa; le offerte ricominciano."
        case .takeHelp(let price):
            "L’orologio segnava \(price) quando la pagina è stata fatta. Si paga ciò che segna "
                + "all’arrivo; se è più di quanto si scrive, non accade nulla."
        case .takeBetween(let least, let most): "Da \(least) a \(most) lotti."
        case .wholeLotOnly: "Si prende l’intero lotto."
        case .mostPrice: "Al massimo"
        case .sealHelp: "Nessuno la vede prima della fine dello stadio; una nuova la sostituisce."
        case .withdrawSealHelp: "Il vostro deposito torna libero."
        case .improveHelp:
            "Avete fermato l’orologio: solo voi potete rispondere, e con la risposta il lotto è vostro."
        case .auctionOver: "L’asta è finita"
        case .auctionOverWhy:
            "È terminata, o non ce n’era una con questo numero. Il venduto è tra i contratti della "
                + "sezione, i vostri sul vostro banco."
        case .dealMade: "L’affare è concluso:"
        case .saidClockStopped(let price): "Avete fermato l’orologio a \(price)."
        case .saidOutbid: "L’offerta è stata accettata e subito superata."
        case .saidLeading(let price): "L’offerta è stata accettata: è in testa a \(price)."
        case .saidSealed(let price): "L’offerta segreta di \(price) è stata accettata."
        case .saidSealWithdrawn: "L’offerta segreta è stata ritirata."
        case .saidRetracted: "L’offerta è stata ritirata."
        case .saidRegistered(let number, let firm):
            "L’affare \(number) è registrato. È concluso quando \(firm) registra lo stesso."
        case .saidTaken: "L’offerta è stata accettata."
        case .negotiatedDeals: "Affari negoziati"
        case .dealsOf(let name): "Affari negoziati: \(name)"
        case .dealsLead:
            "Due imprese che si sono accordate registrano le stesse condizioni, ciascuna dal suo "
                + "lato; con la seconda parola l’affare è concluso e comincia il contratto."
        case .registerDeal: "Registrare un affare"
        case .dealsWaiting: "In attesa"
        case .dealsOffered: "Attendono la vostra parola"
        case .noDealsOffered: "Nessun’altra impresa ha registrato un affare con voi."
        case .dealsOwn: "Attendono l’altra parte"
        case .noDealsOwn: "Nessun vostro affare è in attesa."
        case .deal: "Affare"
        case .counterparty: "Altra parte"
        case .counterpartyHelp: "Il codice dell’impresa alla borsa."
        case .yourSide: "Il vostro lato"
        case .confirm: "Confermare"
        case .confirmDeal(let number): "Confermare l’affare \(number)"
        case .takeBack: "Ritirare"
        case .withdrawDeal(let number): "Ritirare l’affare \(number)"
        case .dealsNotNow: "Ora non si registrano affari."
        case .noDealInstrument: "La sezione non ha strumenti che si trattano per negoziazione."
        case .marketNow: "In borsa adesso"
        case .marketNowHelp: "Che cosa fa ogni sezione; book e risultati sono a un passo."
        case .tradedHere: "Trattato in borsa"
        }
    }

    private static func kindOfOrder(_ kind: OrderKind) -> String {
        switch kind {
        case .limit: "con limite"
        case .market: "al meglio"
        case .marketToLimit: "al meglio, il resto con limite"
        case .stop: "stop"
        case .stopLimit: "stop con limite"
        }
    }

    private static func stage(_ stage: DutchStage) -> String {
        switch stage {
        case .clock: "l’orologio"
        case .beforeSealed: "pausa prima delle offerte segrete"
        case .sealed: "offerte segrete"
        case .beforeBest: "pausa prima della risposta"
        case .best: "risposta alla migliore offerta"
        }
    }
}

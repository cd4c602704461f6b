import Exchange

extension English {
    /// The texts of the forms of those who trade.
    static func phrase(_ phrase: DealingPhrase) -> String {
        switch phrase {
        case .notDone: "Nothing was done. What is wrong:"
        case .forWhomField: "For whom"
        case .ownAccount(let code): "\(code): own account"
        case .throughBroker(let name):
            "Your firm trades through its broker, \(name), who sends this for you."
        case .clientsCount(let count): counted(count, "client", "clients")
        case .whose: "Whose"
        case .furtherTerms: "Further terms"
        case .furtherTermsHelp:
            "Most orders need none of these. What is left empty is as in a plain limit order."
        case .kindName: "Kind of order"
        case .kindHelp: "Only limit and stop-limit orders have a price."
        case .orderKind(let kind): kindOfOrder(kind)
        case .stopName: "Stop price"
        case .stopHelp: "For stop orders: they wait until a trade at this price or beyond."
        case .protectionName: "Protection"
        case .protectionHelp:
            "For market orders: how far beyond the best price they may trade, in price units."
        case .throughName: "Good until (UTC)"
        case .throughHelp: "Goes with “until a date”: the last moment."
        case .displayName: "Shown at a time, lots"
        case .displayHelp: "An iceberg: the book shows so much of it, the rest stays hidden."
        case .minimumName: "Least at once, lots"
        case .minimumHelp: "If less can be traded on arrival, nothing is."
        case .allOrNoneName: "All or none"
        case .allOrNoneHelp: "Trades whole or waits."
        case .postOnlyName: "Only stand"
        case .postOnlyHelp: "Refused if it would trade on arrival."
        case .receiptHelp: "For sales: the goods behind it instead of a deposit."
        case .noReceipt: "none, but a deposit"
        case .receiptOption(let number, let goods, let free):
            "\(number): \(goods), \(free) lots free"
        case .wrongClient: "Choose for whom it is: your own firm or one of your clients."
        case .wrongSide: "Choose whether you buy or sell."
        case .wrongKind: "Choose a kind of order."
        case .wrongValidity: "Choose how long the order is valid."
        case .wrongMoment: "Write the last moment as a day and an hour, in UTC."
        case .wrongReceipt: "Choose a warehouse receipt of whom this is for."
        case .wrongFirm: "Write the code of another firm that is admitted to this section."
        case .priceNotTaken:
            "This kind of order has no price: leave it empty, or choose a limit order."
        case .stopNotTaken:
            "Only stop orders have a stop price: leave it empty, or choose a stop order."
        case .throughNotTaken:
            "A last moment goes with “until a date” only: choose that, or leave it empty."
        case .buyNowGone: "The lot can no longer be had at once at this price. No bid was made."
        case .bidding: "Bidding"
        case .operatorBids: "You are signed in as the operator, who doesn’t bid."
        case .yourPlace: "Your place"
        case .ownLot: "The lot is yours; nobody bids for what is their own."
        case .youLead(let price): "You lead, at \(price)."
        case .youLeadUpTo(let price): "You lead; you would go to \(price), which only you see."
        case .youSealed(let price): "Your sealed bid is \(price)."
        case .youStopped(let price): "You stopped the clock at \(price)."
        case .biddingNotNow: "No bids are taken now."
        case .nothingToDo: "There is nothing for you to do at this stage."
        case .stageName: "Stage"
        case .dutchStage(let stage): self.stage(stage)
        case .stageEndsAt(let when): "This stage ends at \(when)."
        case .sendBid: "Bid"
        case .buyAtOnce(let price): "Buy at once at \(price)"
        case .sellAtOnce(let price): "Sell at once at \(price)"
        case .retractBid: "Take the bid back"
        case .sendTake: "Take at the clock’s price"
        case .sendSeal: "Give a sealed bid"
        case .withdrawSeal: "Withdraw the sealed bid"
        case .sendImprove: "Answer the best bid"
        case .noMoreThan(let price): "No more than \(price)."
        case .noLessThan(let price): "No less than \(price)."
        case .bidBinds: "A bid binds until it is outbid."
        case .bidIsMaximum:
            "Name how far you would go: the house bids for you no more than is needed."
        case .endsAtOnceFrom(let price): "A bid of \(price) or beyond ends the auction at \(price)."
        case .buyNowHelp: "The auction ends with it, and a contract is made."
        case .retractHelp: "Nobody leads then; the bidding begins anew."
        case .takeHelp(let price):
            "The clock showed \(price) when this page was made. You pay what it shows when your "
                + "word arrives; if that is more than you name, nothing happens."
        case .takeBetween(let least, let most): "From \(least) to \(most) lots."
        case .wholeLotOnly: "The whole lot is taken."
        case .mostPrice: "At most"
        case .sealHelp: "Nobody sees it before the end of this stage; a later one replaces it."
        case .withdrawSealHelp: "Your deposit is free again."
        case .improveHelp:
            "You stopped the clock, so only you may answer; with an answer the lot is yours."
        case .auctionOver: "The auction is over"
        case .auctionOverWhy:
            "It has ended, or there was none of this number. What was sold is among the section’s "
                + "deals, and your contracts on your desk."
        case .dealMade: "The deal is made:"
        case .saidClockStopped(let price): "You stopped the clock at \(price)."
        case .saidOutbid: "Your bid was taken, and at once outbid."
        case .saidLeading(let price): "Your bid was taken: it leads at \(price)."
        case .saidSealed(let price): "Your sealed bid of \(price) was taken."
        case .saidSealWithdrawn: "Your sealed bid was withdrawn."
        case .saidRetracted: "Your bid was taken back."
        case .saidRegistered(let number, let firm):
            "Deal \(number) is registered. It is made when \(firm) registers the same."
        case .saidTaken: "Your bid was taken."
        case .negotiatedDeals: "Negotiated deals"
        case .dealsOf(let name): "Negotiated deals: \(name)"
        case .dealsLead:
            "Two firms that have agreed register the same terms, each from its side; with the second "
                + "word the deal is made and its contract begins."
        case .registerDeal: "Register a deal"
        case .dealsWaiting: "Waiting"
        case .dealsOffered: "Waiting for your word"
        case .noDealsOffered: "No other firm has registered a deal with you."
        case .dealsOwn: "Waiting for the other side"
        case .noDealsOwn: "You have registered none that waits."
        case .deal: "Deal"
        case .counterparty: "Other side"
        case .counterpartyHelp: "The firm’s code at the exchange."
        case .yourSide: "Your side"
        case .confirm: "Confirm"
        case .confirmDeal(let number): "Confirm deal \(number)"
        case .takeBack: "Take back"
        case .withdrawDeal(let number): "Take back deal \(number)"
        case .dealsNotNow: "No deals are registered now."
        case .noDealInstrument: "The section has no instrument in which deals are negotiated."
        case .marketNow: "On the exchange now"
        case .marketNowHelp: "What each section is doing; the books and results are a step away."
        case .tradedHere: "Traded on the exchange"
        }
    }

    private static func kindOfOrder(_ kind: OrderKind) -> String {
        switch kind {
        case .limit: "limit"
        case .market: "market"
        case .marketToLimit: "market, the rest as a limit"
        case .stop: "stop"
        case .stopLimit: "stop with a limit"
        }
    }

    private static func stage(_ stage: DutchStage) -> String {
        switch stage {
        case .clock: "the clock"
        case .beforeSealed: "pause before the sealed bids"
        case .sealed: "sealed bids"
        case .beforeBest: "pause before the answer"
        case .best: "answer to the best bid"
        }
    }
}

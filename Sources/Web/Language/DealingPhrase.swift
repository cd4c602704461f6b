import Exchange

/// A text of the forms of those who trade: orders, bids, negotiated deals, and what a broker does for
/// its clients.
enum DealingPhrase: Sendable {
    // MARK: Forms
    case notDone, forWhomField, ownAccount(String), throughBroker(String), clientsCount(Int), whose
    case furtherTerms, furtherTermsHelp, kindName, kindHelp, orderKind(OrderKind)
    case stopName, stopHelp, protectionName, protectionHelp, throughName, throughHelp
    case displayName, displayHelp, minimumName, minimumHelp, allOrNoneName, allOrNoneHelp
    case postOnlyName, postOnlyHelp, receiptHelp, noReceipt, receiptOption(String, String, String)

    // MARK: What is wrong
    case wrongClient, wrongSide, wrongKind, wrongValidity, wrongMoment, wrongReceipt, wrongFirm
    case priceNotTaken, stopNotTaken, throughNotTaken, buyNowGone

    // MARK: Auctions
    case bidding, operatorBids, yourPlace, ownLot, youLead(String), youLeadUpTo(String)
    case youSealed(String), youStopped(String), biddingNotNow, nothingToDo, stageName
    case dutchStage(DutchStage), stageEndsAt(String), sendBid, buyAtOnce(String)
    case sellAtOnce(String), retractBid, sendTake, sendSeal, withdrawSeal, sendImprove
    case noMoreThan(String), noLessThan(String), bidBinds, bidIsMaximum, buyNowHelp,
        endsAtOnceFrom(String), retractHelp
    case takeHelp(String), takeBetween(String, String), wholeLotOnly, mostPrice, sealHelp
    case withdrawSealHelp, improveHelp, auctionOver, auctionOverWhy

    // MARK: What came of it
    case dealMade, saidClockStopped(String), saidOutbid, saidLeading(String), saidSealed(String)
    case saidSealWithdrawn, saidRetracted, saidRegistered(String, String), saidTaken

    // MARK: Negotiated deals
    case negotiatedDeals, dealsOf(String), dealsLead, registerDeal, dealsWaiting, dealsOffered
    case noDealsOffered, dealsOwn, noDealsOwn, deal, counterparty, counterpartyHelp, yourSide
    case confirm, confirmDeal(String), takeBack, withdrawDeal(String), dealsNotNow
    case noDealInstrument

    // MARK: Elsewhere on the site
    case marketNow, marketNowHelp, tradedHere
}

import Exchange
import TradingFloor

/// A text of the market's pages: what is on, sections and instruments.
enum MarketPhrase: Sendable {
    case marketTitle, marketLead, asOf, section, sectionKicker, sectionTitle(String), session
    case sessionNumber(Int), instrument, instruments, auctions, goods, lot, lots, lotsHead
    case lotsCount(Int), orders, order, price, priceUnit, noPrice, quantity, value, volume
    case deals, dealsName, dealsCount(Int), bestBid, bestOffer, lastPrice, openPrice, high, low
    case average, basis, negotiatedVolume, transitVolume, modeName, phaseName, whereItStands
    case from, localClock, days(Int), hours(Int), minutes(Int), seconds(Int), whatIsOn
    case nothingPlanned, planned(String), onUntil(String, String), on(String), sessionHalted
    case sessionOver(String), sectionStopped, closedNow, plannedMark, haltedMark, stoppedMark
    case heldMark, cancelledMark, onMark, thisDay, nothingToday, timetableOf(String)
    case timetableHelp, clocksOf(String), nowMark, nextSessions, latestDeals, dealsHelp, noDeals
    case dealTime, dealSource, latestQuotations, quotationsHelp, quotationsOf(String)
    case contractsMade, noSectionTitle, noSection, noExchange, wayDemo, wayMake, dealsInSession
    case firms, inTransit(Int), timetable, noTimetable, clockOfTimetable(String), weeklyPattern
    case plan, onDays, phases, forWhom, forAll, everyDay, fromDay(String), throughDay(String)
    case exceptions, noSessionThen, instrumentsHelp, noInstruments, noInstrumentsWhy
    case auctionsHelp, noAuctions, rules, rulesHelp, ratesCaption, deposit, fee, residents
    case nonResidents, journal, journalHelp, journalEntry, journalHash, journalCommands
    case bookIs(String), lastOf(String), indicative, indicativeLots(String, String), orderBook
    case orderBookHelp, bids, offers, noBids, noOffers, pageOf(String), streamOn, streamLost
    case streamEnded
    case chart, chartOfDeals(String), chartOfDealsHelp, chartOfQuotations(String)
    case chartOfQuotationsHelp, specification, specificationHelp, commodity, harmonisedCode
    case quality, lotSize, tick, tickIs(String, String), terms, contractDeadlines
    case toSign(String), toPay(String), toShip(String), toAccept(String), forClaims(String)
    case priceBand, entryBand(String), tradeBand(String), dynamicBand(String), largestOrder
}

/// A text of auctions, results, and of the pages for those who trade.
enum TradingPhrase: Sendable {
    case auctionTitle(String), auctionNumber(Int), auctionIs(String), clockShows(String)
    case leads(String), opensAt(String), endsAt(String), clockPrice, leadingPrice, left
    case nextMoment, nothingByItself, documents, lotParts, auctionTerms, startPrice, step
    case largestStep, buyNow, opens, ends, extensionName, extensionIs(String, String), maximums
    case maximumsIs, falls, every(String), floorPrice, stages, threeStages, clockAlone
    case sessionsHeld, sessionsOf(String), sessionsHelp, allSessions, noSessions, noSessionsWhy
    case opened, closed, result, stillOn, resultsLater, finalMark, resultsKicker
    case sessionTitle(String, Int), sessionStillOn(String), sessionWas(String, String, Int)
    case sessionWasCancelled(String, String, Int), quotationsName, noQuotations, quotationsSoFar
    case quotationsFinal, noDealsInSession, dealsCut(Int), bundle, bundleHelp, bundleLater
    case bundleGet, bundleCheck, bundleEntries, bundleCommands, quotationsThroughTime
    case quotationsLead, sessionsCount(Int), neverQuoted, signIn, signInHelp, token, tokenHelp
    case tokenWrong, signedIn, signedInAs(String), signOut, operatorName, signInNeeded
    case signInNeededWhy, notAllowed, notAllowedWhy, tooFast, tooFastWhy, unavailable
    case unavailableWhy, signInToTrade, myDesk, deskOf(String), operatorDesk, lotIs(String)
    case balances, balancesHelp, noDeposit, currency, free, blocked, security, owed, newOrder
    case newOrderHelp, side, buy, sell, validityName, sendOrder, wrongInstrument
    case wrongPrice(String, String), wrongLots, orderTaken(String), orderStands(String)
    case orderDone, openOrders, noOrders, openLots, actions, cancel, cancelOrder(String)
    case receipts, receipt, committed, validTo, noEnd, contract, contractsName
    case contractsOf(String), noContracts, noContractsWhy, made, due, contractTitle(String)
    case contractLead(String, String, String), whatIsNext, parties, buyer, seller, resident
    case nonResident, goodsAndMoney, securityOf(String), feeOf(String), signatures, hasSigned
    case hasNotSigned, overdueName, offersEnd, transitMark, chooseStep, doStep, stepHelp
}

/// A word of the exchange's vocabulary.
enum MarketTerm: Sendable {
    case phase(PhaseKind), book(BookPhase), mode(TradingMode), source(TradeSource)
    case auctionStatus(AuctionStatus), contractState(ContractState), contractStep(ContractStep)
    case contractSource(ContractSource)
    /// What is awaited in a state, from whom.
    case contractAwaits(ContractState)
    case weekday(Weekday), validity(Validity)
    /// Why something isn't done, where a reader can do something about it.
    case refusal(MarketRefusal)
    /// Why else something isn't done: its name and number.
    case otherRefusal(String, Int)
}

/// Refusals that a page explains.
enum MarketRefusal: Sendable {
    case suspended, accreditation, arrears, unfulfilled, wrongGroup, wrongPlace, noDeposit
    case depositTooSmall, killSwitch, phase, mode, valueTooLarge, tooManyOrders, gone
    case outsideBand, quantity, price, wouldTrade, full, notYours, wrongState, alreadyDone
    case notOverdue, notFillable, halted
    // Orders' further terms, and brokers.
    case notItsBroker, display, minimum, protection, conditions, notInCall, expired, noPriceToGoBy
    case receiptOnPurchase, receipt
    // Auctions and negotiated deals.
    case notOpen, auctionHalted, auctionOver, ownLot, notBetter, stepTooLarge, alreadyLeading
    case notLeading, notRetractable, belowClock, wholeLotOnly, wrongStage, isClockWinner
    case notClockWinner, noSealedBid, wrongAct, noDeal, noCounterparty

    init?(_ reason: SectionReason) {
        if let found = Self.ofAuctions[reason.rawValue] ?? Self.ofTerms[reason.name] {
            self = found
            return
        }
        switch reason.name {
        case "suspended": self = .suspended
        case "accreditationNotBegun", "accreditationExpired", "unknownParticipant":
            self = .accreditation
        case "feesInArrears": self = .arrears
        case "unfulfilledContract": self = .unfulfilled
        case "wrongSection": self = .wrongGroup
        case "wrongRegion": self = .wrongPlace
        case "noDeposit": self = .noDeposit
        case "insufficientDeposit": self = .depositTooSmall
        case "killSwitch": self = .killSwitch
        case "phaseForbids", "notBegun", "notInPhase", "closed", "wrongPhase", "noSession":
            self = .phase
        case "halted": self = .halted
        case "wrongMode": self = .mode
        case "valueOutOfRange", "orderValueLimit": self = .valueTooLarge
        case "ordersPerSecond", "openOrders": self = .tooManyOrders
        case "orderGone", "unknownOrder": self = .gone
        case "outsideEntryBand", "outsideBand": self = .outsideBand
        case "quantityOutOfRange": self = .quantity
        case "priceOutOfRange", "priceNotPositive": self = .price
        case "wouldTrade": self = .wouldTrade
        case "sectionFull", "bookFull", "levelsFull": self = .full
        case "notAParty", "notYourStep": self = .notYours
        case "wrongState", "unknownContract": self = .wrongState
        case "alreadyDone": self = .alreadyDone
        case "notOverdue": self = .notOverdue
        case "notFillable", "belowMinimum": self = .notFillable
        default: return nil
        }
    }

    /// By number, as a session's and an auction's reasons share names.
    private static let ofAuctions: [UInt16: MarketRefusal] = [
        138: .auctionOver, 261: .notOpen, 262: .auctionHalted, 263: .auctionOver, 265: .ownLot,
        267: .notBetter, 268: .stepTooLarge, 269: .alreadyLeading, 270: .notLeading,
        271: .notRetractable, 272: .belowClock, 274: .wholeLotOnly, 275: .wrongStage,
        276: .isClockWinner, 277: .notClockWinner, 278: .noSealedBid, 280: .full,
    ]

    private static let ofTerms: [String: MarketRefusal] = [
        "notItsBroker": .notItsBroker, "displayOutOfRange": .display,
        "minimumOutOfRange": .minimum, "protectionOutOfRange": .protection,
        "conditionsConflict": .conditions, "notInCall": .notInCall, "expired": .expired,
        "noOppositePrice": .noPriceToGoBy, "noWorstPrice": .noPriceToGoBy,
        "receiptOnPurchase": .receiptOnPurchase, "unknown": .receipt, "notOwner": .receipt,
        "otherGoods": .receipt, "notFree": .receipt, "wrongAct": .wrongAct,
        "unknownProposal": .noDeal, "noCounterparty": .noCounterparty,
    ]
}

extension Catalogue {
    /// Why the exchange doesn't do something, in a sentence, with the number that the reason has in
    /// the interface and in the documentation.
    func refusal(_ reason: SectionReason) -> String {
        if let known = MarketRefusal(reason) {
            return self(MarketTerm.refusal(known)) + " (\(reason.rawValue))"
        }
        let words = reason.words.isEmpty ? reason.name : reason.words
        return self(MarketTerm.otherRefusal(words, Int(reason.rawValue)))
    }
}

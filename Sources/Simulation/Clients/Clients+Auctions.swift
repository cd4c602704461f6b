internal import Exchange

extension Clients {
    mutating func listing(
        _ firm: ParticipantIndex, _ section: borrowing Section
    ) -> SectionAction {
        let number = instrument([.english, .reverse, .dutch], section)
        let mode = section.instruments[Int(number)].mode
        let quantity = quantity()
        let opens = section.clock.advanced(
            by: chance.number(Int64(0)...chance.one(of: [1, 60_000])))
        let terms: AuctionTerms =
            mode == .dutch || chance.happens(30)
            ? .dutch(dutch(quantity, opens)) : .open(open(mode, quantity, opens))
        var receipt: UInt64 = 0
        var (owner, lots) = (firm, quantity)
        let papers = section.warehouseReceipts.filter { $0.instrument == number && $0.free > 0 }
        if !papers.isEmpty && chance.happens(600) {
            let paper = chance.one(of: papers)
            (receipt, owner, lots) = (paper.number, paper.owner, chance.number(1...paper.free))
        }
        return .listAuction(
            AuctionListing(
                lot: Lot(code: "LOT", name: "lot", instrument: number, quantity: lots),
                owner: owner, receipt: receipt, terms: terms))
    }

    private mutating func open(
        _ mode: TradingMode, _ quantity: Quantity, _ opens: Instant
    ) -> OpenAuctionTerms {
        let isReverse = mode == .reverse
        let length = chance.number(Int64(1)...chance.one(of: [1_000, 600_000, 20_000_000]))
        var terms = OpenAuctionTerms(
            isReverse ? .descending : .ascending, quantity: quantity, start: price(),
            step: chance.number(1...3), opens: opens, ends: opens.advanced(by: length))
        let sign: Ticks = isReverse ? -1 : 1
        if chance.happens(300) { terms.reserve = terms.start + sign * chance.number(0...5) }
        if chance.happens(300) {
            terms.buyNow = (terms.reserve ?? terms.start) + sign * chance.number(0...9)
        }
        if chance.happens(300) { terms.window = chance.number(0...60_000) }
        terms.prolongation = terms.window
        terms.takesMaximums = chance.happens(500)
        terms.isRetractable = chance.happens(300)
        if !terms.takesMaximums && chance.happens(300) { terms.largestStep = terms.step + 4 }
        return terms
    }

    private mutating func dutch(_ quantity: Quantity, _ opens: Instant) -> DutchTerms {
        var form = DutchForm.clock(
            least: chance.number(1...quantity), restart: chance.number(0...3))
        if chance.happens(400) {
            form = .threeStage(
                ThreeStageTerms(
                    beforeSealed: chance.number(0...100), sealed: chance.number(1...90_000),
                    beforeBest: chance.number(0...100), best: chance.number(1...90_000)))
        }
        return DutchTerms(
            quantity: quantity, start: 104, decrement: chance.number(1...5),
            interval: chance.number(Int64(1)...chance.one(of: [500, 600_000])),
            floor: chance.number(90...104), opens: opens, form: form)
    }

    mutating func act(
        _ errand: Errand, _ firm: ParticipantIndex, _ section: borrowing Section
    ) -> (ParticipantIndex, SectionAction) {
        let running = section.runningAuctions
        guard !running.isEmpty else { return order(.order, firm, section) }
        let auction = chance.one(of: running)
        if errand == .houseInAuction {
            let act: AuctionAct = chance.one(of: [.open, .halt, .resume, .resume, .cancel])
            return (0, .auction(auction.number, act, by: 0, client: 0))
        }
        let mode = section.instruments[Int(auction.lot.instrument)].mode
        let near = (auction.price ?? 100) + chance.number(-3...6) * (mode == .reverse ? -1 : 1)
        let act: AuctionAct
        if mode == .dutch {
            let lots = chance.happens(500) ? auction.left : chance.number(1...auction.left)
            act = chance.one(
                of: [.take(near, lots), .take(near, lots), .seal(near), .withdraw, .improve(near)])
        } else {
            act = chance.happens(930) ? .bid(near) : .retract
        }
        let broker = section.participants[Int(firm)].broker
        let sender = broker == 0 ? firm : broker
        return (
            sender,
            .auction(auction.number, act, by: sender, client: broker == 0 ? 0 : firm)
        )
    }
}

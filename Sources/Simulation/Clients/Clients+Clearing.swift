internal import Exchange

extension Clients {
    mutating func payment(_ errand: Errand, _ firm: ParticipantIndex) -> SectionAction {
        if chance.happens(800) { lastVoucher += 1 }
        let payment = Payment(
            voucher: chance.happens(100) ? 0 : lastVoucher, participant: firm,
            currency: chance.one(of: House.currencies),
            amount: chance.number(1...chance.one(of: [100, 5_000, 300_000])))
        switch errand {
        case .payIn: return .payIn(payment)
        case .payOut: return .payOut(payment)
        default: return .chargeFee(payment)
        }
    }

    mutating func receipt(
        _ firm: ParticipantIndex, _ section: borrowing Section
    ) -> SectionAction {
        let receipts = section.warehouseReceipts
        guard !receipts.isEmpty, chance.happens(600) else {
            let isShort = chance.happens(150)
            return .issueReceipt(
                ReceiptIssue(
                    owner: firm, instrument: instrument(section), quantity: chance.number(1...90),
                    voucher: chance.number(1...3),
                    validTo: isShort
                        ? section.clock.advanced(by: chance.number(1...9_000_000))
                        : .distantFuture))
        }
        let one = chance.one(of: receipts)
        let quantity = chance.number(1...max(1, one.free))
        switch chance.number(0...3) {
        case 0:
            return .moveReceipt(
                ReceiptMove(
                    owner: one.owner, receipt: one.number, quantity: quantity,
                    receiver: chance.happens(500) ? 0 : firm))
        case 1:
            let other = chance.one(of: receipts)
            return .mergeReceipts(owner: one.owner, first: one.number, second: other.number)
        default:
            return .withdrawReceipt(
                owner: one.owner, receipt: one.number,
                quantity: chance.happens(700) ? quantity : one.free)
        }
    }

    mutating func deal(_ firm: ParticipantIndex, _ section: borrowing Section) -> SectionAction {
        // Few terms, so that both sides often register the same.
        let other = self.firm(section)
        let broker = section.participants[Int(firm)].broker
        var word = DealProposal(
            sender: broker == 0 ? firm : broker, client: broker == 0 ? 0 : firm,
            side: firm < other ? .buy : .sell, counterparty: other,
            instrument: instrument([.continuous, .negotiated], section),
            price: 100 + chance.number(0...1), quantity: chance.number(1...2))
        let receipts = section.warehouseReceipts.filter { $0.owner == firm && $0.free > 0 }
        if word.side == .sell, !receipts.isEmpty, chance.happens(500) {
            let receipt = chance.one(of: receipts)
            word.receipt = receipt.number
            word.instrument = receipt.instrument
        }
        return .registerDeal(word)
    }

    mutating func step(
        _ errand: Errand, _ section: borrowing Section
    ) -> (ParticipantIndex, SectionAction) {
        let contracts = section.contracts().filter { !$0.state.isFinal }
        guard !contracts.isEmpty else { return order(.order, firm(section), section) }
        let contract = chance.one(of: contracts)
        let isHouse = errand == .houseStep
        let (usual, side): (ContractStep, ContractActor)
        switch contract.state {
        case .concluded: (usual, side) = (.sign, contract.hasSigned(.buyer) ? .seller : .buyer)
        case .signed: (usual, side) = (.confirmPayment, .seller)
        case .paid: (usual, side) = (.ship, .seller)
        case .shipped: (usual, side) = (.accept, .buyer)
        default: (usual, side) = (.close, .buyer)
        }
        var sender = chance.happens(850) ? contract.participant(side) : firm(section)
        if isHouse { sender = 0 }
        let isUsual = chance.happens(isHouse ? 400 : 850)
        return (
            sender,
            .step(
                contract: contract.number,
                isUsual ? usual : chance.one(of: ContractStep.allCases), by: sender)
        )
    }
}

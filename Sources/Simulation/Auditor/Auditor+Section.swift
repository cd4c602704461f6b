internal import Exchange

extension Auditor {
    /// Compares the model with what a section says of itself.
    func compare(with section: borrowing Section) throws(Finding) {
        try compareOrders(section)
        try compareMoney(section)
        try compareGoods(section)
        try compareContracts(section)
        let faults = section.checkInvariants()
        guard faults.isEmpty else {
            throw Finding("invariants", "after command \(number): \(faults.prefix(3))")
        }
    }

    private func compareOrders(_ section: borrowing Section) throws(Finding) {
        let theirs = section.openOrders()
        guard theirs.count == orders.count else {
            throw Finding(
                "orders",
                "after command \(number): \(theirs.count) orders stand, \(orders.count) should")
        }
        for state in theirs {
            guard let fact = orders[state.number], fact.open == state.open,
                fact.owner == state.owner, fact.sender == state.sender,
                fact.clientOrder == state.clientOrder, fact.instrument == state.instrument,
                fact.side == state.side, !fact.isPlain || fact.limit == state.price
            else {
                throw Finding(
                    "orders",
                    "after command \(number): \(state) isn't what its events say: "
                        + "\(orders[state.number].map { "\($0)" } ?? "it is gone")")
            }
        }
        for instrument in instruments.indices {
            let index = InstrumentIndex(instrument)
            guard section.phase(index) == phases[instrument] else {
                throw Finding("phases", "after command \(number): book \(instrument)")
            }
            for side in [Side.buy, .sell] {
                try compareBest(section, index, side)
            }
        }
    }

    private func compareBest(
        _ section: borrowing Section, _ instrument: InstrumentIndex, _ side: Side
    ) throws(Finding) {
        let limits = standing.compactMap { orders[$0] }
            .filter {
                $0.instrument == instrument && $0.side == side && !$0.isWaiting
                    && !$0.isAllOrNone
            }
            .map(\.limit)
        // What stands without a limit is no price.
        guard !limits.contains(nil) else { return }
        let best = side == .buy ? limits.compactMap(\.self).max() : limits.compactMap(\.self).min()
        let quote = section.quote(instrument)
        let theirs = side == .buy ? quote?.bid?.price : quote?.offer?.price
        guard theirs == best else {
            throw Finding(
                "priority",
                "after command \(number): the best of book \(instrument), \(side), is "
                    + "\(theirs.map(String.init) ?? "nothing"), should be "
                    + "\(best.map(String.init) ?? "nothing")")
        }
    }

    private func compareMoney(_ section: borrowing Section) throws(Finding) {
        var currencies: [CurrencyCode] = []
        for owner in participants.indices.dropFirst() {
            let balances = section.balances(of: ParticipantIndex(owner))
            currencies = balances.map(\.currency)
            for balance in balances {
                let purse = Purse(owner: ParticipantIndex(owner), currency: balance.currency)
                let parts = [balance.free, balance.blocked, balance.security, balance.owed]
                guard parts.allSatisfy({ $0 >= 0 }) else {
                    throw Finding("money", "after command \(number): \(owner) has \(balance)")
                }
                let sum =
                    Int128(balance.free) + Int128(balance.blocked) + Int128(balance.security)
                    - Int128(balance.owed)
                guard sum == money[purse, default: 0] else {
                    throw Finding(
                        "money",
                        "after command \(number): \(owner) has \(balance), together \(sum); by "
                            + "its payments, fees and penalties \(money[purse, default: 0])")
                }
            }
        }
        for currency in currencies {
            let house = section.house(currency)
            guard Int128(house.deposits) == deposits[currency, default: 0],
                Int128(house.fees) == fees[currency, default: 0]
            else {
                throw Finding("money", "after command \(number): the house has \(house)")
            }
        }
    }

    private func compareGoods(_ section: borrowing Section) throws(Finding) {
        var theirs: [Holding: Int128] = [:]
        for receipt in section.warehouseReceipts {
            guard receipt.free >= 0, receipt.blocked >= 0, receipt.committed >= 0 else {
                throw Finding("goods", "after command \(number): \(receipt)")
            }
            theirs[
                Holding(owner: receipt.owner, instrument: receipt.instrument), default: 0] +=
                Int128(receipt.quantity)
        }
        guard theirs == goods.filter({ $0.value != 0 }) else {
            throw Finding("goods", "after command \(number): receipts don't add up")
        }
    }

    private func compareContracts(_ section: borrowing Section) throws(Finding) {
        let theirs = section.contracts()
        guard section.contractsMade.all == contractsMade, theirs.count == contracts.count else {
            throw Finding("contracts", "after command \(number): another number of contracts")
        }
        for contract in theirs {
            guard let fact = contracts[contract.number], fact.state == contract.state,
                fact.buyer == contract.buyer, fact.seller == contract.seller,
                fact.instrument == contract.instrument, fact.price == contract.price,
                fact.quantity == contract.quantity, fact.value == contract.value,
                fact.receipt == contract.receipt, fact.buyerFee == contract.buyerFee,
                fact.sellerFee == contract.sellerFee,
                (0...fact.buyerSecurity).contains(contract.buyerSecurity),
                (0...fact.sellerSecurity).contains(contract.sellerSecurity)
            else {
                throw Finding(
                    "contracts",
                    "after command \(number): \(contract) isn't what its events say: "
                        + "\(contracts[contract.number].map { "\($0)" } ?? "there is none")")
            }
        }
    }
}

internal import BasicContainers

extension Section {
    /// Looks whether the section's parts agree: accounts add up to nothing, what is blocked and
    /// secured is what orders, registered deals and contracts say, receipts add up, books are
    /// sound. What doesn't is said in words; empty if all is well. Linear in everything: for tests,
    /// simulators and after a recovery.
    public func checkInvariants() -> [String] {
        var faults = ledger.faults() + receipts.faults()
        checkMoney(&faults)
        checkGoods(&faults)
        checkOrders(&faults)
        for index in 0..<boards.count {
            faults += boards[index].book.checkInvariants().map { "book \(index): \($0)" }
        }
        return faults
    }

    /// Blocked and secured money, by account, against what stands for it.
    private func checkMoney(_ faults: inout [String]) {
        var wanted = [Int128](repeating: 0, count: ledger.owners * AccountIndex.row)
        func add(_ amount: Money, _ owner: ParticipantIndex, _ board: Int, secured: Bool) {
            let account = AccountIndex(
                owner, boards[board].currency, secured ? .security : .blocked)
            wanted[account.place] += Int128(amount)
        }
        for slot in 1..<UInt32(max(1, records.end)) {
            let record = records[slot]
            add(record.blocked, record.owner, Int(record.instrument), secured: false)
        }
        for proposal in proposals.waiting {
            add(proposal.blocked, proposal.owner, Int(proposal.instrument), secured: false)
        }
        for auction in auctions.running {
            let board = Int(auction.lot.instrument)
            add(auction.ownerBlock, auction.owner, board, secured: false)
            for block in auction.blocks {
                add(block.amount, block.participant, board, secured: false)
            }
        }
        for place in 0..<contracts.count {
            let contract = contracts[place]
            for side in [ContractActor.buyer, .seller] {
                add(
                    contract.security(side), contract.participant(side),
                    Int(contract.instrument), secured: true)
            }
        }
        for owner in 1..<max(1, ledger.owners) {
            for currency in 0..<UInt8(ledger.currencies.count) {
                for purpose in [AccountPurpose.blocked, .security] {
                    let account = AccountIndex(ParticipantIndex(owner), currency, purpose)
                    if Int128(ledger[account]) != wanted[account.place] {
                        faults.append(
                            "participant \(owner): \(purpose) is \(ledger[account]), "
                                + "should be \(wanted[account.place])")
                    }
                }
            }
        }
    }

    /// Blocked and committed lots, by receipt, against what stands for them.
    private func checkGoods(_ faults: inout [String]) {
        for receipt in receipts.receipts {
            var (blocked, committed): (Quantity, Quantity) = (0, 0)
            for slot in 1..<UInt32(max(1, records.end))
            where records.receipt(of: slot) == receipt.number && records[slot].status == .open {
                blocked += records[slot].open
            }
            for proposal in proposals.waiting where proposal.receipt == receipt.number {
                blocked += proposal.quantity
            }
            for auction in auctions.running where auction.receipt == receipt.number {
                blocked += auction.left
            }
            for place in 0..<contracts.count {
                let contract = contracts[place]
                let isHeld = contract.state.rawValue < ContractState.accepted.rawValue
                if contract.receipt == receipt.number && isHeld {
                    committed += contract.quantity
                }
            }
            if blocked != receipt.blocked || committed != receipt.committed {
                faults.append(
                    "receipt \(receipt.number): \(receipt.blocked) blocked and "
                        + "\(receipt.committed) committed, should be \(blocked), \(committed)")
            }
        }
    }

    /// Orders against the books, and what firms count.
    private func checkOrders(_ faults: inout [String]) {
        var open = [UInt32](repeating: 0, count: firms.count)
        for slot in 1..<UInt32(max(1, records.end)) {
            let record = records[slot]
            guard record.status == .open else {
                if record.open != 0 || record.blocked != 0 {
                    faults.append("order \(slot) is gone and holds something")
                }
                continue
            }
            open[Int(record.owner)] += 1
            let stands = boards[Int(record.instrument)].book.openQuantity(of: UInt64(slot))
            if stands != record.open {
                faults.append("order \(slot): \(record.open) open, in the book \(stands ?? 0)")
            }
            if need(slot, record.open) != record.blocked {
                faults.append(
                    "order \(slot) blocks \(record.blocked), needs \(need(slot, record.open))")
            }
        }
        var overdue = [UInt32](repeating: 0, count: firms.count)
        for place in 0..<contracts.count {
            for side in [ContractActor.buyer, .seller] where contracts[place].isOverdue(side) {
                overdue[Int(contracts[place].participant(side))] += 1
            }
        }
        for firm in 1..<max(1, firms.count) {
            if firms[firm].openOrders != open[firm] || firms[firm].overdue != overdue[firm] {
                faults.append("participant \(firm): orders or contracts are counted wrongly")
            }
        }
    }
}

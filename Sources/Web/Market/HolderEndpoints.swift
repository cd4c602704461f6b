import Exchange
import Records
import TradingFloor

/// What participants have in a section: deposits, contracts, deals and receipts.
struct HolderEndpoints: Sendable {
    let desk: MarketDesk

    var all: [MarketEndpoint] {
        [
            MarketEndpoint(
                method: "GET", path: "/deposits", operation: "deposits",
                summary: "Deposits by currency: free, blocked, security; and fees owed",
                audience: .holders, parameters: ["participant"], answer: "DepositList",
                handler: deposits),
            MarketEndpoint(
                method: "GET", path: "/contracts", operation: "contracts",
                summary: "Contracts of a participant, the newest first", audience: .holders,
                parameters: ["participant", "limit_trades", "cursor_count"],
                answer: "ContractList", handler: contracts),
            MarketEndpoint(
                method: "GET", path: "/contracts/{number}", operation: "contract",
                summary: "A contract, for its parties and the operator", audience: .holders,
                answer: "Contract", handler: contract),
            MarketEndpoint(
                method: "POST", path: "/contracts/steps", operation: "stepContracts",
                summary: "A step of a contract, or a list of steps: sign, confirm the payment, …",
                audience: .holders, body: "ContractStepForm", answer: "CommandResult",
                handler: { try await CommandDesk(desk, $0).submit(ContractStepForm.self) }),
            MarketEndpoint(
                method: "POST", path: "/deals", operation: "registerDeals",
                summary:
                    "Registers a negotiated deal; it is made when the other side says the same",
                audience: .holders, body: "DealForm", answer: "CommandResult",
                handler: { try await CommandDesk(desk, $0).submit(DealForm.self, created: 201) }),
            MarketEndpoint(
                method: "POST", path: "/deals/withdrawals", operation: "withdrawDeals",
                summary: "Takes back a deal that the other side hasn't registered yet",
                audience: .holders, body: "DealWithdrawalForm", answer: "CommandResult",
                handler: { try await CommandDesk(desk, $0).submit(DealWithdrawalForm.self) }),
            MarketEndpoint(
                method: "GET", path: "/deals", operation: "deals",
                summary: "Own deals with both orders' numbers, the newest first",
                audience: .holders, parameters: ["participant", "limit_trades", "cursor_count"],
                answer: "DealList", handler: deals),
            MarketEndpoint(
                method: "GET", path: "/receipts", operation: "receipts",
                summary: "Warehouse receipts", audience: .holders, parameters: ["participant"],
                answer: "ReceiptList", handler: receipts),
            MarketEndpoint(
                method: "POST", path: "/receipts/moves", operation: "moveReceipts",
                summary: "Splits or transfers lots of a receipt; the operator withdraws them",
                audience: .holders, body: "ReceiptMoveForm", answer: "CommandResult",
                handler: { try await CommandDesk(desk, $0).submit(ReceiptMoveForm.self) }),
            MarketEndpoint(
                method: "POST", path: "/receipts/merges", operation: "mergeReceipts",
                summary: "Makes one receipt of two", audience: .holders,
                body: "ReceiptMergeForm", answer: "CommandResult",
                handler: { try await CommandDesk(desk, $0).submit(ReceiptMergeForm.self) }),
        ]
    }

    /// The section, and whose things are asked for.
    private func holder(
        _ request: LiveRequest, _ names: [String] = []
    ) throws(RequestFault) -> (SectionFloor, ParticipantIndex, ParameterReader) {
        let floor = try desk.section(request)
        let visitor = try desk.visitor(request, to: floor)
        let reader = try ParameterReader(request.parameters, knowing: ["participant"] + names)
        return (floor, try desk.participant(request, reader, of: visitor, in: floor), reader)
    }

    @Sendable private func deposits(_ request: LiveRequest) async throws -> Answer {
        let (floor, holder, _) = try holder(request)
        let balances = try await floor.state { section, _ in section.balances(of: holder) }
        return .json {
            $0.object {
                $0.member("participant", MarketNames(floor).firm(holder))
                $0.name("deposits")
                $0.array { list in
                    for balance in balances { list.object { $0.balance(balance) } }
                }
            }
        }.unkept
    }

    @Sendable private func contracts(_ request: LiveRequest) async throws -> Answer {
        try await list(request, "contracts") { $0.contract($1, $2) }
    }

    @Sendable private func deals(_ request: LiveRequest) async throws -> Answer {
        try await list(request, "deals") { $0.deal($1, $2) }
    }

    /// A participant's contracts page by page, the newest first.
    private func list(
        _ request: LiveRequest, _ title: String,
        _ write: (inout JSONWriter, Contract, MarketNames) -> Void
    ) async throws -> Answer {
        let (floor, holder, reader) = try holder(request, ["limit", "cursor"])
        let bounds = try PageBounds(reader)
        let page = try await floor.state { section, _ in
            section.contracts(ofAny: [holder], within: bounds)
        }
        let names = MarketNames(floor)
        return .json(reserving: 512 * page.found.count) {
            $0.object {
                $0.name(title)
                $0.array { list in
                    for contract in page.found {
                        list.object { write(&$0, contract, names) }
                    }
                }
                $0.optional("next", page.next.map { String($0) })
            }
        }.unkept
    }

    @Sendable private func contract(_ request: LiveRequest) async throws -> Answer {
        let floor = try desk.section(request)
        let visitor = try desk.visitor(request, to: floor)
        _ = try ParameterReader(request.parameters, knowing: [])
        let number = try desk.number("number", request)
        let names = MarketNames(floor)
        let readers = visitor.participant.map { names.readers(for: $0) }
        let found = try await floor.state { section, _ in section.contract(number) }
        // A contract of others isn't told from one that isn't there.
        guard let contract = found,
            readers?.contains(where: { $0 == contract.buyer || $0 == contract.seller }) ?? true
        else {
            throw RequestFault.notFound("you have no contract \(number) in \(floor.name)")
        }
        return .json { $0.object { $0.contract(contract, names) } }.unkept
    }

    @Sendable private func receipts(_ request: LiveRequest) async throws -> Answer {
        let (floor, holder, _) = try holder(request)
        let receipts = try await floor.state { section, _ in
            section.warehouseReceipts.filter { $0.owner == holder }
        }
        let names = MarketNames(floor)
        return .json {
            $0.object {
                $0.name("receipts")
                $0.array { list in
                    for receipt in receipts { list.object { $0.receipt(receipt, names) } }
                }
            }
        }.unkept
    }
}

extension JSONWriter {
    fileprivate mutating func balance(_ balance: Balances) {
        member("currency", balance.currency.text)
        for (name, amount) in [
            ("free", balance.free), ("blocked", balance.blocked), ("security", balance.security),
            ("owed", balance.owed),
        ] {
            member(name, MoneyText.text(amount, balance.currency))
        }
    }

    fileprivate mutating func deal(_ contract: Contract, _ names: MarketNames) {
        let terms = names.terms(contract.instrument)
        member("contract", large: contract.number)
        member("made", moment: contract.made)
        member("instrument", terms?.code)
        member("buyer", names.firm(contract.buyer))
        member("seller", names.firm(contract.seller))
        if contract.buyOrder != 0 { member("buyOrder", large: contract.buyOrder) }
        if contract.sellOrder != 0 { member("sellOrder", large: contract.sellOrder) }
        member("price", price: contract.price, terms)
        members(lots: Int128(contract.quantity), terms)
        member("value", money: Int128(contract.value), terms)
        member("currency", terms?.currency.text)
        member("source", "\(contract.source)")
        name("transit")
        bool(contract.isTransit)
    }

    fileprivate mutating func contract(_ contract: Contract, _ names: MarketNames) {
        let terms = names.terms(contract.instrument)
        deal(contract, names)
        member("state", "\(contract.state)")
        member("due", moment: contract.state.isFinal ? nil : contract.due)
        if let terms {
            member("basis", "\(terms.basis.rule)")
            member("place", terms.basis.place)
            member("terms", terms.terms)
        }
        if contract.receipt != 0 { member("receipt", large: contract.receipt) }
        for side in [ContractActor.buyer, .seller] {
            name("\(side)Side")
            object {
                $0.name("signed")
                $0.bool(contract.hasSigned(side))
                $0.name("offersToEnd")
                $0.bool(contract.offersToEnd(side))
                $0.name("overdue")
                $0.bool(contract.isOverdue(side))
                $0.member("security", money: Int128(contract.security(side)), terms)
                let fee = side == .buyer ? contract.buyerFee : contract.sellerFee
                $0.member("fee", money: Int128(fee), terms)
            }
        }
    }

    fileprivate mutating func receipt(_ receipt: Receipt, _ names: MarketNames) {
        let terms = names.terms(receipt.instrument)
        member("receipt", large: receipt.number)
        member("owner", names.firm(receipt.owner))
        member("instrument", terms?.code)
        members(lots: Int128(receipt.quantity), terms)
        for (name, lots) in [
            ("free", receipt.free), ("blocked", receipt.blocked),
            ("committed", receipt.committed),
        ] {
            member(name, terms.map { LotText.text(lots, in: $0) })
        }
        member("voucher", large: receipt.voucher)
        member("validTo", moment: receipt.validTo)
    }
}

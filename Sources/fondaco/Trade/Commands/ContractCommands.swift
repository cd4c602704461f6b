import ArgumentParser
import Exchange
import TradingFloor

struct ContractCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract", abstract: "Contracts, and the steps of their fulfilment.",
        subcommands: [List.self, Show.self, Step.self])

    struct Row: Encodable {
        var contract: UInt64
        var instrument: String
        var buyer: String
        var seller: String
        var price: String
        var quantity: String
        var unit: String
        var value: String
        var currency: String
        var state: String
        var source: String
        var made: String
        var due: String?
        var isTransit: Bool
        var receipt: UInt64?
        var buyerSecurity: String
        var sellerSecurity: String
        var buyerFee: String
        var sellerFee: String
        var signed: [String]
        var overdue: [String]

        init(_ contract: Contract, _ section: borrowing Section) {
            let goods = section.instruments[Int(contract.instrument)]
            let money = { (amount: Money) in MoneyText.text(amount, goods.currency) }
            self.contract = contract.number
            instrument = goods.code
            buyer = section.participants[Int(contract.buyer)].code
            seller = section.participants[Int(contract.seller)].code
            price = PriceText.text(contract.price, in: goods)
            quantity = LotText.text(contract.quantity, in: goods)
            unit = goods.unit
            value = money(contract.value)
            currency = goods.currency.text
            state = "\(contract.state)"
            source = "\(contract.source)"
            made = MomentText.text(contract.made)
            due = contract.state.isFinal ? nil : MomentText.text(contract.due)
            isTransit = contract.isTransit
            receipt = contract.receipt == 0 ? nil : contract.receipt
            buyerSecurity = money(contract.buyerSecurity)
            sellerSecurity = money(contract.sellerSecurity)
            buyerFee = money(contract.buyerFee)
            sellerFee = money(contract.sellerFee)
            let sides: [ContractActor] = [.buyer, .seller]
            signed = sides.filter { contract.hasSigned($0) }.map { "\($0)" }
            overdue = sides.filter { contract.isOverdue($0) }.map { "\($0)" }
        }

        var line: String {
            "\(contract)  \(instrument)  \(buyer) of \(seller)  \(quantity) \(unit) at \(price)  "
                + "\(value) \(currency)  \(state)" + (due.map { " until \($0)" } ?? "")
                + (overdue.isEmpty ? "" : "  OVERDUE: \(overdue.joined(separator: ", "))")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the contracts that aren't over and forgotten.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Option(help: "Only those of this participant.") var participant: String?

        func run() throws {
            let code = participant
            let rows: [Row]? = try options.look(section) { section, _ in
                guard let code else { return section.contracts().map { Row($0, section) } }
                guard let place = section.participants.firstIndex(where: { $0.code == code })
                else { return nil }
                return section.contracts(of: ParticipantIndex(place)).map { Row($0, section) }
            }
            guard let rows else {
                throw Refusal("section \(section) has no participant \(code ?? "")")
            }
            try options.show(rows, rows.map(\.line))
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows a contract.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "The contract's number.") var contract: UInt64

        func run() throws {
            let number = contract
            let row: Row? = try options.look(section) { section, _ in
                guard let contract = section.contract(number) else { return nil }
                return Row(contract, section)
            }
            guard let row else {
                throw Refusal("section \(section) has no contract \(contract), or has forgotten it")
            }
            try options.show(
                row,
                [
                    row.line,
                    "made \(row.made), \(row.source)\(row.isTransit ? ", in transit" : "")",
                    "security: buyer \(row.buyerSecurity), seller \(row.sellerSecurity)",
                    "fees: buyer \(row.buyerFee), seller \(row.sellerFee)",
                    "signed: \(row.signed.isEmpty ? "nobody" : row.signed.joined(separator: ", "))",
                ])
        }
    }

    struct Step: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Does a step of a contract, for the house or a party.",
            discussion: """
                Steps are sign, confirmPayment, ship, accept, close, endByAgreement, keep, \
                defaultOfBuyer and defaultOfSeller. Example:
                  fondaco trade contract step dairy 12 confirmPayment
                """)

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "The contract's number.") var contract: UInt64
        @Argument(help: "The step.") var step: String
        @Option(help: "The code of the party that does it; left out: the house.") var by: String?

        func run() throws {
            guard ContractStep.allCases.contains(where: { "\($0)" == step }) else {
                let names = ContractStep.allCases.map { "\($0)" }.joined(separator: ", ")
                throw ValidationError("\"\(step)\" isn't a step; it is one of \(names)")
            }
            let form = ContractStepForm(contract: contract, step: step, by: by)
            let events = try options.with(section) { try $0.order(form) }
            let words = events.map { "\($0.kind)" }
            try options.show(
                ["contract": "\(contract)", "step": step, "events": words.joined(separator: ",")],
                ["Contract \(contract): \(words.joined(separator: ", "))."])
        }
    }
}

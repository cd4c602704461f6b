import ArgumentParser
import Exchange
import TradingFloor

struct ReceiptCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt", abstract: "Warehouse receipts: goods that can be sold from.",
        discussion: """
            Quantities are in the instrument's unit. Examples:
              fondaco trade receipt issue dairy FARM MILK 240 --voucher 9114
              fondaco trade receipt move dairy FARM 4 60 --to TRADER
            """,
        subcommands: [Issue.self, Move.self, Merge.self, Withdraw.self, List.self])

    struct Issue: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Enters a warehouse's paper.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "The code of whose goods they are.") var owner: String
        @Argument(help: "The instrument's code.") var instrument: String
        @Argument(help: "How much, in the instrument's unit.") var quantity: String
        @Option(help: "The number on the paper.") var voucher: UInt64
        @Option(help: "From when it is no longer good, like 2027-03-01T00:00+03:00.")
        var until: String?

        func run() throws {
            let form = ReceiptIssueForm(
                owner: owner, instrument: instrument, quantity: quantity, voucher: voucher,
                validTo: until)
            let events = try options.with(section) { try $0.order(form) }
            let number = events.first { $0.kind == .receiptIssued }?.subject ?? 0
            try options.show(
                ["section": section, "receipt": "\(number)"],
                ["Receipt \(number) is issued to \(owner)."])
        }
    }

    struct Move: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a receipt of its own of a part, of the same owner or another.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var goods: Goods
        @Option(help: "The code of who gets it; left out: the owner, on a second receipt.")
        var to: String?

        func run() throws {
            try goods.send(
                ReceiptMoveForm(
                    owner: goods.owner, receipt: goods.receipt, quantity: goods.quantity,
                    receiver: to), options, "moved")
        }
    }

    struct Withdraw: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes free goods out of the warehouse.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var goods: Goods

        func run() throws {
            try goods.send(
                ReceiptMoveForm(
                    owner: goods.owner, receipt: goods.receipt, quantity: goods.quantity,
                    withdraw: true), options, "withdrawn")
        }
    }

    struct Goods: ParsableArguments {
        @Argument(help: "The section.") var section: String
        @Argument(help: "The code of whose receipt it is.") var owner: String
        @Argument(help: "The receipt's number.") var receipt: UInt64
        @Argument(help: "How much, in the instrument's unit.") var quantity: String
        @Option(help: "The instrument's code; needed with --server.") var instrument: String?

        func send(
            _ form: ReceiptMoveForm, _ options: FloorArguments, _ done: String
        ) throws {
            var form = form
            form.instrument = instrument
            let events = try options.with(section) { try $0.order(about: form) }
            let number = events.first { $0.kind == .receiptIssued }?.subject ?? receipt
            try options.show(
                ["section": section, "receipt": "\(number)"],
                ["\(quantity) of receipt \(receipt) is \(done): receipt \(number)."])
        }
    }

    struct Merge: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds the free goods of a second receipt to a first.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "The code of whose receipts they are.") var owner: String
        @Argument(help: "The receipt that stays.") var first: UInt64
        @Argument(help: "The receipt that goes into it.") var second: UInt64

        func run() throws {
            let form = ReceiptMergeForm(owner: owner, first: first, second: second)
            _ = try options.with(section) { try $0.order(form) }
            try options.show(
                ["section": section, "receipt": "\(first)"],
                ["Receipt \(second) is merged into \(first)."])
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the receipts.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String

        struct Row: Encodable {
            var receipt: UInt64
            var owner: String
            var instrument: String
            var voucher: UInt64
            var free: String
            var blocked: String
            var committed: String
            var unit: String
            var validTo: String?
        }

        func run() throws {
            let rows: [Row] = try options.look(section) { section, _ in
                section.warehouseReceipts.map { receipt in
                    let goods = section.instruments[Int(receipt.instrument)]
                    let text = { (lots: Quantity) in LotText.text(lots, in: goods) }
                    return Row(
                        receipt: receipt.number,
                        owner: section.participants[Int(receipt.owner)].code,
                        instrument: goods.code, voucher: receipt.voucher,
                        free: text(receipt.free), blocked: text(receipt.blocked),
                        committed: text(receipt.committed), unit: goods.unit,
                        validTo: receipt.validTo == .distantFuture
                            ? nil : MomentText.text(receipt.validTo))
                }
            }
            try options.show(
                rows,
                rows.map {
                    "\($0.receipt)  \($0.owner)  \($0.instrument)  paper \($0.voucher)  "
                        + "free \($0.free) \($0.unit)  behind orders \($0.blocked)  "
                        + "sold \($0.committed)  until \($0.validTo ?? "ever")"
                })
        }
    }
}

extension SectionHouse {
    /// Sends what a form says that names something by its number. In a section of one's own its
    /// instrument is looked up; elsewhere the form must name it.
    func order(about form: some CommandForm) throws -> [SectionEvent] {
        var context = FormContext(try directory)
        if let floor = self as? SectionFloor, let subject = try form.subject(in: context) {
            context.instrument = try floor.readAndWait { section, _ in
                section.instrument(of: subject)
            }
        }
        return try order(try form.action(in: context))
    }
}

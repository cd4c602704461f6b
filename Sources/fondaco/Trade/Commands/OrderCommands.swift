import ArgumentParser
import Exchange
import TradingFloor

struct OrderCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "orders", abstract: "Orders that stand.",
        subcommands: [List.self, Cancel.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the orders that stand.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Option(help: "Only those that this participant sent or that are its own.")
        var participant: String?
        @Option(help: "Only those in this instrument.") var instrument: String?

        struct Row: Encodable {
            var order: UInt64
            var sender: String
            var owner: String
            var clientOrder: UInt64
            var instrument: String
            var side: String
            var price: String?
            var open: String
            var unit: String
            var blocked: String
        }

        func run() throws {
            let (who, what) = (participant, instrument)
            let rows: [Row]? = try options.look(section) { section, _ in
                var index: ParticipantIndex = 0
                if let who {
                    guard let place = section.participants.firstIndex(where: { $0.code == who })
                    else { return nil }
                    index = ParticipantIndex(place)
                }
                return section.openOrders(of: index).compactMap { order in
                    let goods = section.instruments[Int(order.instrument)]
                    guard what == nil || goods.code == what else { return nil }
                    return Row(
                        order: order.number,
                        sender: section.participants[Int(order.sender)].code,
                        owner: section.participants[Int(order.owner)].code,
                        clientOrder: order.clientOrder, instrument: goods.code,
                        side: "\(order.side)",
                        price: order.price.map { PriceText.text($0, in: goods) },
                        open: LotText.text(order.open, in: goods), unit: goods.unit,
                        blocked: MoneyText.text(order.blocked, goods.currency))
                }
            }
            guard let rows else {
                throw Refusal("section \(section) has no participant \(who ?? "")")
            }
            try options.show(
                rows,
                rows.map {
                    "\($0.order)  \($0.owner)  \($0.side)  \($0.open) \($0.unit) \($0.instrument)  "
                        + "at \($0.price ?? "market")  client order \($0.clientOrder) of "
                        + "\($0.sender)"
                })
        }
    }

    struct Cancel: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Cancels an order by its number, or all orders that fit.",
            discussion: """
                Examples:
                  fondaco trade orders cancel dairy 4711
                  fondaco trade orders cancel dairy --participant FARM --side sell
                  fondaco trade orders cancel dairy --all
                """)

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "The section's number of an order.") var order: UInt64?
        @Option(help: "Orders that this participant sent or that are its own.")
        var participant: String?
        @Option(help: "Orders in this instrument.") var instrument: String?
        @Option(help: "buy or sell.") var side: String?
        @Flag(help: "All orders.") var all = false

        func validate() throws {
            let fits = participant != nil || instrument != nil || side != nil
            guard [order != nil, fits, all].count(where: { $0 }) == 1 else {
                throw ValidationError(
                    "Name an order, or what fits by --participant, --instrument, --side, or --all.")
            }
            guard side == nil || side == "buy" || side == "sell" else {
                throw ValidationError("--side is buy or sell.")
            }
        }

        func run() throws {
            let events = try options.with(section) { house in
                guard let order else {
                    return try house.order(
                        MassCancelForm(
                            participant: participant, instrument: instrument, side: side))
                }
                return try house.order(CancelForm(order: order))
            }
            let count = events.count { $0.kind == .cancelled }
            try options.show(["cancelled": count], ["\(count) orders are cancelled."])
        }
    }
}

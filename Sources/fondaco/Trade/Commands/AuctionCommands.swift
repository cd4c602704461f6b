import ArgumentParser
import Exchange
import TradingFloor

struct AuctionCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "auction", abstract: "Auctions of lots.",
        subcommands: [
            List.self, Show.self, Open.self, Halt.self, Resume.self, Cancel.self,
        ])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists lots for auction, from a file.",
            discussion: """
                The file is a JSON form, or a list of them: the lot, its owner, and exactly one \
                of english, reverse and dutch. Example:
                  {"lot": {"code": "L-7", "name": "sawn pine", "instrument": "PINE",
                           "quantity": "240"}, "owner": "SAWMILL",
                   "english": {"start": "4000", "step": "10",
                               "opens": "2026-11-23T10:00+03:00",
                               "ends": "2026-11-23T11:00+03:00",
                               "window": "5 minutes", "prolongation": "5 minutes"}}
                """)

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "The JSON file; - is standard input.") var file: String

        func run() throws {
            let forms = try FormFile.readList(of: AuctionForm.self, file)
            let numbers = try options.with(section) { house in
                let directory = try house.directory
                let actions = try forms.enumerated().map { place, form in
                    do throws(FormError) {
                        return try form.action(in: directory)
                    } catch {
                        throw Refusal("\(file): [\(place)]: \(error); nothing is done")
                    }
                }
                return try actions.map { action in
                    try house.order(action).first { $0.kind == .auctionListed }?.subject ?? 0
                }
            }
            try options.show(
                numbers,
                zip(numbers, forms).map { "Auction \($0): lot \($1.lot.code) is listed." })
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows the auctions that aren't over, or one of them.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "The auction's number.") var auction: UInt64?

        struct Row: Encodable {
            var auction: UInt64
            var lot: LotForm
            var owner: String
            var status: String
            var left: String
            var unit: String
            var price: String?
            var next: String?
        }

        func run() throws {
            let number = auction
            let rows: [Row] = try options.look(section) { section, _ in
                section.runningAuctions.filter { number == nil || $0.number == number }.map {
                    let goods = section.instruments[Int($0.lot.instrument)]
                    return Row(
                        auction: $0.number, lot: LotForm($0.lot, of: goods),
                        owner: section.participants[Int($0.owner)].code, status: "\($0.status)",
                        left: LotText.text($0.left, in: goods), unit: goods.unit,
                        price: $0.price.map { PriceText.text($0, in: goods) },
                        next: $0.nextDue.map { MomentText.text($0) })
                }
            }
            if let number, rows.isEmpty {
                throw Refusal("section \(section) has no auction \(number) that isn't over")
            }
            try options.show(
                rows,
                rows.map {
                    "\($0.auction)  \($0.lot.code)  \($0.lot.name)  of \($0.owner)  \($0.status)  "
                        + "\($0.left) \($0.unit)  at \($0.price ?? "-")"
                        + ($0.next.map { "  next \($0)" } ?? "")
                })
        }
    }

    struct Target: ParsableArguments {
        @Argument(help: "The section.") var section: String
        @Argument(help: "The auction's number.") var auction: UInt64

        func act(_ options: FloorArguments, _ act: String) throws {
            let form = AuctionActForm(auction: auction, act: act)
            let events = try options.with(section) { try $0.order(form) }
            let words = events.map { "\($0.kind)" }.joined(separator: ", ")
            try options.show(
                ["auction": "\(auction)", "act": act, "events": words],
                ["Auction \(auction): \(words.isEmpty ? "nothing changed" : words)."])
        }
    }

    struct Open: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Opens an auction before its time.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var target: Target

        func run() throws { try target.act(options, "open") }
    }

    struct Halt: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Halts an auction; its time stands still.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var target: Target

        func run() throws { try target.act(options, "halt") }
    }

    struct Resume: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lets an auction go on.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var target: Target

        func run() throws { try target.act(options, "resume") }
    }

    struct Cancel: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ends an auction; nothing is sold any more.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var target: Target

        func run() throws { try target.act(options, "cancel") }
    }
}

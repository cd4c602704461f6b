import ArgumentParser
import Exchange
import Foundation
import TradingFloor

struct DepositCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deposit", abstract: "Deposits of participants.",
        subcommands: [PayIn.self, PayOut.self, Show.self])

    struct Booking: ParsableArguments {
        @Argument(help: "The section.") var section: String
        @Argument(help: "The participant's code.") var code: String
        @Argument(help: "The amount, like 1250.50.") var amount: String
        @Option(help: "The currency.") var currency = "RUB"
        @Option(
            help: "The voucher's number, above that of every payment before; it isn't booked twice."
        )
        var voucher: UInt64

        func run(_ options: FloorArguments, _ kind: String) throws {
            let form = PaymentForm(
                kind: kind, participant: code, currency: currency, amount: amount,
                voucher: voucher)
            let money: Money
            do throws(FormError) {
                money = try MoneyText.minor(amount, try MoneyText.currency(currency))
            } catch {
                throw ValidationError("\(error)")
            }
            let balances: [Balances]? = try options.with(section) { house in
                try house.order(form)
                guard let floor = house as? SectionFloor else { return nil }
                let participant = try house.participant(named: code)
                return try floor.readAndWait { section, _ in section.balances(of: participant) }
            }
            if let balances { return try Show.show(code, balances, options) }
            try options.show(
                ["participant": code, "currency": currency, "amount": "\(money)"],
                ["\(amount) \(currency) of \(code) is booked."])
        }
    }

    struct PayIn: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "in", abstract: "Books a deposit that came in at the bank.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var booking: Booking

        func run() throws { try booking.run(options, "in") }
    }

    struct PayOut: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "out", abstract: "Books a free deposit that goes out.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var booking: Booking

        func run() throws { try booking.run(options, "out") }
    }

    struct Charge: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "charge", abstract: "Charges a participant a fee of the house.",
            discussion: "It is taken from the free deposit; what isn't there is owed.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var booking: Booking

        func run() throws { try booking.run(options, "fee") }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows a participant's balances.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "The participant's code.") var code: String

        struct Row: Encodable {
            var participant: String
            var currency: String
            var free: Int64
            var blocked: Int64
            var security: Int64
            var owed: Int64
        }

        func run() throws {
            let balances: [Balances]? = try options.look(section) { section, _ in
                section.participants.firstIndex { $0.code == code }.map {
                    section.balances(of: ParticipantIndex($0))
                }
            }
            guard let balances else {
                throw Refusal("section \(section) has no participant \(code)")
            }
            try Self.show(code, balances, options)
        }

        static func show(
            _ code: String, _ balances: [Balances], _ options: FloorArguments
        ) throws {
            let rows = balances.map {
                Row(
                    participant: code, currency: $0.currency.text, free: $0.free,
                    blocked: $0.blocked, security: $0.security, owed: $0.owed)
            }
            try options.show(
                rows,
                balances.map { balance in
                    let text = { (amount: Money) in MoneyText.text(amount, balance.currency) }
                    return "\(code)  \(balance.currency.text)  free \(text(balance.free))  "
                        + "behind orders \(text(balance.blocked))  "
                        + "behind contracts \(text(balance.security))  "
                        + "fees owed \(text(balance.owed))"
                })
        }
    }
}

struct FeeCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fee", abstract: "Fees of the house beside those of deals.",
        subcommands: [DepositCommands.Charge.self])
}

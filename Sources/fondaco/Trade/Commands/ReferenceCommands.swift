import ArgumentParser
import Exchange
import Foundation
import TradingFloor

struct InstrumentCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instrument", abstract: "Instruments of a section.",
        subcommands: [Add.self, List.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists an instrument.",
            discussion: """
                Prices are counted in ticks, quantities in lots. Rates are hundredths of a percent \
                of a deal's value; deadlines are in days.
                """)

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "A short id: 1 to 16 of A-Z, 0-9, '-', '.', '_'.") var code: String
        @Option(help: "The name in words.") var name: String
        @Option(help: "The register's record of the commodity.") var commodity = ""
        @Option(help: "The code of the Harmonised System.") var hs = ""
        @Option(help: "How much a lot is, in units.") var lot: Int64 = 1
        @Option(help: "The unit of the lot.") var unit = "t"
        @Option(help: "What a tick is worth for a lot, in minor units of the currency.")
        var tickValue: Int64
        @Option(help: "The currency.") var currency = "RUB"
        @Option(
            help: "The Incoterms 2020 rule: exw, fca, cpt, cip, dap, dpu, ddp, fas, fob, cfr, cif.")
        var basis = "fca"
        @Option(help: "The place of delivery.") var place = ""
        @Option(help: "The register's record of that place or its region.") var region = ""
        @Option(help: "continuous, call, english, reverse, dutch or negotiated.")
        var mode = "continuous"
        @Option(help: "Deposit of residents.") var deposit: UInt32 = 500
        @Option(help: "Fee of residents.") var fee: UInt32 = 10
        @Option(help: "Deposit of non-residents.") var foreignDeposit: UInt32 = 1_000
        @Option(help: "Fee of non-residents.") var foreignFee: UInt32 = 20
        @Option(help: "Days to sign, to pay, to ship, to accept, for claims.")
        var days = "1,5,10,10,14"
        @Option(help: "The lowest price that may be traded, in ticks.") var lowest: Int64?
        @Option(help: "The highest price that may be traded, in ticks.") var highest: Int64?

        func run() throws {
            let instrument = try instrument()
            let index = try options.with(section) { floor in
                try floor.order(.list(instrument)).first?.instrument ?? 0
            }
            try options.show(
                ["section": section, "code": code, "number": "\(index)"],
                ["Instrument \(code) is listed in \(section) as number \(index)."])
        }

        private func instrument() throws -> Instrument {
            guard let rule = Incoterm.allCases.first(where: { "\($0)" == basis }) else {
                let names = Incoterm.allCases.map { "\($0)" }.joined(separator: ", ")
                throw ValidationError("--basis \(basis) isn't a rule; it is one of \(names)")
            }
            guard let mode = TradingMode.allCases.first(where: { "\($0)" == mode }) else {
                let names = TradingMode.allCases.map { "\($0)" }.joined(separator: ", ")
                throw ValidationError("--mode \(mode) isn't a mode; it is one of \(names)")
            }
            let days = self.days.split(separator: ",").compactMap { Int64($0) }.map {
                $0 * 86_400_000
            }
            guard days.count == 5 else {
                throw ValidationError("--days \(self.days) aren't five numbers of days")
            }
            if let lowest, let highest, lowest > highest {
                throw ValidationError("--lowest \(lowest) is above --highest \(highest)")
            }
            let band = lowest.flatMap { low in highest.map { low...$0 } }
            return Instrument(
                code: code, name: name, commodity: RecordName(commodity), harmonisedCode: hs,
                lotSize: ExactDecimal(lot), unit: unit, tickValue: tickValue,
                tickSize: ExactDecimal(tickValue, scale: 2),
                currency: try Amount.currency(currency),
                basis: Basis(rule: rule, place: place, region: RecordName(region)),
                deadlines: ContractTerms(
                    signing: days[0], payment: days[1], shipment: days[2], acceptance: days[3],
                    claims: days[4]),
                bands: PriceBands(entry: band, fixed: band), mode: mode,
                resident: Rates(deposit: deposit, fee: fee),
                nonResident: Rates(deposit: foreignDeposit, fee: foreignFee))
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists a section's instruments.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String

        struct Row: Encodable {
            var number: Int
            var code: String
            var name: String
            var mode: String
            var currency: String
            var bid: Int64?
            var offer: Int64?
            var last: Int64?
        }

        func run() throws {
            let rows: [Row] = try options.look(section) { section, _ in
                section.instruments.indices.map { number in
                    let instrument = section.instruments[number]
                    let quote = section.quote(InstrumentIndex(number))
                    return Row(
                        number: number, code: instrument.code, name: instrument.name,
                        mode: "\(instrument.mode)", currency: instrument.currency.text,
                        bid: quote?.bid?.price, offer: quote?.offer?.price, last: quote?.last)
                }
            }
            try options.show(
                rows,
                rows.map { row in
                    let prices = [row.bid, row.offer, row.last].map { $0.map { "\($0)" } ?? "-" }
                    return "\(row.code)  \(row.name)  \(row.mode)  \(row.currency)  "
                        + "bid \(prices[0])  offer \(prices[1])  last \(prices[2])"
                })
        }
    }
}

struct ParticipantCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "participant", abstract: "Participants of a section.",
        subcommands: [Admit.self, List.self, Suspend.self, Readmit.self])

    struct Admit: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Admits a firm.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "A short id: 1 to 16 of A-Z, 0-9, '-', '.', '_'.") var code: String
        @Option(help: "The firm's name.") var name: String
        @Option(help: "The register's record of the organisation.") var organisation = ""
        @Option(parsing: .upToNextOption, help: "Records of its place and of those around it.")
        var places: [String] = []
        @Flag(help: "It isn't at home in the house's region.") var foreign = false
        @Option(help: "The code of the broker it trades through.") var broker: String?

        func run() throws {
            let index = try options.with(section) { floor in
                let broker = try broker.map { try floor.participant(named: $0) } ?? 0
                let participant = Participant(
                    code: code, name: name, organisation: RecordName(organisation),
                    places: places.map { RecordName($0) }, isResident: !foreign, broker: broker)
                return try floor.order(.admit(participant)).first?.participant ?? 0
            }
            try options.show(
                ["section": section, "code": code, "number": "\(index)"],
                ["\(code) is admitted to \(section) as number \(index)."])
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists a section's participants.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String

        struct Row: Encodable {
            var number: Int
            var code: String
            var name: String
            var isResident: Bool
            var openOrders: Int
            var contracts: Int
        }

        func run() throws {
            let rows: [Row] = try options.look(section) { section, _ in
                section.participants.indices.dropFirst().map { number in
                    let participant = section.participants[number]
                    let index = ParticipantIndex(number)
                    return Row(
                        number: number, code: participant.code, name: participant.name,
                        isResident: participant.isResident,
                        openOrders: section.openOrders(of: index).count,
                        contracts: section.contracts(of: index).count)
                }
            }
            try options.show(
                rows,
                rows.map {
                    "\($0.code)  \($0.name)  \($0.isResident ? "resident" : "non-resident")  "
                        + "open orders \($0.openOrders)  contracts \($0.contracts)"
                })
        }
    }

    struct Suspend: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Suspends a participant; its orders stay.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "The participant's code.") var code: String

        func run() throws { try setSuspension(options, section, code, on: true) }
    }

    struct Readmit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets a suspended participant in again.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "The participant's code.") var code: String

        func run() throws { try setSuspension(options, section, code, on: false) }
    }

    private static func setSuspension(
        _ options: FloorArguments, _ section: String, _ code: String, on isOn: Bool
    ) throws {
        try options.with(section) { floor in
            _ = try floor.order(.suspend(floor.participant(named: code), on: isOn))
        }
        try options.show(
            ["section": section, "code": code, "suspended": isOn ? "yes" : "no"],
            ["\(code) is \(isOn ? "suspended" : "let in again")."])
    }
}

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

        func run(_ options: FloorArguments, _ action: @escaping (Payment) -> SectionAction) throws {
            let amount = try Amount.minor(amount)
            let currency = try Amount.currency(currency)
            let balances = try options.with(section) { floor in
                let participant = try floor.participant(named: code)
                let payment = Payment(
                    voucher: voucher, participant: participant, currency: currency,
                    amount: amount)
                _ = try floor.order(action(payment))
                return try floor.readAndWait { section, _ in section.balances(of: participant) }
            }
            try Show.show(code, balances, options)
        }
    }

    struct PayIn: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "in", abstract: "Books a deposit that came in at the bank.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var booking: Booking

        func run() throws { try booking.run(options) { .payIn($0) } }
    }

    struct PayOut: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "out", abstract: "Books a free deposit that goes out.")

        @OptionGroup var options: FloorArguments
        @OptionGroup var booking: Booking

        func run() throws { try booking.run(options) { .payOut($0) } }
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
                rows.map {
                    "\(code)  \($0.currency)  free \(Amount.text($0.free))  "
                        + "behind orders \(Amount.text($0.blocked))  "
                        + "behind contracts \(Amount.text($0.security))  "
                        + "fees owed \(Amount.text($0.owed))"
                })
        }
    }
}

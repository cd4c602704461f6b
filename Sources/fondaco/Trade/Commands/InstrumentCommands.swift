import ArgumentParser
import Exchange
import Foundation
import TradingFloor

struct InstrumentCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instrument", abstract: "Instruments of a section.",
        subcommands: [Add.self, Alter.self, Show.self, List.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists an instrument, or many from a file.",
            discussion: """
                With options, prices are counted in ticks; rates are hundredths of a percent of a \
                deal's value; deadlines are in days. In a file (JSON, one form or a list of them, \
                as `instrument show` prints them) prices are decimal numbers.

                Examples:
                  fondaco trade instrument add dairy MILK --name "raw milk" --lot 20 --unit t \\
                    --tick-value 1000 --currency BYN --basis fca --place Brest
                  fondaco trade instrument add dairy --file instruments.json
                """)

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "A short id: 1 to 16 of A-Z, 0-9, '-', '.', '_'.") var code: String?
        @OptionGroup var words: InstrumentWords
        @Option(help: "A JSON file with forms instead of all that; - is standard input.")
        var file: String?

        func validate() throws {
            guard (file == nil) != (code == nil) else {
                throw ValidationError("Name either an instrument's code or --file.")
            }
            if file == nil { try words.check() }
        }

        func run() throws {
            if let file { return try addAll(file) }
            let code = code ?? ""
            let instrument = try words.instrument(code)
            let index = try options.with(section) { house in
                try house.order(.list(instrument)).first?.instrument ?? 0
            }
            try options.show(
                ["section": section, "code": code, "number": "\(index)"],
                ["Instrument \(code) is listed in \(section) as number \(index)."])
        }

        private func addAll(_ file: String) throws {
            let forms = try FormFile.readList(of: InstrumentForm.self, file)
            let count = try options.with(section) { house in
                try FormFile.send(forms, from: file, to: house)
            }
            try options.show(
                ["section": section, "listed": "\(count)"],
                ["\(count) instruments are listed in \(section)."])
        }
    }

    struct Alter: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Alters an instrument into what a form says.",
            discussion: """
                Words may change at any time; what orders go by only while none stand. Currency, \
                lot, unit and price step never change.

                Example:
                  fondaco trade instrument show dairy MILK > milk.json
                  fondaco trade instrument alter dairy MILK milk.json
                """)

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "The instrument's code.") var code: String
        @Argument(help: "The JSON form; - is standard input.") var file: String

        func run() throws {
            let form = try FormFile.read(InstrumentForm.self, file)
            try options.with(section) { house in
                _ = try house.order(form.alteration(of: code, in: house.directory))
            }
            try options.show(
                ["section": section, "code": form.code], ["\(code) is altered in \(section)."])
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows an instrument as a form that can be edited and sent back.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "The instrument's code; all, if it is left out.") var code: String?

        func run() throws {
            let directory = try options.directory(of: section)
            guard let code else {
                return try FormFile.show(directory.instruments.map { InstrumentForm($0) })
            }
            guard let instrument = directory.instruments.first(where: { $0.code == code }) else {
                let codes = directory.instruments.map(\.code).joined(separator: ", ")
                throw Refusal("section \(section) has no instrument \(code); it has: \(codes)")
            }
            try FormFile.show(InstrumentForm(instrument))
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

/// An instrument in the options of a command line.
struct InstrumentWords: ParsableArguments {
    @Option(help: "The name in words.") var name: String?
    @Option(help: "The register's record of the commodity.") var commodity = ""
    @Option(help: "The code of the Harmonised System.") var hs = ""
    @Option(help: "How much a lot is, in units.") var lot: Int64 = 1
    @Option(help: "The unit of the lot.") var unit = "t"
    @Option(help: "What a tick is worth for a lot, in minor units of the currency.")
    var tickValue: Int64?
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

    func check() throws {
        guard name != nil, tickValue != nil else {
            throw ValidationError("An instrument needs --name and --tick-value, or --file.")
        }
        if let lowest, let highest, lowest > highest {
            throw ValidationError("--lowest \(lowest) is above --highest \(highest)")
        }
    }

    func instrument(_ code: String) throws -> Instrument {
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
        let currency = try MoneyText.currency(currency, at: "--currency")
        let band = lowest.flatMap { low in highest.map { low...$0 } }
        let worth = tickValue ?? 0
        return Instrument(
            code: code, name: name ?? code, commodity: RecordName(commodity), harmonisedCode: hs,
            lotSize: ExactDecimal(lot), unit: unit, tickValue: worth,
            tickSize: try step(worth, currency), currency: currency,
            basis: Basis(rule: rule, place: place, region: RecordName(region)),
            deadlines: ContractTerms(
                signing: days[0], payment: days[1], shipment: days[2], acceptance: days[3],
                claims: days[4]),
            bands: PriceBands(entry: band, fixed: band), mode: mode,
            resident: Rates(deposit: deposit, fee: fee),
            nonResident: Rates(deposit: foreignDeposit, fee: foreignFee))
    }

    /// What a tick is per unit: its worth for a lot, divided by the lot.
    private func step(_ worth: Int64, _ currency: CurrencyCode) throws -> ExactDecimal {
        var (units, scale) = (worth, currency.minorDigits)
        while lot > 0, units % lot != 0, scale < 9, units < Int64.max / 10 {
            (units, scale) = (units * 10, scale + 1)
        }
        guard lot > 0, units % lot == 0, units > 0 else {
            throw ValidationError(
                "--tick-value \(worth) for --lot \(lot) isn't a decimal price per unit; "
                    + "take another of them")
        }
        return ExactDecimal(units / lot, scale: scale)
    }
}

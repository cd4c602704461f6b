import ArgumentParser
import Exchange
import Foundation
import TradingFloor

struct ParticipantCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "participant", abstract: "Participants of a section.",
        subcommands: [
            Admit.self, Alter.self, Show.self, List.self, Suspend.self, Readmit.self, Kill.self,
            Unkill.self,
        ])

    struct Admit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Admits a firm, or many from a file.",
            discussion: """
                A file (JSON, one form or a list of them, as `participant show` prints them) also \
                says from when to when the accreditation holds, which groups of instruments the \
                firm may trade, its group for the prevention of trades with itself, and limits.

                Examples:
                  fondaco trade participant admit dairy FARM --name "A Farm" --places place/by
                  fondaco trade participant admit dairy --file firms.json
                """)

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "A short id: 1 to 16 of A-Z, 0-9, '-', '.', '_'.") var code: String?
        @Option(help: "The firm's name.") var name: String?
        @Option(help: "The register's record of the organisation.") var organisation = ""
        @Option(parsing: .upToNextOption, help: "Records of its place and of those around it.")
        var places: [String] = []
        @Flag(help: "It isn't at home in the house's region.") var foreign = false
        @Option(help: "The code of the broker it trades through.") var broker: String?
        @Option(help: "A JSON file with forms instead of all that; - is standard input.")
        var file: String?

        func validate() throws {
            guard (file == nil) != (code == nil) else {
                throw ValidationError("Name either a firm's code or --file.")
            }
            guard file != nil || name != nil else {
                throw ValidationError("A firm needs --name, or --file.")
            }
        }

        func run() throws {
            if let file { return try admitAll(file) }
            let code = code ?? ""
            let index = try options.with(section) { house in
                let broker = try broker.map { try house.participant(named: $0) } ?? 0
                let participant = Participant(
                    code: code, name: name ?? code, organisation: RecordName(organisation),
                    places: places.map { RecordName($0) }, isResident: !foreign, broker: broker)
                return try house.order(.admit(participant)).first?.participant ?? 0
            }
            try options.show(
                ["section": section, "code": code, "number": "\(index)"],
                ["\(code) is admitted to \(section) as number \(index)."])
        }

        private func admitAll(_ file: String) throws {
            let forms = try FormFile.readList(of: ParticipantForm.self, file)
            let count = try options.with(section) { house in
                try FormFile.send(forms, from: file, to: house)
            }
            try options.show(
                ["section": section, "admitted": "\(count)"],
                ["\(count) firms are admitted to \(section)."])
        }
    }

    struct Alter: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Alters a participant into what a form says.",
            discussion: """
                Example:
                  fondaco trade participant show dairy FARM > farm.json
                  fondaco trade participant alter dairy FARM farm.json
                """)

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "The participant's code.") var code: String
        @Argument(help: "The JSON form; - is standard input.") var file: String

        func run() throws {
            let form = try FormFile.read(ParticipantForm.self, file)
            try options.with(section) { house in
                _ = try house.order(form.alteration(of: code, in: house.directory))
            }
            try options.show(
                ["section": section, "code": form.code], ["\(code) is altered in \(section)."])
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows a participant as a form that can be edited and sent back.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "The participant's code; all, if it is left out.") var code: String?

        func run() throws {
            let directory = try options.directory(of: section)
            guard let code else {
                return try FormFile.show(
                    directory.participants.dropFirst().map {
                        ParticipantForm($0, in: directory)
                    })
            }
            guard let index = directory.participant(code) else {
                let codes = directory.participants.dropFirst().map(\.code)
                throw Refusal(
                    "section \(section) has no participant \(code); it has: "
                        + codes.joined(separator: ", "))
            }
            try FormFile.show(
                ParticipantForm(directory.participants[Int(index)], in: directory))
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

    struct Kill: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Turns the kill switch on: orders leave, and none is taken.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @OptionGroup var target: KillTarget

        func run() throws { try setKill(options, section, target, on: true) }
    }

    struct Unkill: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Turns the kill switch off.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @OptionGroup var target: KillTarget

        func run() throws { try setKill(options, section, target, on: false) }
    }

    struct KillTarget: ParsableArguments {
        @Argument(help: "The participant's code.") var code: String?
        @Flag(help: "Everybody.") var all = false

        func validate() throws {
            guard all == (code == nil) else {
                throw ValidationError("Name either a participant's code or --all.")
            }
        }
    }

    private static func setKill(
        _ options: FloorArguments, _ section: String, _ target: KillTarget, on isOn: Bool
    ) throws {
        let gone = try options.with(section) { house in
            try house.order(BarForm(participant: target.code, bar: "kill", on: isOn))
                .count { $0.kind == .cancelled }
        }
        let who = target.code ?? "all"
        try options.show(
            ["section": section, "participant": who, "killed": isOn ? "yes" : "no"],
            ["The kill switch is \(isOn ? "on" : "off") for \(who); \(gone) orders left."])
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

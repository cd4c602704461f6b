import ArgumentParser
import Exchange
import Foundation
import TradingFloor

struct TokenCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Bearer tokens of participants and operators.",
        discussion: """
            Only the SHA-256 of a token is kept. A server that is at work sees within a second what \
            is issued or revoked here.
            """,
        subcommands: [Issue.self, List.self, Revoke.self])

    struct Row: Encodable {
        var number: UInt32
        var holder: String
        var sections: [String]?
        var label: String
        var issued: String
        var expires: String?
        var token: String?

        init(_ token: Token, text: String? = nil) {
            number = token.number
            holder =
                if case .participant(let code) = token.holder { code } else { "operator" }
            sections = token.sections
            label = token.label
            issued = token.issued.text
            expires = token.expires?.text
            self.token = text
        }

        var line: String {
            "\(number)  \(holder)  \(sections?.joined(separator: ",") ?? "all sections")  \(label)  "
                + "issued \(issued), expires \(expires ?? "never")"
        }
    }

    private static func book(_ options: FloorArguments) throws -> TradingFloor {
        try TradingFloor.open(dataDirectory: options.directory, only: [])
    }

    struct Issue: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Issues a token; its text is shown once, now.")

        @OptionGroup var options: FloorArguments
        @Option(help: "The participant's code; without it the token is an operator's.")
        var participant: String?
        @Option(
            parsing: .upToNextOption, help: "The sections it is good for; all, if none is said.")
        var sections: [String] = []
        @Option(help: "What it is for.") var label: String
        @Option(help: "After how many days it is no longer good.") var days: Int64?

        func run() throws {
            if let days, !(1...36_500).contains(days) {
                throw ValidationError("--days \(days): 1 to 36500 may be")
            }
            let now = FloorClock.system.now()
            let (text, token) = try TokenCommands.book(options).tokens.issue(
                participant.map { .participant($0) } ?? .operator,
                sections: sections.isEmpty ? nil : sections, label: label, at: now,
                expires: days.map { now.advanced(by: $0 * 86_400_000) })
            let row = Row(token, text: text)
            try options.show(row, [row.line, text, "Keep it: it isn't shown again."])
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the tokens.")

        @OptionGroup var options: FloorArguments

        func run() throws {
            let rows = try TokenCommands.book(options).tokens.list().map { Row($0) }
            try options.show(rows, rows.isEmpty ? ["There is no token."] : rows.map(\.line))
        }
    }

    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Revokes a token; nothing of it is kept.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The token's number.") var number: UInt32

        func run() throws {
            guard try TokenCommands.book(options).tokens.revoke(number) else {
                throw Refusal("there is no token \(number); `token list` shows them")
            }
            try options.show(["revoked": number], ["Token \(number) is revoked."])
        }
    }
}

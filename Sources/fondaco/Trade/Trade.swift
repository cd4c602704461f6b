import ArgumentParser

/// The operator's commands of the exchange. Each is written so that it can stand under another
/// command: it takes the data directory as an option and knows nothing of its parents.
struct Trade: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trade",
        abstract: "Leads the exchange: sections, instruments, participants, deposits, sessions.",
        discussion: """
            A section's journal has one writer. While `fondaco serve` has a section at work, \
            commands that change it go through the server: --server http://127.0.0.1:8080, with \
            an operator's token in --token-file or the environment's FONDACO_TOKEN. `replay`, \
            `check`, `session bundle` and what lists and shows read the files and may be used at \
            any time.

            Examples:
              fondaco trade section make dairy
              fondaco trade instrument add dairy --file instruments.json
              fondaco trade timetable set dairy timetable.json
              fondaco trade auction list dairy lot.json --server http://127.0.0.1:8080

            Exit codes: 0 done; 1 refused or failed, the reason is on standard error; 64 the \
            command line isn't right.
            """,
        subcommands: [
            SectionCommands.self, InstrumentCommands.self, ParticipantCommands.self,
            DepositCommands.self, FeeCommands.self, ReceiptCommands.self, TimetableCommands.self,
            SessionCommands.self, OrderCommands.self, AuctionCommands.self,
            ContractCommands.self, ReplayCommand.self, CheckCommand.self,
            TokenCommands.self, DemoCommand.self,
        ])
}

import ArgumentParser

/// The operator's commands of the exchange. Each is written so that it can stand under another
/// command: it takes the data directory as an option and knows nothing of its parents.
struct Trade: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trade",
        abstract: "Leads the exchange: sections, instruments, participants, deposits, sessions.",
        discussion: """
            A section's journal has one writer: stop the server first, or use its interface, to \
            change a section that is at work. `replay`, `check`, `session bundle` and what lists \
            and shows may be used at any time.

            Exit codes: 0 done; 1 refused or failed, the reason is on standard error; 64 the \
            command line isn't right.
            """,
        subcommands: [
            SectionCommands.self, InstrumentCommands.self, ParticipantCommands.self,
            DepositCommands.self, SessionCommands.self, ReplayCommand.self, CheckCommand.self,
            TokenCommands.self, DemoCommand.self,
        ])
}

import ArgumentParser
import Web

/// The command line.
@main
struct Fondaco: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fondaco",
        abstract: "A register of cited facts on how regions and enterprises work together.",
        discussion: """
            Examples:
              fondaco serve
              fondaco import records.jsonl
              fondaco search Гродно
              fondaco show place/by/grodno
              fondaco export > register.jsonl

            Exit status: 0 done; 1 it can't be done, or verify found something wrong; \
            64 the command line is wrong.
            """,
        version: FondacoServer.version,
        subcommands: [
            Serve.self, Import.self, Export.self, Search.self, Show.self, Verify.self,
            Rebuild.self, Trade.self,
        ])
}

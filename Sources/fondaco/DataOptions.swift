import ArgumentParser
import Foundation
import Records
import Register

/// Where the data are.
struct DataOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The data directory (default: the environment's FONDACO_DATA, else ./fondaco-data).",
            valueName: "directory"))
    var data: String?

    var directory: String {
        if let data { return data }
        let set = ProcessInfo.processInfo.environment["FONDACO_DATA"] ?? ""
        return set.isEmpty ? "./fondaco-data" : set
    }

    /// Opens the register that must be there.
    func open() throws -> Register { try Register.open(directory, creating: false) }
}

extension RecordID: ExpressibleByArgument {
    /// Reads an id from the command line.
    public init?(argument: String) { self.init(argument) }
}

extension Kind: ExpressibleByArgument {
    /// Reads a kind from the command line.
    public init?(argument: String) { self.init(name: argument) }

    /// The names to choose from, for the help.
    public static var allValueStrings: [String] { allCases.map(\.name) }

    /// The name shown as a default.
    public var defaultValueDescription: String { name }
}

/// Output, message and failure.
enum Terminal {
    /// Writes bytes to standard output.
    static func write(_ bytes: [UInt8]) throws {
        try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    }

    /// Writes a line to standard error.
    static func note(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }

    /// Ends the command with status 1 after saying why.
    static func fail(_ reason: any Error) -> ExitCode {
        note("fondaco: \(reason)")
        return .failure
    }
}

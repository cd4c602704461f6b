import ArgumentParser
import Foundation
import Logging
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

/// Reading what the command line names.
enum Parse {
    static func kind(_ text: String) throws -> Kind {
        guard let kind = Kind(name: text) else {
            let names = Kind.allCases.map(\.name).joined(separator: ", ")
            throw ValidationError("\(text) is not a kind; one of \(names).")
        }
        return kind
    }

    static func id(_ text: String) throws -> RecordID {
        guard let id = RecordID(text) else {
            throw ValidationError("\(text) is not an id; ids look like place/by/grodno.")
        }
        return id
    }

    static func site(_ text: String) throws -> String {
        guard text.hasPrefix("http://") || text.hasPrefix("https://"), !text.hasSuffix("/") else {
            throw ValidationError(
                "\(text) isn't an address like https://exchange.example, without / at its end.")
        }
        return text
    }

    static func level(_ text: String) throws -> Logger.Level {
        guard let level = Logger.Level(rawValue: text) else {
            let names = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("\(text) is not a log level; one of \(names).")
        }
        return level
    }
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

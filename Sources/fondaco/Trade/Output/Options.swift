import ArgumentParser
import Exchange
import Foundation
import TradingFloor

/// Where the data are, and how results are shown.
struct FloorArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The data directory (default: the environment's FONDACO_DATA, else ./fondaco-data).",
            valueName: "directory"))
    var data: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A server that has the section at work, like http://127.0.0.1:8080; commands go there.",
            valueName: "url"))
    var server: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A file with an operator's token for the server (default: the environment's "
                + "FONDACO_TOKEN).",
            valueName: "file"))
    var tokenFile: String?

    @Flag(name: .long, help: "Shows the result as JSON.")
    var json = false

    var directory: String {
        if let data { return data }
        let set = ProcessInfo.processInfo.environment["FONDACO_DATA"] ?? ""
        return set.isEmpty ? "./fondaco-data" : set
    }

    func folder(of section: String) throws -> String {
        let names = try TradingFloor.sectionNames(in: directory)
        guard names.contains(section) else {
            throw FloorError.unknownSection(section, directory: "\(directory)/exchange")
        }
        return "\(directory)/exchange/\(section)"
    }

    /// Looks at a section without opening it for writing.
    func look<Value>(
        _ name: String, _ body: (borrowing Section, DayBook) throws -> Value
    ) throws -> Value {
        let view = try SectionView.open(name, folder: folder(of: name))
        return try body(view.section, view.dayBook)
    }

    /// Shows a result: as JSON, or as lines of text.
    func show(_ result: some Encodable, _ lines: @autoclosure () -> [String]) throws {
        if json {
            let coder = JSONEncoder()
            coder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try coder.encode(result), as: UTF8.self))
        } else {
            for line in lines() { print(line) }
        }
    }
}

/// What a command line can't do, in words.
struct Refusal: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

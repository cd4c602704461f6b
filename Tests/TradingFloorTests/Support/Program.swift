import Foundation
import Testing

/// An executable that is built beside the tests.
struct Program {
    let url: URL
    /// What stands before the arguments of each run.
    private let leading: [String]

    init(_ name: String, leading: [String] = []) throws {
        self.leading = leading
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let places = [tests, tests.deletingLastPathComponent()]
        let found = places.map { $0.appendingPathComponent(name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        url = try #require(found, "the target \(name) isn't built beside \(tests.path)")
    }

    /// Runs it to its end.
    func run(_ arguments: [String]) throws -> (code: Int32, output: String, errors: String) {
        let process = Process()
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = url
        process.arguments = leading + arguments
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let wrong = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: said, as: UTF8.self),
            String(decoding: wrong, as: UTF8.self)
        )
    }
}

import ArgumentParser
import Foundation
import Records
import Register

/// `fondaco export`.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the register as canonical JSON Lines.",
        discussion: """
            Kinds come in a fixed order and ids in alphabetical order, so equal registers give \
            equal bytes.

            Examples:
              fondaco export > register.jsonl
              fondaco export --kind agreement --output agreements.jsonl
            """)

    @OptionGroup var data: DataOptions

    @Option(
        help: "Only records of this kind; may be given several times.",
        transform: { try Parse.kind($0) })
    var kind: [Kind] = []

    @Option(
        help: ArgumentHelp(
            "Write to this file instead of standard output. It appears when it is whole.",
            valueName: "file"))
    var output: String?

    func run() throws {
        do {
            let register = try data.open()
            guard let output else {
                try write(register) { try Terminal.write($0) }
                return
            }
            let type = try? FileManager.default.attributesOfItem(atPath: output)[.type]
            guard type as? FileAttributeType != .typeDirectory else {
                throw RegisterError.file(path: output, reason: "is a folder; name a file")
            }
            let partial = "\(output).\(UUID().uuidString).part"
            guard FileManager.default.createFile(atPath: partial, contents: nil),
                let file = FileHandle(forWritingAtPath: partial)
            else { throw RegisterError.file(path: output, reason: "can't be written") }
            do {
                try write(register) { try file.write(contentsOf: Data($0)) }
                try file.synchronize()
                try file.close()
                // Replaces an earlier export at one stroke.
                guard unsafe rename(partial, output) == 0 else {
                    throw RegisterError.file(path: output, reason: "can't be replaced")
                }
            } catch {
                try? FileManager.default.removeItem(atPath: partial)
                throw error
            }
        } catch {
            throw Terminal.fail(error)
        }
    }

    private func write(_ register: Register, _ sink: ([UInt8]) throws -> Void) throws {
        var buffer: [UInt8] = []
        try register.export(kinds: kind.isEmpty ? Kind.allCases : kind) { line in
            buffer += line
            buffer.append(0x0A)
            if buffer.count > 1 << 16 {
                try sink(buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try sink(buffer)
    }
}

import Atlas
import Foundation
import Records
import Register

/// A register in a directory of its own that goes away with it.
final class ScratchRegister {
    let directory: String
    private(set) var register: Register

    init(withAtlas: Bool = false) throws {
        directory = NSTemporaryDirectory() + "fondaco-test-\(UUID().uuidString)"
        register = try Register.open(directory, creating: true)
        if withAtlas { try register.importRecords(from: Atlas.files(), actor: "atlas") }
    }

    deinit {
        try? register.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    func reopen() throws {
        try register.close()
        register = try Register.open(directory, creating: false)
    }

    /// Imports lines as a file named `import.jsonl`.
    @discardableResult
    func take(_ lines: String..., actor: String = "test") throws -> ImportReport {
        try register.importRecords(from: [try file(lines)], actor: actor)
    }

    func file(_ lines: [String], _ name: String = "import.jsonl") throws -> String {
        let path = directory + "/" + name
        try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    /// The problems of an import as `LINE: FIELD: …`.
    func problems(_ lines: String...) throws -> [String] {
        do {
            try register.importRecords(from: [try file(lines)], actor: "test")
            return []
        } catch RegisterError.invalidImport(let report) {
            return report.problems.map { "\($0.place.line): \($0.problem)" }
        }
    }

    func exported() throws -> [UInt8] {
        var bytes: [UInt8] = []
        try register.export { bytes += $0 + [0x0A] }
        return bytes
    }
}

/// Records for tests.
enum Sample {
    static let source = #"{"kind":"source","id":"src/a","title":"A","cite":[{"source":"src/a"}]}"#

    static func place(_ slug: String, parent: String? = nil, name: String? = nil) -> String {
        let parent = parent.map { #","parent":"place/\#($0)""# } ?? ""
        return #"{"kind":"place","id":"place/\#(slug)","name":"\#(name ?? slug)","type":"city""#
            + #"\#(parent),"cite":[{"source":"src/a","at":"L1"}]}"#
    }

    static func figure(_ slug: String, _ subject: String, _ value: String) -> String {
        #"{"kind":"observation","id":"obs/\#(slug)","indicator":"residents","#
            + #""subject":"place/\#(subject)","period":"2021","value":\#(value),"#
            + #""unit":"companies","cite":[{"source":"src/a"}]}"#
    }
}

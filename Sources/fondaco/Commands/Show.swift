import ArgumentParser
import Records
import Register

/// `fondaco show`.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show a record with its citations and everything tied to it.",
        discussion: """
            Examples:
              fondaco show place/by/grodno
              fondaco show --json org/fez-brest
            """)

    @OptionGroup var data: DataOptions

    @Flag(help: "Print the record's canonical JSON.")
    var json = false

    @Argument(help: "The record's id.", transform: { try Parse.id($0) })
    var id: RecordID

    func run() throws {
        do {
            let register = try data.open()
            guard let stored = try register.record(id) else {
                Terminal.note("fondaco: there is no record \(id); `fondaco search` finds ids")
                throw ExitCode.failure
            }
            guard !json else { return try Terminal.write(stored.body + [0x0A]) }
            print("\(stored.record.name)")
            print("\(id), \(id.kind.name), revision \(stored.revision) by \(stored.actor)")
            for (field, value) in try Self.fields(stored) { print("  \(field): \(value)") }
            let links = try register.links(of: stored, limit: 200)
            if links.total > 0 { print("\(links.total) ties") }
            for link in links.items {
                let arrow = link.direction == .outgoing ? "→" : "←"
                print("  \(arrow) \(link.role.name): \(link.other.name) (\(link.other.id))")
            }
            if links.total > links.items.count {
                print("  … and \(links.total - links.items.count) more")
            }
        } catch let code as ExitCode {
            throw code
        } catch {
            throw Terminal.fail(error)
        }
    }

    private static func fields(_ stored: StoredRecord) throws -> [(String, String)] {
        guard case .object(let members) = try JSONParser.parse(stored.body) else { return [] }
        return members.dropFirst(2).map { member in
            if case .string(let text) = member.value { return (member.name, text) }
            var writer = JSONWriter()
            writer.value(member.value)
            return (member.name, String(decoding: writer.bytes, as: UTF8.self))
        }
    }
}

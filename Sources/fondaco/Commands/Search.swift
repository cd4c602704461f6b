import ArgumentParser
import Records
import Register

/// `fondaco search`.
struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find records under any spelling.",
        discussion: """
            Examples:
              fondaco search Гродно
              fondaco search --kind organisation "minsk traktor"
              fondaco search --json --limit 5 forum of regions
            """)

    @OptionGroup var data: DataOptions

    @Option(
        help: "Only records of this kind; may be given several times.",
        transform: { try Parse.kind($0) })
    var kind: [Kind] = []

    @Option(help: "How many to print, 1 to 1000.")
    var limit = 20

    @Flag(help: "Print JSON.")
    var json = false

    @Argument(help: "The words.")
    var words: [String]

    func validate() throws {
        guard (1...1_000).contains(limit) else {
            throw ValidationError("--limit takes a number from 1 to 1000.")
        }
        guard !words.isEmpty else { throw ValidationError("Name at least one word.") }
    }

    func run() throws {
        do {
            var query = RecordQuery()
            query.text = words.joined(separator: " ")
            query.kinds = kind
            query.limit = limit
            let page = try data.open().find(query)
            if json {
                try Terminal.write(Self.json(page))
            } else {
                for item in page.items {
                    print("\(item.summary.id)\t\(item.summary.kind.name)\t\(item.summary.name)")
                }
                Terminal.note("\(page.items.count) of \(page.total)")
            }
        } catch {
            throw Terminal.fail(error)
        }
    }

    private static func json(_ page: RecordPage) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("total", page.total)
            writer.name("items")
            writer.array { writer in
                for item in page.items {
                    writer.object {
                        $0.member("id", item.summary.id.text)
                        $0.member("kind", item.summary.kind.name)
                        $0.member("name", item.summary.name)
                        $0.member(
                            "score",
                            ExactDecimal(
                                coefficient: Int64((item.score * 10_000).rounded()), scale: 4))
                        $0.member("snippet", item.snippet?.text)
                    }
                }
            }
        }
        return writer.bytes + [0x0A]
    }
}

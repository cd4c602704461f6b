import ArgumentParser
import Records
import Register

/// `fondaco rebuild`.
struct Rebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the projection anew from the journal.",
        discussion: """
            Prints the projection's digest: the same journal gives the same digest. Stop the \
            server first.

            Example:
              fondaco rebuild
            """)

    @OptionGroup var data: DataOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        do {
            let wasInUse = Register.isInUse(data.directory)
            let bar = ProgressBar()
            let digest = try Register.rebuild(data.directory) { bar.show(nil, "entry \($0)") }
            if wasInUse {
                Terminal.note("another process has the old projection open; start it again")
            }
            guard json else { return print("rebuilt, digest \(digest)") }
            var writer = JSONWriter()
            writer.object { $0.member("digest", digest) }
            try Terminal.write(writer.bytes + [0x0A])
        } catch {
            throw Terminal.fail(error)
        }
    }
}

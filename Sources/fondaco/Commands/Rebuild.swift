import ArgumentParser
import Records
import Register

/// `fondaco rebuild`.
struct Rebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the projection anew from the journal.",
        discussion: """
            Prints the projection's digest: the same journal gives the same digest. It refuses \
            while another process has the projection open: stop the server first, or use --force \
            and start it again afterwards.

            Example:
              fondaco rebuild
            """)

    @OptionGroup var data: DataOptions

    @Flag(help: "Replace the projection even while another process has it open.")
    var force = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        do {
            let bar = ProgressBar()
            defer { bar.end() }
            let digest = try Register.rebuild(data.directory, force: force) {
                bar.show(nil, "entry \($0)")
            }
            bar.end()
            guard json else { return print("rebuilt, digest \(digest)") }
            var writer = JSONWriter()
            writer.object { $0.member("digest", digest) }
            try Terminal.write(writer.bytes + [0x0A])
        } catch {
            throw Terminal.fail(error)
        }
    }
}

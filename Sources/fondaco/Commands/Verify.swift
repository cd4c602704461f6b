import ArgumentParser
import Records
import Register

/// `fondaco verify`.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the journal's checksums and chain, and the projection against it.",
        discussion: """
            Names the first bad entry and exits with status 1 when something is wrong. It changes \
            nothing, and it can run while the server does.

            Example:
              fondaco verify && echo sound
            """)

    @OptionGroup var data: DataOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        do {
            let bar = ProgressBar()
            defer { bar.end() }
            let report = try Register.verify(data.directory) { bar.show(nil, "entry \($0)") }
            bar.end()
            try print(report)
            guard report.problems.isEmpty else { throw ExitCode.failure }
        } catch let code as ExitCode {
            throw code
        } catch {
            throw Terminal.fail(error)
        }
    }

    private func print(_ report: VerifyReport) throws {
        guard json else {
            for problem in report.problems { Swift.print(problem) }
            if report.problems.isEmpty {
                Swift.print("\(report.entries) entries sound, head \(report.head)")
                if report.behind > 0 {
                    Swift.print(
                        "the projection takes over the last \(report.behind) at the next start")
                }
            }
            return
        }
        var writer = JSONWriter()
        writer.object {
            $0.name("sound")
            $0.bool(report.problems.isEmpty)
            $0.member("entries", Int(clamping: report.entries))
            $0.member("head", report.head)
            $0.member("behind", Int(clamping: report.behind))
            $0.name("problems")
            $0.array { for problem in report.problems { $0.string(problem) } }
        }
        try Terminal.write(writer.bytes + [0x0A])
    }
}

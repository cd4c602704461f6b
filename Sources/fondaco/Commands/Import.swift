import ArgumentParser
import Foundation
import Records
import Register

/// `fondaco import`.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take records from JSON Lines, all or none.",
        discussion: """
            Everything is checked first. Each mistake is a line \
            `FILE:LINE: FIELD: what is wrong; what would be right` on standard error, the first \
            1,000 and then their number; then the exit status is 1 and nothing has changed. \
            Records may refer to records of the register and of the same import, in any order. \
            A directory without a register gets an empty one.

            Examples:
              fondaco import places.jsonl organisations.jsonl
              zcat register.jsonl.gz | fondaco import -
            """)

    @OptionGroup var data: DataOptions

    @Option(help: "Who imports, as the history shall say.")
    var actor: String = ProcessInfo.processInfo.environment["USER"] ?? "import"

    @Flag(help: "Print the result as JSON.")
    var json = false

    @Argument(help: ArgumentHelp("Files of JSON Lines; - is standard input.", valueName: "file"))
    var files: [String]

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Name at least one file, or -.") }
        guard files.filter({ $0 == "-" }).count <= 1 else {
            throw ValidationError("Standard input can be read once only.")
        }
    }

    func run() throws {
        do {
            // Before an empty register is made for nothing.
            for file in files where file != "-" && !FileManager.default.isReadableFile(atPath: file)
            {
                throw RegisterError.file(path: file, reason: "there is no such file to read")
            }
            for file in files where file != "-" {
                let type = try FileManager.default.attributesOfItem(atPath: file)[.type]
                guard type as? FileAttributeType != .typeDirectory else {
                    throw RegisterError.file(
                        path: file, reason: "is a folder; name the files in it")
                }
            }
            let register = try Register.open(data.directory, creating: true)
            let bar = ProgressBar()
            defer { bar.end() }
            let report = try register.importRecords(from: files, actor: actor) { progress in
                let fraction = progress.totalBytes.map {
                    Double(progress.bytes) / Double(max(1, $0))
                }
                bar.show(fraction, "\(progress.records) records")
            }
            bar.show(1, "\(report.read) records", last: true)
            try print(report)
        } catch RegisterError.invalidImport(let report) {
            for problem in report.problems { Terminal.note(problem.description) }
            let unlisted = report.problemCount - report.problems.count
            if unlisted > 0 { Terminal.note("… and \(unlisted) more") }
            Terminal.note("\(report.problemCount) problems; nothing was imported")
            if json { try print(report) }
            throw ExitCode.failure
        } catch {
            throw Terminal.fail(error)
        }
    }

    private func print(_ report: ImportReport) throws {
        guard json else {
            guard report.problemCount == 0 else { return }
            if report.added == 0 && report.changed == 0 {
                Swift.print("nothing changed: \(report.unchanged) records were there already")
            } else {
                Swift.print(
                    "\(report.added) added, \(report.changed) changed, "
                        + "\(report.unchanged) unchanged")
            }
            return
        }
        var writer = JSONWriter()
        writer.object {
            $0.member("read", report.read)
            $0.member("added", report.problemCount == 0 ? report.added : 0)
            $0.member("changed", report.problemCount == 0 ? report.changed : 0)
            $0.member("unchanged", report.unchanged)
            $0.member("problems", report.problemCount)
        }
        try Terminal.write(writer.bytes + [0x0A])
    }
}

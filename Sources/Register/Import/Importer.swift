import GRDB
import Journal
import Names
import Records

/// Checks an import whole, then takes it whole.
///
/// Records are read once: each one that is right goes into an open batch of the journal and into
/// an open transaction of the projection as it comes. Only when the last line was right and every
/// reference leads somewhere are both made final, the journal first; until then both can be
/// dropped without a trace.
final class Importer {
    private let sources: [ImportSource]
    private let actor: String
    private let projector: Projector
    private let batch: BatchWriter
    private let progress: (ImportProgress) -> Void

    private var report = ImportReport()
    private var openReferences: [OpenReference] = []
    private var ladders = Ladders()
    private var problems = ProblemList()

    /// A reference to what wasn't known when it was read.
    private struct OpenReference {
        let place: ImportPlace
        let field: String
        let target: RecordID
    }

    init(
        _ sources: [ImportSource], actor: String, projector: Projector, batch: BatchWriter,
        progress: @escaping (ImportProgress) -> Void
    ) {
        self.sources = sources
        self.actor = actor
        self.projector = projector
        self.batch = batch
        self.progress = progress
    }

    /// Reads everything into the open batch and transaction.
    /// - Returns: the report; with a problem in it, both must be dropped.
    func run() throws -> ImportReport {
        try readAll()
        problems.beginRun()
        try checkReferences()
        problems.beginRun()
        try ladders.check(with: projector) { place, problem in
            problems.note(place, problem)
        }
        report.problemCount = problems.count
        report.problems = problems.sorted().map { place, problem in
            ImportProblem(
                place: place, file: sources[Int(place.file)].name, problem: problem)
        }
        return report
    }

    /// How many bytes are parsed at a time, and how many such pieces are under way at once.
    private static let chunk = 256 << 10
    private static let piecesUnderWay = 4

    private func readAll() throws {
        var pending: [ParsedLines] = []
        var bytesDone = 0
        let total = sources.reduce(into: 0 as Int?) { sum, source in
            sum = sum.flatMap { sum in source.size.map { sum + $0 } }
        }
        for (index, source) in sources.enumerated() {
            while let lines = try source.next(chunk: Self.chunk) {
                pending.append(ParsedLines(lines, file: Int32(index)))
                bytesDone += lines.bytes.count
                if pending.count >= Self.piecesUnderWay { try take(pending.removeFirst()) }
                progress(ImportProgress(records: report.read, bytes: bytesDone, totalBytes: total))
            }
        }
        for lines in pending { try take(lines) }
        progress(ImportProgress(records: report.read, bytes: bytesDone, totalBytes: total))
    }

    private func take(_ lines: ParsedLines) throws {
        for item in lines.wait() {
            report.read += 1
            let place = ImportPlace(file: lines.file, line: item.line)
            switch item {
            case .problems(let found, _):
                for problem in found.problems { problems.note(place, problem) }
                // What is only misspelt isn't also missing.
                if let id = found.id { try claim(id, at: place) }
                for (field, target) in found.references
                where try !projector.slot(of: target).isDefined {
                    openReferences.append(
                        OpenReference(place: place, field: field, target: target))
                }
            case .record(let projected, _):
                try take(projected, at: place)
            }
        }
    }

    @discardableResult
    private func claim(_ id: RecordID, at place: ImportPlace) throws -> Bool {
        guard let earlier = try projector.claim(id, at: place) else { return true }
        let file = sources[Int(earlier.file)].name
        problems.note(
            place,
            Problem(
                field: "id", message: "\(id) was given before, in \(file):\(earlier.line)",
                remedy: "each id once in an import"))
        return false
    }

    private func take(_ projected: ProjectedRecord, at place: ImportPlace) throws {
        let record = projected.record
        guard try claim(record.id, at: place) else { return }
        try noteOpenReferences(of: projected, at: place)
        ladders.add(record, at: place)
        guard problems.count == 0 else { return }
        guard try !projector.holds(projected) else {
            report.unchanged += 1
            return
        }
        let sequence = try batch.append(
            JournalDraft(actor: actor, kind: JournalKind.put, payload: projected.body))
        let outcome = try projector.apply(
            projected,
            Provenance(sequence: sequence, time: batch.time, actor: actor))
        switch outcome {
        case .added: report.added += 1
        case .changed: report.changed += 1
        case .unchanged: report.unchanged += 1
        }
    }

    private func noteOpenReferences(of projected: ProjectedRecord, at place: ImportPlace) throws {
        for link in projected.links { try noteIfOpen(link.target, in: projected, at: place) }
        for citation in projected.record.citations {
            try noteIfOpen(citation.source, in: projected, at: place)
        }
    }

    private func noteIfOpen(
        _ target: RecordID, in projected: ProjectedRecord, at place: ImportPlace
    ) throws {
        guard try !projector.slot(of: target).isDefined else { return }
        for field in projected.record.fields(referringTo: target) {
            let reference = OpenReference(place: place, field: field, target: target)
            if openReferences.last?.place != place
                || !openReferences.suffix(32).contains(where: {
                    $0.place == place && $0.field == field
                })
            {
                openReferences.append(reference)
            }
        }
    }

    private func checkReferences() throws {
        for reference in openReferences
        where try !projector.slot(of: reference.target).isDefined {
            let isCitation = reference.field.hasPrefix("cite[")
            problems.note(
                reference.place,
                Problem(
                    field: reference.field,
                    message: isCitation
                        ? "cites \(reference.target), a source that is not known"
                        : "refers to \(reference.target), which is not known",
                    remedy: "the id of a record in the register or in this import"))
        }
    }
}

/// The problems found so far: the first of them, and how many.
private struct ProblemList {
    private(set) var count = 0
    private var first: [(ImportPlace, Problem)] = []

    private var room = ImportReport.maximumProblems

    /// Problems come in runs (reading, references, chains), each in the order of reading; the
    /// first ones of each are enough to know the first of all.
    mutating func beginRun() { room = ImportReport.maximumProblems }

    mutating func note(_ place: ImportPlace, _ problem: Problem) {
        count += 1
        guard room > 0 else { return }
        room -= 1
        first.append((place, problem))
    }

    func sorted() -> [(ImportPlace, Problem)] {
        let ordered = first.enumerated().sorted {
            ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
        }
        return ordered.prefix(ImportReport.maximumProblems).map(\.element)
    }
}

import Foundation
import Records
import Synchronization

/// Lines that are parsed in the background: the parsing, checking and folding of records is most
/// of an import's work and needs nothing but the record itself.
final class ParsedLines: Sendable {
    /// What a line turned out to be.
    enum Item: Sendable {
        case record(ProjectedRecord, line: Int32)
        case problems(RecordProblems, line: Int32)
    }

    let file: Int32
    private let items = Mutex<[Item]>([])
    private let done = DispatchSemaphore(value: 0)

    init(_ lines: ImportSource.Lines, file: Int32) {
        self.file = file
        DispatchQueue.global(qos: .userInitiated).async {
            let parsed = Self.parse(lines)
            self.items.withLock { $0 = parsed }
            self.done.signal()
        }
    }

    /// The items in the order of their lines, once they are ready.
    func wait() -> [Item] {
        done.wait()
        return items.withLock { $0 }
    }

    private static func parse(_ lines: ImportSource.Lines) -> [Item] {
        var items: [Item] = []
        items.reserveCapacity(lines.ranges.count)
        for (range, line) in zip(lines.ranges, lines.numbers) {
            do throws(RecordProblems) {
                let record = try Record(json: lines.bytes, in: range)
                items.append(.record(ProjectedRecord(record), line: line))
            } catch {
                items.append(.problems(error, line: line))
            }
        }
        for line in lines.tooLong {
            items.append(.problems(tooLong, line: line))
        }
        return lines.tooLong.isEmpty ? items : items.sorted { $0.line < $1.line }
    }

    private static let tooLong = RecordProblems(
        problem: Problem(
            field: "record", message: "the line is longer than \(ImportSource.maximumLine) bytes",
            remedy: "one record a line, of at most that length"))
}

extension ParsedLines.Item {
    var line: Int32 {
        switch self {
        case .record(_, let line), .problems(_, let line): line
        }
    }
}

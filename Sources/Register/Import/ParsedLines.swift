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
        var number = lines.first
        var start = 0
        let bytes = lines.bytes
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            let isReturned = end > start && bytes[end - 1] == 0x0D
            let range = start..<(isReturned ? end - 1 : end)
            if range.count > ImportSource.maximumLine {
                items.append(.problems(tooLong, line: number))
            } else if bytes[range].contains(where: { $0 != 0x20 && $0 != 0x09 }) {
                items.append(item(bytes, range, number))
            }
            start = end + 1
            number += 1
        }
        if let line = lines.tooLong { items.append(.problems(tooLong, line: line)) }
        return items
    }

    private static func item(_ bytes: [UInt8], _ range: Range<Int>, _ line: Int32) -> Item {
        do throws(RecordProblems) {
            return .record(ProjectedRecord(try Record(json: bytes, in: range)), line: line)
        } catch {
            return .problems(error, line: line)
        }
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

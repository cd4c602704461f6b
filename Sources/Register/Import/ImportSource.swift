import Foundation

/// A file, or standard input, that is read line by line.
final class ImportSource {
    /// The longest line, in bytes.
    static let maximumLine = 1 << 20

    /// Some whole lines.
    struct Lines: Sendable {
        var bytes: [UInt8] = []
        /// The lines that aren't blank, without their line breaks.
        var ranges: [Range<Int>] = []
        /// The number of each, from 1.
        var numbers: [Int32] = []
        /// The numbers of lines that are too long; nothing of them is kept.
        var tooLong: [Int32] = []
    }

    /// The name as it was given.
    let name: String
    /// The size in bytes; nil for standard input.
    let size: Int?
    private(set) var bytesRead = 0

    private let handle: FileHandle
    private var rest: [UInt8] = []
    private var isSkipping = false
    private var line: Int32 = 0
    private var isAtEnd = false

    /// - Parameter name: a path, or `-`.
    init(_ name: String) throws {
        self.name = name
        guard name != "-" else {
            handle = .standardInput
            size = nil
            return
        }
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) else {
            throw RegisterError.file(path: name, reason: "there is no such file")
        }
        guard !isFolder.boolValue else {
            throw RegisterError.file(path: name, reason: "is a folder; name the files in it")
        }
        guard let handle = FileHandle(forReadingAtPath: name) else {
            throw RegisterError.file(path: name, reason: "can't be read")
        }
        self.handle = handle
        let attributes = try? FileManager.default.attributesOfItem(atPath: name)
        size = (attributes?[.size] as? NSNumber)?.intValue
    }

    /// The next lines, about `chunk` bytes of them; nil at the end.
    func next(chunk: Int) throws -> Lines? {
        guard !isAtEnd else { return nil }
        var lines = Lines()
        while lines.ranges.isEmpty && lines.tooLong.isEmpty || lines.bytes.count < chunk {
            let data: Data?
            do {
                data = try handle.read(upToCount: chunk)
            } catch {
                throw RegisterError.file(path: name, reason: error.localizedDescription)
            }
            guard let data, !data.isEmpty else {
                isAtEnd = true
                if !rest.isEmpty || isSkipping { endLine(&lines) }
                break
            }
            bytesRead += data.count
            take(data, &lines)
            if !lines.ranges.isEmpty || !lines.tooLong.isEmpty { break }
        }
        return lines
    }

    private func take(_ data: Data, _ lines: inout Lines) {
        var part = data[...]
        if line == 0, rest.isEmpty, part.starts(with: [0xEF, 0xBB, 0xBF]) {
            part = part.dropFirst(3)
        }
        while let end = part.firstIndex(of: 0x0A) {
            append(part[..<end])
            endLine(&lines)
            part = part[(end + 1)...]
        }
        append(part)
    }

    private func append(_ part: Data) {
        guard !isSkipping else { return }
        if rest.count + part.count > Self.maximumLine {
            isSkipping = true
            rest = []
        } else {
            rest.append(contentsOf: part)
        }
    }

    private func endLine(_ lines: inout Lines) {
        line += 1
        if isSkipping {
            lines.tooLong.append(line)
        } else {
            if rest.last == 0x0D { rest.removeLast() }
            if rest.contains(where: { $0 != 0x20 && $0 != 0x09 }) {
                let start = lines.bytes.count
                lines.bytes.append(contentsOf: rest)
                lines.ranges.append(start..<lines.bytes.count)
                lines.numbers.append(line)
            }
        }
        rest.removeAll(keepingCapacity: true)
        isSkipping = false
    }
}

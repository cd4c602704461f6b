import Foundation

/// A file, standard input, or lines in memory, read line by line.
final class ImportSource {
    /// The longest line, in bytes.
    static let maximumLine = 1 << 20

    /// Some whole lines, as they stand in the file.
    struct Lines: Sendable {
        /// The lines with their line breaks.
        let bytes: [UInt8]
        /// The number of the first one, from 1.
        let first: Int32
        /// The number of a line that is longer than ``ImportSource/maximumLine`` and stands behind
        /// the others; nothing of it is kept.
        let tooLong: Int32?
    }

    /// The name as it was given.
    let name: String
    /// The size in bytes; nil for standard input.
    let size: Int?
    private(set) var bytesRead = 0

    /// The file; nil once there is nothing more to come.
    private let handle: FileHandle?
    /// Lines in memory, until they are read.
    private var memory: [UInt8] = []
    /// The beginning of a line whose end wasn't read yet.
    private var rest: [UInt8] = []
    /// Whether that line is too long and being passed over.
    private var isSkipping = false
    /// The number of the line that comes next.
    private var line: Int32 = 1
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

    /// Lines in memory.
    init(_ name: String, lines: [UInt8]) {
        self.name = name
        size = lines.count
        handle = nil
        memory = lines
    }

    /// The next lines, about `chunk` bytes of them; nil at the end.
    func next(chunk: Int) throws -> Lines? {
        while !isAtEnd {
            let data: Data?
            do {
                data = try handle?.read(upToCount: chunk) ?? takeMemory()
            } catch {
                throw RegisterError.file(path: name, reason: error.localizedDescription)
            }
            if let data, !data.isEmpty {
                if let lines = take([UInt8](data)) { return lines }
            } else {
                isAtEnd = true
                if !rest.isEmpty || isSkipping { return take([0x0A]) }
            }
        }
        return nil
    }

    private func takeMemory() -> Data {
        defer { memory = [] }
        return Data(memory)
    }

    /// Lines that end with these bytes; nil when none does.
    private func take(_ part: [UInt8]) -> Lines? {
        var part = part
        if bytesRead == 0, part.starts(with: [0xEF, 0xBB, 0xBF]) { part.removeFirst(3) }
        bytesRead += part.count
        var from = 0
        if isSkipping {
            guard let end = part.firstIndex(of: 0x0A) else { return nil }
            from = end + 1
            isSkipping = false
            line += 1
        }
        let end = part[from...].lastIndex(of: 0x0A).map { $0 + 1 } ?? from
        let first = line
        var whole: [UInt8] = []
        if end > from {
            whole = rest
            whole += part[from..<end]
            rest = []
            line += Self.breaks(in: whole)
        }
        rest += part[end...]
        var tooLong: Int32?
        if rest.count > Self.maximumLine {
            tooLong = line
            rest = []
            isSkipping = true
        }
        guard !whole.isEmpty || tooLong != nil else { return nil }
        return Lines(bytes: whole, first: first, tooLong: tooLong)
    }

    private static func breaks(in bytes: [UInt8]) -> Int32 {
        var count: Int32 = 0
        for byte in bytes where byte == 0x0A { count &+= 1 }
        return count
    }
}

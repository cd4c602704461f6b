import Foundation

@testable import Journal

/// A disk in memory that can fail, fill up, and lose power.
///
/// What was written is on the disk for sure only after a sync. When the power fails, each block
/// that was written but not synced is there or isn't, as chance will have it; the same goes for
/// the length of files and for their creation and removal.
final class SimulatedDisk: FileSystem, @unchecked Sendable {
    /// What goes wrong from now on.
    struct Faults {
        /// How many bytes more fit; nil if there is room without end.
        var spaceLeft: Int?
        /// A write takes no more bytes than this.
        var longestWrite = Int.max
        var failsSync = false
        var failsTruncate = false
        /// After so many operations the power fails, and nothing works any more.
        var operationsLeft = Int.max
    }

    private final class Content {
        var now: [UInt8] = []
        var synced: [UInt8] = []
    }

    private let lock = NSLock()
    private var present: [String: Content] = [:]
    private var synced: [String: Content] = [:]
    private var faultsNow = Faults()

    var faults: Faults {
        get { lock.withLock { faultsNow } }
        set { lock.withLock { faultsNow = newValue } }
    }

    /// All files, as a reader sees them now.
    var files: [String: [UInt8]] { lock.withLock { present.mapValues(\.now) } }

    /// The power fails and comes back; chance decides on all that wasn't synced.
    func restart(_ random: inout Seeded) {
        lock.withLock {
            faultsNow = Faults()
            for name in Set(present.keys).union(synced.keys).sorted() {
                let was = synced[name]
                let isNow = present[name]
                if was !== isNow { present[name] = Bool.random(using: &random) ? was : isNow }
            }
            for (_, content) in present.sorted(by: { $0.key < $1.key }) {
                content.now = Self.torn(content.synced, content.now, &random)
                content.synced = content.now
            }
            synced = present
        }
    }

    private static func torn(
        _ old: [UInt8], _ new: [UInt8], _ random: inout Seeded
    ) -> [UInt8] {
        let lengths = [old.count, new.count].sorted()
        let count = Int.random(in: lengths[0]...lengths[1], using: &random)
        var result: [UInt8] = []
        for start in stride(from: 0, to: count, by: 512) {
            let source = Bool.random(using: &random) ? old : new
            for index in start..<min(start + 512, count) {
                result.append(index < source.count ? source[index] : 0)
            }
        }
        return result
    }

    /// Counts an operation; called with the lock held.
    fileprivate func begin(_ operation: FileOperation, _ path: String) throws(JournalError) {
        guard faultsNow.operationsLeft > 0 else {
            throw .file(operation, path: path, code: EIO)
        }
        faultsNow.operationsLeft -= 1
    }

    // MARK: - FileSystem

    func open(_ path: String, _ mode: FileMode) throws(JournalError) -> any JournalFile {
        try lock.holding { () throws(JournalError) in
            try begin(.open, path)
            if mode == .creating {
                let content = present[path] ?? Content()
                content.now = []
                present[path] = content
            }
            guard let content = present[path] else {
                throw .file(.open, path: path, code: ENOENT)
            }
            return SimulatedFile(self, content, path)
        }
    }

    func makeDirectory(_ path: String) {}

    func names(in directory: String) -> [String]? {
        lock.withLock { present.keys.map { String($0.dropFirst(directory.count + 1)) } }
    }

    func remove(_ path: String) throws(JournalError) {
        try lock.holding { () throws(JournalError) in
            try begin(.remove, path)
            guard present.removeValue(forKey: path) != nil else {
                throw .file(.remove, path: path, code: ENOENT)
            }
        }
    }

    func lock(_ path: String, directory: String) -> any AnyObject & Sendable { Counted() }

    func syncDirectory(_ path: String) throws(JournalError) {
        try lock.holding { () throws(JournalError) in
            try begin(.sync, path)
            synced = present
        }
    }

    private final class Counted: Sendable {}

    private final class SimulatedFile: JournalFile, @unchecked Sendable {
        private let disk: SimulatedDisk
        private let content: Content
        let path: String

        init(_ disk: SimulatedDisk, _ content: Content, _ path: String) {
            self.disk = disk
            self.content = content
            self.path = path
        }

        private func locked<Value>(
            _ operation: FileOperation, _ body: (inout Faults) throws(JournalError) -> Value
        ) throws(JournalError) -> Value {
            try disk.lock.holding { () throws(JournalError) in
                try disk.begin(operation, path)
                return try body(&disk.faultsNow)
            }
        }

        func size() throws(JournalError) -> UInt64 {
            try locked(.size) { _ in UInt64(content.now.count) }
        }

        func read(into buffer: inout [UInt8], at index: Int, count: Int, from offset: UInt64)
            throws(JournalError) -> Int
        {
            let bytes = try locked(.read) { _ in
                Array(content.now.dropFirst(Int(offset)).prefix(count))
            }
            buffer.replaceSubrange(index..<index + bytes.count, with: bytes)
            return bytes.count
        }

        func write(_ buffer: [UInt8], _ range: Range<Int>, to offset: UInt64)
            throws(JournalError) -> Int
        {
            try locked(.write) { faults throws(JournalError) in
                let taken = min(range.count, faults.longestWrite, faults.spaceLeft ?? .max)
                guard taken > 0 else { throw .file(.write, path: path, code: ENOSPC) }
                let end = Int(offset) + taken
                if content.now.count < end {
                    content.now += [UInt8](repeating: 0, count: end - content.now.count)
                }
                content.now.replaceSubrange(
                    Int(offset)..<end, with: buffer[range.lowerBound..<range.lowerBound + taken])
                faults.spaceLeft? -= taken
                return taken
            }
        }

        func sync() throws(JournalError) {
            try locked(.sync) { faults throws(JournalError) in
                if faults.failsSync { throw .file(.sync, path: path, code: EIO) }
                content.synced = content.now
            }
        }

        func truncate(to size: UInt64) throws(JournalError) {
            try locked(.truncate) { faults throws(JournalError) in
                if faults.failsTruncate { throw .file(.truncate, path: path, code: EIO) }
                faults.spaceLeft? += max(0, content.now.count - Int(size))
                content.now = Array(content.now.prefix(Int(size)))
            }
        }

        func startWriting(_ range: Range<UInt64>) {}
    }
}

extension NSLock {
    /// `withLock` with a typed error.
    fileprivate func holding<Value>(
        _ body: () throws(JournalError) -> Value
    ) throws(JournalError) -> Value {
        lock()
        defer { unlock() }
        return try body()
    }
}

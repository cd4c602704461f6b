internal import Journal
internal import Synchronization
internal import TradingFloor

/// A folder of a simulated disk in which a section's snapshots lie.
struct SnapshotShelf: SnapshotDisk {
    let disk: SimulatedDisk
    let folder: String

    func names() throws(FloorError) -> [String] {
        try told { () throws(JournalError) in try disk.names(in: folder) ?? [] }
    }

    func read(_ name: String) throws(FloorError) -> [UInt8]? {
        try told { () throws(JournalError) in
            guard try disk.names(in: folder)?.contains(name) == true else { return nil }
            let file = try disk.open(path(name), .reading)
            let count = Int(clamping: try file.size())
            var bytes = [UInt8](repeating: 0, count: count)
            _ = try file.read(into: &bytes, at: 0, count: count, from: 0)
            return bytes
        }
    }

    func create(_ name: String, _ bytes: [UInt8]) throws(FloorError) {
        try told { () throws(JournalError) in
            let file = try disk.open(path(name), .creating)
            var done = 0
            while done < bytes.count {
                done += try file.write(bytes, done..<bytes.count, to: UInt64(done))
            }
        }
    }

    func sync(_ name: String) throws(FloorError) {
        try told { () throws(JournalError) in try disk.open(path(name), .updating).sync() }
    }

    func rename(_ name: String, to next: String) throws(FloorError) {
        try told { () throws(JournalError) in try disk.rename(path(name), to: path(next)) }
    }

    func syncFolder() throws(FloorError) {
        try told { () throws(JournalError) in try disk.syncDirectory(folder) }
    }

    func remove(_ name: String) throws(FloorError) {
        try told { () throws(JournalError) in try disk.remove(path(name)) }
    }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    private func told<Value>(
        _ body: () throws(JournalError) -> Value
    ) throws(FloorError) -> Value {
        do throws(JournalError) {
            return try body()
        } catch {
            guard case .file(let operation, let path, let code) = error else {
                throw .journal(error)
            }
            throw .file(operation.rawValue, path: path, code: code)
        }
    }
}

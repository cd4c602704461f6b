import Charts
import Foundation
import Register
import Synchronization

/// The outlines that are installed beside a register: read once, when the first map asks for them.
final class BoundaryShelf: Sendable {
    static let shared = BoundaryShelf()

    /// The file's name in the data directory.
    static let fileName = "boundaries.fb"

    private struct Kept {
        let boundaries: Boundaries?
        let changed: Date?
    }

    private let kept = Mutex<[String: Kept]>([:])

    /// The outlines of a register; nil where none are installed or the file can't be read. A file
    /// that is replaced is read anew.
    func boundaries(of register: Register) -> Boundaries? {
        let path = register.directory + "/" + Self.fileName
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let changed = attributes?[.modificationDate] as? Date
        if let known = kept.withLock({ $0[path] }), known.changed == changed {
            return known.boundaries
        }
        let read = changed.flatMap { _ in FileManager.default.contents(atPath: path) }
            .flatMap { try? Boundaries(bytes: Array($0)) }
        kept.withLock { $0[path] = Kept(boundaries: read, changed: changed) }
        return read
    }
}

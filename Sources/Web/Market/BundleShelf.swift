import Foundation
import TradingFloor

/// Bundles of sessions that are over. A session's bundle never changes, so it is made once and kept
/// beside the section's journal; it can be thrown away at any time.
enum BundleShelf {
    /// The file with a session's bundle. Making it takes as long as the session's replay, so that is
    /// done on a thread of its own, one at a time.
    static func path(
        of session: UInt32, _ floor: SectionFloor, in folder: String
    ) async throws -> String {
        let section = "\(folder)/\(floor.name)"
        let path = "\(section)/bundles/\(session).bundle.jsonl"
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(
                    with: Result {
                        if !FileManager.default.fileExists(atPath: path) {
                            try FileManager.default.createDirectory(
                                atPath: "\(section)/bundles", withIntermediateDirectories: true)
                            _ = try SessionBundle.write(
                                of: session, section: floor.name, folder: section, to: path)
                        }
                        return path
                    })
            }
        }
    }

    private static let queue = DispatchQueue(label: "session bundles")
}

/// A file's content, piece by piece.
struct FilePieces: PieceSource {
    private let path: String
    private var offset: UInt64 = 0

    init(_ path: String) { self.path = path }

    mutating func next() throws -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw RequestFault.internalError
        }
        defer { try? file.close() }
        try file.seek(toOffset: offset)
        guard let data = try file.read(upToCount: Self.piece), !data.isEmpty else { return nil }
        offset += UInt64(data.count)
        return Array(data)
    }

    private static let piece = 64 << 10
}

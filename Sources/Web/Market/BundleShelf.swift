import Exchange
import Foundation
import Synchronization
import TradingFloor

/// Bundles of sessions that are over. A session's bundle never changes, so it is made once and kept
/// beside the section's journal; it can be thrown away at any time.
///
/// A bundle has the section's state at the session's begin and every command in it. So it is given out
/// only when nothing stands any more that only its owner knows: reserves, maximum and sealed bids of
/// auctions, hidden parts of orders, waiting stops.
final class BundleShelf: Sendable {
    private struct State {
        var isMaking = false
        /// What couldn't be made, so that it isn't tried again and again.
        var failed: Set<String> = []
    }

    private let folder: String
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "session bundles")

    /// A shelf in the folder of all sections.
    init(folder: String) { self.folder = folder }

    /// The file with a session's bundle. Making it takes as long as the session's replay, so that is
    /// done on a thread of its own, one bundle at a time.
    func path(of session: UInt32, _ floor: SectionFloor) async throws -> String {
        let section = "\(folder)/\(floor.name)"
        let path = "\(section)/bundles/\(session).bundle.jsonl"
        if FileManager.default.fileExists(atPath: path) { return path }
        guard try await !floor.state({ section, _ in section.holdsSecrets }) else {
            throw RequestFault.forbidden(
                "the bundle is given out when no auction runs and no order with a hidden part or "
                    + "waiting stop stands, as it would tell of them; ask again after that")
        }
        try begin(path)
        let name = floor.name
        let made = await withCheckedContinuation { continuation in
            queue.async {
                continuation.resume(
                    returning: Result { try Self.make(session, name, section, path) })
            }
        }
        end(path, hasFailed: (try? made.get()) == nil)
        try made.get()
        return path
    }

    private static func make(
        _ session: UInt32, _ name: String, _ section: String, _ path: String
    ) throws {
        try FileManager.default.createDirectory(
            atPath: "\(section)/bundles", withIntermediateDirectories: true)
        _ = try SessionBundle.write(of: session, section: name, folder: section, to: path)
    }

    private func begin(_ path: String) throws(RequestFault) {
        try state.withLock { state throws(RequestFault) in
            guard !state.failed.contains(path) else { throw .internalError }
            guard !state.isMaking else {
                throw .unavailable("another bundle is being made; ask again in a moment")
            }
            state.isMaking = true
        }
    }

    private func end(_ path: String, hasFailed: Bool) {
        state.withLock { state in
            state.isMaking = false
            if hasFailed { state.failed.insert(path) }
        }
    }
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

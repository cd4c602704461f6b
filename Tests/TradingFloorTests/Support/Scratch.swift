import Exchange
import Foundation
import Synchronization
import TradingFloor

/// A folder of a test's own, removed with it.
final class Scratch: Sendable {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "floor-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    func read(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
    }

    func write(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    }

    func names(_ name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
    }
}

/// A seeded generator (SplitMix64).
struct Seeded: RandomNumberGenerator {
    let seed: UInt64
    private var state: UInt64

    init(_ seed: UInt64) {
        self.seed = seed
        state = seed
    }

    /// A new seed, printed so that the run can be had again.
    init(_ test: String) {
        self.init(UInt64.random(in: 0...999_999))
        print("\(test): seed \(seed)")
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

/// A clock that stands until it is set.
final class HandClock: Sendable {
    private let moment: Mutex<Int64>

    init(_ start: Int64 = 1_800_000_000_000) { moment = Mutex(start) }

    var clock: FloorClock { FloorClock { Instant(self.moment.withLock { $0 }) } }
    var now: Int64 { moment.withLock { $0 } }

    func set(_ milliseconds: Int64) { moment.withLock { $0 = milliseconds } }
    func pass(_ milliseconds: Int64) { moment.withLock { $0 += milliseconds } }
}

enum FileRemoval {
    static func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: path) }
}

import Foundation

/// How long the random tests run: `EXCHANGE_RUNS` seeds of each flow (40 unless it is said).
enum Scale {
    static let runs =
        ProcessInfo.processInfo.environment["EXCHANGE_RUNS"].flatMap { Int($0) } ?? 40
    static let commands = 500
}

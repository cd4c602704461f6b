import Foundation

/// A bar on standard error, when that is a terminal; nothing otherwise.
final class ProgressBar {
    private let isShown = isatty(STDERR_FILENO) == 1
    private var isOpen = false
    private var shownAt = ContinuousClock.now - .seconds(1)
    private let started = ContinuousClock.now
    private static let width = 30

    /// Shows how far the work has come.
    /// - Parameters:
    ///   - fraction: 0…1; nil when it isn't known.
    ///   - text: what stands behind the bar.
    func show(_ fraction: Double?, _ text: String, last: Bool = false) {
        guard isShown, last || ContinuousClock.now - shownAt > .milliseconds(100) else { return }
        shownAt = .now
        isOpen = !last
        let seconds = (ContinuousClock.now - started).components.seconds
        let bar: String
        if let fraction {
            let full = Int(min(1, max(0, fraction)) * Double(Self.width))
            bar =
                "[" + String(repeating: "=", count: full)
                + String(repeating: " ", count: Self.width - full) + "] "
        } else {
            bar = ""
        }
        let line = "\r\u{1B}[K\(bar)\(text) \(seconds) s" + (last ? "\n" : "")
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }

    /// Takes the line away, so that what is written next begins at a line's start.
    func end() {
        guard isShown, isOpen else { return }
        isOpen = false
        try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8))
    }
}

import Dispatch
import Exchange
import Foundation
import Synchronization
import TradingFloor

/// What one run measured.
struct PipelineResult: Sendable {
    var commands: Int
    var seconds: Double
    /// Seconds of processor time of the whole process, senders included.
    var processor: Double
    /// From laying a submission down to its answer, in microseconds, sorted.
    var waits: [Double]

    func percentile(_ share: Double) -> Double {
        guard !waits.isEmpty else { return 0 }
        return waits[min(waits.count - 1, Int(Double(waits.count) * share))]
    }

    var line: String {
        let rate = Int(Double(commands) / seconds)
        let parts = [(0.5, "p50"), (0.99, "p99"), (0.999, "p99.9"), (1, "max")].map {
            "\($0.1) \(String(format: "%.2f", percentile($0.0) / 1_000)) ms"
        }
        return "\(commands) commands in \(String(format: "%.2f", seconds)) s = \(rate)/s; "
            + "acknowledged: " + parts.joined(separator: ", ")
            + "; processor \(String(format: "%.2f", processor * 1e6 / Double(commands))) µs a command"
    }
}

/// One sender with some submissions on their way: as each answer comes, the next is laid down.
final class Sender: Sendable {
    private struct State {
        var flow: Flow
        var left: Int
        var waits: [Double] = []
        var refused = 0
    }

    private let state: Mutex<State>
    private let floor: SectionFloor
    private let size: Int
    private let done: DispatchGroup
    private let queue: DispatchQueue?

    init(
        _ floor: SectionFloor, firm: UInt32, seed: UInt64, submissions: Int, size: Int,
        _ done: DispatchGroup, _ queue: DispatchQueue?
    ) {
        self.floor = floor
        self.size = size
        self.done = done
        self.queue = queue
        state = Mutex(
            State(flow: Flow(firm: firm, seed: seed, first: seed << 32), left: submissions))
    }

    var waits: [Double] { state.withLock { $0.waits } }
    var refused: Int { state.withLock { $0.refused } }

    func send() {
        let size = size
        let actions: [SectionAction]? = state.withLock { state in
            guard state.left > 0 else { return nil }
            state.left -= 1
            return (0..<size).map { _ in state.flow.next() }
        }
        guard let actions else { return done.leave() }
        let start = DispatchTime.now().uptimeNanoseconds
        floor.enqueue(actions) { [self] result in
            let wait = Double(DispatchTime.now().uptimeNanoseconds - start) / 1_000
            state.withLock { state in
                state.waits.append(wait)
                if case .failure = result { state.refused += 1 }
            }
            // Making the next orders isn't the writer's work.
            if let queue { queue.async { self.send() } } else { send() }
        }
    }
}

enum Pipeline {
    /// Senders that each keep `outstanding` submissions of `size` commands on their way.
    static func run(
        _ floor: SectionFloor, firms: ClosedRange<UInt32>, outstanding: Int, size: Int,
        commands: Int, seed: UInt64
    ) -> PipelineResult {
        let queue = DispatchQueue(label: "senders", attributes: .concurrent)
        let done = DispatchGroup()
        let count = max(1, commands / size / firms.count)
        let senders = firms.map { firm in
            Sender(
                floor, firm: firm, seed: seed, submissions: count, size: size, done, queue)
        }
        let start = DispatchTime.now().uptimeNanoseconds
        let processor = clock()
        for sender in senders {
            for _ in 0..<outstanding {
                done.enter()
                queue.async { sender.send() }
            }
        }
        done.wait()
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
        let refused = senders.reduce(0) { $0 + $1.refused }
        if refused > 0 { print("  \(refused) submissions were refused") }
        return PipelineResult(
            commands: count * size * firms.count, seconds: seconds,
            processor: Double(clock() - processor) / Double(CLOCKS_PER_SEC),
            waits: senders.flatMap(\.waits).sorted())
    }
}

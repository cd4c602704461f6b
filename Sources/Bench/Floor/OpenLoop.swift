import Dispatch
import Exchange
import Foundation
import Synchronization
import TradingFloor

/// Submissions that come when they come, whatever became of those before: at random moments, so
/// many commands a second on the average. That is how customers send. A queue that grows shows in
/// the times, which run from the moment at which a submission was to be laid down.
final class OpenLoop: Sendable {
    private let floor: SectionFloor
    private let waits = Mutex<[Double]>([])

    init(_ floor: SectionFloor) { self.floor = floor }

    /// - Parameters:
    ///   - rate: Commands a second that are offered.
    ///   - size: Commands of a submission.
    func run(
        firms: ClosedRange<UInt32>, rate: Double, size: Int, seconds: Double, seed: UInt64
    ) throws -> PipelineResult {
        var flows = firms.map { Flow(firm: $0, seed: seed, first: seed << 32) }
        var random = FlowRandom(seed)
        let gap = Double(size) / rate * 1e9
        let processor = clock()
        let start = DispatchTime.now().uptimeNanoseconds
        let end = start + UInt64(seconds * 1e9)
        var (due, count) = (start, 0)
        while due < end {
            let now = DispatchTime.now().uptimeNanoseconds
            if due > now {
                // Short naps: what the pacer oversleeps is in the times.
                usleep(UInt32(clamping: max(20, min(100, (due - now) / 1_000))))
                continue
            }
            let place = (count / size) % flows.count
            offer((0..<size).map { _ in flows[place].next() }, at: due)
            count += size
            let unit = Double(random.next() >> 11) / 9_007_199_254_740_992
            due += UInt64(-log(1 - unit) * gap)
        }
        // An empty submission is answered when all before it is done.
        _ = try floor.submitAndWait([])
        let took = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
        return PipelineResult(
            commands: count, seconds: took,
            processor: Double(clock() - processor) / Double(CLOCKS_PER_SEC),
            waits: waits.withLock { $0.sorted() })
    }

    private func offer(_ actions: [SectionAction], at due: UInt64) {
        floor.enqueue(actions) { [self] _ in
            let wait = Double(DispatchTime.now().uptimeNanoseconds - due) / 1_000
            waits.withLock { $0.append(wait) }
        }
    }
}

import Foundation
import Histogram
import Register

/// Measures what the documentation claims. Everything is seeded; figures and machine are printed.
@main
enum Bench {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch arguments.first {
        case "register":
            try registerBench(records: arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000)
        case "synthetic":
            guard arguments.count == 3, let path = arguments.last,
                let records = arguments.dropFirst().first.flatMap({ Int($0) })
            else { return usage() }
            var synthetic = SyntheticRegister(records: records)
            try synthetic.write(to: path)
        case "exchange":
            printMachine()
            ExchangeBench.run()
            ExchangeBench.section()
            try FloorBench.run()
        case "charts":
            printMachine()
            ChartBench.run()
        case "names":
            guard let path = arguments.dropFirst().first else { return usage() }
            try nameBench(casesPath: path)
        case "cities":
            guard arguments.count == 3 else { return usage() }
            let paths = Array(arguments.dropFirst())
            try citiesBench(records: paths[0], queries: paths[1])
        default:
            usage()
        }
    }

    private static func usage() {
        print(
            """
            usage: fondaco-bench register [RECORDS]
                   fondaco-bench synthetic RECORDS FILE.jsonl
                   fondaco-bench charts
                   fondaco-bench exchange
                   fondaco-bench names CASES.csv
                   fondaco-bench cities RECORDS.jsonl QUERIES.tsv
            """)
    }

    /// The machine, as far as it tells of itself.
    static func printMachine() {
        let cpu =
            (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?
            .split(separator: "\n").first { $0.hasPrefix("model name") }?
            .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
        let cores = ProcessInfo.processInfo.activeProcessorCount
        print("machine: \(cpu ?? "unknown"), \(cores) cores")
    }

    /// The process's present or highest resident memory in MB, from the kernel.
    static func memory(_ field: String) -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(field + ":") }
        return (line?.split(separator: " ").dropFirst().first).flatMap { Int($0) }.map {
            $0 / 1_024
        } ?? 0
    }

    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let took = try ContinuousClock().measure(work)
        return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    }
}

/// Times of single calls.
struct Latencies {
    private var histogram = Histogram<UInt32>(
        highestTrackableValue: 60_000_000_000, numberOfSignificantValueDigits: .three)

    mutating func time(_ work: () throws -> Void) rethrows {
        let took = try ContinuousClock().measure(work)
        let nanoseconds =
            UInt64(took.components.seconds) * 1_000_000_000
            + UInt64(took.components.attoseconds / 1_000_000_000)
        histogram.record(max(1, nanoseconds))
    }

    func report(_ what: String, _ target: String) {
        func text(_ percentile: Double) -> String {
            let value = Double(histogram.valueAtPercentile(percentile)) / 1e6
            return String(format: "%.3f", value)
        }
        print(
            "\(what): p50 \(text(50)) ms, p99 \(text(99)) ms, max \(text(100)) ms, "
                + "\(histogram.totalCount) calls (\(target))")
    }
}

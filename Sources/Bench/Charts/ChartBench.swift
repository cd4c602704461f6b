import CZlib
import Charts

/// Measures the drawing of charts: laid out, drawn and written as SVG, each with links and words.
enum ChartBench {
    static func run() {
        measure("20 lines of 60 figures", goal: "p50 at most 1 ms", times: 400, width: 960) {
            LargeDrawings.lines()
        }
        measure("map with 2,000 arcs", goal: "p50 at most 15 ms", times: 60, width: 1_100) {
            LargeDrawings.flowMap()
        }
        measure(
            "network of 500 nodes, 2,000 ties", goal: "p50 at most 400 ms", times: 12, width: 1_100
        ) {
            LargeDrawings.network()
        }
    }

    private static func measure(
        _ what: String, goal: String, times: Int, width: Double, _ make: () -> some Chart
    ) {
        let chart = make()
        let frame = Frame(width: width, maximumHeight: 900)
        var svg = chart.draw(in: frame).svg(.inline)
        var latencies = Latencies()
        for _ in 0..<times { latencies.time { svg = chart.draw(in: frame).svg(.inline) } }
        latencies.report(what, goal)
        print("  \(svg.count / 1_000) kB, \(compressedSize(svg) / 1_000) kB gzip (at most 200)")
    }

    /// The size after compression by zlib's usual level, as the server sends it.
    private static func compressedSize(_ bytes: [UInt8]) -> Int {
        var size = compressBound(UInt(bytes.count))
        var packed = [UInt8](repeating: 0, count: Int(size))
        let status = unsafe compress2(&packed, &size, bytes, UInt(bytes.count), 6)
        return status == Z_OK ? Int(size) : bytes.count
    }
}

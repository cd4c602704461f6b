import Testing

@testable import Charts

/// The boundary format against bytes written by hand.
struct BoundariesTests {
    /// Two squares and a triangle over the antimeridian, in two levels.
    static func sample() -> [UInt8] {
        var writer = BoundaryWriter()
        writer.levels = [(500_000, 100_000), (100_000, 10_000)]
        writer.areas = [
            ("AA", "Alpha", [[(10, 50), (20, 50), (20, 60), (10, 60)]]),
            ("AA-B", "Beta", [[(12, 52), (14, 52), (14, 54), (12, 54)]]),
            ("FJ", "Gamma", [[(178, -18), (182, -18), (180, -16)]]),
        ]
        return writer.bytes()
    }

    @Test func readsWhatWasWritten() throws {
        let boundaries = try Boundaries(bytes: Self.sample())
        #expect(boundaries.source == "drawn by hand")
        #expect(boundaries.areas.map(\.id) == ["AA", "AA-B", "FJ"])
        let alpha = try #require(boundaries.area("AA"))
        #expect(alpha.name == "Alpha")
        #expect(alpha.extent == GeoExtent(south: 50, west: 10, north: 60, east: 20))
        for level in 0...1 {
            let rings = boundaries.rings(of: alpha, level: level)
            #expect(rings.count == 1)
            for (point, expected) in zip(
                try #require(rings.first), [(10.0, 50.0), (20, 50), (20, 60), (10, 60)])
            {
                #expect(abs(point.x - expected.0) < 1e-9 && abs(point.y - expected.1) < 1e-9)
            }
        }
        let fiji = try #require(boundaries.area("FJ"))
        #expect(fiji.extent.east == 182)
        #expect(boundaries.area("ZZ") == nil)
        #expect(boundaries.rings(of: fiji, level: 9).isEmpty)
        #expect(boundaries.level(for: 1) == 0)
        #expect(boundaries.level(for: 0.2) == 1)
        #expect(boundaries.level(for: 0.001) == 1)
    }

    @Test func saysWhatIsWrong() {
        let good = Self.sample()
        #expect(throws: BoundariesError.notABoundarySet) { try Boundaries(bytes: []) }
        #expect(throws: BoundariesError.notABoundarySet) {
            try Boundaries(bytes: Array("<!doctype html>".utf8))
        }
        var newer = good
        newer[7] = 2
        #expect(throws: BoundariesError.unknownVersion(2)) { try Boundaries(bytes: newer) }
        #expect(throws: BoundariesError.damaged) { try Boundaries(bytes: good.dropLast() + [0]) }
        #expect(throws: BoundariesError.damaged) {
            try Boundaries(bytes: Array(good.prefix(good.count / 2)))
        }
    }

    /// Any change of a byte, with a checksum made to fit, is read or refused, but never a crash.
    @Test func anyBytesAreSafe() {
        var random = SeededRandom(seed: 99)
        let good = Self.sample()
        for _ in 0..<4000 {
            var bytes = Array(good.dropLast(4))
            for _ in 0...random.index(below: 3) {
                bytes[8 + random.index(below: bytes.count - 8)] = UInt8(random.index(below: 256))
            }
            bytes += BoundaryWriter.checksum(bytes)
            guard let boundaries = try? Boundaries(bytes: bytes) else { continue }
            for area in boundaries.areas {
                for level in 0..<boundaries.levels.count {
                    for ring in boundaries.rings(of: area, level: level) {
                        #expect(
                            ring.allSatisfy { $0.x.isFinite && $0.y.isFinite },
                            "seed \(random.seed)")
                    }
                }
            }
        }
    }

    @Test func checksumIsThatOfTheStandard() {
        #expect(CRC32.of(Array("123456789".utf8)[...]) == 0xCBF4_3926)
    }
}

/// Writes the format of `Scripts/boundaries.py`, version 1, for tests.
struct BoundaryWriter {
    var levels: [(Int, Int)] = []
    var areas: [(id: String, name: String, rings: [[(Double, Double)]])] = []

    static func checksum(_ bytes: [UInt8]) -> [UInt8] {
        let value = CRC32.of(bytes[...])
        return (0..<4).map { UInt8(value >> UInt32(8 * $0) & 255) }
    }

    func bytes() -> [UInt8] {
        var bytes = Array("FONDBND".utf8) + [1]
        bytes += Self.number(levels.count)
        for (tolerance, quantum) in levels {
            bytes += Self.number(tolerance) + Self.number(quantum)
        }
        bytes += Self.text("drawn by hand") + Self.number(areas.count)
        var blocks: [UInt8] = []
        for area in areas {
            bytes += Self.text(area.id) + Self.text(area.name)
            let points = area.rings.joined()
            let x = points.map(\.0)
            let y = points.map(\.1)
            for edge in [x.min(), y.min(), x.max(), y.max()] {
                bytes += Self.signed(Int((edge ?? 0) * 100))
            }
            for (_, quantum) in levels {
                let block = Self.block(area.rings, quantum: Double(quantum) / 1e6)
                bytes += Self.number(block.count)
                blocks += block
            }
        }
        bytes += blocks
        return bytes + Self.checksum(bytes)
    }

    private static func block(_ rings: [[(Double, Double)]], quantum: Double) -> [UInt8] {
        var bytes = number(rings.count)
        for ring in rings {
            bytes += number(ring.count)
            var before = (0, 0)
            for (x, y) in ring {
                let point = (Int((x / quantum).rounded()), Int((y / quantum).rounded()))
                bytes += signed(point.0 - before.0) + signed(point.1 - before.1)
                before = point
            }
        }
        return bytes
    }

    private static func number(_ value: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = value
        while rest > 127 {
            bytes.append(UInt8(rest & 127 | 128))
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }

    private static func signed(_ value: Int) -> [UInt8] {
        number(value >= 0 ? value << 1 : (-value << 1) - 1)
    }

    private static func text(_ text: String) -> [UInt8] {
        number(text.utf8.count) + Array(text.utf8)
    }
}

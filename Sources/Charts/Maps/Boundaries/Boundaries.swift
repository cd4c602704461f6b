/// Outlines of countries and their first-level divisions, in several levels of detail.
///
/// They are decoded from the format that `Scripts/boundaries.py` writes and documents (version 1:
/// an index, then for each area and level its rings as differences of fixed-point coordinates). The
/// index is checked as a whole when the value is made; a block is decoded when it is drawn.
public struct Boundaries: Sendable {
    /// One country or division.
    public struct Area: Sendable {
        /// ISO 3166-1 alpha-2 (`IT`) or ISO 3166-2 (`RU-VOR`).
        public let id: String
        /// The name in the data set; English.
        public let name: String
        /// The part of the globe in which it lies.
        public let extent: GeoExtent
        /// Where its levels stand in the bytes, from coarse to fine.
        let blocks: [Range<Int>]
    }

    /// A level of detail.
    struct Level: Sendable {
        /// The finest shape that is kept, in degrees.
        let tolerance: Double
        /// The step of the coordinates, in degrees.
        let quantum: Double
    }

    /// What the outlines are and who made them, as the file has it.
    public let source: String
    /// All areas in ascending order of their ids.
    public let areas: [Area]

    let levels: [Level]
    private let bytes: [UInt8]

    /// Reads a boundary set.
    ///
    /// - Throws: `BoundariesError` that says what is wrong with the bytes.
    public init(bytes: [UInt8]) throws(BoundariesError) {
        guard bytes.count >= 12, bytes.starts(with: Array("FONDBND".utf8)) else {
            throw .notABoundarySet
        }
        guard bytes[7] == 1 else { throw .unknownVersion(Int(bytes[7])) }
        let end = bytes.count - 4
        var stated: UInt32 = 0
        for index in 0..<4 { stated |= UInt32(bytes[end + index]) << UInt32(8 * index) }
        guard CRC32.of(bytes[..<end]) == stated else { throw .damaged }
        var reader = VariableLengthReader(bytes: bytes, at: 8, end: end)
        var levels: [Level] = []
        for _ in 0..<(try reader.count(atMost: 16)) {
            let tolerance = try reader.number()
            let quantum = try reader.number()
            guard quantum > 0 else { throw .malformed(offset: reader.offset) }
            levels.append(
                Level(tolerance: Double(tolerance) / 1e6, quantum: Double(quantum) / 1e6))
        }
        source = try reader.text()
        let index = try Self.readIndex(&reader, levels: levels.count)
        guard !levels.isEmpty, zip(index, index.dropFirst()).allSatisfy({ $0.id < $1.id }) else {
            throw .malformed(offset: reader.offset)
        }
        self.levels = levels
        self.areas = index
        self.bytes = bytes
    }

    /// The area with an id; `nil` if the set doesn't have it.
    public func area(_ id: String) -> Area? {
        var low = 0
        var high = areas.count
        while low < high {
            let middle = (low + high) / 2
            if areas[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < areas.count && areas[low].id == id ? areas[low] : nil
    }

    /// The coarsest level whose error stays below a size in degrees.
    func level(for size: Double) -> Int {
        levels.indices.first { levels[$0].tolerance <= size } ?? levels.count - 1
    }

    /// An area's rings at a level, in degrees; longitudes are continuous along a ring. A block that
    /// can't be read counts as empty (the checksum has been checked before).
    func rings(of area: Area, level: Int) -> [[PlanePoint]] {
        guard area.blocks.indices.contains(level) else { return [] }
        let block = area.blocks[level]
        let quantum = levels[level].quantum
        var reader = VariableLengthReader(bytes: bytes, at: block.lowerBound, end: block.upperBound)
        do throws(BoundariesError) {
            var rings: [[PlanePoint]] = []
            for _ in 0..<(try reader.count(atMost: block.count)) {
                let count = try reader.count(atMost: block.count)
                var ring: [PlanePoint] = []
                ring.reserveCapacity(count)
                var x = 0
                var y = 0
                for _ in 0..<count {
                    x &+= try reader.signed()
                    y &+= try reader.signed()
                    let latitude = max(-90, min(90, Double(y) * quantum))
                    ring.append(PlanePoint(x: Double(x) * quantum, y: latitude))
                }
                rings.append(ring)
            }
            return rings
        } catch {
            return []
        }
    }

    private static func readIndex(
        _ reader: inout VariableLengthReader, levels: Int
    ) throws(BoundariesError) -> [Area] {
        struct Entry {
            let id: String
            let name: String
            let extent: GeoExtent
            let lengths: [Int]
        }
        var entries: [Entry] = []
        for _ in 0..<(try reader.count(atMost: 100_000)) {
            let id = try reader.text()
            let name = try reader.text()
            let west = Double(try reader.signed()) / 100
            let south = Double(try reader.signed()) / 100
            let east = Double(try reader.signed()) / 100
            let north = Double(try reader.signed()) / 100
            guard
                let extent = GeoExtent(
                    south: max(-90, south), west: west, north: min(90, north),
                    east: min(east, west + 360))
            else { throw .malformed(offset: reader.offset) }
            var lengths: [Int] = []
            for _ in 0..<levels { lengths.append(try reader.count(atMost: reader.end)) }
            entries.append(Entry(id: id, name: name, extent: extent, lengths: lengths))
        }
        var offset = reader.offset
        var areas: [Area] = []
        areas.reserveCapacity(entries.count)
        for entry in entries {
            var blocks: [Range<Int>] = []
            for length in entry.lengths {
                guard length <= reader.end - offset else { throw .malformed(offset: offset) }
                blocks.append(offset..<offset + length)
                offset += length
            }
            areas.append(
                Area(id: entry.id, name: entry.name, extent: entry.extent, blocks: blocks))
        }
        guard offset == reader.end else { throw .malformed(offset: offset) }
        return areas
    }
}

/// Why bytes are no boundary set.
public enum BoundariesError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The first bytes are not those of a boundary set.
    case notABoundarySet
    /// A boundary set of a version that this program doesn't know.
    case unknownVersion(Int)
    /// The checksum differs: the file was cut off or changed.
    case damaged
    /// The checksum is right, but what stands at an offset can't be.
    case malformed(offset: Int)

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .notABoundarySet: "not a boundary set; make one with: make boundaries"
        case .unknownVersion(let version):
            "a boundary set of version \(version); this program reads version 1: make it anew with: make boundaries"
        case .damaged: "the boundary set is damaged (checksum); make it anew with: make boundaries"
        case .malformed(let offset):
            "the boundary set is wrong at byte \(offset); make it anew with: make boundaries"
        }
    }
}

/// Reads numbers of variable length (LEB128) and texts from bytes, never beyond their end.
struct VariableLengthReader {
    private let bytes: [UInt8]
    private(set) var offset: Int
    let end: Int

    init(bytes: [UInt8], at offset: Int, end: Int) {
        self.bytes = bytes
        self.offset = offset
        self.end = min(end, bytes.count)
    }

    mutating func number() throws(BoundariesError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while offset < end, shift < 63 {
            let byte = bytes[offset]
            offset += 1
            value |= UInt64(byte & 127) << shift
            if byte < 128 { return value }
            shift += 7
        }
        throw .malformed(offset: offset)
    }

    /// A number that the coordinates can have: zigzag, within ±2⁴⁰.
    mutating func signed() throws(BoundariesError) -> Int {
        let value = try number()
        guard value < 1 << 41 else { throw .malformed(offset: offset) }
        let half = Int(value >> 1)
        return value & 1 == 0 ? half : -half - 1
    }

    mutating func count(atMost limit: Int) throws(BoundariesError) -> Int {
        let value = try number()
        guard value <= UInt64(max(0, limit)) else { throw .malformed(offset: offset) }
        return Int(value)
    }

    mutating func text() throws(BoundariesError) -> String {
        let length = try count(atMost: end - offset)
        defer { offset += length }
        return String(decoding: bytes[offset..<offset + length], as: UTF8.self)
    }
}

/// The checksum of ISO 3309, as zlib and PNG have it, with a table of 256 remainders.
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in
            value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
        }
    }

    static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var value = UInt32.max
        for byte in bytes {
            value = value >> 8 ^ table[Int((value ^ UInt32(byte)) & 255)]
        }
        return ~value
    }
}

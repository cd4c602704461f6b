/// Why bytes aren't a state or a command.
public enum StateError: Error, Sendable, Equatable {
    /// The bytes end before what begins at `offset` does.
    case truncated(offset: Int)
    /// What begins at `offset` isn't what should stand there, which `expected` says in words.
    case invalid(offset: Int, expected: String)
    /// The first bytes say a format of another version.
    case version(found: UInt32, known: UInt32)
    /// There are bytes behind the end.
    case trailing(offset: Int)
}

/// Reads what `StateWriter` wrote, and checks all of it; bad bytes are an error, never a trap.
public struct StateReader: Sendable {
    private let bytes: [UInt8]
    /// The place of the next byte.
    public private(set) var offset = 0

    /// A reader at the beginning of bytes.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// How many bytes are left.
    public var left: Int { bytes.count - offset }

    /// Reads one byte.
    public mutating func uint8() throws(StateError) -> UInt8 {
        guard left >= 1 else { throw .truncated(offset: offset) }
        defer { offset += 1 }
        return bytes[offset]
    }

    /// Reads two bytes.
    public mutating func uint16() throws(StateError) -> UInt16 {
        UInt16(truncatingIfNeeded: try word(bytes: 2))
    }

    /// Reads four bytes.
    public mutating func uint32() throws(StateError) -> UInt32 {
        UInt32(truncatingIfNeeded: try word(bytes: 4))
    }

    /// Reads eight bytes.
    public mutating func uint64() throws(StateError) -> UInt64 { try word(bytes: 8) }

    /// Reads eight bytes, two's complement.
    public mutating func int64() throws(StateError) -> Int64 { Int64(bitPattern: try uint64()) }

    /// Reads sixteen bytes, two's complement.
    public mutating func int128() throws(StateError) -> Int128 {
        let low = try uint64()
        let high = try int64()
        return Int128(high) << 64 | Int128(low)
    }

    /// Reads a byte that is 0 or 1.
    public mutating func bool() throws(StateError) -> Bool {
        let start = offset
        let byte = try uint8()
        guard byte <= 1 else { throw .invalid(offset: start, expected: "0 or 1") }
        return byte == 1
    }

    /// Reads bytes behind their count.
    public mutating func byteList() throws(StateError) -> [UInt8] {
        let count = Int(try uint32())
        guard left >= count else { throw .truncated(offset: offset) }
        defer { offset += count }
        return Array(bytes[offset..<offset + count])
    }

    /// Reads a string behind its length; it must be well-formed UTF-8.
    public mutating func string() throws(StateError) -> String {
        let start = offset
        guard let text = String(validating: try byteList(), as: UTF8.self) else {
            throw .invalid(offset: start, expected: "text in UTF-8")
        }
        return text
    }

    /// Reads eight bytes of milliseconds.
    public mutating func instant() throws(StateError) -> Instant { Instant(try int64()) }

    /// Reads a record's id.
    public mutating func recordName() throws(StateError) -> RecordName {
        RecordName(try string())
    }

    /// Reads a currency's packed letters.
    public mutating func currency() throws(StateError) -> CurrencyCode {
        let start = offset
        guard let code = CurrencyCode(packed: try uint32()) else {
            throw .invalid(offset: start, expected: "three capital letters")
        }
        return code
    }

    /// Reads a count of elements, each of which takes at least `least` bytes, so that no count can
    /// ask for more memory than the bytes that are there can fill.
    public mutating func count(least: Int = 1) throws(StateError) -> Int {
        let start = offset
        let count = Int(try uint32())
        guard count <= left / max(1, least) else { throw .truncated(offset: start) }
        return count
    }

    /// Reads a byte that is the raw value of a case.
    public mutating func choice<Value: RawRepresentable>(
        _ type: Value.Type
    ) throws(StateError) -> Value where Value.RawValue == UInt8 {
        let start = offset
        let byte = try uint8()
        guard let value = Value(rawValue: byte) else {
            throw .invalid(offset: start, expected: "the number of a \(type)")
        }
        return value
    }

    /// Reads an optional behind its byte 0 or 1.
    public mutating func optional<Value>(
        _ read: (inout StateReader) throws(StateError) -> Value
    ) throws(StateError) -> Value? {
        try bool() ? try read(&self) : nil
    }

    /// Reads a list behind its count.
    public mutating func list<Value>(
        least: Int = 1, _ read: (inout StateReader) throws(StateError) -> Value
    ) throws(StateError) -> [Value] {
        let count = try count(least: least)
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    /// Checks that nothing is left.
    public func end() throws(StateError) {
        guard left == 0 else { throw .trailing(offset: offset) }
    }

    private mutating func word(bytes count: Int) throws(StateError) -> UInt64 {
        guard left >= count else { throw .truncated(offset: offset) }
        var word: UInt64 = 0
        for place in 0..<count {
            word |= UInt64(bytes[offset + place]) << UInt64(place * 8)
        }
        offset += count
        return word
    }
}

/// Writes state as bytes: numbers little-endian, strings as UTF-8 behind their length in bytes
/// (32 bits), an optional behind a byte 0 or 1, a list behind its count (32 bits).
public struct StateWriter: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []

    /// A writer that has written nothing.
    public init() {}

    /// Writes one byte.
    public mutating func put(_ byte: UInt8) { bytes.append(byte) }

    /// Writes two bytes.
    public mutating func put(_ number: UInt16) { putWord(UInt64(number), bytes: 2) }

    /// Writes four bytes.
    public mutating func put(_ number: UInt32) { putWord(UInt64(number), bytes: 4) }

    /// Writes eight bytes.
    public mutating func put(_ number: UInt64) { putWord(number, bytes: 8) }

    /// Writes eight bytes, two's complement.
    public mutating func put(_ number: Int64) { put(UInt64(bitPattern: number)) }

    /// Writes sixteen bytes, two's complement, the lower half first.
    public mutating func put(_ number: Int128) {
        put(UInt64(truncatingIfNeeded: number))
        put(UInt64(truncatingIfNeeded: number >> 64))
    }

    /// Writes a byte: 1 for true, 0 for false.
    public mutating func put(_ flag: Bool) { put(flag ? 1 as UInt8 : 0) }

    /// Writes a string behind its length; what is beyond 2³² − 1 bytes is never needed.
    public mutating func put(_ text: String) { put(Array(text.utf8)) }

    /// Writes bytes behind their count.
    public mutating func put(_ list: [UInt8]) {
        put(count: list.count)
        bytes.append(contentsOf: list)
    }

    /// Writes eight bytes of milliseconds.
    public mutating func put(_ moment: Instant) { put(moment.rawValue) }

    /// Writes a string: the record's id.
    public mutating func put(_ name: RecordName) { put(name.text) }

    /// Writes four bytes: the packed letters.
    public mutating func put(_ currency: CurrencyCode) { put(currency.packed) }

    /// Writes how many elements follow, as four bytes.
    public mutating func put(count: Int) { put(UInt32(clamping: count)) }

    /// Writes a byte 0 for nil, else 1 and the value.
    public mutating func put<Value>(
        optional value: Value?, _ write: (inout StateWriter, Value) -> Void
    ) {
        put(value != nil)
        if let value { write(&self, value) }
    }

    /// Writes the count and every element.
    public mutating func put<Value>(
        list: [Value], _ write: (inout StateWriter, Value) -> Void
    ) {
        put(count: list.count)
        for value in list { write(&self, value) }
    }

    private mutating func putWord(_ word: UInt64, bytes count: Int) {
        for place in 0..<count {
            bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(place * 8)))
        }
    }
}

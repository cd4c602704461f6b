extension StateHash {
    /// Mixes text in: its length in bytes, then its UTF-8 in words of eight bytes, little-endian,
    /// the last filled up with zeros.
    public mutating func mix(text: String) {
        mix(UInt64(text.utf8.count))
        var word: UInt64 = 0
        var filled: UInt64 = 0
        for byte in text.utf8 {
            word |= UInt64(byte) << filled
            filled += 8
            if filled == 64 {
                mix(word)
                (word, filled) = (0, 0)
            }
        }
        if filled > 0 { mix(word) }
    }

    /// Mixes a moment in.
    public mutating func mix(moment: Instant) { mix(moment.rawValue) }

    /// Mixes a record's id in.
    public mutating func mix(record name: RecordName) { mix(text: name.text) }

    /// Mixes 1 or 0 in.
    public mutating func mix(flag: Bool) { mix(flag ? 1 as UInt64 : 0) }

    /// Mixes a wide number in, the lower half first.
    public mutating func mix(wide number: Int128) {
        mix(UInt64(truncatingIfNeeded: number))
        mix(UInt64(truncatingIfNeeded: number >> 64))
    }

    /// Mixes bytes in: their count, then one word each eight.
    public mutating func mix(bytes: [UInt8]) {
        mix(UInt64(bytes.count))
        var start = 0
        while start < bytes.count {
            var word: UInt64 = 0
            for place in 0..<min(8, bytes.count - start) {
                word |= UInt64(bytes[start + place]) << UInt64(place * 8)
            }
            mix(word)
            start += 8
        }
    }
}

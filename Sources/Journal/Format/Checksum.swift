/// CRC-32C (Castagnoli), the checksum that tells a torn or damaged entry cheaply.
///
/// The polynomial and its check value are those of RFC 3720, appendix B.4; eight tables let the
/// loop take eight bytes a step (Kounavis and Berry, "A systematic approach to building high
/// performance software-based CRC generators", 2005).
enum Checksum {
    /// Polynomial 0x1EDC6F41 with its bits reversed, as the reflected algorithm wants it.
    private static let polynomial: UInt32 = 0x82F6_3B78

    /// Table `t` at `t * 256`: the effect of a byte that has `t` more bytes behind it.
    static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for byte in 0..<256 {
            var value = UInt32(byte)
            for _ in 0..<8 {
                value = value & 1 == 0 ? value >> 1 : value >> 1 ^ polynomial
            }
            tables[byte] = value
        }
        for index in 256..<8 * 256 {
            let before = tables[index - 256]
            tables[index] = before >> 8 ^ tables[Int(before & 255)]
        }
        return tables
    }()
}

/// Undoes percent-encoding (RFC 3986, 2.1), strictly.
enum PercentDecoding {
    /// The text; nil when an escape is incomplete, or the result isn't UTF-8 or holds NUL.
    static func text(_ bytes: some Collection<UInt8>, plusIsSpace: Bool) -> String? {
        guard let plain = decode(bytes, plusIsSpace: plusIsSpace), !plain.contains(0) else {
            return nil
        }
        return String(validating: plain, as: UTF8.self)
    }

    private static func decode(
        _ bytes: some Collection<UInt8>, plusIsSpace: Bool
    ) -> [UInt8]? {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit)
                else { return nil }
                plain.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace:
                plain.append(0x20)
            default:
                plain.append(byte)
            }
        }
        return plain
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}

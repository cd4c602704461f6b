/// Which content coding a client takes (RFC 9110, 12.5.3).
enum AcceptEncoding {
    /// Whether gzip is acceptable and not less welcome than the plain content.
    static func takesGzip(_ header: String?) -> Bool {
        guard let header else { return false }
        var gzip: Int?
        var identity: Int?
        var any: Int?
        for part in header.utf8.split(separator: UInt8(ascii: ","), maxSplits: 32) {
            let pieces = part.split(separator: UInt8(ascii: ";"))
            guard let coding = pieces.first.map({ lowercased($0) }) else { continue }
            let quality = quality(of: pieces.dropFirst())
            switch coding {
            case "gzip", "x-gzip": gzip = max(gzip ?? 0, quality)
            case "identity": identity = quality
            case "*": any = quality
            default: break
            }
        }
        let wanted = gzip ?? any ?? 0
        return wanted > 0 && wanted >= identity ?? 0
    }

    /// The weight in thousandths (RFC 9110, 12.4.2): 1000 when there is none, 0 when it can't be
    /// read.
    private static func quality(of parameters: ArraySlice<Substring.UTF8View>) -> Int {
        for parameter in parameters {
            let text = lowercased(parameter)
            guard text.hasPrefix("q=") else { continue }
            return thousandths(text.utf8.dropFirst(2))
        }
        return 1_000
    }

    private static func thousandths(_ digits: Substring.UTF8View) -> Int {
        var digits = digits
        guard let whole = digits.popFirst(), whole == 0x30 || whole == 0x31 else { return 0 }
        var value = Int(whole - 0x30) * 1_000
        guard let point = digits.popFirst() else { return value }
        guard point == UInt8(ascii: "."), digits.count <= 3 else { return 0 }
        var place = 100
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return 0 }
            value += Int(digit - 0x30) * place
            place /= 10
        }
        return min(value, 1_000)
    }

    private static func lowercased(_ bytes: Substring.UTF8View) -> String {
        var plain: [UInt8] = []
        for byte in bytes where byte != 0x20 && byte != 0x09 {
            plain.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return String(decoding: plain, as: UTF8.self)
    }
}

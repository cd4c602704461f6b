import Crypto
import Register

/// Names that feeds give to what they hold. They are made from the register's identity (the hash
/// of its journal's first entry), not from an address: the same register has the same names
/// wherever it is served from, and a copy of it too.
struct FeedIdentity: Sendable {
    private let register: String

    /// - Throws: an error of the journal.
    init(_ register: Register) throws {
        self.register = try register.identity() ?? ""
    }

    /// A UUID of version 8 (RFC 9562, 5.8): the first 128 bits of SHA-256 over the identity and the
    /// parts, with version and variant set.
    func uuid(_ parts: String...) -> String {
        var hash = SHA256()
        for part in [register] + parts {
            hash.update(data: Array(part.utf8))
            hash.update(data: [0])
        }
        var bytes = Array(hash.finalize().prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
            text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension ParameterReader {
    /// The language that a feed is asked for in; English when it isn't said.
    func language() throws(RequestFault) -> Language {
        let choice: Language? = try choice(LanguageChoice.parameter)
        return choice ?? .english
    }
}

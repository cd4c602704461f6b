import Crypto

/// Names a representation (RFC 9110, 8.8.3): equal tags stand for equal bytes.
///
/// A tag is made from what an answer is made from: the software and the register at the start,
/// the journal entry up to which the register holds everything, the day, the address, where the client
/// reaches the server, and the language. So it is known before the answer is made.
struct EntityTag: Sendable, Hashable {
    /// The tag of the plain content, without quotation marks.
    let plain: String

    /// The tag for the content as it is sent.
    func text(gzip: Bool) -> String { gzip ? "\"\(plain)-gz\"" : "\"\(plain)\"" }

    init(_ parts: [String]) {
        var hash = SHA256()
        for part in parts {
            hash.update(data: Array(part.utf8))
            hash.update(data: [0])
        }
        self.init(digest: hash.finalize())
    }

    /// The tag of content by itself.
    init(of content: [UInt8]) { self.init(digest: SHA256.hash(data: content)) }

    private init(digest: SHA256.Digest) {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in digest.prefix(12) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        plain = String(decoding: text, as: UTF8.self)
    }

    /// The tag of the list in `If-None-Match` that names this representation, as it will stand in
    /// the 304; nil when there is none. Weak comparison (RFC 9110, 13.1.2).
    func matched(in header: String?) -> String? {
        guard let header else { return nil }
        for part in header.split(separator: ",", maxSplits: 64) {
            var tag = part.drop { $0 == " " || $0 == "\t" }
            while tag.last == " " || tag.last == "\t" { tag.removeLast() }
            if tag.hasPrefix("W/") { tag = tag.dropFirst(2) }
            if tag == text(gzip: false) || tag == text(gzip: true) { return String(tag) }
        }
        return nil
    }

    /// Whether `If-None-Match` is `*`: any representation will do.
    static func takesAny(_ header: String?) -> Bool {
        header?.filter { $0 != " " && $0 != "\t" } == "*"
    }
}

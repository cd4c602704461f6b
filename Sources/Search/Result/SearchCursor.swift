/// A place in an ordered list of documents, from which the next page goes on.
///
/// It names the last document given by what it is sorted by (a key, the folded name and the
/// ordinal), so that it stays good when the index is rebuilt and even when that document is gone.
/// In the order of relevance it is a mere count of documents.
public struct SearchCursor: Sendable, Hashable {
    /// The order of the list.
    public let order: SearchOrder
    /// The document's key in this order, larger first; for relevance the number of hits given.
    let key: UInt64
    /// The document's ordinal.
    let ordinal: Int64
    /// The document's folded main name as far as it counts in sorting.
    let name: [UInt8]

    init(order: SearchOrder, key: UInt64, ordinal: Int64 = 0, name: [UInt8] = []) {
        self.order = order
        self.key = key
        self.ordinal = ordinal
        self.name = name
    }

    /// A cursor from its text; nil if the text isn't one that `text` gave.
    public init?(text: String) {
        guard text.utf8.count <= Self.longestText,
            let bytes = Base64URL.decode(text.utf8), bytes.count >= Self.head,
            bytes[0] == Self.version, let order = SearchOrder(rawValue: bytes[1])
        else { return nil }
        let sum = bytes[bytes.count - 1]
        guard sum == Self.checksum(bytes.dropLast()) else { return nil }
        self.order = order
        key = Self.number(bytes[2..<10])
        ordinal = Int64(bitPattern: Self.number(bytes[10..<18]))
        name = Array(bytes[18..<(bytes.count - 1)])
    }

    /// The cursor as text for an address: base64url (RFC 4648, section 5) of version, order, key
    /// and ordinal (big-endian), name, and a checksum against typing errors.
    public var text: String {
        var bytes: [UInt8] = [Self.version, order.rawValue]
        Self.append(key, to: &bytes)
        Self.append(UInt64(bitPattern: ordinal), to: &bytes)
        bytes += name
        bytes.append(Self.checksum(bytes[...]))
        return Base64URL.encode(bytes)
    }

    private static let version: UInt8 = 1
    private static let head = 19
    private static let longestText = 4_096

    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt8 {
        bytes.reduce(0xA5) { ($0 << 1 | $0 >> 7) ^ $1 }
    }
}

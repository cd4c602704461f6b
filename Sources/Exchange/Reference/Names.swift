/// A participant's number in a section: 1 … 2²⁰ − 1, in the order of admission; 0 is nobody.
public typealias ParticipantIndex = UInt32

/// An instrument's number in a section, from 0 in the order of listing.
public typealias InstrumentIndex = UInt32

/// The id of a record in the register, such as `place/ru/karelia`.
public struct RecordName: Sendable, Hashable, Comparable {
    /// The id as the register writes it.
    public let text: String

    /// A record's name from its id.
    public init(_ text: String) { self.text = text }

    /// The order of the UTF-8 bytes, which is the same on every machine.
    public static func < (left: RecordName, right: RecordName) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

/// Another name of a place or an organisation.
public struct Alias: Hashable, Sendable {
    /// The name.
    public let text: String
    /// The language that it belongs to (ISO 639: two or three letters); nil when not known.
    public let language: String?
}

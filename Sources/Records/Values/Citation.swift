/// Where a fact stands.
public struct Citation: Hashable, Sendable {
    /// The source's record.
    public let source: RecordID
    /// The place inside the source, such as the lines `L1234-L1240`; nil when the whole source
    /// is meant.
    public let locator: String?
}

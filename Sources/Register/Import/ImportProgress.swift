/// How far an import has come.
public struct ImportProgress: Sendable {
    /// Records read.
    public let records: Int
    /// Bytes read.
    public let bytes: Int
    /// Bytes to read; nil when it isn't known (standard input).
    public let totalBytes: Int?
}

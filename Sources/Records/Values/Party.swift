/// Somebody who is named: by a record of the register, or in words where there's no record.
public enum Party: Hashable, Sendable {
    /// A record of the register.
    case record(RecordID)
    /// A phrase.
    case words(String)

    /// The record's id, when it is one.
    public var id: RecordID? {
        if case .record(let id) = self { id } else { nil }
    }
}

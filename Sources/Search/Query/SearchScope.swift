/// Where a query's words may stand.
public enum SearchScope: Sendable, Hashable {
    /// In a document's names or its text.
    case everything
    /// In its names only, as for completion and reconciliation.
    case names
}

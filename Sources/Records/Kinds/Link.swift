/// A tie from one record to another.
public struct Link: Hashable, Sendable {
    /// What the other record is to this one.
    public let role: Role
    /// The other record.
    public let target: RecordID

    /// What the record at the end of a link is to the record at its beginning.
    public enum Role: UInt8, CaseIterable, Sendable, Hashable {
        case parent = 1
        case place
        case of
        case party
        case event
        case implements
        case plan
        case executor
        case organiser
        case participant
        case from
        case agreement
        case by
        case to
        case subject
        case counterpart
        case citedIn
        case managedBy
        case university
        case site

        /// The role in the data: the name of the field it stands in, in the singular.
        public var name: String {
            switch self {
            case .citedIn: "cited_in"
            case .managedBy: "managed_by"
            default: "\(self)"
            }
        }
    }
}

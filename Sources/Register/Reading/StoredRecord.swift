public import Records

/// A record as the register holds it.
public struct StoredRecord: Sendable {
    /// The register's own number for it, the same for as long as the journal lives.
    public let ordinal: Int64
    /// The record.
    public let record: Records.Record
    /// Which revision of it this is, from 1.
    public let revision: Int
    /// The journal entry that brought this revision.
    public let sequence: UInt64
    /// When it came in: UTC, microseconds since 1970.
    public let time: Int64
    /// Who brought it in.
    public let actor: String
    /// The record in its canonical form.
    public let body: [UInt8]
}

/// A record in a list: enough to name it and link to it.
public struct RecordSummary: Sendable, Hashable {
    /// The register's own number for it, the same for as long as the journal lives.
    public let ordinal: Int64
    /// Its id.
    public let id: RecordID
    /// Its English name or title.
    public let name: String
    /// Its Italian name, when it has one.
    public let italian: String?
    /// Its Russian name, when it has one.
    public let russian: String?

    /// Its kind.
    public var kind: Kind { id.kind }

    /// Its name in a language (ISO 639), or else in English.
    public func name(in language: String) -> String {
        switch language {
        case "it": italian ?? name
        case "ru": russian ?? name
        default: name
        }
    }
}

/// A tie of a record, seen from it.
public struct LinkedRecord: Sendable, Hashable {
    /// What the record at the link's end is to the one at its beginning.
    public let role: Link.Role
    /// Whether this record names the other (`out`) or is named by it (`in`).
    public let direction: Direction
    /// The other record.
    public let other: RecordSummary

    /// From which end a link is seen.
    public enum Direction: String, Sendable, Hashable {
        case outgoing = "out"
        case incoming = "in"
    }
}

/// Some of a record's ties.
public struct LinkPage: Sendable {
    /// How many there are in all.
    public let total: Int
    /// The outgoing ones first, in the order of the record's fields, then the incoming ones by
    /// role and name.
    public let items: [LinkedRecord]
}

/// A fact that rests on a source.
public struct CitedFact: Sendable {
    /// The record that states it.
    public let record: RecordSummary
    /// The place in the source, such as the lines `L12-L15`.
    public let locator: String?
}

/// Some of the facts that rest on a source.
public struct CitedFacts: Sendable {
    /// How many there are in all.
    public let total: Int
    /// This page of them, in the order of kind and name.
    public let items: [CitedFact]
}

/// A record in a list, with what it says.
public struct ListedRecord: Sendable {
    /// Its name and id.
    public let summary: RecordSummary
    /// The record.
    public let record: Records.Record
}

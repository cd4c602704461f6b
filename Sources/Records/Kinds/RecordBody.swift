/// What a kind of record must be able to tell of itself. One file a kind.
public protocol RecordBody: Hashable, Sendable {
    /// The kind.
    static var kind: Kind { get }
    /// The kind's own fields in their canonical order: all but `kind`, `id` and `cite`.
    static var fields: [String] { get }

    /// The name or title under which the record is known, when it has one of its own.
    var title: String? { get }
    /// Its other names.
    var aliases: [Alias] { get }
    /// Its type within the kind, as it stands in the record.
    var type: String? { get }
    /// The phrases by which it can be found besides its names.
    var texts: [String] { get }
    /// The sectors or areas that it belongs to.
    var topics: [String] { get }
    /// The records that it refers to, in the order of its fields.
    var links: [Link] { get }
    /// The first and the last day that it speaks of, as yyyymmdd; nil when it names no time.
    var days: ClosedRange<Int32>? { get }
}

extension RecordBody {
    /// No other names.
    public var aliases: [Alias] { [] }
    /// No type.
    public var type: String? { nil }
    /// No sectors or areas.
    public var topics: [String] { [] }
    /// No time.
    public var days: ClosedRange<Int32>? { nil }

    static func days(_ first: PartialDate?, _ last: PartialDate? = nil) -> ClosedRange<Int32>? {
        guard let from = first ?? last, let through = last ?? first else { return nil }
        guard from.firstDay <= through.lastDay else { return nil }
        return from.firstDay...through.lastDay
    }
}

/// A body that can be read from its fields and written back; only this room does either.
protocol CodedBody: RecordBody {
    /// Nil when a required field is missing or wrong; the reader has noted why.
    init?(_ reader: inout FieldReader)
    func write(_ writer: inout JSONWriter)
}

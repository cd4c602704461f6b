/// A wish to sell, buy or cooperate that a named party expressed.
public struct Offer: CodedBody {
    /// The kind.
    public static let kind = Kind.offer

    /// The kind's own fields in canonical order.
    public static let fields = ["by", "direction", "what", "to", "date", "note"]

    /// Whether something is offered or asked for.
    public enum Direction: String, CaseIterable, Sendable, Hashable {
        case offer, request
    }

    /// Who wishes it.
    public let by: RecordID
    /// Whether something is offered or asked for.
    public let direction: Direction
    /// What is offered or asked for.
    public let what: String
    /// To whom it is said.
    public let to: RecordID?
    /// When it was said.
    public let date: PartialDate?
    /// A short remark.
    public let note: String?

    init?(_ reader: inout FieldReader) {
        let by = reader.required("by") { $0.reference($1, to: .actors) }
        let direction: Direction? = reader.required("direction") { $0.choice($1) }
        let what = reader.required("what") { $0.text($1) }
        to = reader.reference("to", to: .actors)
        date = reader.date("date")
        note = reader.text("note")
        guard let by, let direction, let what else { return nil }
        self.by = by
        self.direction = direction
        self.what = what
    }

    func write(_ writer: inout JSONWriter) {
        writer.member("by", by.text)
        writer.member("direction", direction.rawValue)
        writer.member("what", what)
        writer.member("to", to?.text)
        writer.member("date", date?.description)
        writer.member("note", note)
    }

    /// Its name or title.
    public var title: String? { what }

    /// Its type as it stands in the record.
    public var type: String? { direction.rawValue }

    /// The phrases by which it can be found besides its names.
    public var texts: [String] { [note].compactMap(\.self) }

    /// The days that it speaks of, as yyyymmdd.
    public var days: ClosedRange<Int32>? { Self.days(date) }

    /// The records that it refers to.
    public var links: [Link] {
        [Link(role: .by, target: by)] + (to.map { [Link(role: .to, target: $0)] } ?? [])
    }
}

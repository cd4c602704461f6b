/// A holder of a public office, named as such.
public struct Person: CodedBody {
    /// The kind.
    public static let kind = Kind.person

    /// The kind's own fields in canonical order.
    public static let fields = ["name", "office", "of"]

    /// The usual English form of the name.
    public let name: String
    /// The office.
    public let office: String
    /// The place or body whose office it is.
    public let of: RecordID?

    init?(_ reader: inout FieldReader) {
        let name = reader.required("name") { $0.text($1) }
        let office = reader.required("office") { $0.text($1) }
        of = reader.reference("of", to: [.place, .organisation])
        guard let name, let office else { return nil }
        self.name = name
        self.office = office
    }

    func write(_ writer: inout JSONWriter) {
        writer.member("name", name)
        writer.member("office", office)
        writer.member("of", of?.text)
    }

    /// Its name or title.
    public var title: String? { name }

    /// The phrases by which it can be found besides its names.
    public var texts: [String] { [office] }

    /// The records that it refers to.
    public var links: [Link] { of.map { [Link(role: .of, target: $0)] } ?? [] }
}

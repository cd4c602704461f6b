/// A document, or a footnote of one, on which facts rest.
public struct Source: CodedBody {
    /// The kind.
    public static let kind = Kind.source

    /// The kind's own fields in canonical order.
    public static let fields = [
        "title", "author", "publisher", "date", "url", "lang", "cited_in", "note_number",
    ]

    /// Its title as cited.
    public let title: String?
    /// Who wrote it.
    public let author: String?
    /// Who published it.
    public let publisher: String?
    /// When it came out.
    public let date: PartialDate?
    /// Where it can be read, http or https.
    public let url: String?
    /// Its language (ISO 639).
    public let language: String?
    /// The document whose footnote it is.
    public let citedIn: RecordID?
    /// The number of that footnote.
    public let noteNumber: Int?

    init?(_ reader: inout FieldReader) {
        title = reader.text("title")
        author = reader.text("author")
        publisher = reader.text("publisher")
        date = reader.date("date")
        url = reader.webAddress("url")
        language = reader.language("lang")
        citedIn = reader.reference("cited_in", to: [.source])
        noteNumber = reader.integer("note_number", in: 1...1_000_000)
    }

    func write(_ writer: inout JSONWriter) {
        writer.member("title", title)
        writer.member("author", author)
        writer.member("publisher", publisher)
        writer.member("date", date?.description)
        writer.member("url", url)
        writer.member("lang", language)
        writer.member("cited_in", citedIn?.text)
        writer.member("note_number", noteNumber)
    }

    /// The phrases by which it can be found besides its names.
    public var texts: [String] { [author, publisher].compactMap(\.self) }

    /// The records that it refers to.
    public var links: [Link] { citedIn.map { [Link(role: .citedIn, target: $0)] } ?? [] }

    /// The days that it speaks of, as yyyymmdd.
    public var days: ClosedRange<Int32>? { Self.days(date) }
}

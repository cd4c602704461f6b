/// One record of the register: what it says, and the citations that it rests on.
public struct Record: Hashable, Sendable {
    /// Its name for ever.
    public let id: RecordID
    /// What it says, by its kind.
    public let body: Body
    /// Where it stands; never empty.
    public let citations: [Citation]

    /// A record's body by its kind.
    public enum Body: Hashable, Sendable {
        case source(Source)
        case place(Place)
        case organisation(Organisation)
        case person(Person)
        case agreement(Agreement)
        case measure(Measure)
        case event(Event)
        case project(Project)
        case offer(Offer)
        case observation(Observation)
    }

    /// Its kind.
    public var kind: Kind { id.kind }

    /// What every kind can tell of itself.
    public var content: any RecordBody { coded }

    /// The name under which it is listed: its title, or what comes nearest to one.
    public var name: String {
        if let title = content.title { return title }
        switch body {
        case .observation(let figure):
            let what = figure.indicator.split(separator: "-").joined(separator: " ")
            let product = figure.product.map { " (\($0))" } ?? ""
            return "\(what)\(product), \(figure.period)"
        case .source(let source):
            let parts = [source.author, source.publisher, source.date?.description]
            let known = parts.compactMap(\.self)
            return known.isEmpty ? id.text : known.joined(separator: ", ")
        default:
            return id.text
        }
    }

    /// Its name in a language: the first alias of that language, else ``name``.
    /// - Parameter language: an ISO 639 code. The names themselves are English.
    public func name(in language: String) -> String {
        guard language != "en" else { return name }
        return content.aliases.first { $0.language == language }?.text ?? name
    }

    private var coded: any CodedBody {
        switch body {
        case .source(let body): body
        case .place(let body): body
        case .organisation(let body): body
        case .person(let body): body
        case .agreement(let body): body
        case .measure(let body): body
        case .event(let body): body
        case .project(let body): body
        case .offer(let body): body
        case .observation(let body): body
        }
    }
}

extension Record {
    /// The record in its canonical form: one line of JSON without its line break, UTF-8. Equal
    /// records have equal forms.
    public var canonicalJSON: [UInt8] {
        var writer = JSONWriter()
        write(&writer)
        return writer.bytes
    }

    /// Writes the canonical form as one value.
    public func write(_ writer: inout JSONWriter) {
        writer.object {
            $0.member("kind", kind.name)
            $0.member("id", id.text)
            coded.write(&$0)
            $0.member("cite", citations)
        }
    }

    /// Reads a record and checks all that can be checked on it alone.
    /// - Parameters:
    ///   - json: one JSON object, UTF-8.
    ///   - range: the part of the bytes that is the record.
    /// - Throws: everything that is wrong with it, or where its JSON breaks off.
    public init(json: [UInt8], in range: Range<Int>? = nil) throws(RecordProblems) {
        let value: JSONValue
        do {
            value = try JSONParser.parse(json, in: range)
        } catch {
            throw RecordProblems(problems: [
                Problem(
                    field: "column \(error.column)", message: error.message, remedy: error.remedy)
            ])
        }
        self = try Record(value)
    }

    /// Reads a record from a JSON value; see ``init(json:in:)``.
    public init(_ value: JSONValue) throws(RecordProblems) {
        guard case .object(let members) = value else {
            throw RecordProblems(problems: [
                Problem(
                    field: "record", message: "is \(value.sort)",
                    remedy: "an object with kind, id and cite")
            ])
        }
        var reader = FieldReader(members)
        let kindName = reader.required("kind") { $0.text($1) }
        guard let kindName, let kind = Kind(name: kindName) else {
            if let kindName {
                reader.note(
                    "kind", "\"\(FieldReader.printable(kindName))\" is not known",
                    "one of \(Kind.allCases.map(\.name).joined(separator: ", "))")
            }
            throw RecordProblems(problems: reader.problems)
        }
        let id = reader.required("id") { $0.reference($1, to: [kind]) }
        let body = Self.body(of: kind, &reader)
        let citations = reader.citations("cite")
        reader.finish(knowing: ["kind", "id"] + Self.fields(of: kind) + ["cite"])
        guard let id, let body, reader.problems.isEmpty else {
            throw RecordProblems(
                problems: reader.problems, id: id, references: Self.references(members, kind))
        }
        self.id = id
        self.body = body
        self.citations = citations
    }

    /// The kind's own fields in canonical order.
    public static func fields(of kind: Kind) -> [String] {
        switch kind {
        case .source: Source.fields
        case .place: Place.fields
        case .organisation: Organisation.fields
        case .person: Person.fields
        case .agreement: Agreement.fields
        case .measure: Measure.fields
        case .event: Event.fields
        case .project: Project.fields
        case .offer: Offer.fields
        case .observation: Observation.fields
        }
    }

    /// The references of a record that is wrong elsewhere.
    private static func references(
        _ members: [JSONValue.Member], _ kind: Kind
    ) -> [(field: String, target: RecordID)] {
        var reader = FieldReader(members, collectingReferences: true)
        _ = body(of: kind, &reader)
        _ = reader.citations("cite")
        return reader.references ?? []
    }

    private static func body(of kind: Kind, _ reader: inout FieldReader) -> Body? {
        switch kind {
        case .source: Source(&reader).map(Body.source)
        case .place: Place(&reader).map(Body.place)
        case .organisation: Organisation(&reader).map(Body.organisation)
        case .person: Person(&reader).map(Body.person)
        case .agreement: Agreement(&reader).map(Body.agreement)
        case .measure: Measure(&reader).map(Body.measure)
        case .event: Event(&reader).map(Body.event)
        case .project: Project(&reader).map(Body.project)
        case .offer: Offer(&reader).map(Body.offer)
        case .observation: Observation(&reader).map(Body.observation)
        }
    }
}

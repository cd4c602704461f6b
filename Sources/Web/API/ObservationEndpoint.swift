import Records
import Register

/// `GET /api/observations`: figures, as JSON page by page or as CSV.
struct ObservationEndpoint {
    let register: Register

    static let filters = [
        "indicator", "subject", "counterpart", "product", "from", "to", "sort",
    ]
    static let repeated: Set<String> = ["indicator", "subject", "counterpart"]
    static let parameters = filters + ["format", "limit", "cursor"]
    static let columns = [
        "id", "indicator", "subject", "counterpart", "product", "period", "value", "unit",
        "qualifier", "base_period", "cite",
    ]
    static let standardLimit = 100
    static let mostItems = 10_000

    private enum Format: String, CaseIterable { case json, csv }

    /// A page of them.
    func answer(_ request: EndpointRequest) throws -> Answer {
        let read = try ParameterReader(
            request.parameters, knowing: Self.parameters, repeated: Self.repeated)
        var query = try Self.query(read)
        let format = try read.choice("format", of: Format.self) ?? .json
        query.limit = try read.integer(
            "limit", in: 1...Self.mostItems, standard: Self.standardLimit)
        query.offset = try OffsetCursor.offset(try read.text("cursor", limit: 100))
        let page = try register.observations(query)
        let next = OffsetCursor.next(
            after: query.offset, given: page.items.count, of: page.total)
        switch format {
        case .json:
            return .json(reserving: 64 + page.items.count * 256) {
                $0.object {
                    $0.member("total", page.total)
                    $0.name("items")
                    $0.array { list in for item in page.items { Self.write(item, to: &list) } }
                    $0.name("next")
                    if let next { $0.string(next) } else { $0.null() }
                }
            }
        case .csv:
            var bytes: [UInt8] = []
            CSV.append(Self.columns, to: &bytes)
            for item in page.items { CSV.append(Self.fields(of: item), to: &bytes) }
            var answer = Answer(CSV.contentType, bytes)
            answer.headers = Self.disposition("csv")
            return answer
        }
    }

    /// All that fit as a file.
    func file(_ format: ObservationFile.Format, _ request: EndpointRequest) throws -> Answer {
        let read = try ParameterReader(
            request.parameters, knowing: Self.filters, repeated: Self.repeated)
        let file = ObservationFile(
            register: register, query: try Self.query(read), format: format)
        return try file.answer()
    }

    static func disposition(_ ending: String) -> [(name: String, value: String)] {
        [("Content-Disposition", "attachment; filename=\"fondaco-figures.\(ending)\"")]
    }

    private static func query(_ read: ParameterReader) throws(RequestFault) -> ObservationQuery {
        var query = ObservationQuery()
        query.indicators = try read.slugs("indicator")
        query.subjects = try read.ids("subject")
        query.counterparts = try read.ids("counterpart")
        query.product = try read.text("product", limit: 300)
        query.from = try read.firstDay("from")
        query.to = try read.lastDay("to")
        query.sort = try read.choice("sort") ?? .indicator
        return query
    }

    /// Writes a figure; what the source doesn't say is null.
    static func write(_ row: ObservationRow, to writer: inout JSONWriter) {
        let figure = row.observation
        writer.object {
            $0.member("id", row.id.text)
            $0.member("indicator", figure.indicator)
            $0.member("subject", figure.subject.text)
            $0.nullable("counterpart", figure.counterpart?.text)
            $0.nullable("product", figure.product)
            $0.member("period", figure.period.description)
            $0.member("value", figure.value)
            $0.member("unit", figure.unit)
            $0.nullable("qualifier", figure.qualifier?.rawValue)
            $0.nullable("base_period", figure.basePeriod?.description)
            $0.name("cite")
            $0.array { list in
                for citation in row.citations { RecordJSON.write(citation, to: &list) }
            }
        }
    }

    static func fields(of row: ObservationRow) -> [String?] {
        let figure = row.observation
        return [
            row.id.text, figure.indicator, figure.subject.text, figure.counterpart?.text,
            figure.product, figure.period.description, figure.value.description, figure.unit,
            figure.qualifier?.rawValue, figure.basePeriod?.description,
            RecordRow.citations(row.citations),
        ]
    }
}

extension JSONWriter {
    /// A member with a text, or null when there is none.
    mutating func nullable(_ name: String, _ text: String?) {
        self.name(name)
        if let text { string(text) } else { null() }
    }
}

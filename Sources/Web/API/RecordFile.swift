import Records
import Register

/// A whole list of records as a file, written piece by piece.
struct RecordFile {
    /// Formats of a file.
    enum Format: Sendable {
        /// One row a record with its common fields.
        case csv
        /// `{"total":…,"items":[…],"cut":…}`, records in canonical form with name and revision.
        case json
        /// One record a line in canonical form, as `fondaco import` takes it.
        case lines
        /// Those records that are anywhere, as features at their points (RFC 7946).
        case features
    }

    let register: Register
    let query: RecordQuery
    let format: Format
    /// Where the server is reached, for addresses that hold anywhere.
    let origin: String

    func answer() throws -> Answer {
        var count = query
        count.limit = 1
        let total = try register.find(count).total
        let isCut = total > RecordListEndpoint.mostRows
        let rows = Rows(file: self, total: total)
        var answer = try Answer(format.contentType, pieces: rows)
        answer.headers.append(
            ("Content-Disposition", "attachment; filename=\"fondaco-records.\(format.ending)\""))
        if isCut { answer.headers.append(("X-Fondaco-Cut", "\(RecordListEndpoint.mostRows)")) }
        return answer
    }

    /// Header fields of a CSV file.
    static let columns = [
        "id", "kind", "name", "type", "status", "date_from", "date_to", "place", "sectors", "cite",
        "revision",
    ]

    private struct Rows: PieceSource {
        let register: Register
        let query: RecordQuery
        let format: Format
        let origin: String
        let total: Int
        private var given = 0
        /// How many features there are so far.
        private var located = 0
        private var cursor: String?
        private var state = State.head

        private enum State { case head, rows, foot, end }

        init(file: RecordFile, total: Int) {
            register = file.register
            query = file.query
            format = file.format
            origin = file.origin
            self.total = total
        }

        mutating func next() throws -> [UInt8]? {
            switch state {
            case .head:
                state = .rows
                return head
            case .rows:
                return try rows()
            case .foot:
                state = .end
                return foot
            case .end:
                return nil
            }
        }

        private var head: [UInt8] {
            switch format {
            case .csv:
                var bytes: [UInt8] = []
                CSV.append(RecordFile.columns, to: &bytes)
                return bytes
            case .json: return Array("{\"total\":\(total),\"items\":[".utf8)
            case .lines: return []
            case .features: return Array("{\"type\":\"FeatureCollection\",\"features\":[".utf8)
            }
        }

        private var foot: [UInt8] {
            let isCut = total > given
            return switch format {
            case .json: Array("],\"cut\":\(isCut)}".utf8)
            case .features:
                Array("],\"total\":\(total),\"located\":\(located),\"cut\":\(isCut)}".utf8)
            case .csv, .lines: []
            }
        }

        private mutating func rows() throws -> [UInt8] {
            var page = query
            page.limit = min(500, RecordListEndpoint.mostRows - given)
            page.cursor = cursor
            let found = try register.find(page)
            var bytes: [UInt8] = []
            if format == .features {
                try appendFeatures(found.items, to: &bytes)
                given += found.items.count
            } else {
                for item in found.items {
                    append(item, to: &bytes)
                    given += 1
                }
            }
            cursor = found.next
            let isFull = given >= RecordListEndpoint.mostRows
            if cursor == nil || found.items.isEmpty || isFull { state = .foot }
            return bytes
        }

        private mutating func appendFeatures(
            _ items: [FoundRecord], to bytes: inout [UInt8]
        ) throws {
            let locations = try register.locations(of: items.map(\.record))
            for item in items {
                guard let points = locations[item.record.id] else { continue }
                if located > 0 { bytes.append(UInt8(ascii: ",")) }
                located += 1
                var writer = JSONWriter()
                RecordFeature.write(item, at: points, origin: origin, to: &writer)
                bytes += writer.bytes
            }
        }

        private func append(_ item: FoundRecord, to bytes: inout [UInt8]) {
            switch format {
            case .csv:
                CSV.append(RecordRow.fields(of: item), to: &bytes)
            case .json:
                if given > 0 { bytes.append(UInt8(ascii: ",")) }
                var writer = JSONWriter()
                RecordListEndpoint.write(item, to: &writer)
                bytes += writer.bytes
            case .lines:
                bytes += item.record.canonicalJSON
                bytes.append(0x0A)
            case .features: break
            }
        }
    }
}

extension RecordFile.Format {
    var contentType: String {
        switch self {
        case .csv: CSV.contentType
        case .json: "application/json"
        case .lines: "application/x-ndjson"
        case .features: GeoJSON.mediaType
        }
    }

    var ending: String {
        switch self {
        case .csv: "csv"
        case .json: "json"
        case .lines: "jsonl"
        case .features: "geojson"
        }
    }
}

/// A record as a row of a table: what all kinds have in common.
enum RecordRow {
    static func fields(of item: FoundRecord) -> [String?] {
        let content = item.record.content
        let days = content.days
        return [
            item.record.id.text, item.record.kind.name, item.record.name, content.type,
            status(of: item.record), days.map { day($0.lowerBound) },
            days.map { day($0.upperBound) }, place(of: content),
            content.topics.joined(separator: "; "), citations(item.record.citations),
            String(item.revision),
        ]
    }

    private static func status(of record: Record) -> String? {
        switch record.body {
        case .agreement(let agreement): agreement.status?.rawValue
        case .project(let project): project.status?.rawValue
        case .measure(let measure): measure.status?.rawValue
        default: nil
        }
    }

    private static func place(of content: any RecordBody) -> String? {
        content.links.first { $0.role == .place }?.target.text
            ?? content.links.first { $0.role == .parent && $0.target.kind == .place }?.target.text
    }

    /// Citations in one field: `seed/000 L1-L2; src/000-n3`.
    static func citations(_ citations: [Citation]) -> String {
        citations.map { citation in
            citation.locator.map { "\(citation.source) \($0)" } ?? citation.source.text
        }.joined(separator: "; ")
    }

    private static func day(_ number: Int32) -> String {
        PartialDate(
            year: Int(number / 10_000), month: Int(number / 100 % 100), day: Int(number % 100)
        )?.description ?? ""
    }
}

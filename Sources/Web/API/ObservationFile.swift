import Records
import Register

/// All figures that a query asks for as a file, written piece by piece.
struct ObservationFile {
    /// Formats of a file.
    enum Format: String, Sendable {
        case csv
        case json
        /// One record a line in canonical form.
        case lines = "jsonl"
    }

    let register: Register
    let query: ObservationQuery
    let format: Format

    func answer() throws -> Answer {
        var count = query
        count.limit = 0
        let total = try register.observations(count).total
        let rows = Rows(register: register, query: query, format: format, total: total)
        var answer = try Answer(contentType, pieces: rows)
        answer.headers = ObservationEndpoint.disposition(format.rawValue)
        if total > RecordListEndpoint.mostRows {
            answer.headers.append(("X-Fondaco-Cut", "\(RecordListEndpoint.mostRows)"))
        }
        return answer
    }

    private var contentType: String {
        switch format {
        case .csv: CSV.contentType
        case .json: "application/json"
        case .lines: "application/x-ndjson"
        }
    }

    private struct Rows: PieceSource {
        let register: Register
        let query: ObservationQuery
        let format: Format
        let total: Int
        var given = 0
        var hasBegun = false
        var hasEnded = false

        mutating func next() throws -> [UInt8]? {
            guard !hasEnded else { return nil }
            var bytes: [UInt8] = []
            if !hasBegun {
                hasBegun = true
                if format == .csv { CSV.append(ObservationEndpoint.columns, to: &bytes) }
                if format == .json { bytes += "{\"total\":\(total),\"items\":[".utf8 }
            }
            // Few large steps: each begins with the rows that earlier ones gave.
            var page = query
            page.offset = given
            page.limit = min(5_000, RecordListEndpoint.mostRows - given)
            var rows = 0
            try register.eachObservation(page) { row in
                append(row, isFirst: given + rows == 0, to: &bytes)
                rows += 1
            }
            given += rows
            if rows < page.limit || given >= RecordListEndpoint.mostRows {
                hasEnded = true
                if format == .json { bytes += "],\"cut\":\(total > given)}".utf8 }
            }
            return bytes
        }

        private func append(_ row: ObservationRow, isFirst: Bool, to bytes: inout [UInt8]) {
            switch format {
            case .csv:
                CSV.append(ObservationEndpoint.fields(of: row), to: &bytes)
            case .json:
                if !isFirst { bytes.append(UInt8(ascii: ",")) }
                var writer = JSONWriter()
                ObservationEndpoint.write(row, to: &writer)
                bytes += writer.bytes
            case .lines:
                var writer = JSONWriter()
                ObservationEndpoint.write(row, to: &writer)
                bytes += writer.bytes
                bytes.append(0x0A)
            }
        }
    }
}

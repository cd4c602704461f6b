import Records
import Register

/// `GET /api/calendar`: what stands in the calendar, page by page; and the same whole as CSV.
struct CalendarEndpoint {
    let register: Register
    let clock: SiteClock

    static let filters = CalendarFilter.parameterNames + ["from", "to"]
    static let standardLimit = 100
    static let mostItems = 500
    /// How many rows a file holds at most.
    static let mostRows = 100_000

    func answer(_ request: EndpointRequest) throws -> Answer {
        let read = try ParameterReader(
            request.parameters, knowing: Self.filters + ["limit", "cursor"],
            repeated: CalendarFeed.repeated)
        let limit = try read.integer("limit", in: 1...Self.mostItems, standard: Self.standardLimit)
        let offset = try OffsetCursor.offset(try read.text("cursor", limit: 100))
        let state = try CalendarState(read)
        let today = clock.day()
        return try register.reading {
            let marks = try Self.marks(state, register)
            let page = marks.dropFirst(offset).prefix(limit)
            let entries = try register.entries(page)
            return .json(reserving: 64 + entries.count * 400) {
                $0.object {
                    $0.member("total", marks.count)
                    $0.member("today", PartialDate(yyyymmdd: today)?.description)
                    $0.name("items")
                    $0.array { list in
                        for entry in entries { Self.write(entry, today, to: &list) }
                    }
                    $0.nullable(
                        "next",
                        OffsetCursor.next(after: offset, given: page.count, of: marks.count))
                }
            }
        }
    }

    /// The whole list as CSV.
    func file(_ request: EndpointRequest) throws -> Answer {
        let read = try ParameterReader(
            request.parameters, knowing: Self.filters, repeated: CalendarFeed.repeated)
        let state = try CalendarState(read)
        let today = clock.day()
        return try register.reading {
            let marks = try Self.marks(state, register)
            var bytes: [UInt8] = []
            CSV.append(Self.columns, to: &bytes)
            for entry in try register.entries(marks.prefix(Self.mostRows)) {
                let columns = Columns(entry, today)
                CSV.append(
                    [
                        entry.mark.sort.rawValue, entry.id.text, entry.record.kind.name,
                        entry.record.name, entry.start.description, columns.end,
                        entry.precision.rawValue, entry.mark.status,
                        columns.isOverdue ? "true" : "false", columns.place, entry.mark.series,
                        columns.edition.map(String.init),
                        Set(entry.record.citations.map(\.source.text)).sorted()
                            .joined(separator: " "),
                    ], to: &bytes)
            }
            var answer = Answer(CSV.contentType, bytes)
            answer.headers.append(
                ("Content-Disposition", "attachment; filename=\"fondaco-calendar.csv\""))
            if marks.count > Self.mostRows {
                answer.headers.append(("X-Fondaco-Cut", String(marks.count)))
            }
            return answer
        }
    }

    private static let columns = [
        "what", "id", "kind", "name", "start", "end", "precision", "status", "overdue", "place",
        "series", "edition", "sources",
    ]

    /// The file and the pages of the API go forward in time, whatever is asked for.
    private static func marks(
        _ state: CalendarState, _ register: Register
    ) throws -> [CalendarMark] {
        var state = state
        if state.from == nil { state.from = PartialDate(year: 1) }
        return CalendarPage.list(state, try state.filter.marks(of: register))
    }

    /// What an entry has beside its own dates.
    private struct Columns {
        let end: String?
        let place: String?
        let edition: Int?
        let isOverdue: Bool

        init(_ entry: CalendarEntry, _ today: Int32) {
            end = entry.end?.description
            place = entry.place?.text
            isOverdue = entry.isOverdue(on: today)
            if case .event(let event) = entry.record.body {
                edition = event.edition
            } else {
                edition = nil
            }
        }
    }

    private static func write(
        _ entry: CalendarEntry, _ today: Int32, to list: inout JSONWriter
    ) {
        let columns = Columns(entry, today)
        list.object {
            $0.member("what", entry.mark.sort.rawValue)
            $0.member("id", entry.id.text)
            $0.member("kind", entry.record.kind.name)
            $0.member("name", entry.record.name)
            $0.member("start", entry.start.description)
            $0.member("end", columns.end)
            $0.member("precision", entry.precision.rawValue)
            $0.member("status", entry.mark.status)
            $0.name("overdue")
            $0.bool(columns.isOverdue)
            $0.member("place", columns.place)
            $0.member("series", entry.mark.series)
            $0.member("edition", columns.edition)
            $0.name("cite")
            $0.array { cite in
                for citation in entry.record.citations { RecordJSON.write(citation, to: &cite) }
            }
        }
    }
}

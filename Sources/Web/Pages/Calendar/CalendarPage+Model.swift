import Charts
import Records
import Register

/// The calendar: what happens, falls due, begins and ends, around a date or in a stretch of time.
struct CalendarPage: Page {
    /// How many a page of a stretch of time shows.
    static let pageSize = 100
    /// How many are shown on each side of a date.
    static let around = 30
    /// How many overdue ones are shown at once.
    static let mostOverdue = 20

    let context: PageContext
    let state: CalendarState
    /// All that fits but for its time, in order.
    let marks: [CalendarMark]
    let sections: [Section]
    let overview: YearOverview
    let line: RecordLine
    let sources: CitedSources
    let names: NameBook
    let facets: [RecordFacet: [RecordFacetCount]]
    /// Which part of a stretch of time is shown; nil around a date.
    let part: PageOfList?

    var words: Catalogue { context.words }

    /// A part of the page with its entries under the months in which they are.
    struct Section {
        enum Part: String { case overdue, upcoming, past, span }

        let part: Part
        /// How many there are in all.
        let total: Int
        let groups: [Group]
    }

    /// The entries of a month, or of a year where the month isn't known.
    struct Group {
        let date: PartialDate
        let entries: [CalendarEntry]
    }

    init(_ context: PageContext) throws {
        self.context = context
        let state = try CalendarState(context.request.query)
        self.state = state
        let register = context.register
        let marks = try state.filter.marks(of: register)
        self.marks = marks
        if state.hasSpan {
            let list = Self.list(state, marks)
            let page = list.dropFirst((state.page - 1) * Self.pageSize).prefix(Self.pageSize)
            sections = [
                Section(
                    part: .span, total: list.count,
                    groups: Self.groups(try register.entries(page), isDescending: state.from == nil)
                )
            ]
            part = PageOfList(
                number: state.page, size: Self.pageSize, total: list.count, shown: page.count)
        } else {
            sections = try Self.around(state, marks, context)
            part = nil
        }
        overview = YearOverview(marks, state, today: context.today)
        let entries = sections.flatMap(\.groups).flatMap(\.entries)
        names = try NameBook(
            entries.flatMap { RecordLine.named(in: $0.record) } + state.filter.places
                + state.filter.countries + state.filter.regions, context)
        line = RecordLine(names, context)
        sources = try CitedSources(entries.flatMap(\.record.citations), context)
        facets = try Self.facets(state, register)
    }

    /// What the filters by place and area would give: entries, of which a record can have two.
    private static func facets(
        _ state: CalendarState, _ register: Register
    ) throws -> [RecordFacet: [RecordFacetCount]] {
        var unplaced = state.filter
        (unplaced.countries, unplaced.regions, unplaced.sectors) = ([], [], [])
        let marks = list(state, try unplaced.marks(of: register))
        var query = state.filter.recordQuery
        query.facets = [.country, .region, .sector]
        return try register.facets(of: query, among: marks.map(\.ordinal))
    }

    /// The day around which the calendar is open.
    var day: Int32 { state.on?.firstDay ?? context.today }

    // MARK: Choosing

    /// What a stretch of time holds: in order, or the newest first where it has no beginning.
    static func list(_ state: CalendarState, _ marks: [CalendarMark]) -> [CalendarMark] {
        let from = state.from?.firstDay ?? 0
        let to = state.to?.lastDay ?? .max
        let list = marks.filter { $0.touches(from, to) }
        return state.from == nil ? list.sorted(by: isLater) : list
    }

    private static func around(
        _ state: CalendarState, _ marks: [CalendarMark], _ context: PageContext
    ) throws -> [Section] {
        let day = state.on?.firstDay ?? context.today
        let showsOverdue = state.on == nil
        let overdue = showsOverdue ? marks.filter { $0.isOverdue(on: context.today) } : []
        let upcoming = marks.filter { $0.lastDay >= day }
        let past = marks.filter {
            $0.lastDay < day && !(showsOverdue && $0.isOverdue(on: context.today))
        }.sorted(by: isLater)
        return try [
            section(.overdue, overdue, mostOverdue, context.register),
            section(.upcoming, upcoming, around, context.register),
            section(.past, past, around, context.register),
        ]
    }

    private static func section(
        _ part: Section.Part, _ marks: [CalendarMark], _ most: Int, _ register: Register
    ) throws -> Section {
        Section(
            part: part, total: marks.count,
            groups: groups(try register.entries(marks.prefix(most)), isDescending: part == .past))
    }

    private static func isLater(_ left: CalendarMark, _ right: CalendarMark) -> Bool {
        (left.lastDay, left.firstDay, left.ordinal) > (right.lastDay, right.firstDay, right.ordinal)
    }

    /// The entries by months, and by years where no month is known. In a month exact days stand
    /// first, in order, and what may be on any of its days behind them.
    private static func groups(
        _ entries: [CalendarEntry], isDescending: Bool
    ) -> [Group] {
        var groups: [PartialDate: [CalendarEntry]] = [:]
        for entry in entries {
            let month = entry.start.month
            guard let date = PartialDate(year: entry.start.year, month: month) else { continue }
            groups[date, default: []].append(entry)
        }
        return groups.map { date, entries in
            let exact = entries.filter { $0.precision == .day }
            return Group(date: date, entries: exact + entries.filter { $0.precision != .day })
        }.sorted { left, right in
            let (first, second) = isDescending ? (right.date, left.date) : (left.date, right.date)
            return (first.year, first.month ?? 0) < (second.year, second.month ?? 0)
        }
    }
}

/// How many there are in each year, and in each month of one year.
struct YearOverview: Sendable {
    /// Years with their numbers, in order.
    let years: [(year: Int, count: Int)]
    /// The year whose months are shown.
    let shown: Int
    /// The twelve months; what has no month isn't among them.
    let months: [Int]
    /// What is in the year, but in no known month.
    let withoutMonth: Int

    init(_ marks: [CalendarMark], _ state: CalendarState, today: Int32) {
        var counts: [Int: Int] = [:]
        for mark in marks { counts[mark.year, default: 0] += 1 }
        years = counts.map { (year: $0.key, count: $0.value) }.sorted { $0.year < $1.year }
        let shown =
            state.from?.year ?? state.to?.year ?? state.on?.year ?? Int(today) / 10_000
        self.shown = shown
        var months = [Int](repeating: 0, count: 12)
        var rest = 0
        for mark in marks where mark.year == shown {
            if mark.isYearLong {
                rest += 1
            } else {
                months[(Int(mark.firstDay) / 100 % 100 + 11) % 12] += 1
            }
        }
        self.months = months
        withoutMonth = rest
    }

    /// Whether the year shown has anything.
    var isEmpty: Bool { withoutMonth == 0 && months.allSatisfy { $0 == 0 } }

    /// The most that a month has.
    var most: Int { months.max() ?? 0 }
}

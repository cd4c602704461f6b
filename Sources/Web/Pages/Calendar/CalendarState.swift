import Charts
import Records
import Register

/// What the calendar shows, as it stands in the page's address.
struct CalendarState: Hashable, Sendable {
    var filter = CalendarFilter()
    /// What is shown may not end before it.
    var from: PartialDate?
    /// What is shown may not begin after it.
    var to: PartialDate?
    /// The date around which the calendar opens; nil for today.
    var on: PartialDate?
    /// Which page, from 1.
    var page = 1

    /// The calendar around today.
    init(
        filter: CalendarFilter = CalendarFilter(), from: PartialDate? = nil, to: PartialDate? = nil
    ) {
        self.filter = filter
        self.from = from
        self.to = to
    }

    /// Reads the state from a query; empty values are as good as none.
    init(_ query: QueryParameters) throws(BadParameter) {
        for item in query.items where !item.value.isEmpty {
            switch item.name {
            case "from": from = try BadParameter.date(item.value, item.name)
            case "to": to = try BadParameter.date(item.value, item.name)
            case "on": on = try BadParameter.date(item.value, item.name)
            case "page": page = try BadParameter.page(item.value)
            default: _ = try filter.take(item)
            }
        }
        // Whoever gives the later end first means the same stretch of time.
        if let first = from, let last = to, first.firstDay > last.lastDay {
            (from, to) = (last, first)
        }
    }

    /// The state as a query, in one order.
    func items(withPage: Bool = true) -> [(name: String, value: String?)] {
        var items = filter.items
        items.append(("from", from?.description))
        items.append(("to", to?.description))
        items.append(("on", on?.description))
        items.append(("page", withPage && page > 1 ? String(page) : nil))
        return items.filter { $0.value != nil }
    }

    /// Whether a stretch of time is shown, rather than what is around a date.
    var hasSpan: Bool { from != nil || to != nil }

    /// The year or month that is shown, if it is just one.
    var period: PartialDate? { from == to && from?.day == nil ? from : nil }

    /// The state with something else changed, on the first page.
    func with(_ change: (inout CalendarState) -> Void) -> CalendarState {
        var state = self
        state.page = 1
        change(&state)
        return state
    }

    /// The same filters for a year, a month or a day.
    func showing(_ period: PartialDate) -> CalendarState {
        with {
            $0.from = period
            $0.to = period
            $0.on = nil
        }
    }
}

extension PartialDate {
    /// The year, month or day that comes so many later; nil outside the years 1 to 9999.
    func moved(by count: Int) -> PartialDate? {
        guard let month else { return PartialDate(year: year + count) }
        guard let day else {
            let months = year * 12 + month - 1 + count
            guard months >= 12 else { return nil }
            return PartialDate(year: months / 12, month: months % 12 + 1)
        }
        let number = CalendarDay(year: year, month: month, day: day).number + count
        return PartialDate(yyyymmdd: CalendarDay(number: number).yyyymmdd)
    }
}

import Records

/// The years with how much each has, and the months of one year: shows where something is.
struct CalendarOverview: Component {
    let page: CalendarPage

    private var words: Catalogue { page.words }
    private var overview: YearOverview { page.overview }

    func write(to html: inout HTMLWriter) {
        guard !overview.years.isEmpty else { return }
        html.element(.nav, class: "calendar-overview", .label(words(CalendarPhrase.years))) {
            html in
            html.element(.ul, class: "calendar-years", .role(.list)) { html in
                for (year, count) in overview.years {
                    if let date = PartialDate(year: year) { write(date, count, to: &html) }
                }
            }
            guard !overview.isEmpty else { return }
            html.element(.ol, class: "calendar-months", .role(.list)) { html in
                for (index, count) in overview.months.enumerated() {
                    let date = PartialDate(year: overview.shown, month: index + 1)
                    if let date { write(date, count, to: &html) }
                }
            }
            if overview.withoutMonth > 0, let year = PartialDate(year: overview.shown) {
                html.element(
                    .p, class: "help",
                    text: words(
                        CalendarPhrase.withoutMonth(
                            overview.withoutMonth, words.date(year.description))))
            }
        }
    }

    private func write(_ date: PartialDate, _ count: Int, to html: inout HTMLWriter) {
        let isShown = page.state.period == date
        let level = date.month == nil || count == 0 ? 0 : 1 + count * 3 / max(1, overview.most)
        html.element(.li, class: "level-\(min(level, 4))") { html in
            let label = words.date(date.description)
            let text = date.month.map(words.monthName) ?? String(date.year)
            guard count > 0 else {
                html.element(.span, class: "muted", text: text)
                return
            }
            let content: (inout HTMLWriter) -> Void = { html in
                html.element(.span, .hiddenFromReaders, text: text)
                html.element(.span, class: "unseen", text: label + ": ")
                html.text(" ")
                html.element(.span, class: "count", text: words.number(count))
            }
            let address = SiteAddress.calendar(page.state.showing(date))
            if isShown {
                html.link(to: address, class: "chosen", .current(.page), content: content)
            } else {
                html.link(to: address, content: content)
            }
        }
    }
}

import Records
import Register

extension CalendarPage {
    var response: PageResponse {
        let shell = context.shell(
            title: title, description: words(CalendarPhrase.help), layout: .list,
            division: .calendar, downloads: downloads)
        return PageResponse(
            html: shell.render { page in
                page.put(PageTitle(title: title))
                page.put(Lead(.text(words(CalendarPhrase.help))))
                page.put(CalendarFilters(page: self).panel)
                page.put(CalendarOverview(page: self))
                page.put(form)
                writeWays(to: &page)
                for section in sections { write(section, to: &page) }
                page.put(
                    part?.pagination(words) { number in
                        var other = state
                        other.page = number
                        return SiteAddress.calendar(other)
                    })
                writeDrawing(to: &page)
                writeSubscription(to: &page)
            })
    }

    /// "Calendar: June 2021".
    private var title: String {
        let name = words(.navCalendar)
        if let period = state.period { return name + ": " + words.date(period.description) }
        if let on = state.on { return name + ": " + words.date(on.description) }
        switch (state.from, state.to) {
        case (nil, nil): return name
        case (let from?, let to?):
            return name + ": "
                + words(
                    DrawingPhrase.years(
                        words.date(from.description), words.date(to.description)))
        case (let from?, nil):
            return name + ": " + words(CalendarPhrase.since(words.date(from.description)))
        case (nil, let to?):
            return name + ": " + words(.until(words.date(to.description)))
        }
    }

    // MARK: Ways

    private var form: FilterForm {
        let hidden = state.filter.items.map { item in
            FormField(label: "", name: item.name, control: .hidden(value: item.value ?? ""))
        }
        return FilterForm(
            action: SiteAddress.page(.calendar),
            fields: [
                FormField(
                    label: words(CalendarPhrase.goToDate), name: "on",
                    control: .text(
                        value: state.on?.description ?? "", placeholder: words(.periodHint)))
            ] + hidden, submit: words(CalendarPhrase.go))
    }

    /// To the months or years before and after, and back to today.
    private func writeWays(to page: inout HTMLWriter) {
        guard let period = state.period else {
            guard state.hasSpan || state.on != nil else { return }
            page.element(.p, class: "calendar-ways") { page in writeToday(to: &page) }
            return
        }
        page.element(.nav, class: "calendar-ways", .label(words(CalendarPhrase.around))) { page in
            if let before = period.moved(by: -1) {
                page.link(to: SiteAddress.calendar(state.showing(before)), .rel("prev")) {
                    $0.text("← " + words.date(before.description))
                }
            }
            if period.month != nil, let year = PartialDate(year: period.year) {
                page.link(
                    to: SiteAddress.calendar(state.showing(year)),
                    text: words.date(year.description))
            }
            writeToday(to: &page)
            if let after = period.moved(by: 1) {
                page.link(to: SiteAddress.calendar(state.showing(after)), .rel("next")) {
                    $0.text(words.date(after.description) + " →")
                }
            }
        }
    }

    private func writeToday(to page: inout HTMLWriter) {
        let today = CalendarState(filter: state.filter)
        page.link(to: SiteAddress.calendar(today), text: words(CalendarPhrase.today))
    }

    // MARK: Lists

    private func write(_ section: Section, to page: inout HTMLWriter) {
        guard section.part != .overdue || section.total > 0 else { return }
        page.section(
            heading(section.part), id: section.part.rawValue, count: words.number(section.total),
            help: section.part == .overdue ? words(CalendarPhrase.overdueHelp) : nil
        ) { page in
            guard section.total > 0 else { return writeEmpty(section.part, to: &page) }
            for group in section.groups {
                page.subsection(.text(heading(group))) { page in
                    page.put(EntryList(group.entries.map(entry), words: words))
                }
            }
            writeMore(section, to: &page)
        }
    }

    private func heading(_ part: Section.Part) -> String {
        switch part {
        case .overdue: words(CalendarPhrase.overdueTitle)
        case .upcoming:
            state.on.map { words(CalendarPhrase.since(words.date($0.description))) }
                ?? words(CalendarPhrase.upcoming)
        case .past:
            state.on.map { words(CalendarPhrase.before(words.date($0.description))) }
                ?? words(CalendarPhrase.past)
        case .span: words(CalendarPhrase.entries)
        }
    }

    private func heading(_ group: Group) -> String {
        let date = words.date(group.date.description)
        return group.date.month == nil
            ? words(CalendarPhrase.monthUnknown(date)) : words.sentenceCase(date)
    }

    private func writeMore(_ section: Section, to page: inout HTMLWriter) {
        let shown = section.groups.reduce(0) { $0 + $1.entries.count }
        guard section.part != .span, section.total > shown else { return }
        let address = SiteAddress.calendar(
            state.with {
                $0.on = nil
                let day = PartialDate(yyyymmdd: self.day)
                switch section.part {
                case .overdue:
                    $0.filter.sorts = [.deadline]
                    $0.to = day
                case .past: $0.to = day?.moved(by: -1)
                case .upcoming, .span: $0.from = day
                }
            })
        page.element(.p, class: "more") {
            $0.link(to: address, text: words(.showAll(section.total)))
        }
    }

    private func writeEmpty(_ part: Section.Part, to page: inout HTMLWriter) {
        let day = words.date((PartialDate(yyyymmdd: day) ?? state.on)?.description ?? "")
        var ways: [Inline] = []
        if state.filter.isSet {
            ways.append(
                .link(
                    words(.clearFilters),
                    to: SiteAddress.calendar(state.with { $0.filter = CalendarFilter() })))
        }
        if let last = overview.years.last(where: { $0.count > 0 }),
            let year = PartialDate(year: last.year), state.period != year
        {
            ways.append(
                .link(
                    words(CalendarPhrase.lastYear(words.date(year.description))),
                    to: SiteAddress.calendar(state.showing(year))))
        }
        let why =
            switch part {
            case .upcoming, .overdue: words(CalendarPhrase.nothingAfter(day))
            case .past: words(CalendarPhrase.nothingBefore(day))
            case .span: words(CalendarPhrase.nothingThere)
            }
        page.put(EmptyState(title: words(CalendarPhrase.emptyTitle), why: why, ways: ways))
    }

    private func entry(_ entry: CalendarEntry) -> Entry {
        CalendarLine(line: line, sources: sources, today: context.today, words: words)
            .entry(entry)
    }

    // MARK: Around the list

    private func writeDrawing(to page: inout HTMLWriter) {
        var filter = state.filter
        filter.sorts = []
        let around = state.on?.year ?? Int(context.today) / 10_000
        let from = state.hasSpan ? state.from : PartialDate(year: max(1, around - 4))
        let to = state.hasSpan ? state.to : PartialDate(year: around + 3)
        let drawing = TimelineDrawing(
            of: nil, kinds: state.filter.kinds, filter: filter, from: from, to: to, context)
        guard
            var plate = try? Plate(
                drawing, id: "timeline", size: .column, heading: .h2, words)
        else { return }
        plate.brush = SiteAddress.calendar(CalendarState(filter: state.filter))
        page.element(.div, class: "plates") { $0.put(plate) }
    }

    private func writeSubscription(to page: inout HTMLWriter) {
        page.section(words(CalendarPhrase.subscribe), id: "subscribe") { page in
            page.paragraph(.text(words(CalendarPhrase.subscribeHelp)))
            let feed = Address(path: SiteAddress.calendarFeed.text, query: feedItems())
            let whole = Address(
                path: SiteAddress.calendarFeed.text, query: feedItems(precision: .year))
            page.element(.p) { page in
                page.link(to: feed) { $0.element(.code, text: context.request.origin + feed.text) }
            }
            page.element(.p) { $0.link(to: whole, text: words(CalendarPhrase.withYears)) }
        }
    }

    private func feedItems(
        precision: CalendarEntry.Precision? = nil
    ) -> [(name: String, value: String?)] {
        let language = words.language == .english ? nil : words.language.rawValue
        return state.filter.items + [
            ("precision", precision?.rawValue), (LanguageChoice.parameter, language),
        ]
    }

    private var downloads: [Download] {
        let items = state.with { $0.on = nil }.items(withPage: false)
        let file = { Address(path: $0, query: items) }
        return [
            Download(
                name: "iCalendar",
                address: Address(path: SiteAddress.calendarFeed.text, query: feedItems()),
                mediaType: "text/calendar"),
            .csv(file("/api/calendar.csv")), .json(file("/api/calendar")),
        ]
    }
}

import Charts
import Records
import Register

/// A timeline's words and chart.
struct TimelinePlate {
    let drawing: TimelineDrawing
    let contents: TimelineContents

    private var words: Catalogue { drawing.context.words }

    func content() throws -> PlateContent {
        let records =
            contents.agreements.map(\.record) + contents.events.flatMap { $0 }.map(\.record)
            + contents.measures.map(\.record)
        let names = try NameBook(
            records.flatMap(RecordLine.named) + [drawing.subject].compactMap(\.self),
            drawing.context)
        let sources = try CitedSources(records.flatMap(\.citations), drawing.context)
        let notes = sources.notes(records.flatMap(\.citations))
        let groups = groups(
            names,
            try EventSeriesNames(
                contents.events.compactMap { $0.last?.event.series },
                try drawing.context.register.calendar(), drawing.context))
        let title = title(names)
        let summary = summary()
        let today = CalendarDay(yyyymmdd: drawing.context.today)
        let (words, span) = (words, span)
        return PlateContent(
            title: title, summary: summary,
            chart: { id in
                Timeline(
                    text: words.chartText(
                        id: id, title: title, description: summary, sources: notes),
                    words: words.timelineWords, groups: groups, today: today, span: span)
            }, sources: notes,
            remarks: contents.left > 0 ? [words(CalendarPhrase.leftOut(contents.left))] : [],
            data: data(records, names), maximumHeight: 3_600)
    }

    private func title(_ names: NameBook) -> String {
        let parts = [
            contents.agreements.isEmpty ? nil : words.kinds("agreement"),
            contents.events.isEmpty ? nil : words.kinds("event"),
            contents.measures.isEmpty ? nil : words(CalendarPhrase.deadlines),
        ].compactMap(\.self)
        let whole = words(
            CalendarPhrase.throughTime(parts.joined(separator: ", ").lowercased()))
        return drawing.subject.map { names.text($0) + ": " + whole } ?? words.sentenceCase(whole)
    }

    private func summary() -> String {
        let count = contents.events.reduce(0) { $0 + $1.count }
        var parts: [String] = []
        if !contents.agreements.isEmpty {
            parts.append(words.count(contents.agreements.count, "agreement"))
        }
        if count > 0 { parts.append(words.count(count, "event")) }
        if !contents.measures.isEmpty {
            parts.append(words.count(contents.measures.count, "measure"))
        }
        return parts.joined(separator: ", ") + ". " + words(CalendarPhrase.timelineHelp)
    }

    /// The stretch of time asked for; a side that isn't given follows what is shown.
    private var span: ChartPeriod? {
        guard drawing.from != nil || drawing.to != nil else { return nil }
        let days =
            contents.agreements.flatMap { [$1.signed, $1.validFrom, $1.validTo] }
            + contents.events.flatMap { $0 }.flatMap { [$1.start, $1.end] }
            + contents.measures.map(\.measure.deadline)
        let known = days.compactMap(\.self)
        guard let first = drawing.from?.firstDay ?? known.map(\.firstDay).min(),
            let last = drawing.to?.lastDay ?? known.map(\.lastDay).max(), first <= last
        else { return nil }
        return ChartPeriod(
            first: CalendarDay(yyyymmdd: first), last: CalendarDay(yyyymmdd: last), label: "")
    }

    // MARK: Items

    private func groups(_ names: NameBook, _ series: EventSeriesNames) -> [TimelineGroup] {
        [
            TimelineGroup(
                heading: words.kinds("agreement"), href: SiteAddress.list(.agreement).text,
                items: contents.agreements.compactMap { item($0.record, $0.agreement, names) }),
            TimelineGroup(
                heading: words.kinds("event"), href: SiteAddress.list(.event).text,
                items: contents.events.compactMap { item($0, names, series) }),
            TimelineGroup(
                heading: words(CalendarPhrase.deadlines), href: SiteAddress.list(.measure).text,
                items: contents.measures.compactMap { item($0.record, $0.measure, names) }),
        ].filter { !$0.items.isEmpty }
    }

    private func item(
        _ record: Record, _ agreement: Agreement, _ names: NameBook
    ) -> TimelineItem? {
        guard let mark = mark(of: agreement) else { return nil }
        let name = names.text(record.id)
        var facts = [name]
        if let signed = agreement.signed {
            facts.append(
                words(CalendarPhrase.signed) + " " + words.date(signed.description, .short))
        }
        if let valid = LeadFacts.period(
            agreement.validFrom?.description, agreement.validTo?.description)
        {
            let label = agreement.validFrom == nil ? CalendarPhrase.validUntil : .validFrom
            facts.append(words(label) + " " + words.date(valid, .short))
        }
        if let status = agreement.status { facts.append(words.status(status.rawValue)) }
        return TimelineItem(
            label: name, detail: facts.joined(separator: ", "),
            href: SiteAddress.record(record.id).text, mark: mark, colour: 0,
            importance: agreement.status == .inForce ? 1 : 0)
    }

    /// A bar where it is known how long it holds, or that it still does; else the day on which it
    /// was signed.
    private func mark(of agreement: Agreement) -> TimelineItem.Mark? {
        let start = agreement.validFrom ?? agreement.signed
        switch (start, agreement.validTo) {
        case (let start?, let end?) where start.firstDay <= end.lastDay:
            return .validity(from: period(start), to: .at(period(end)))
        case (let start?, nil) where agreement.status == .inForce || agreement.validFrom != nil:
            return .validity(from: period(start), to: .open)
        case (let start?, _): return .moment(period(start))
        case (nil, let end?): return .moment(period(end))
        case (nil, nil): return nil
        }
    }

    private func item(
        _ line: [(record: Record, event: Event)], _ names: NameBook, _ series: EventSeriesNames
    ) -> TimelineItem? {
        guard let last = line.last else { return nil }
        let editions = line.compactMap { record, event -> TimelineItem.Edition? in
            guard let start = event.start ?? event.end else { return nil }
            let time = LeadFacts.period(start.description, event.end?.description) ?? ""
            var facts = [names.text(record.id), words.date(time, .short)]
            if let place = event.place { facts.append(names.text(place)) }
            return TimelineItem.Edition(
                period: period(start, event.end), number: event.edition.map(String.init) ?? "",
                detail: facts.joined(separator: ", "), href: SiteAddress.record(record.id).text)
        }
        guard let only = editions.last else { return nil }
        guard line.count > 1, let slug = last.event.series else {
            return TimelineItem(
                label: names.text(last.record.id), detail: only.detail, href: only.href,
                mark: .moment(only.period), colour: 1)
        }
        let name = series.text(slug, words)
        return TimelineItem(
            label: name, detail: name,
            href: SiteAddress.calendar(.init(filter: .series(slug))).text,
            mark: .series(editions), colour: 1, importance: 2)
    }

    private func item(
        _ record: Record, _ measure: Measure, _ names: NameBook
    ) -> TimelineItem? {
        guard let deadline = measure.deadline else { return nil }
        let name = names.text(record.id)
        var facts = [
            name, words(CalendarPhrase.deadline) + " " + words.date(deadline.description, .short),
        ]
        if let status = measure.status { facts.append(words.status(status.rawValue)) }
        return TimelineItem(
            label: name, detail: facts.joined(separator: ", "),
            href: SiteAddress.record(record.id).text,
            mark: .deadline(period(deadline), isDone: measure.status == .completed), colour: 2)
    }

    private func period(_ date: PartialDate, _ end: PartialDate? = nil) -> ChartPeriod {
        let text = LeadFacts.period(date.description, end?.description) ?? ""
        return ChartPeriod(
            first: CalendarDay(yyyymmdd: date.firstDay),
            last: CalendarDay(yyyymmdd: (end ?? date).lastDay), label: words.date(text, .short))
    }

    // MARK: Data

    private func data(_ records: [Record], _ names: NameBook) -> DrawingData {
        DrawingData(
            columns: [
                "id", "kind", "name", "start", "end", "signed", "status", "series", "edition",
            ],
            rows: records.map { record in
                let dates = record.timelineDates
                return [
                    .text(record.id.text), .text(record.kind.name), .text(names.text(record.id)),
                    DrawingData.text(dates.start?.description),
                    DrawingData.text(dates.end?.description),
                    DrawingData.text(dates.signed?.description), DrawingData.text(dates.status),
                    DrawingData.text(dates.series),
                    dates.edition.map { .number(ExactDecimal(Int32(clamping: $0))) } ?? .none,
                ]
            })
    }
}

extension Record {
    /// What a timeline knows of it, as the record has it.
    fileprivate var timelineDates:
        (
            start: PartialDate?, end: PartialDate?, signed: PartialDate?, status: String?,
            series: String?, edition: Int?
        )
    {
        switch body {
        case .agreement(let body):
            (body.validFrom, body.validTo, body.signed, body.status?.rawValue, nil, nil)
        case .event(let body): (body.start, body.end, nil, nil, body.series, body.edition)
        case .measure(let body): (nil, body.deadline, nil, body.status?.rawValue, nil, nil)
        default: (nil, nil, nil, nil, nil, nil)
        }
    }
}

extension Catalogue {
    /// The words of timelines in this language.
    var timelineWords: TimelineWords {
        TimelineWords(
            today: self(CalendarPhrase.todayMark), overdue: self(CalendarPhrase.overdueMark),
            done: self(CalendarPhrase.doneMark), openEnd: self(CalendarPhrase.openEnd),
            what: self(PagePhrase.columnName), from: self(.periodFrom), to: self(.periodTo))
    }
}

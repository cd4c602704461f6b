import Charts
import Records

/// What drawings say, and how their figures are written.
extension Catalogue {
    /// The words of charts in this language.
    var chartWords: ChartWords {
        ChartWords(
            noData: self(DrawingPhrase.noData), total: self(DrawingPhrase.total),
            period: field("period"), category: self(DrawingPhrase.category),
            value: self(PagePhrase.columnFigure), planned: self(DrawingPhrase.planned),
            more: self(DrawingPhrase.othersInTable),
            months: (1...12).map(monthName),
            numbers: numberStyle)
    }

    /// A month (1 to 12) without its year, in short: "Jun".
    func monthName(_ month: Int) -> String {
        let date = "2021-" + (month < 10 ? "0" : "") + String(month)
        let isMonth = { (character: Character) in character != " " && character != "\u{A0}" }
        let short = self.date(date, .short).prefix(while: isMonth)
        // A language that writes short dates in digits shortens the month's name instead.
        guard short.contains(where: \.isNumber) else { return String(short) }
        return String(self.date(date).prefix(while: isMonth).prefix(3))
    }

    /// The words of a chart.
    func chartText(
        id: String, title: String, description: String, unit: String = "",
        sources: [SourceNote] = []
    ) -> ChartText {
        let names = sources.map(\.label)
        let line =
            names.prefix(4).joined(separator: "; ")
            + (names.count > 4 ? "; " + self(.moreSources(names.count - 4)) : "")
        return ChartText(
            id: id, title: title, description: description, unit: unit,
            sourceLine: names.isEmpty ? "Fondaco" : self(.sources) + ": " + line,
            words: chartWords)
    }

    /// A period as charts need it.
    func chartPeriod(_ period: Period) -> ChartPeriod {
        ChartPeriod(
            first: CalendarDay(yyyymmdd: period.firstDay),
            last: CalendarDay(yyyymmdd: period.lastDay),
            label: date(period.description, .short))
    }

    /// A figure as charts need it, leading to its record.
    func chartFigure(_ id: RecordID, _ figure: Observation, detail: String) -> Figure {
        let quantity = value(of: figure)
        let text = [quantity.qualifier?.mark, quantity.digits, quantity.unit]
            .compactMap(\.self).joined(separator: "\u{A0}")
        return Figure(
            value: figure.value.approximation, text: text,
            detail: detail + ": " + text + ", " + date(figure.period.description, .short),
            certainty: figure.qualifier?.certainty ?? .exact,
            href: SiteAddress.record(id).text)
    }
}

extension Qualifier {
    /// How exact the source is, as charts draw it.
    var certainty: Certainty { Certainty(rawValue: rawValue) ?? .exact }
}

extension CalendarDay {
    /// A day as yyyymmdd.
    init(yyyymmdd day: Int32) {
        self.init(year: Int(day) / 10_000, month: Int(day) / 100 % 100, day: Int(day) % 100)
    }
}

extension ExactDecimal {
    /// The nearest number that a pixel can be found with; never used to compute figures.
    var approximation: Double { Double(description) ?? .nan }
}

/// Days on a straight line of pixels, with ticks at the beginnings of years, quarters or months.
struct PeriodScale {
    /// A named stretch of the axis: a year, or a month where years are wide.
    struct Mark {
        /// The day at which it begins.
        let day: Int
        /// Where its name stands: the middle of the stretch.
        let middle: Double
        let label: String
    }

    let first: Int
    /// The day after the last.
    let end: Int
    let from: Double
    let to: Double

    /// A scale over whole years that holds all periods, between two pixels.
    init(holding periods: some Sequence<ChartPeriod>, from: Double, to: Double) {
        var first = Int.max
        var end = Int.min
        for period in periods {
            first = min(first, period.first.number)
            end = max(end, period.end)
        }
        if first > end { (first, end) = (0, 365) }
        self.init(first: first, end: end, from: from, to: to)
    }

    /// A scale from a first day to the day after the last, widened to whole years when it spans
    /// more than one.
    init(first: Int, end: Int, from: Double, to: Double) {
        let a = CalendarDay(number: first).parts
        let b = CalendarDay(number: max(first, end - 1)).parts
        if a.year == b.year, end - first < 200 {
            self.first = CalendarDay(year: a.year, month: a.month).number
            self.end =
                b.month == 12
                ? CalendarDay(year: b.year + 1).number
                : CalendarDay(year: b.year, month: b.month + 1).number
        } else {
            self.first = CalendarDay(year: a.year).number
            self.end = CalendarDay(year: b.year + 1).number
        }
        self.from = from
        self.to = to
    }

    /// Where a day (or a fraction of one) stands.
    func position(_ day: Double) -> Double {
        let share = (day - Double(first)) / Double(max(1, end - first))
        return from + (to - from) * share.brought(into: 0...1, otherwise: 0)
    }

    /// Where a period's middle stands.
    func position(_ period: ChartPeriod) -> Double { position(period.middle) }

    /// The marks for which there is room, each as wide as its name plus `space`.
    func marks(months: [String], size: Double, space: Double = 14) -> [Mark] {
        let years = CalendarDay(number: first).parts.year...CalendarDay(number: end - 1).parts.year
        let pixelsPerYear = (to - from) * 365.25 / Double(max(1, end - first))
        let monthWidth = months.map { TextMeasure.width($0, size: size) }.max() ?? 30
        let yearWidth = TextMeasure.width(String(years.upperBound), size: size) + space
        if years.count == 1, pixelsPerYear / 12 >= monthWidth + space / 2, months.count == 12 {
            return monthMarks(years.lowerBound, months)
        }
        let stride = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000].first {
            Double($0) * pixelsPerYear >= yearWidth
        }
        return years.compactMap { year in
            guard year.isMultiple(of: stride ?? 5000) || years.count == 1 else { return nil }
            let day = CalendarDay(year: year).number
            let next = CalendarDay(year: year + 1).number
            let middle = position(Double(day + next) / 2)
            return Mark(day: day, middle: middle, label: String(year))
        }
    }

    private func monthMarks(_ year: Int, _ months: [String]) -> [Mark] {
        (1...12).compactMap { month in
            let day = CalendarDay(year: year, month: month).number
            let next =
                month == 12
                ? CalendarDay(year: year + 1).number
                : CalendarDay(year: year, month: month + 1).number
            guard day >= first, next <= end else { return nil }
            let label = months[month - 1] + (month == 1 ? " \(year)" : "")
            return Mark(day: day, middle: position(Double(day + next) / 2), label: label)
        }
    }
}

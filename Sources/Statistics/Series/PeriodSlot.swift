import Records

/// A period as its length and its number among the periods of that length, so that neighbours
/// differ by one: years since 0, quarters since 0-Q1, months since 0-01; a day by its number
/// yyyymmdd.
struct PeriodSlot: Hashable {
    let length: PeriodLength
    let ordinal: Int

    init(length: PeriodLength, ordinal: Int) {
        self.length = length
        self.ordinal = ordinal
    }

    init(_ period: Period) {
        switch period {
        case .quarter(let year, let quarter):
            length = .quarter
            ordinal = year * 4 + quarter - 1
        case .date(let date):
            if date.day != nil {
                length = .day
                ordinal = Int(date.firstDay)
            } else if let month = date.month {
                length = .month
                ordinal = date.year * 12 + month - 1
            } else {
                length = .year
                ordinal = date.year
            }
        case .range(let from, let through):
            self = Self.range(from, through)
        }
    }

    private static func range(_ from: PartialDate, _ through: PartialDate) -> PeriodSlot {
        let first = Int(from.firstDay)
        let last = Int(through.lastDay)
        let year = from.year
        guard first % 100 == 1, isEndOfMonth(through) else {
            if first == last { return PeriodSlot(length: .day, ordinal: first) }
            let length = PeriodLength.days(
                from: first % 10_000, through: last % 10_000, yearsLater: through.year - year)
            return PeriodSlot(length: length, ordinal: year)
        }
        let month = first / 100 % 100
        let count = (through.year - year) * 12 + last / 100 % 100 - month + 1
        if count == 1 { return PeriodSlot(length: .month, ordinal: year * 12 + month - 1) }
        if count == 3, month % 3 == 1 {
            return PeriodSlot(length: .quarter, ordinal: year * 4 + month / 3)
        }
        if count % 12 == 0, month == 1 {
            return count == 12
                ? PeriodSlot(length: .year, ordinal: year)
                : PeriodSlot(length: .years(count / 12), ordinal: year)
        }
        return PeriodSlot(length: .months(first: month, count: count), ordinal: year)
    }

    private static func isEndOfMonth(_ date: PartialDate) -> Bool {
        guard let month = date.month, date.day != nil else { return true }
        return PartialDate(year: date.year, month: month)?.lastDay == date.lastDay
    }

    /// The same period a year before; nil for several years together, and for 29 February.
    var yearBefore: PeriodSlot? {
        switch length {
        case .year, .months, .days: PeriodSlot(length: length, ordinal: ordinal - 1)
        case .quarter: PeriodSlot(length: length, ordinal: ordinal - 4)
        case .month: PeriodSlot(length: length, ordinal: ordinal - 12)
        case .day:
            ordinal % 10_000 == 229
                ? nil : PeriodSlot(length: length, ordinal: ordinal - 10_000)
        case .years: nil
        }
    }

    /// The period itself; nil outside the years 1…9999.
    var period: Period? {
        switch length {
        case .year: PartialDate(year: ordinal).map(Period.date)
        case .years(let count): Self.months(ordinal * 12, count * 12)
        case .quarter:
            (1...9999).contains(ordinal / 4)
                ? .quarter(year: ordinal / 4, quarter: ordinal % 4 + 1) : nil
        case .month: Self.month(ordinal).map(Period.date)
        case .months(let first, let count): Self.months(ordinal * 12 + first - 1, count)
        case .day:
            PartialDate(
                year: ordinal / 10_000, month: ordinal / 100 % 100, day: ordinal % 100
            ).map(Period.date)
        case .days(let from, let through, let years):
            Self.days(from, through, ordinal, ordinal + years)
        }
    }

    private static func month(_ number: Int) -> PartialDate? {
        PartialDate(year: number / 12, month: number % 12 + 1)
    }

    private static func months(_ first: Int, _ count: Int) -> Period? {
        guard let from = month(first), let through = month(first + count - 1) else { return nil }
        return count % 12 == 0 && first % 12 == 0
            ? years(from.year, through.year) : .range(from: from, through: through)
    }

    private static func years(_ first: Int, _ last: Int) -> Period? {
        guard let from = PartialDate(year: first), let through = PartialDate(year: last) else {
            return nil
        }
        return .range(from: from, through: through)
    }

    private static func days(_ from: Int, _ through: Int, _ year: Int, _ last: Int) -> Period? {
        guard let from = PartialDate(year: year, month: from / 100, day: from % 100),
            let through = PartialDate(year: last, month: through / 100, day: through % 100)
        else { return nil }
        return .range(from: from, through: through)
    }
}

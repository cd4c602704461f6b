public import Records

/// A period as SDMX writes it (SDMX 2.1, section 6, 4.2: time formats), with the code of its
/// length. Periods that span the same days are the same.
///
/// | span | code | notation |
/// |---|---|---|
/// | a day | `D` | `2021-10-01` |
/// | a month | `M` | `2021-05` |
/// | a quarter | `Q` | `2021-Q1` |
/// | January to June, July to December | `S` | `2021-S1` |
/// | a year | `A` | `2021` |
/// | n years from a January on | `A`n | `2016-01-01/P6Y` |
/// | n months otherwise | `M`n | `2021-01-01/P9M` |
/// | n days otherwise | `D`n | `2016-12-01/P2D` |
public struct TimePeriod: Hashable, Sendable, Comparable {
    /// The code of the length: one of CL_FREQ, or such a code with the number of units.
    public let frequency: String
    /// The value of TIME_PERIOD.
    public let notation: String
    /// The first day, yyyymmdd.
    public let firstDay: Int32
    /// The last day, yyyymmdd.
    public let lastDay: Int32

    /// The SDMX form of a period.
    public init(_ period: Period) {
        firstDay = period.firstDay
        lastDay = period.lastDay
        (frequency, notation) = Self.form(CalendarDay(firstDay), CalendarDay(lastDay))
    }

    /// Chronological: by the first day, then by the last.
    public static func < (left: TimePeriod, right: TimePeriod) -> Bool {
        (left.firstDay, left.lastDay) < (right.firstDay, right.lastDay)
    }

    private static func form(_ first: CalendarDay, _ last: CalendarDay) -> (String, String) {
        guard first.day == 1, last.day == last.daysInMonth else {
            let days = first.distance(to: last) + 1
            return days == 1 ? ("D", first.text) : ("D\(days)", "\(first.text)/P\(days)D")
        }
        let months = (last.year - first.year) * 12 + last.month - first.month + 1
        let year = CalendarDay.padded(first.year, 4)
        switch months {
        case 1: return ("M", "\(year)-\(CalendarDay.padded(first.month, 2))")
        case 3 where first.month % 3 == 1: return ("Q", "\(year)-Q\(first.month / 3 + 1)")
        case 6 where first.month % 6 == 1: return ("S", "\(year)-S\(first.month / 6 + 1)")
        case 12 where first.month == 1: return ("A", year)
        case _ where first.month == 1 && months % 12 == 0:
            return ("A\(months / 12)", "\(first.text)/P\(months / 12)Y")
        default: return ("M\(months)", "\(first.text)/P\(months)M")
        }
    }

    /// The name of a length's code.
    static func name(ofFrequency code: String) -> LocalName {
        switch code {
        case "A": return LocalName("Annual", italian: "Annuale", russian: "Год")
        case "S": return LocalName("Half-yearly", italian: "Semestrale", russian: "Полугодие")
        case "Q": return LocalName("Quarterly", italian: "Trimestrale", russian: "Квартал")
        case "M": return LocalName("Monthly", italian: "Mensile", russian: "Месяц")
        case "D":
            return LocalName(
                "Daily, or counted on a day", italian: "Giornaliero, o rilevato in un giorno",
                russian: "День, или на дату")
        default: break
        }
        let number = code.dropFirst()
        switch code.first {
        case "A":
            return LocalName(
                "Period of years: \(number)", italian: "Periodo di anni: \(number)",
                russian: "Период, лет: \(number)")
        case "M":
            return LocalName(
                "Period of months: \(number)", italian: "Periodo di mesi: \(number)",
                russian: "Период, месяцев: \(number)")
        default:
            return LocalName(
                "Period of days: \(number)", italian: "Periodo di giorni: \(number)",
                russian: "Период, дней: \(number)")
        }
    }

    /// The lengths in their usual order: the shortest units last, then by their number.
    static func precedes(frequency left: String, _ right: String) -> Bool {
        order(left) < order(right)
    }

    private static func order(_ code: String) -> (Int, Int) {
        let units: [Character] = ["A", "S", "Q", "M", "D"]
        let unit = code.first.flatMap { units.firstIndex(of: $0) } ?? units.count
        return (unit, Int(code.dropFirst()) ?? 0)
    }
}

import Records
import Register

/// Something in the calendar with the record that says it.
struct CalendarEntry: Sendable {
    let mark: CalendarMark
    let stored: StoredRecord

    /// How exact a date is.
    enum Precision: String, CaseIterable, Comparable, Sendable {
        case day, month, year

        static func < (left: Precision, right: Precision) -> Bool {
            left.length < right.length
        }

        private var length: Int {
            switch self {
            case .day: 0
            case .month: 1
            case .year: 2
            }
        }
    }

    /// The record.
    var record: Record { stored.record }
    var id: RecordID { stored.record.id }

    /// The first date, as exact as the record has it.
    let start: PartialDate
    /// The last date, where it is another.
    let end: PartialDate?
    /// For a beginning: whether the agreement was signed, rather than began to be valid.
    let isSigned: Bool

    /// Nil when the record doesn't say what the mark stands for.
    init?(_ mark: CalendarMark, _ stored: StoredRecord) {
        self.mark = mark
        self.stored = stored
        var last: PartialDate?
        var signed = false
        let first: PartialDate?
        switch (mark.sort, stored.record.body) {
        case (.event, .event(let event)):
            first = event.start ?? event.end
            last = event.end
        case (.deadline, .measure(let measure)):
            first = measure.deadline
        case (.beginning, .agreement(let agreement)):
            first = agreement.signed ?? agreement.validFrom
            signed = agreement.signed != nil
        case (.expiry, .agreement(let agreement)):
            first = agreement.validTo
        default:
            first = nil
        }
        guard let first else { return nil }
        start = first
        end = last == first ? nil : last
        isSigned = signed
    }

    /// The least exact of its dates says how exact it is.
    var precision: Precision {
        [start, end].compactMap(\.self).map(\.precision).max() ?? .day
    }

    /// Whether it fell due before a day without a word that it was done.
    func isOverdue(on day: Int32) -> Bool { mark.isOverdue(on: day) }
}

extension CalendarMark {
    /// Whether it is a deadline before a day, and nothing says that it was met.
    func isOverdue(on day: Int32) -> Bool { sort == .deadline && !isDone && lastDay < day }

    /// Whether it means a whole year, or several.
    var isYearLong: Bool { firstDay % 10_000 == 101 && lastDay % 10_000 == 1_231 }

    /// The year in which it begins.
    var year: Int { Int(firstDay) / 10_000 }
}

extension PartialDate {
    /// How exact it is.
    var precision: CalendarEntry.Precision {
        day != nil ? .day : month != nil ? .month : .year
    }
}

extension Register {
    /// The records behind marks, in the order of the marks.
    func entries(_ marks: some Collection<CalendarMark>) throws -> [CalendarEntry] {
        let records = try records(at: marks.map(\.ordinal))
        return marks.compactMap { mark in
            records[mark.ordinal].flatMap { CalendarEntry(mark, $0) }
        }
    }
}

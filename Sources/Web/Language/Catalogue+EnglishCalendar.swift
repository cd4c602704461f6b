extension English {
    static func phrase(_ phrase: CalendarPhrase) -> String {
        switch phrase {
        case .help:
            "Events, deadlines of measures, and when agreements begin and end. A date is as exact as "
                + "its source: what is known to the month or the year is never shown as a day."
        case .goToDate: "Around a date"
        case .go: "Go"
        case .around: "Before and after"
        case .today: "Today"
        case .years: "Years and months"
        case .entries: "Entries"
        case .emptyTitle: "Nothing stands here"
        case .overdueTitle: "Overdue"
        case .overdueHelp: "The deadline has passed, and no source on record says that it was met."
        case .overdue: "overdue"
        case .upcoming: "Upcoming"
        case .past: "Past"
        case .since(let date): "From \(date) on"
        case .before(let date): "Before \(date)"
        case .monthUnknown(let year): "In \(year), month not known"
        case .lastYear(let year): "Go to \(year), the last year on record"
        case .nothingAfter(let date): "No source on record tells of anything from \(date) on."
        case .nothingBefore(let date): "No source on record tells of anything before \(date)."
        case .nothingThere: "No source on record tells of anything in this time with these filters."
        case .withoutMonth(let count, let year):
            counted(count, "more entry", "more entries") + " in \(year) without a known month"
        case .edition(let number): "edition \(number)"

        case .what: "What"
        case .seriesOfEvents: "Series"
        case .deadlines: "Deadlines"
        case .beginnings: "Agreements signed or begun"
        case .expiries: "Ends of validity"
        case .deadline: "deadline"
        case .signed: "signed"
        case .validFrom: "valid from"
        case .validUntil: "valid until"
        case .validityBegins: "validity begins"
        case .validityEnds: "validity ends"

        case .throughTime(let what): "\(what) through time"
        case .timelineHelp:
            "Bars show how long agreements hold, dots events, diamonds deadlines; hatched ends and "
                + "long marks are dates known to the month or year."
        case .leftOut(let count):
            counted(count, "record", "records") + " had no room: the latest are shown."
        case .openCalendar: "Open in the calendar"
        case .todayMark: "today"
        case .overdueMark: "overdue"
        case .doneMark: "done"
        case .openEnd: "no end known"

        case .subscribe: "In your own calendar"
        case .subscribeHelp:
            "Subscribe to this address in a calendar program; it follows the filters above. What is "
                + "known to the month is marked as tentative and spans the month; what is known to "
                + "the year only is left out."
        case .withYears: "The same with entries known to the year only"
        case .feedTitle: "Fondaco: cooperation calendar"
        case .feedHelp:
            "Events, deadlines and agreements of regional cooperation, each with its sources. Dates "
                + "known to the month span it and are tentative."
        case .dayUnknown(let when): "\(when), day not known"
        case .newsTitle: "Fondaco: what is new"
        case .newsHelp: "Records that came into the register or changed, the newest first."
        case .entered(let actor): "Entered by \(actor)."
        case .revised(let number, let actor, let fields):
            "Revision \(number), by \(actor)" + (fields.isEmpty ? "." : "; changed: \(fields).")
        }
    }
}

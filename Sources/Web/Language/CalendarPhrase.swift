/// A text of the calendar and the feeds.
enum CalendarPhrase: Sendable {
    // MARK: The calendar
    case help, goToDate, go, around, today, years, entries, emptyTitle
    case overdueTitle, overdueHelp, overdue, upcoming, past
    /// With a date in words.
    case since(String), before(String), monthUnknown(String), lastYear(String)
    case nothingAfter(String), nothingBefore(String), nothingThere
    case withoutMonth(Int, String)
    case edition(Int)

    // MARK: What a date is
    case what, seriesOfEvents, deadlines, beginnings, expiries
    case deadline, signed, validFrom, validUntil, validityBegins, validityEnds

    // MARK: The timeline
    case throughTime(String), timelineHelp, leftOut(Int), openCalendar
    case todayMark, overdueMark, doneMark, openEnd

    // MARK: Feeds
    case subscribe, subscribeHelp, withYears, feedTitle, feedHelp
    /// With when it is, in words.
    case dayUnknown(String)
    case newsTitle, newsHelp, entered(String)
    /// The revision, who made it, and the names of the fields that changed.
    case revised(Int, String, String)
}

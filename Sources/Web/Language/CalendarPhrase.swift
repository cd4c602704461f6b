/// A text of the calendar and the feeds.
enum CalendarPhrase: Sendable {
}

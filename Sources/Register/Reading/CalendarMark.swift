/// What stands in the calendar: something that a record says of a day, a month or a year.
public struct CalendarMark: Sendable, Hashable {
    /// What it is.
    public enum Sort: String, CaseIterable, Sendable, Hashable {
        /// An event, from its first to its last day.
        case event
        /// The day until which a measure shall be done.
        case deadline
        /// The signing of an agreement, or else the beginning of its validity.
        case beginning
        /// The end of an agreement's validity.
        case expiry
    }

    /// The register's number of the record.
    public let ordinal: Int64
    /// What it is.
    public let sort: Sort
    /// The first day that it can mean, as yyyymmdd.
    public let firstDay: Int32
    /// The last day that it can mean, as yyyymmdd.
    public let lastDay: Int32
    /// The record's status as it stands there.
    public let status: String?
    /// The series of an event.
    public let series: String?

    /// Whether the record says that it is done.
    public var isDone: Bool { status == "completed" }

    /// Whether it may fall between two days, both included.
    public func touches(_ from: Int32, _ to: Int32) -> Bool { lastDay >= from && firstDay <= to }
}

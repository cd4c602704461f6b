/// A text of dashboards and of the drawings on the home page.
enum DashboardPhrase: Sendable {
    // MARK: Dashboards
    case title(String), lead(String), ties, time, nothing(String), nothingWhy
    case asRecord, compare, inDrawings

    // MARK: Home
    case homeDrawings, homeTrade, homeTies, homeTime
}

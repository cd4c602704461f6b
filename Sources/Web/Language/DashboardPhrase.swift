/// A text of dashboards and of the drawings on the home page.
enum DashboardPhrase: Sendable {
}

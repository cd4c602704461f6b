/// A text of the explorer of indicators, of comparisons and of findings.
enum TrackPhrase: Sendable {
}

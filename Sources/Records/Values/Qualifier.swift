/// How exact the source is about a figure.
public enum Qualifier: String, CaseIterable, Sendable, Hashable {
    case exact
    case about
    case over
    case under
    case nearly
    case atLeast = "at-least"
    case upTo = "up-to"
    case planned
    case forecast
}

/// A figure as it is drawn: the value for the pixel, and its exact words for people.
public struct Figure: Sendable, Equatable {
    /// The value in the chart's unit; `nil` for a gap, which is not zero.
    public let value: Double?
    /// The exact figure as people read it, with its qualifier: "over 847.9 million".
    public let text: String
    /// Everything about it in one line: whose, when, how exact, by which source. Shown on
    /// pointing at the mark and read out for its link.
    public let detail: String
    /// How exact the source is.
    public let certainty: Certainty
    /// Where the mark leads.
    public let href: String?

    /// A figure. `detail` is `text` where nothing more is known.
    public init(
        value: Double?, text: String, detail: String? = nil, certainty: Certainty = .exact,
        href: String? = nil
    ) {
        self.value = value
        self.text = text
        self.detail = detail ?? text
        self.certainty = certainty
        self.href = href
    }

    /// The value that can be drawn: finite, and small enough for a scale; `nil` for any other.
    var drawn: Double? {
        guard let value, value.magnitude <= 1e300 else { return nil }
        return value.magnitude < 1e-300 ? 0 : value
    }
}

/// How exact a source states a figure.
public enum Certainty: String, Sendable, CaseIterable {
    /// As it stands.
    case exact
    /// Rounded either way.
    case about
    /// Rounded down.
    case over
    /// Rounded up.
    case under
    /// Rounded up a little.
    case nearly
    /// A lower bound.
    case atLeast = "at-least"
    /// An upper bound.
    case upTo = "up-to"
    /// Decided, not yet reached.
    case planned
    /// Expected.
    case forecast

    /// The sign beside a mark; empty for what is exact or not yet reached.
    var sign: String {
        switch self {
        case .exact, .planned, .forecast: ""
        case .about: "≈"
        case .over: ">"
        case .under, .nearly: "<"
        case .atLeast: "≥"
        case .upTo: "≤"
        }
    }

    /// Whether the figure lies ahead: drawn hollow and dashed.
    var isAhead: Bool { self == .planned || self == .forecast }
}

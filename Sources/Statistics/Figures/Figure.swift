public import Records

/// One stated figure of the register, with what its record says of it: the value that all of
/// Statistics takes. A copy costs one reference.
public struct Figure: Sendable {
    /// The observation's record.
    public var id: RecordID { content.id }
    /// What was counted, of whom, for which period.
    public var observation: Observation { content.observation }
    /// Where it stands.
    public var citations: [Citation] { content.citations }
    /// The date of its newest source, when the caller knows it: of two statements of the same
    /// figure the newer is drawn.
    public var statedOn: PartialDate? { content.statedOn }

    private let content: Content

    /// A figure.
    /// - Parameter statedOn: the date of its newest source, when known.
    public init(
        id: RecordID, _ observation: Observation, citations: [Citation],
        statedOn: PartialDate? = nil
    ) {
        content = Content(id, observation, citations, statedOn)
    }

    /// The figure that a record is; nil when the record is of another kind.
    public init?(_ record: Record, statedOn: PartialDate? = nil) {
        guard case .observation(let observation) = record.body else { return nil }
        self.init(
            id: record.id, observation, citations: record.citations, statedOn: statedOn)
    }

    /// Whether it speaks of a plan or a forecast.
    public var isOutlook: Bool { content.observation.qualifier?.isOutlook ?? false }

    /// The place where figures are kept, so that series and findings can share them.
    private final class Content: Sendable {
        let id: RecordID
        let observation: Observation
        let citations: [Citation]
        let statedOn: PartialDate?

        init(
            _ id: RecordID, _ observation: Observation, _ citations: [Citation],
            _ statedOn: PartialDate?
        ) {
            self.id = id
            self.observation = observation
            self.citations = citations
            self.statedOn = statedOn
        }
    }
}

extension Figure: Hashable {
    /// Equal when all that they say is.
    public static func == (left: Figure, right: Figure) -> Bool {
        left.content === right.content
            || (left.id == right.id && left.observation == right.observation
                && left.citations == right.citations && left.statedOn == right.statedOn)
    }

    /// The id tells figures apart.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Figure {
    /// Which of two statements of the same figure is drawn: an outcome before a plan or
    /// forecast, a plain number before a limit ("over") and that before "about", the newer
    /// source, the number stated to more decimals, and at last the smaller id.
    func isPreferred(to other: Figure) -> Bool {
        let ranks = (rank, other.rank)
        if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
        let days = (statedOn?.lastDay ?? 0, other.statedOn?.lastDay ?? 0)
        if days.0 != days.1 { return days.0 > days.1 }
        let places = (lastPlace, other.lastPlace)
        if places.0 != places.1 { return places.0 > places.1 }
        return id < other.id
    }

    private var rank: Int {
        switch observation.qualifier {
        case nil, .exact: 0
        case .over, .under, .nearly, .atLeast, .upTo: 1
        case .about: 2
        case .planned: 3
        case .forecast: 4
        }
    }

    /// Where the last digit stands: 2 for hundredths, −6 for millions.
    private var lastPlace: Int {
        let value = observation.value
        var place = value.scale
        var rest = value.coefficient
        while place <= 0, rest != 0, rest % 10 == 0 {
            rest /= 10
            place -= 1
        }
        return place
    }
}

import Records
import Register
import Statistics

/// What the figures of a drawing are: as sources state them, or computed from those.
enum Reckoning: String, CaseIterable, Sendable {
    /// As sources state them.
    case stated
    /// On the same period a year before, in percent.
    case growth
    /// Exports less imports.
    case balance
    /// Of the figure with all partners, or of all products, in percent.
    case share
    /// A base period is 100.
    case index
    /// Over the partners.
    case sum
}

/// How figures are drawn.
enum SeriesForm: String, CaseIterable, Sendable {
    case lines, bars, stacked, multiples, ranking, slope, matrix, treemap
}

/// Which figures a drawing shows, and how: as it stands in its address.
struct SeriesChoice: Hashable, Sendable {
    var indicators: [String] = []
    var subjects: [RecordID] = []
    var counterparts: [RecordID] = []
    /// Only figures with nobody in particular: `counterpart=none`.
    var isAlone = false
    /// Exactly as it stands.
    var product: String?
    /// Only figures of no product in particular: `product=none`.
    var isWhole = false
    /// The period may not end before it.
    var from: PartialDate?
    /// The period may not begin after it.
    var to: PartialDate?
    var reckoning = Reckoning.stated
    /// The period that is 100, for an index; nil for the first that has a figure.
    var base: Period?
    /// Only figures of this unit; nil for that of most figures.
    var unit: String?
    /// The period of which one picture is made; nil for the one with most figures.
    var period: Period?
    /// How it is drawn; nil for what suits the figures.
    var form: SeriesForm?

    /// The names of its parameters.
    static let parameterNames = [
        "indicator", "subject", "counterpart", "product", "from", "to", "compute", "base", "unit",
        "period", "drawing",
    ]

    /// The most indicators, subjects or counterparts.
    static let mostValues = ListState.mostValues

    /// Stands for "nobody in particular" and "no product in particular".
    private static let none = "none"

    /// Nothing yet.
    init() {}

    /// Reads the choice from a query. Names that it doesn't know are left alone.
    init(_ query: QueryParameters) throws(BadParameter) {
        for item in query.items where !item.value.isEmpty {
            let (name, value) = (item.name, item.value)
            guard value.utf8.count <= ListState.longestText else {
                throw BadParameter(name, .tooLong(ListState.longestText))
            }
            switch name {
            case "indicator": try Self.append(value, to: &indicators, name)
            case "subject": try Self.append(BadParameter.id(value, name), to: &subjects, name)
            case "counterpart" where value == Self.none: isAlone = true
            case "product" where value == Self.none: isWhole = true
            case "counterpart":
                try Self.append(BadParameter.id(value, name), to: &counterparts, name)
            case "product": product = value
            case "from": from = try BadParameter.date(value, name)
            case "to": to = try BadParameter.date(value, name)
            case "compute": reckoning = try Self.choice(value, name)
            case "base": base = try Self.period(value, name)
            case "unit": unit = value
            case "period": period = try Self.period(value, name)
            case "drawing": form = try Self.choice(value, name) as SeriesForm
            default: break
            }
        }
        if let from, let to, from.firstDay > to.lastDay { (self.from, self.to) = (to, from) }
    }

    /// The choice as a query, in one order, without what is as usual.
    var items: [(name: String, value: String)] {
        var items = indicators.map { (name: "indicator", value: $0) }
        items += subjects.map { ("subject", $0.text) }
        items += counterparts.map { ("counterpart", $0.text) }
        let singles: [(String, String?)] = [
            ("counterpart", isAlone ? Self.none : nil), ("product", isWhole ? Self.none : product),
            ("from", from?.description), ("to", to?.description),
            ("compute", reckoning == .stated ? nil : reckoning.rawValue),
            ("base", base?.description), ("unit", unit), ("period", period?.description),
            ("drawing", form?.rawValue),
        ]
        for (name, value) in singles { if let value { items.append((name, value)) } }
        return items
    }

    /// Whether it says whose figures, with whom or of what: without that nothing is drawn.
    var isOpen: Bool {
        indicators.isEmpty && subjects.isEmpty && counterparts.isEmpty && product == nil
    }

    /// The choice with something else changed.
    func with(_ change: (inout SeriesChoice) -> Void) -> SeriesChoice {
        var choice = self
        change(&choice)
        return choice
    }

    /// What to ask the register for. Computed figures may rest on such as lie outside the time
    /// shown, and a balance on others than the indicator chosen.
    var query: ObservationQuery {
        var query = ObservationQuery()
        query.indicators = indicators + companions
        query.subjects = subjects
        query.counterparts = counterparts
        query.product = product
        if reckoning == .stated {
            query.from = from?.firstDay
            query.to = to?.lastDay
        }
        if reckoning == .share {
            query.counterparts = []
            query.product = nil
        }
        return query
    }

    /// The indicators of the same trade, of which a balance is made.
    private var companions: [String] {
        guard reckoning == .balance else { return [] }
        let families = indicators.compactMap { IndicatorRoles.standard.role(of: $0)?.family }
        let all = families.flatMap { [$0.export, $0.import] }
        return all.enumerated().filter { index, one in
            !indicators.contains(one) && all.firstIndex(of: one) == index
        }.map(\.element)
    }

    private static func append<Value: Equatable>(
        _ value: Value, to values: inout [Value], _ name: String
    ) throws(BadParameter) {
        guard !values.contains(value) else { return }
        guard values.count < mostValues else { throw BadParameter(name, .tooMany(mostValues)) }
        values.append(value)
    }

    private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ value: String, _ name: String
    ) throws(BadParameter) -> Choice {
        guard let choice = Choice(rawValue: value) else {
            throw BadParameter(name, .choice(Choice.allCases.map(\.rawValue)))
        }
        return choice
    }

    private static func period(
        _ value: String, _ name: String
    ) throws(BadParameter) -> Period {
        guard let period = Period(value) else { throw BadParameter(name, .date) }
        return period
    }
}

import Charts
import Records
import Register

/// What holds, happens and falls due through time: the validity of agreements as bars, events with
/// the editions of a series in a line, the deadlines of measures.
struct TimelineDrawing: Drawable {
    static let name = "timeline"
    static let parameterNames =
        ["of", "kind", "from", "to", "lines"] + CalendarFilter.parameterNames

    /// The kinds that it can show.
    static let allKinds: [Kind] = [.agreement, .event, .measure]
    /// How many lines a kind can have at most.
    static let most = 40

    /// The record whose ties are shown; nil for all that fits the filter.
    let subject: RecordID?
    /// The kinds shown: agreements, events, measures.
    let kinds: [Kind]
    let filter: CalendarFilter
    /// What is shown may not end before it.
    let from: PartialDate?
    /// What is shown may not begin after it.
    let to: PartialDate?
    /// How many lines a kind has at most.
    let lines: Int
    let context: PageContext

    /// The drawing of a record, or of all that fits a filter.
    /// - Parameters:
    ///   - subject: a place (with what is inside it), an organisation, a person, or an agreement
    ///     (with its measures); nil for the whole register.
    ///   - kinds: which of agreements, events and measures.
    init(
        of subject: RecordID?, kinds: [Kind] = allKinds, filter: CalendarFilter = CalendarFilter(),
        from: PartialDate? = nil, to: PartialDate? = nil, lines: Int = most,
        _ context: PageContext
    ) {
        self.subject = subject
        self.kinds = Self.allKinds.filter(kinds.contains)
        self.filter = filter
        self.from = from
        self.to = to
        self.lines = min(max(lines, 1), Self.most)
        self.context = context
    }

    init(_ context: PageContext) throws {
        var filter = CalendarFilter()
        var subject: RecordID?
        var kinds: [Kind] = []
        var from: PartialDate?
        var to: PartialDate?
        var lines = Self.most
        for item in context.request.query.items where !item.value.isEmpty {
            switch item.name {
            case "of": subject = try BadParameter.id(item.value, item.name)
            case "from": from = try BadParameter.date(item.value, item.name)
            case "to": to = try BadParameter.date(item.value, item.name)
            case "lines": lines = try BadParameter.count(item.value, item.name, 1...Self.most)
            case "kind":
                guard let kind = Kind(name: item.value), Self.allKinds.contains(kind) else {
                    throw BadParameter(item.name, .choice(Self.allKinds.map(\.name)))
                }
                kinds.append(kind)
            default: _ = try filter.take(item)
            }
        }
        self.init(
            of: subject, kinds: kinds.isEmpty ? Self.allKinds : kinds, filter: filter, from: from,
            to: to, lines: lines, context)
    }

    var parameters: [(name: String, value: String)] {
        var items: [(name: String, value: String?)] = [("of", subject?.text)]
        if kinds != Self.allKinds { items += kinds.map { ("kind", $0.name) } }
        items += filter.items + [("from", from?.description), ("to", to?.description)]
        if lines != Self.most { items.append(("lines", String(lines))) }
        return items.compactMap { name, value in value.map { (name, $0) } }
    }

    func plate() throws -> PlateContent? {
        let gathered = try TimelineContents(self)
        guard !gathered.isEmpty else { return nil }
        return try TimelinePlate(drawing: self, contents: gathered).content()
    }
}

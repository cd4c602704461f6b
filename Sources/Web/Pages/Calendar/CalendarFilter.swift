import Records
import Register

/// Which part of the calendar is wanted; values of one list are alternatives.
struct CalendarFilter: Hashable, Sendable {
    var sorts: [CalendarMark.Sort] = []
    /// Only what is inside one of these places.
    var places: [RecordID] = []
    var countries: [RecordID] = []
    var regions: [RecordID] = []
    /// Series of events, as they stand in records.
    var series: [String] = []
    /// Areas of agreements, exactly as they stand.
    var sectors: [String] = []
    /// Words to look for.
    var text = ""

    /// The parameters in which it stands in an address.
    static let parameterNames = [
        "what", "place", "country", "region", "series", "sector", "q",
    ]

    /// All of the calendar.
    init() {}

    /// The events of a series.
    static func series(_ slug: String) -> CalendarFilter {
        var filter = CalendarFilter()
        filter.series = [slug]
        return filter
    }

    /// Takes a parameter of an address.
    /// - Returns: whether it is one of the filter's.
    mutating func take(_ item: QueryParameters.Item) throws(BadParameter) -> Bool {
        let (name, value) = (item.name, item.value)
        switch name {
        case "what":
            for part in value.split(separator: ",") {
                guard let sort = CalendarMark.Sort(rawValue: String(part)) else {
                    throw BadParameter(name, .choice(CalendarMark.Sort.allCases.map(\.rawValue)))
                }
                try Self.append(sort, to: &sorts, name)
            }
        case "place": try Self.append(try Self.place(value, name), to: &places, name)
        case "country": try Self.append(try Self.place(value, name), to: &countries, name)
        case "region": try Self.append(try Self.place(value, name), to: &regions, name)
        case "series": try Self.append(try Self.checked(value, name), to: &series, name)
        case "sector": try Self.append(try Self.checked(value, name), to: &sectors, name)
        case "q": text = try Self.checked(value, name)
        default: return false
        }
        return true
    }

    /// The filter as a query, in one order whatever order it came in.
    var items: [(name: String, value: String?)] {
        var items: [(name: String, value: String?)] = []
        if !text.isEmpty { items.append(("q", text)) }
        for sort in CalendarMark.Sort.allCases where sorts.contains(sort) {
            items.append(("what", sort.rawValue))
        }
        items += countries.map { ("country", $0.text) } + regions.map { ("region", $0.text) }
        items += places.map { ("place", $0.text) } + series.map { ("series", $0) }
        return items + sectors.map { ("sector", $0) }
    }

    /// Whether anything narrows the calendar.
    var isSet: Bool { self != CalendarFilter() }

    /// What fits, in the calendar's order.
    /// - Parameter records: the register's numbers of those that may be given; nil for all.
    func marks(
        of register: Register, among records: Set<Int64>? = nil
    ) throws -> [CalendarMark] {
        let all = try records.map(register.calendar(of:)) ?? register.calendar()
        let members = needsSearch ? try register.ordinals(of: recordQuery) : nil
        guard isSet else { return all }
        return all.filter { mark in
            (sorts.isEmpty || sorts.contains(mark.sort))
                && (series.isEmpty || mark.series.map(series.contains) ?? false)
                && (members?.contains(mark.ordinal) ?? true)
        }
    }

    private var needsSearch: Bool {
        !(places.isEmpty && countries.isEmpty && regions.isEmpty && sectors.isEmpty)
            || !text.isEmpty
    }

    /// The records that it is about, as far as the register's index knows what it asks for.
    var recordQuery: RecordQuery {
        var query = RecordQuery()
        query.text = text
        query.kinds = kinds
        query.places = places
        query.countries = countries
        query.regions = regions
        query.topics = sectors
        return query
    }

    /// The kinds of record that it can give.
    var kinds: [Kind] {
        let chosen = sorts.isEmpty ? CalendarMark.Sort.allCases : sorts
        return [.agreement, .measure, .event].filter { kind in
            chosen.contains { $0.kind == kind }
        }
    }

    private static func place(_ value: String, _ name: String) throws(BadParameter) -> RecordID {
        let id = try BadParameter.id(value, name)
        guard id.kind == .place else { throw BadParameter(name, .id) }
        return id
    }

    private static func checked(_ value: String, _ name: String) throws(BadParameter) -> String {
        guard value.utf8.count <= ListState.longestText else {
            throw BadParameter(name, .tooLong(ListState.longestText))
        }
        return value
    }

    private static func append<Value: Hashable>(
        _ value: Value, to values: inout [Value], _ name: String
    ) throws(BadParameter) {
        guard !values.contains(value) else { return }
        guard values.count < ListState.mostValues else {
            throw BadParameter(name, .tooMany(ListState.mostValues))
        }
        values.append(value)
    }
}

extension CalendarMark.Sort {
    /// The kind of the records that have it.
    var kind: Kind {
        switch self {
        case .event: .event
        case .deadline: .measure
        case .beginning, .expiry: .agreement
        }
    }
}

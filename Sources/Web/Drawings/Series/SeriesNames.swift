import Records
import Statistics

/// What series are called: what they share goes into the title, the rest into each one's name.
struct SeriesNames: Sendable {
    private let indicators: [String]
    private let subjects: [RecordID]
    private let counterparts: [RecordID?]
    private let products: [String?]
    private let units: [String]
    private let formula: Formula?
    private let book: NameBook
    private let words: Catalogue

    init(of series: [DrawnSeries], _ context: PageContext) throws {
        words = context.words
        indicators = Self.distinct(series.map(\.key.indicator))
        subjects = Self.distinct(series.map(\.key.subject))
        counterparts = Self.distinct(series.map(\.key.counterpart))
        products = Self.distinct(series.map(\.key.product))
        units = Self.distinct(series.map(\.unit))
        formula = series.first?.formula
        book = try NameBook(subjects + counterparts.compactMap(\.self), context)
    }

    /// The name of a record.
    func text(_ id: RecordID) -> String { book.text(id) }

    /// A record's name as a link.
    func link(_ id: RecordID) -> Inline { book.link(id) }

    /// What tells a series from the others drawn with it.
    func label(_ series: DrawnSeries) -> String {
        let key = series.key
        var ends: [String] = []
        if subjects.count > 1 { ends.append(text(key.subject)) }
        if counterparts.count > 1 {
            ends.append(key.counterpart.map(text) ?? words(TrackPhrase.noPartner))
        }
        var parts = ends.isEmpty ? [] : [ends.joined(separator: "\u{A0}– ")]
        if indicators.count > 1 { parts.append(words.indicator(key.indicator)) }
        if products.count > 1 { parts.append(key.product ?? words(TrackPhrase.noProduct)) }
        return parts.isEmpty ? text(key.subject) : parts.joined(separator: ", ")
    }

    /// All that a series is, for the words beside a mark.
    func fullName(_ series: DrawnSeries) -> String {
        let key = series.key
        var name = measure(key.indicator, series.formula) + ": " + text(key.subject)
        if let counterpart = key.counterpart { name += " – " + text(counterpart) }
        if let product = key.product { name += " (" + product + ")" }
        return name
    }

    /// What is seen: the measure, whose it is, with whom, of what, and when.
    func title(_ periods: [Period], at period: Period? = nil) -> String {
        var text = measures
        let whose = [list(subjects.map(self.text)), partners].compactMap(\.self)
        if !whose.isEmpty { text += ": " + whose.joined(separator: " – ") }
        if products.count == 1, let product = products[0] { text += " (" + product + ")" }
        return text + ", " + (period.map { words.date($0.description, .short) } ?? years(periods))
    }

    private var measures: String {
        guard indicators.count < 3 else {
            return words(TrackPhrase.indicatorCount(indicators.count))
        }
        let names = indicators.map { measure($0, formula) }
        return names.enumerated().map { index, name in
            index == 0 ? name : name.prefix(1).lowercased() + name.dropFirst()
        }.joined(separator: ", ")
    }

    private var partners: String? {
        let named = counterparts.compactMap(\.self)
        guard !named.isEmpty else { return nil }
        return named.count > 2
            ? words(TrackPhrase.partnerCount(named.count)) : list(named.map(text))
    }

    private func list(_ names: [String]) -> String? {
        guard let first = names.first else { return nil }
        if names.count > 3 { return words(TrackPhrase.subjectCount(names.count)) }
        return names.count == 1 ? first : names.joined(separator: ", ")
    }

    /// The years that are really shown.
    func years(_ periods: [Period]) -> String {
        let first = periods.map { $0.firstDay / 10_000 }.min() ?? 0
        let last = periods.map { $0.lastDay / 10_000 }.max() ?? 0
        return first == last
            ? words(DrawingPhrase.year(String(first)))
            : words(DrawingPhrase.years(String(first), String(last)))
    }

    private func measure(_ indicator: String, _ formula: Formula?) -> String {
        let name = words.indicator(indicator)
        switch formula {
        case nil: return name
        case .growth: return words(TrackPhrase.growthOf(name))
        case .balance:
            let family = IndicatorRoles.standard.role(of: indicator)?.family
            return words.indicator(family?.balance ?? indicator)
        case .turnover:
            let family = IndicatorRoles.standard.role(of: indicator)?.family
            return words.indicator(family?.turnover ?? indicator)
        case .share: return words(TrackPhrase.shareOf(name))
        case .index: return words(TrackPhrase.indexOf(name))
        case .sum: return words(TrackPhrase.sumOf(name))
        }
    }

    private static func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }
}

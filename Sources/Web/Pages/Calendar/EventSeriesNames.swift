import Records
import Register

/// What series of events are called. A series has no name of its own but its slug, so it takes
/// that of its latest event, without the number of the edition and what else is that event's alone.
struct EventSeriesNames: Sendable {
    private let names: [String: String]

    /// The most series that are named.
    private static let most = 60

    /// Looks up the names of these series.
    /// - Parameter marks: the calendar, in its order.
    init(_ series: some Sequence<String>, _ marks: [CalendarMark], _ context: PageContext) throws {
        let wanted = Set(series.prefix(Self.most))
        var latest: [String: Int64] = [:]
        for mark in marks {
            if let series = mark.series, wanted.contains(series) { latest[series] = mark.ordinal }
        }
        let records = try context.register.records(at: Array(latest.values))
        let language = context.language.rawValue
        names = latest.compactMapValues { ordinal in
            records[ordinal].map { Self.common(of: $0.record.name(in: language)) }
        }
    }

    /// The name; the slug in readable form for a series that isn't known.
    func text(_ series: String, _ words: Catalogue) -> String {
        words.sentenceCase(
            names[series] ?? series.split(separator: "-").joined(separator: " "))
    }

    /// The part of an event's title that its series shares: without an ordinal at the beginning
    /// ("8th", "Fifth", "XVI"), and without an addition at the end that stands in brackets or holds
    /// a number.
    static func common(of title: String) -> String {
        var words = title.split(separator: " ")
        if let first = words.first, words.count > 2, isOrdinal(first) { words.removeFirst() }
        var text = words.joined(separator: " ")
        if text.hasSuffix(")"), let bracket = text.lastIndex(of: "("), bracket > text.startIndex {
            text = String(text[..<bracket])
        }
        if let comma = text.lastIndex(of: ","), text[comma...].contains(where: \.isNumber) {
            text = String(text[..<comma])
        }
        while text.last == " " { text.removeLast() }
        return text.isEmpty ? title : text
    }

    private static let ordinals: Set<String> = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ]

    private static func isOrdinal(_ word: Substring) -> Bool {
        let isNumber =
            word.first?.isNumber == true
            && ["st", "nd", "rd", "th"].contains(where: word.hasSuffix)
        let isRoman = word.count > 1 && word.allSatisfy { "IVXLC".contains($0) }
        return isNumber || isRoman || ordinals.contains(word.lowercased())
    }
}

/// A date or a period as a record writes it, in the parts that words are made from.
struct WrittenPeriod: Equatable, Sendable {
    /// A date as exact as it is known.
    enum Point: Equatable, Sendable {
        case year(Int)
        case quarter(Int, year: Int)
        case month(Int, year: Int)
        case day(Int, month: Int, year: Int)

        var year: Int {
            switch self {
            case .year(let year), .quarter(_, let year), .month(_, let year), .day(_, _, let year):
                year
            }
        }
    }

    let start: Point
    /// nil for a single date.
    let end: Point?

    /// Reads `2021`, `2021-06`, `2021-06-29`, `2021-Q1`, and two of them with a slash between.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let start = Self.point(parts[0]) else { return nil }
        self.start = start
        if parts.count == 2 {
            guard let end = Self.point(parts[1]) else { return nil }
            self.end = end == start ? nil : end
        } else {
            end = nil
        }
    }

    private static func point(_ text: Substring) -> Point? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.count == 4, let year = number(first) else {
            return nil
        }
        switch parts.count {
        case 1: return .year(year)
        case 2:
            if parts[1].hasPrefix("Q") {
                guard let quarter = number(parts[1].dropFirst()), (1...4).contains(quarter) else {
                    return nil
                }
                return .quarter(quarter, year: year)
            }
            guard let month = number(parts[1]), (1...12).contains(month) else { return nil }
            return .month(month, year: year)
        case 3:
            guard let month = number(parts[1]), (1...12).contains(month),
                let day = number(parts[2]), (1...31).contains(day)
            else { return nil }
            return .day(day, month: month, year: year)
        default: return nil
        }
    }

    private static func number(_ text: Substring) -> Int? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }
}

/// How much room a date has, and what part it plays.
enum DateStyle: Sendable {
    /// By itself: "29 June 2021", "январь–сентябрь 2021 г."
    case full
    /// In a narrow column: "29 Jun 2021", "29.06.2021".
    case short
    /// In a sentence, answering when: "in June 2021", "nel giugno 2021", "в июне 2021 года".
    case adverbial
}

/// How a language writes dates.
protocol DateWords: Sendable {
    /// The period in words.
    func words(for period: WrittenPeriod, _ style: DateStyle) -> String
}

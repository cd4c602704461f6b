/// A language of the interface.
enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case italian = "it"
    case russian = "ru"

    /// Its name in itself.
    var ownName: String {
        switch self {
        case .english: "English"
        case .italian: "Italiano"
        case .russian: "Русский"
        }
    }
}

extension Language {
    /// The language to answer in: what the address asks for, else what was chosen before, else the
    /// best of what the browser accepts, else English.
    static func preferred(
        acceptLanguage: String?, cookie: String? = nil, query: String? = nil
    ) -> Language {
        if let query, let language = Language(tag: query) { return language }
        if let cookie, let language = Language(tag: cookie) { return language }
        return acceptLanguage.flatMap(best(of:)) ?? .english
    }

    /// The language of a tag like `it`, `it-CH` or `RU` (RFC 4647, lookup: the first subtag decides).
    init?(tag: some StringProtocol) {
        let first = tag.prefix { $0 != "-" && $0 != "_" }
        self.init(rawValue: first.lowercased())
    }

    /// More items than this no browser sends.
    private static let mostRanges = 50

    /// The accepted language with the greatest quality (RFC 9110, 12.5.4); of equals the first.
    private static func best(of header: String) -> Language? {
        var best: (language: Language, quality: Int)?
        var refused: Set<Language> = []
        var starQuality = 0
        for range in header.split(separator: ",", maxSplits: mostRanges).prefix(mostRanges) {
            let parts = range.split(separator: ";").map(trimmed)
            guard let tag = parts.first else { continue }
            let quality = quality(of: parts.dropFirst())
            if tag == "*" {
                starQuality = quality
            } else if let language = Language(tag: tag) {
                if quality == 0 { refused.insert(language) }
                if quality > best?.quality ?? 0 { best = (language, quality) }
            }
        }
        if let best { return best.language }
        return starQuality > 0 ? allCases.first { !refused.contains($0) } : nil
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.drop { $0 == " " || $0 == "\t" }
        guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else {
            return start
        }
        return start[...end]
    }

    /// The quality in thousandths: 1000 if there is none, 0 if it isn't well formed.
    private static func quality(of parameters: ArraySlice<Substring>) -> Int {
        guard let parameter = parameters.first(where: { $0.hasPrefix("q=") || $0.hasPrefix("Q=") })
        else { return 1000 }
        let text = parameter.dropFirst(2)
        let digits = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = digits.first.flatMap({ Int($0) }), (0...1).contains(whole),
            digits.count <= 2
        else { return 0 }
        let fraction = digits.count == 2 ? digits[1] : ""
        guard fraction.count <= 3, fraction.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return 0
        }
        let padded = String((fraction + "000").prefix(3))
        return min(1000, whole * 1000 + (Int(padded) ?? 0))
    }
}

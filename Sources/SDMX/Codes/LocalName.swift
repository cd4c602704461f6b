/// A name in the languages that messages carry: English always, Italian and Russian where known.
public struct LocalName: Hashable, Sendable {
    /// The English name.
    public let english: String
    /// The Italian name.
    public let italian: String?
    /// The Russian name.
    public let russian: String?

    /// A name; those that repeat the English one are kept, for they are names in their language.
    public init(_ english: String, italian: String? = nil, russian: String? = nil) {
        self.english = english
        self.italian = italian
        self.russian = russian
    }

    /// The name in a language, or the English one.
    public func text(in language: NameLanguage) -> String {
        switch language {
        case .english: english
        case .italian: italian ?? english
        case .russian: russian ?? english
        }
    }

    /// The names with their languages, English first.
    var all: [(language: NameLanguage, text: String)] {
        [(.english, english)] + (italian.map { [(.italian, $0)] } ?? [])
            + (russian.map { [(.russian, $0)] } ?? [])
    }
}

/// A language of names, by its ISO 639-1 code.
public enum NameLanguage: String, CaseIterable, Sendable, Hashable {
    case english = "en"
    case italian = "it"
    case russian = "ru"
}

/// The words that the register doesn't hold itself: names of indicators and units.
public struct Wording: Sendable {
    /// The name of an indicator by its slug.
    public let indicator: @Sendable (String) -> LocalName
    /// The name of a unit as it stands in a record.
    public let unit: @Sendable (String) -> LocalName

    /// Names by functions that always give the same for the same.
    public init(
        indicator: @escaping @Sendable (String) -> LocalName,
        unit: @escaping @Sendable (String) -> LocalName
    ) {
        self.indicator = indicator
        self.unit = unit
    }
}

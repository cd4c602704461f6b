import Charts

/// The texts of one language. Call it with a phrase: `words(.searchTitle)`.
struct Catalogue: Sendable {
    let language: Language
    private let texts: any Texts.Type

    init(_ language: Language) {
        self.language = language
        texts =
            switch language {
            case .english: English.self
            case .italian: Italian.self
            case .russian: Russian.self
            }
    }

    /// The phrase in this language.
    func callAsFunction(_ phrase: Phrase) -> String { texts.phrase(phrase) }

    /// The page's phrase in this language.
    func callAsFunction(_ phrase: PagePhrase) -> String { texts.phrase(phrase) }

    /// The list's phrase in this language.
    func callAsFunction(_ phrase: ListPhrase) -> String { texts.phrase(phrase) }

    /// The record page's phrase in this language.
    func callAsFunction(_ phrase: RecordPhrase) -> String { texts.phrase(phrase) }

    /// The drawings' phrase in this language.
    func callAsFunction(_ phrase: DrawingPhrase) -> String { texts.phrase(phrase) }

    /// The phrase of the explorer of indicators, of comparisons and of findings in this language.
    func callAsFunction(_ phrase: TrackPhrase) -> String { texts.phrase(phrase) }

    /// The phrase of the map and the network in this language.
    func callAsFunction(_ phrase: AtlasPhrase) -> String { texts.phrase(phrase) }

    /// The phrase of the calendar and the feeds in this language.
    func callAsFunction(_ phrase: CalendarPhrase) -> String { texts.phrase(phrase) }

    /// The phrase of dashboards and of the drawings on the home page in this language.
    func callAsFunction(_ phrase: DashboardPhrase) -> String { texts.phrase(phrase) }

    /// The market's phrase in this language.
    func callAsFunction(_ phrase: MarketPhrase) -> String { texts.phrase(phrase) }

    /// The phrase of auctions, results and those who trade in this language.
    func callAsFunction(_ phrase: TradingPhrase) -> String { texts.phrase(phrase) }

    /// The phrase of the forms of those who trade in this language.
    func callAsFunction(_ phrase: DealingPhrase) -> String { texts.phrase(phrase) }

    /// The word of the exchange's vocabulary in this language.
    func callAsFunction(_ term: MarketTerm) -> String { texts.phrase(term) }

    // MARK: Vocabulary

    /// A kind's name in the singular ("Organisation").
    func kind(_ kind: String) -> String {
        capitalised(KindWord(rawValue: kind).map { texts.kind($0).one } ?? humanised(kind))
    }

    /// A kind's name in the plural ("Organisations").
    func kinds(_ kind: String) -> String {
        capitalised(KindWord(rawValue: kind).map { texts.kind($0).plural } ?? humanised(kind))
    }

    /// "12 organisations".
    func count(_ count: Int, _ kind: String) -> String {
        guard let word = KindWord(rawValue: kind) else {
            return number(count) + "\u{A0}" + humanised(kind)
        }
        return counted(count, texts.kind(word))
    }

    /// A type's name in the singular ("Free economic zone").
    func type(_ type: String, of kind: String) -> String {
        capitalised(typeWord(type, kind).map { texts.type($0).one } ?? humanised(type))
    }

    /// A type's name in the plural ("Free economic zones").
    func types(_ type: String, of kind: String) -> String {
        capitalised(typeWord(type, kind).map { texts.type($0).plural } ?? humanised(type))
    }

    /// A status in lower case ("in force").
    func status(_ status: String) -> String {
        StatusWord(rawValue: status).map(texts.status) ?? humanised(status)
    }

    /// A technopark's setting in lower case ("on a brownfield site").
    func setting(_ setting: String) -> String {
        SettingWord(rawValue: setting).map(texts.setting) ?? humanised(setting)
    }

    /// A field's label ("Managed by").
    func field(_ field: String) -> String {
        FieldWord(rawValue: field).map(texts.field) ?? capitalised(humanised(field))
    }

    /// What a link says: outgoing the field's own label, incoming a heading for what points here.
    func role(_ role: String, isIncoming: Bool) -> String {
        guard isIncoming else { return field(role) }
        return IncomingRole(rawValue: role).map(texts.incoming) ?? capitalised(humanised(role))
    }

    /// An indicator's name; one that isn't known is its slug in readable form.
    func indicator(_ indicator: String) -> String {
        if let word = IndicatorWord(rawValue: indicator) { return texts.indicator(word) }
        for aspect in IndicatorAspect.allCases {
            let ending = "-" + aspect.rawValue
            if indicator.hasSuffix(ending) {
                let base = self.indicator(String(indicator.dropLast(ending.count)))
                return texts.aspect(aspect, of: base)
            }
        }
        return capitalised(humanised(indicator))
    }

    /// A unit as it heads a column ("companies", "USD").
    func unit(_ unit: String) -> String {
        UnitWord(rawValue: unit).map { texts.unit($0).plural } ?? unit
    }

    /// A qualifier's mark and meaning; nil for `exact`, which goes without saying.
    func qualifier(_ qualifier: String) -> (mark: String, meaning: String)? {
        guard let word = QualifierWord(rawValue: qualifier) else {
            return (humanised(qualifier), humanised(qualifier))
        }
        if word == .exact { return nil }
        let meaning = texts.qualifier(word)
        return (word.sign ?? meaning, meaning)
    }

    /// A language's name by its ISO 639 code; the code where the name isn't known.
    func languageName(_ code: String) -> String { texts.languageName(code) ?? code }

    // MARK: Numbers

    /// A whole number, grouped.
    func number(_ value: Int) -> String { number(String(value)) }

    /// What stands between groups of digits.
    var groupSeparator: String { texts.numbers.groupSeparator }

    /// An exact decimal ("-1234.5"), grouped; anything else comes back as it is.
    func number(_ decimal: String) -> String { texts.numbers.grouped(decimal) }

    /// A figure with its unit and qualifier, to the last digit.
    func quantity(_ decimal: String, unit: String? = nil, qualifier: String? = nil) -> Quantity {
        Quantity(
            number(decimal), unit: unit.map { self.unit($0, for: decimal) },
            qualifier: qualifier.flatMap(self.qualifier))
    }

    /// A figure whose millions and billions are words, where that leaves nothing out.
    func quantityInWords(
        _ decimal: String, unit: String? = nil, qualifier: String? = nil
    ) -> Quantity {
        guard let words = texts.numbers.inWords(decimal) else {
            return quantity(decimal, unit: unit, qualifier: qualifier)
        }
        let joined = unit == nil ? words : words + texts.numbers.beforeUnit
        return Quantity(
            joined, unit: unit.map { UnitWord(rawValue: $0).map { texts.unit($0).many } ?? $0 },
            qualifier: qualifier.flatMap(self.qualifier))
    }

    /// "12 companies": a count with the noun's right form.
    func counted(_ count: Int, _ noun: Noun) -> String {
        number(count) + "\u{A0}" + language.form(of: noun, for: count)
    }

    private func unit(_ unit: String, for decimal: String) -> String {
        guard let noun = UnitWord(rawValue: unit).map(texts.unit) else { return unit }
        guard let count = Int(decimal) else {
            return language == .russian ? noun.few : noun.plural
        }
        return language.form(of: noun, for: count)
    }

    /// How charts write numbers.
    var numberStyle: NumberStyle { texts.numbers.chartStyle }

    // MARK: Dates

    /// A date or period ("2021", "2021-06-29", "2021-Q1", "2021-01/2021-09") in words, as exact as
    /// it is given; text that isn't one comes back as it is.
    func date(_ text: String, _ style: DateStyle = .full) -> String {
        guard let period = WrittenPeriod(text) else { return text }
        return texts.dates.words(for: period, style)
    }

    /// A date with its machine-readable form, for a page.
    func time(_ text: String, _ style: DateStyle = .full) -> Inline {
        let isTime = !text.contains("/") && !text.contains("Q")
        return isTime ? .time(date(text, style), iso: text) : .text(date(text, style))
    }

    /// A moment of UTC ("2021-06-29T10:04:00Z") in words, to the minute.
    func moment(_ iso: String) -> Inline {
        guard iso.utf8.count >= 16, let day = WrittenPeriod(String(iso.prefix(10))) else {
            return .text(iso)
        }
        let clock = String(iso.dropFirst(11).prefix(5))
        return .time(texts.dates.words(for: day, .full) + ", " + clock + " UTC", iso: iso)
    }

    // MARK: Sentences

    /// The sentence at the head of a record's page.
    func lead(_ facts: LeadFacts) -> [Inline] { texts.lead(facts, self) }

    /// "A, B and C".
    func list(_ items: [Inline]) -> Inline {
        guard items.count > 1, let last = items.last else { return .sequence(items) }
        return .sequence([
            .joined(Array(items.dropLast())), .text(" " + self(.and) + " "), last,
        ])
    }

    // MARK: Words from slugs

    private func typeWord(_ type: String, _ kind: String) -> TypeWord? {
        TypeWord(rawValue: kind + "/" + type) ?? TypeWord(rawValue: type)
    }

    private func humanised(_ slug: String) -> String {
        String(slug.map { $0 == "-" || $0 == "_" ? " " : $0 })
    }

    private func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}

/// What a language has to say.
protocol Texts: Sendable {
    static var numbers: NumberWords { get }
    static var dates: any DateWords { get }
    static func phrase(_ phrase: Phrase) -> String
    static func phrase(_ phrase: PagePhrase) -> String
    static func phrase(_ phrase: ListPhrase) -> String
    static func phrase(_ phrase: RecordPhrase) -> String
    static func phrase(_ phrase: DrawingPhrase) -> String
    static func phrase(_ phrase: TrackPhrase) -> String
    static func phrase(_ phrase: AtlasPhrase) -> String
    static func phrase(_ phrase: CalendarPhrase) -> String
    static func phrase(_ phrase: DashboardPhrase) -> String
    static func phrase(_ phrase: MarketPhrase) -> String
    static func phrase(_ phrase: TradingPhrase) -> String
    static func phrase(_ phrase: DealingPhrase) -> String
    static func phrase(_ term: MarketTerm) -> String
    /// A language's name in lower case or as usual, by its ISO 639-1 code; nil when not known.
    static func languageName(_ code: String) -> String?
    static func kind(_ kind: KindWord) -> Noun
    /// The singular and the plural, both in lower case unless a name.
    static func type(_ type: TypeWord) -> (one: String, plural: String)
    static func status(_ status: StatusWord) -> String
    static func setting(_ setting: SettingWord) -> String
    static func qualifier(_ qualifier: QualifierWord) -> String
    static func field(_ field: FieldWord) -> String
    static func incoming(_ role: IncomingRole) -> String
    static func indicator(_ indicator: IndicatorWord) -> String
    static func aspect(_ aspect: IndicatorAspect, of indicator: String) -> String
    static func unit(_ unit: UnitWord) -> Noun
    static func lead(_ facts: LeadFacts, _ words: Catalogue) -> [Inline]
}

/// The catalogues; their texts are in the files named after them.
enum English: Texts {}
enum Italian: Texts {}
enum Russian: Texts {}

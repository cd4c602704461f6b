import Records
import Register

/// The table of figures with filters; its files hold exactly what it shows.
struct FiguresPage: Page {
    static let pageSize = 100
    /// How many choices one field of the form offers.
    static let mostChoices = 300

    let context: PageContext
    let state: FigureState
    let found: ObservationPage
    let choices: ObservationChoices
    let sources: CitedSources
    /// The names of what is chosen.
    let names: NameBook

    var words: Catalogue { context.words }

    init(_ context: PageContext) throws {
        self.context = context
        state = try FigureState(context.request.query)
        let query = state.query(pageSize: Self.pageSize)
        found = try context.register.observations(query)
        choices = try context.register.choices(query)
        sources = try CitedSources(found.items.flatMap(\.citations), context)
        names = try NameBook(
            [state.subject, state.counterpart].compactMap(\.self), context)
    }

    /// The part of the table that is shown.
    var part: PageOfList {
        PageOfList(
            number: state.page, size: Self.pageSize, total: found.total,
            shown: found.items.count)
    }

    var indicatorOptions: [(value: String, text: String)] {
        options(
            choices.indicators.map { ($0.value, words.indicator($0.value), $0.count) },
            chosen: state.indicators.first.map { ($0, words.indicator($0)) })
    }

    var subjectOptions: [(value: String, text: String)] {
        options(choices.subjects, chosen: state.subject)
    }

    var counterpartOptions: [(value: String, text: String)] {
        options(choices.counterparts, chosen: state.counterpart)
    }

    var productOptions: [(value: String, text: String)] {
        options(
            choices.products.map { ($0.value, $0.value, $0.count) },
            chosen: state.product.map { ($0, $0) })
    }

    private func options(
        _ records: [(value: RecordSummary, count: Int)], chosen: RecordID?
    ) -> [(value: String, text: String)] {
        let language = words.language.rawValue
        return options(
            records.map { ($0.value.id.text, $0.value.name(in: language), $0.count) },
            chosen: chosen.map { ($0.text, names.text($0)) })
    }

    /// The most frequent choices by name; what is chosen is always among them.
    private func options(
        _ choices: [(value: String, text: String, count: Int)],
        chosen: (value: String, text: String)?
    ) -> [(value: String, text: String)] {
        let frequent = choices.sorted { $0.count > $1.count }.prefix(Self.mostChoices)
        var options = frequent.sorted { $0.text.lowercased() < $1.text.lowercased() }
            .map { (value: $0.value, text: words(.choice($0.text, $0.count))) }
        if let chosen, !options.contains(where: { $0.value == chosen.value }) {
            options.insert((chosen.value, words(.choice(chosen.text, 0))), at: 0)
        }
        return [("", words(.all))] + options
    }
}

import Records
import Register
import Statistics

/// Where figures don't fit each other: what was compared, what was found, and on what it rests.
struct FindingsPage: Page {
    static let pageSize = 50

    let context: PageContext
    let state: FindingState
    let reading: FindingsReading
    /// All that fit the state.
    let found: [Finding]
    /// Those on this page.
    let shown: [Finding]
    let findingWords: FindingWords
    let sources: CitedSources

    var words: Catalogue { context.words }

    init(_ context: PageContext) throws {
        self.context = context
        state = try FindingState(context.request.query)
        reading = try FindingsReading(state, context.register)
        if case .ready(let examination, _, _) = reading {
            found = examination.matching(state)
        } else {
            found = []
        }
        shown = Array(found.dropFirst((state.page - 1) * Self.pageSize).prefix(Self.pageSize))
        findingWords = try FindingWords(
            shown, also: [state.subject].compactMap(\.self), context)
        sources = try CitedSources(
            shown.flatMap { $0.evidence.flatMap(\.figure.citations) }, context)
    }

    /// The part of the list that is shown.
    var part: PageOfList {
        PageOfList(
            number: state.page, size: Self.pageSize, total: found.count, shown: shown.count)
    }
}

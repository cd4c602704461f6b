/// What the sentence at the head of a record's page is made from. Types, statuses and dates are
/// given as the record has them; names as links.
enum LeadFacts: Sendable {
    /// `within`: the places around it, nearest first; `onRecord`: what the register has of it
    /// ("12 organisations").
    case place(type: String, within: [Inline], onRecord: [Inline])
    case organisation(type: String, place: Inline?, parent: Inline?, founded: String?)
    case agreement(
        type: String, parties: [Inline], others: Int, signed: String?, status: String?)
    case measure(plan: Inline, executor: Inline?, deadline: String?, status: String?)
    case event(type: String, place: Inline?, start: String?, end: String?, edition: Int?)
    case project(
        type: String, parties: [Inline], place: Inline?, value: Quantity?, status: String?)
    case offer(isRequest: Bool, by: Inline, to: Inline?, what: String, date: String?)
    case person(office: String, of: Inline?)
    case observation(
        indicator: String, subject: Inline, counterpart: Inline?, product: String?,
        period: String, value: Quantity)
    case source(author: String?, publisher: String?, date: String?, facts: Int)

    /// A start and an end as one period.
    static func period(_ start: String?, _ end: String?) -> String? {
        guard let start else { return end }
        guard let end, end != start else { return start }
        return start + "/" + end
    }
}

/// Builds a sentence from parts of which some may be missing.
struct SentenceBuilder {
    private(set) var pieces: [Inline] = []

    /// Adds words; of two full stops that would meet ("2021 г." and the sentence's own) one stays.
    mutating func add(_ text: String) {
        if text.hasPrefix("."), case .text(let before)? = pieces.last, before.hasSuffix(".") {
            pieces.append(.text(String(text.dropFirst())))
        } else {
            pieces.append(.text(text))
        }
    }

    mutating func add(_ piece: Inline) { pieces.append(piece) }

    /// Adds the words and the piece behind them, if there is a piece.
    mutating func add(_ text: String, _ piece: Inline?) {
        guard let piece else { return }
        add(text)
        pieces.append(piece)
    }

    /// Adds the words with the text behind them, if there is one.
    mutating func addText(_ text: String, _ more: String?) {
        if let more { add(text + more) }
    }
}

import Records
import Register
import Statistics

/// The findings of a register's figures, or, where there are too many of them, of those that
/// speak of one record.
struct FindingsBook: Sendable {
    /// What was compared and found; nil where there are too many figures to compare them all.
    let examination: Examination?
    /// How many figures were looked at.
    let figures: Int

    /// More figures than these are compared only as far as they speak of one record.
    static let mostFigures = 300_000
    /// The most figures of one record that are compared while a page waits.
    static let mostOfSubject = 2_000

    /// All figures of a register.
    init(of register: Register) throws {
        let count = try register.state().counts[.observation] ?? 0
        guard count <= Self.mostFigures else {
            examination = nil
            figures = count
            return
        }
        var rows: [ObservationRow] = []
        rows.reserveCapacity(count)
        var query = ObservationQuery()
        query.sort = .subject
        query.limit = Self.mostFigures
        try register.eachObservation(query) { rows.append($0) }
        let all = try register.figures(rows)
        examination = Examination(
            SeriesSet(all), containment: try register.containment(of: all))
        figures = all.count
    }

    /// The figures that speak of a record, as subject or as counterpart.
    init(of record: RecordID, in register: Register) throws {
        var query = ObservationQuery()
        query.subjects = [record]
        query.limit = Self.mostOfSubject
        var all = try register.figures(query)
        query.subjects = []
        query.counterparts = [record]
        all += try register.figures(query)
        examination = Examination(
            SeriesSet(all), containment: try register.containment(of: all))
        figures = all.count
    }
}

/// What can be said about findings now.
enum FindingsReading: Sendable {
    /// They are there; `isWhole` unless only one record's figures were compared.
    case ready(Examination, figures: Int, isWhole: Bool)
    /// They are being made.
    case beingMade
    /// There are too many figures for a list of all: a record must be chosen.
    case tooMany(Int)

    /// What is known for a state of the list.
    init(_ state: FindingState, _ register: Register) throws {
        guard let book = try PageMemory.of(register).findingsBook(of: register) else {
            self = .beingMade
            return
        }
        if let examination = book.examination {
            self = .ready(examination, figures: book.figures, isWhole: true)
        } else if let subject = state.subject {
            let part = try FindingsBook(of: subject, in: register)
            guard let examination = part.examination else {
                self = .tooMany(book.figures)
                return
            }
            self = .ready(examination, figures: part.figures, isWhole: false)
        } else {
            self = .tooMany(book.figures)
        }
    }
}

extension Examination {
    /// The findings of a state, in their order.
    func matching(_ state: FindingState) -> [Finding] {
        matching(
            kinds: state.kinds.isEmpty ? nil : Set(state.kinds), subject: state.subject,
            grade: state.grade)
    }
}

/// One thing that is wrong with a record.
public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The field, such as `signed` or `cite[1].source`; `record` for the record as a whole.
    public let field: String
    /// What is wrong.
    public let message: String
    /// What would be right.
    public let remedy: String

    /// One thing that is wrong.
    public init(field: String, message: String, remedy: String) {
        self.field = field
        self.message = message
        self.remedy = remedy
    }

    /// `FIELD: what is wrong; what would be right`.
    public var description: String { "\(field): \(message); \(remedy)" }
}

/// All that is wrong with a record.
public struct RecordProblems: Error, Sendable, CustomStringConvertible {
    /// The problems, in the order of the fields.
    public let problems: [Problem]
    /// The record's id, when that much could be read.
    public let id: RecordID?

    /// The references that could be read all the same, with their fields: they may be wrong as
    /// well.
    public let references: [(field: String, target: RecordID)]

    /// A single problem.
    public init(problem: Problem) { self.init(problems: [problem]) }

    init(
        problems: [Problem], id: RecordID? = nil,
        references: [(field: String, target: RecordID)] = []
    ) {
        self.problems = problems
        self.id = id
        self.references = references
    }

    /// A line for each.
    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}

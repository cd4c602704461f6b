public import Records

/// A line of an import.
public struct ImportPlace: Hashable, Sendable, Comparable {
    /// Which of the import's files, from 0.
    public let file: Int32
    /// The line, from 1.
    public let line: Int32

    /// The order of reading.
    public static func < (left: ImportPlace, right: ImportPlace) -> Bool {
        (left.file, left.line) < (right.file, right.line)
    }
}

/// One thing that is wrong with an import.
public struct ImportProblem: Sendable {
    /// The line.
    public let place: ImportPlace
    /// The file's name as it was given; `-` for standard input.
    public let file: String
    /// What is wrong and what would be right.
    public let problem: Problem

    /// `FILE:LINE: FIELD: what is wrong; what would be right`.
    public var description: String { "\(file):\(place.line): \(problem)" }
}

/// What an import did, or why it did nothing.
public struct ImportReport: Sendable {
    /// Records read.
    public internal(set) var read = 0
    /// Records that the register didn't have.
    public internal(set) var added = 0
    /// Records that it had otherwise.
    public internal(set) var changed = 0
    /// Records that it had just so.
    public internal(set) var unchanged = 0
    /// The first problems in the order of reading, at most ``maximumProblems``.
    public internal(set) var problems: [ImportProblem] = []
    /// How many problems there are in all.
    public internal(set) var problemCount = 0
    /// The journal's last entry afterwards.
    public internal(set) var sequence: UInt64 = 0

    /// How many problems are listed.
    public static let maximumProblems = 1_000
}

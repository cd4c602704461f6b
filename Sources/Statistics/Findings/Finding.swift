public import Records

/// Figures that were set against each other, and how they stand. It says what was compared in
/// machine form; words are made where it is shown.
public struct Finding: Hashable, Sendable {
    /// What sort of check it is.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A stated growth against the one that the levels give.
        case growth
        /// A stated balance against exports less imports.
        case balance
        /// A stated turnover against exports and imports together.
        case turnover
        /// What one partner reports against what the other does.
        case mirror
        /// Parts against their whole.
        case parts
        /// A stated share against levels, and shares against a hundred.
        case share
        /// Two statements of the same figure.
        case sources
    }

    /// What exactly was compared.
    public enum Comparison: String, CaseIterable, Hashable, Sendable {
        case growthFromLevels = "growth-from-levels"
        case balanceFromFlows = "balance-from-export-and-import"
        case balanceFromExport = "balance-from-export-and-turnover"
        case balanceFromImport = "balance-from-import-and-turnover"
        case balanceWithinTurnover = "balance-within-turnover"
        case turnoverFromFlows = "turnover-from-export-and-import"
        case flowWithinTurnover = "flow-within-turnover"
        case importMirrorsExport = "import-mirrors-export"
        case turnoverMirrors = "turnover-mirrors-turnover"
        case partnersWithinWhole = "partners-within-whole"
        case partnersMakeWhole = "partners-make-whole"
        case subjectsWithinWhole = "subjects-within-whole"
        case subjectsMakeWhole = "subjects-make-whole"
        case productsWithinWhole = "products-within-whole"
        case componentsWithinWhole = "components-within-whole"
        case componentsMakeWhole = "components-make-whole"
        case periodsWithinWhole = "periods-within-whole"
        case periodsMakeWhole = "periods-make-whole"
        case shareFromLevels = "share-from-levels"
        case shareWithinHundred = "share-within-hundred"
        case sharesWithinHundred = "shares-within-hundred"
        case sameFigure = "same-figure"

        /// The sort of check.
        public var kind: Kind {
            switch self {
            case .growthFromLevels: .growth
            case .balanceFromFlows, .balanceFromExport, .balanceFromImport,
                .balanceWithinTurnover:
                .balance
            case .turnoverFromFlows, .flowWithinTurnover: .turnover
            case .importMirrorsExport, .turnoverMirrors: .mirror
            case .shareFromLevels, .shareWithinHundred, .sharesWithinHundred: .share
            case .sameFigure: .sources
            default: .parts
            }
        }
    }

    /// How the two numbers should stand to each other.
    public enum Relation: String, Hashable, Sendable {
        /// They should be equal.
        case equal
        /// The stated one shouldn't exceed the expected one.
        case atMost = "at-most"
    }

    /// How they do stand.
    public enum Grade: String, CaseIterable, Hashable, Sendable {
        /// Nothing that the sources' rounding and qualifiers can mean fits both.
        case contradiction
        /// They only fit when a qualifier is read more widely than it is used.
        case tension
        /// They fit.
        case agreement
    }

    /// A figure with its part in the comparison.
    public struct Evidence: Hashable, Sendable {
        /// What the figure is in the comparison.
        public enum Role: String, Hashable, Sendable {
            /// The figure in question.
            case stated
            /// The level at the end of a growth, or the part whose share is stated.
            case level
            /// The level at the beginning of a growth.
            case base
            case export, `import`, turnover, balance
            /// A part, or one of the parts that were added.
            case part
            /// The whole.
            case whole
            /// What the partner reports.
            case mirror
            /// The preferred statement of the same figure.
            case preferred
        }

        /// What it is in the comparison.
        public let role: Role
        /// The figure.
        public let figure: Figure
    }

    /// A name that stays as long as the same figures are compared in the same way:
    /// `growth-1f3a5c7e9b2d`.
    public let id: String
    /// What exactly was compared.
    public let comparison: Comparison
    /// How the numbers should stand to each other.
    public let relation: Relation
    /// How they do.
    public let grade: Grade
    /// The figures, the one in question first; for parts that were added, the parts first.
    public let evidence: [Evidence]
    /// The number in question: stated, or the sum of parts that are.
    public let stated: ExactDecimal
    /// What it may mean, as qualifiers are usually read.
    public let statedRange: ValueRange
    /// The number that the other figures give, computed values with six decimals at most.
    public let expected: ExactDecimal
    /// What that may be, as qualifiers are usually read.
    public let expectedRange: ValueRange
    /// The unit of both.
    public let unit: String
    /// Stated less expected.
    public let difference: ExactDecimal
    /// The difference in percent of what is expected, with one decimal; nil when that is zero.
    public let relative: ExactDecimal?
    /// How large the difference is, in thousandths of the larger number; for a growth, of the
    /// larger of the two levels that it speaks of; 0 for a part below its whole. 0…1000.
    public let score: Int

    /// The sort of check.
    public var kind: Kind { comparison.kind }
    /// Whose figures are in question.
    public var subject: RecordID? { evidence.first?.figure.observation.subject }
    /// The period in question.
    public var period: Period? { evidence.first?.figure.observation.period }

    /// Whether one of its figures speaks of a record, as subject or as counterpart.
    public func concerns(_ record: RecordID) -> Bool {
        evidence.contains {
            let one = $0.figure.observation
            return one.subject == record || one.counterpart == record
        }
    }
}

extension Finding: Comparable {
    /// Contradictions first, then tensions; the larger difference first; then by id.
    public static func < (left: Finding, right: Finding) -> Bool {
        if left.grade != right.grade { return left.grade.order < right.grade.order }
        if left.score != right.score { return left.score > right.score }
        return left.id < right.id
    }
}

extension Finding.Grade {
    fileprivate var order: Int {
        switch self {
        case .contradiction: 0
        case .tension: 1
        case .agreement: 2
        }
    }
}

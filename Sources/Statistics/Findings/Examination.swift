public import Records

/// All checks over a set of series: what disagrees, worst first, and how much was compared.
public struct Examination: Sendable {
    /// How often a sort of check was made.
    public struct Tally: Hashable, Sendable {
        /// The sort of check.
        public let kind: Finding.Kind
        /// How many comparisons were made.
        public internal(set) var compared = 0
        /// How many of them agree.
        public internal(set) var agreed = 0
        /// How many more could not be made because a number leaves the range of calculation.
        public internal(set) var incomparable = 0
    }

    /// The findings: contradictions, then tensions, each with the larger differences first;
    /// at the end the agreements, when they were asked for.
    public let findings: [Finding]
    /// One a kind, in the order of the kinds.
    public let tallies: [Tally]

    /// Makes all checks, in O(n log n).
    /// - Parameters:
    ///   - roles: what the indicators are to each other.
    ///   - containment: what lies in what.
    ///   - keepingAgreements: whether comparisons that agree are findings too.
    public init(
        _ set: SeriesSet, roles: IndicatorRoles = .standard, containment: Containment = .none,
        keepingAgreements: Bool = false
    ) {
        var ledger = FindingLedger(keepingAgreements: keepingAgreements)
        let index = SeriesIndex(set, roles)
        SourcesCheck(index).run(&ledger)
        GrowthCheck(index).run(&ledger)
        TradeCheck(index).run(&ledger)
        MirrorCheck(index).run(&ledger)
        PartsCheck(index, containment).run(&ledger)
        ProductsCheck(index).run(&ledger)
        ComponentsCheck(index).run(&ledger)
        PeriodsCheck(index).run(&ledger)
        ShareCheck(index, containment).run(&ledger)
        findings = ledger.findings.sorted()
        tallies = ledger.tallies
    }

    /// The finding of an id.
    public subscript(id id: String) -> Finding? { findings.first { $0.id == id } }

    /// The findings, narrowed where something is given, in their order.
    /// - Parameters:
    ///   - subject: a record of which one of the figures speaks, as subject or counterpart.
    ///   - figure: a figure that was compared.
    public func matching(
        kinds: Set<Finding.Kind>? = nil, subject: RecordID? = nil, figure: RecordID? = nil,
        grade: Finding.Grade? = nil
    ) -> [Finding] {
        findings.filter { finding in
            kinds?.contains(finding.kind) ?? true
                && subject.map { finding.concerns($0) } ?? true
                && figure.map { id in finding.evidence.contains { $0.figure.id == id } } ?? true
                && (grade.map { finding.grade == $0 } ?? true)
        }
    }
}

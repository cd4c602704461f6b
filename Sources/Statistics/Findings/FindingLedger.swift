import Records

/// Judges comparisons and keeps what comes of them.
struct FindingLedger {
    private(set) var findings: [Finding] = []
    private(set) var tallies = Finding.Kind.allCases.map { Examination.Tally(kind: $0) }
    private let keepingAgreements: Bool
    private let places: [Finding.Kind: Int]

    init(keepingAgreements: Bool) {
        self.keepingAgreements = keepingAgreements
        var places: [Finding.Kind: Int] = [:]
        for (place, kind) in Finding.Kind.allCases.enumerated() { places[kind] = place }
        self.places = places
    }

    /// What is set against what.
    struct Case {
        let comparison: Finding.Comparison
        var relation = Finding.Relation.equal
        let stated: Estimate
        let expected: Estimate
        let unit: String
        /// What is added to both sides before the difference is scored: 100 for a growth.
        var offset = 0

        /// How the numbers stand to each other.
        var grade: Finding.Grade {
            fits(stated.usual, expected.usual)
                ? .agreement : (fits(stated.wide, expected.wide) ? .tension : .contradiction)
        }

        private func fits(_ one: WideRange, _ other: WideRange) -> Bool {
            let touching = !(stated.isPlain && expected.isPlain)
            switch relation {
            case .equal: return one.meets(other, touching: touching)
            case .atMost:
                return WideRange(lower: one.lower, upper: nil).meets(other, touching: touching)
            }
        }
    }

    /// Judges a comparison. The case is only made, and the evidence only gathered, as far as
    /// they are needed.
    mutating func judge(
        _ comparison: Finding.Comparison,
        _ make: () throws(OutOfRange) -> Case,
        evidence: () -> [Finding.Evidence]
    ) {
        guard let place = places[comparison.kind] else { return }
        do throws(OutOfRange) {
            let one = try make()
            let grade = one.grade
            if grade != .agreement || keepingAgreements {
                let finding = try Self.finding(one, grade, evidence())
                findings.append(finding)
            }
            tallies[place].compared += 1
            if grade == .agreement { tallies[place].agreed += 1 }
        } catch {
            tallies[place].incomparable += 1
        }
    }

    private static func finding(
        _ one: Case, _ grade: Finding.Grade, _ evidence: [Finding.Evidence]
    ) throws(OutOfRange) -> Finding {
        let difference = try one.stated.value.minus(one.expected.value)
        guard let stated = one.stated.value.exact, let expected = one.expected.value.exact,
            let exactDifference = difference.exact
        else { throw OutOfRange() }
        return Finding(
            id: id(one.comparison, evidence), comparison: one.comparison,
            relation: one.relation, grade: grade, evidence: evidence, stated: stated,
            statedRange: one.stated.usual.narrow, expected: expected,
            expectedRange: one.expected.usual.narrow, unit: one.unit,
            difference: exactDifference,
            relative: try? difference.times(WideDecimal(100))
                .divided(by: one.expected.value.magnitude, decimals: 1, .halfToEven).exact,
            score: score(one, difference))
    }

    private static func score(_ one: Case, _ difference: WideDecimal) -> Int {
        if one.relation == .atMost, difference <= .zero { return 0 }
        let offset = WideDecimal(one.offset)
        guard let stated = try? one.stated.value.plus(offset).magnitude,
            let expected = try? one.expected.value.plus(offset).magnitude,
            let score = try? difference.magnitude.times(WideDecimal(1000))
                .divided(by: max(stated, expected), decimals: 0, .halfToEven)
        else { return one.stated.value == one.expected.value ? 0 : 1000 }
        return Int(min(score.coefficient, 1000))
    }

    /// FNV-1a (Fowler, Noll, Vo) with 64 bits, of which 48 are written, over what is compared.
    private static func id(
        _ comparison: Finding.Comparison, _ evidence: [Finding.Evidence]
    ) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func take(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            hash = (hash ^ 0x0A) &* 0x0000_0100_0000_01b3
        }
        take(comparison.rawValue)
        for one in evidence {
            take(one.role.rawValue)
            take(one.figure.id.text)
        }
        let digits = String((hash ^ hash >> 48) & 0xffff_ffff_ffff, radix: 16)
        return comparison.kind.rawValue + "-"
            + String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits
    }
}

extension Figure {
    /// The figure with its part in a comparison.
    func `as`(_ role: Finding.Evidence.Role) -> Finding.Evidence {
        Finding.Evidence(role: role, figure: self)
    }
}

import Records

/// The figures of parts against that of their whole, once for the partners of a subject (regions
/// of a country, members of a union, all against the figure with the world) and once for the
/// subjects themselves. Places are disjoint and are added; organisations may be parts of each
/// other and are set against the whole one by one. Of nested parts the outer one is taken.
struct PartsCheck {
    private let index: SeriesIndex
    private let containment: Containment
    private let ancestry: Ancestry
    private let partsOfComplete: [RecordID: Set<RecordID>]

    init(_ index: SeriesIndex, _ containment: Containment) {
        self.index = index
        self.containment = containment
        ancestry = Ancestry(index.codes.ids, containment)
        partsOfComplete = containment.partsOfComplete()
    }

    /// Which end of the figures has parts.
    private enum End { case counterpart, subject }

    func run(_ ledger: inout FindingLedger) {
        for end in [End.counterpart, .subject] {
            let groups = index.groups { _, key in
                guard index.isAdditive(key) else { return nil }
                var key = key
                switch end {
                case .counterpart: key.counterpart = 0
                case .subject: key.subject = 0
                }
                return key
            }
            for group in 0..<groups.count where groups[group].count > 1 {
                for rows in index.outcomesByPeriod(groups[group]) { check(rows, end, &ledger) }
            }
        }
    }

    private func check(
        _ rows: ArraySlice<SeriesIndex.Outcome>, _ end: End, _ ledger: inout FindingLedger
    ) {
        var present: [Int32: SeriesIndex.Outcome] = [:]
        for row in rows { present[code(row, end)] = row }
        var wholes: [Int32] = []
        var parts: [Int32: [SeriesIndex.Outcome]] = [:]
        for row in rows {
            for whole in ancestry.wholes(of: code(row, end), among: present) {
                guard let total = present[whole], isComparable(row, total, whole, end) else {
                    continue
                }
                if parts[whole] == nil { wholes.append(whole) }
                parts[whole, default: []].append(row)
            }
        }
        for whole in wholes {
            guard let total = present[whole], let inside = parts[whole] else { continue }
            compare(inside, total, end, &ledger)
        }
    }

    /// Trade inside the whole is trade of its parts but not of the whole: a union's trade with
    /// its own member, or the total trade of a union's members, says nothing on the union's.
    private func isComparable(
        _ part: SeriesIndex.Outcome, _ whole: SeriesIndex.Outcome, _ wholeCode: Int32, _ end: End
    ) -> Bool {
        guard let id = ancestry.id(wholeCode) else { return true }
        let one = part.figure.observation
        switch end {
        case .counterpart: return one.subject != id
        case .subject:
            guard let other = one.counterpart else {
                return !containment.isGroup(id) || index.roles.role(of: one.indicator) == nil
            }
            return other != id && !containment.contains(other, in: id)
        }
    }

    private func compare(
        _ inside: [SeriesIndex.Outcome], _ whole: SeriesIndex.Outcome, _ end: End,
        _ ledger: inout FindingLedger
    ) {
        let isPartner = end == .counterpart
        var disjoint: [Figure] = []
        for part in inside {
            guard let id = id(part, end) else { continue }
            if containment.isDisjointPart(id), !containment.isGroup(id) {
                disjoint.append(part.figure)
            } else {
                within(
                    [part.figure], whole.figure,
                    isPartner ? .partnersWithinWhole : .subjectsWithinWhole, .atMost, &ledger)
            }
        }
        guard !disjoint.isEmpty else { return }
        if let id = id(whole, end), let all = partsOfComplete[id],
            all.isSubset(of: disjoint.compactMap { self.id($0.observation, end) })
        {
            within(
                disjoint, whole.figure,
                isPartner ? .partnersMakeWhole : .subjectsMakeWhole, .equal, &ledger)
        } else {
            within(
                disjoint, whole.figure,
                isPartner ? .partnersWithinWhole : .subjectsWithinWhole, .atMost, &ledger)
        }
    }

    private func within(
        _ parts: [Figure], _ whole: Figure, _ comparison: Finding.Comparison,
        _ relation: Finding.Relation, _ ledger: inout FindingLedger
    ) {
        ledger.judge(comparison) { () throws(OutOfRange) in
            FindingLedger.Case(
                comparison: comparison, relation: relation, stated: try Estimate.sum(of: parts),
                expected: try Estimate(whole), unit: whole.observation.unit)
        } evidence: {
            parts.map { $0.as(.part) } + [whole.as(.whole)]
        }
    }

    private func code(_ row: SeriesIndex.Outcome, _ end: End) -> Int32 {
        let key = index.codes.keys[row.series]
        return end == .counterpart ? key.counterpart : key.subject
    }

    private func id(_ row: SeriesIndex.Outcome, _ end: End) -> RecordID? {
        id(row.figure.observation, end)
    }

    private func id(_ one: Observation, _ end: End) -> RecordID? {
        end == .counterpart ? one.counterpart : one.subject
    }
}

/// What every id of a set of series lies in, by code; code 0, "with nobody in particular", is
/// the whole of everything.
struct Ancestry {
    private let ids: [RecordID]
    private var ancestors: [[Int32]] = []
    private var isGroup: [Bool] = []

    init(_ ids: [RecordID], _ containment: Containment) {
        self.ids = ids
        var codes: [RecordID: Int32] = [:]
        for (place, id) in ids.enumerated() { codes[id] = Int32(truncatingIfNeeded: place + 1) }
        for id in ids {
            ancestors.append(containment.ancestors(of: id).compactMap { codes[$0] })
            isGroup.append(containment.isGroup(id))
        }
    }

    func id(_ code: Int32) -> RecordID? { code > 0 ? ids[Int(code) - 1] : nil }

    /// The wholes, among those that have a figure, against which a part counts: the nearest one
    /// of the order of places, else the groups and the whole of everything.
    func wholes<Value>(of code: Int32, among present: [Int32: Value]) -> [Int32] {
        guard code > 0 else { return [] }
        let found = ancestors[Int(code) - 1].filter { present[$0] != nil && $0 != code }
        if let nearest = found.first(where: { !isGroup[Int($0) - 1] }) { return [nearest] }
        let groups = isGroup[Int(code) - 1] ? [] : found
        return present[0] == nil ? groups : groups + [0]
    }
}

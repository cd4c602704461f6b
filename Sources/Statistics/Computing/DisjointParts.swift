import Records

/// Which series of one indicator and unit can stand in one sum, or in one picture of a whole,
/// without counting anything twice.
///
/// Two figures overlap unless their subjects, their partners or their products keep them apart: a
/// region and its country don't, nor do a partner and all partners, nor two groups of partners,
/// nor a turnover and the same one as the other side states it.
public struct DisjointParts: Sendable {
    /// The places of those that can, in the order given.
    public let taken: [Int]
    /// The places of those that are part of, or overlap with, what is taken.
    public let leftOut: [Int]

    /// Chooses. Partners are taken before the figure with all of them, countries before their
    /// regions, places before groups; of what is left, the earlier one.
    /// - Parameters:
    ///   - keys: what stands side by side in one period.
    ///   - prefersWholes: whether the figure of all products is taken before those of single ones.
    public init(of keys: [SeriesKey], prefersWholes: Bool, _ containment: Containment) {
        let relations = Relations(keys, containment, prefersWholes: prefersWholes)
        var taken: [Int] = []
        var leftOut: [Int] = []
        for place in keys.indices.sorted(by: relations.isPreferred) {
            if taken.contains(where: { relations.overlap($0, place) }) {
                leftOut.append(place)
            } else {
                taken.append(place)
            }
        }
        self.taken = taken.sorted()
        self.leftOut = leftOut.sorted()
    }
}

/// What the ends of some figures have to do with each other, by number: each pair is looked at.
private struct Relations {
    private struct End {
        /// Those of the others that it lies in.
        var wholes: [Int] = []
        var isGroup = false
    }

    private struct Row {
        let subject: Int
        let counterpart: Int?
        let product: ProductPhrase?
        let name: String?
        let isTurnover: Bool
        let rank: (Int, Int, Int, Int)
    }

    private var ends: [End] = []
    private var rows: [Row] = []

    init(_ keys: [SeriesKey], _ containment: Containment, prefersWholes: Bool) {
        var numbers: [RecordID: Int] = [:]
        var ids: [RecordID] = []
        for id in keys.flatMap({ [$0.subject, $0.counterpart].compactMap(\.self) })
        where numbers[id] == nil {
            numbers[id] = ids.count
            ids.append(id)
        }
        ends = ids.map { id in
            End(
                wholes: containment.ancestors(of: id).compactMap { numbers[$0] },
                isGroup: containment.isGroup(id))
        }
        rows = keys.map { key in
            let subject = numbers[key.subject] ?? 0
            let other = key.counterpart.flatMap { numbers[$0] }
            let depth = ends[subject].wholes.count + (other.map { ends[$0].wholes.count } ?? 0)
            return Row(
                subject: subject, counterpart: other, product: key.product.map(ProductPhrase.init),
                name: key.product,
                isTurnover: IndicatorRoles.standard.role(of: key.indicator)?.role == .turnover,
                rank: (
                    other == nil ? 1 : 0, (key.product == nil) == prefersWholes ? 0 : 1,
                    other.map { ends[$0].isGroup ? 1 : 0 } ?? 0, depth
                ))
        }
    }

    func isPreferred(_ one: Int, to other: Int) -> Bool {
        rows[one].rank != rows[other].rank ? rows[one].rank < rows[other].rank : one < other
    }

    func overlap(_ one: Int, _ other: Int) -> Bool {
        let (left, right) = (rows[one], rows[other])
        guard haveCommonProduct(left, right) else { return false }
        if isRelated(left.subject, right.subject), meet(left.counterpart, right.counterpart) {
            return true
        }
        guard left.isTurnover, let with = left.counterpart, let and = right.counterpart else {
            return false
        }
        return isRelated(left.subject, and) && isRelated(with, right.subject)
    }

    private func isRelated(_ one: Int, _ other: Int) -> Bool {
        one == other || ends[one].wholes.contains(other) || ends[other].wholes.contains(one)
    }

    /// Whether partners overlap; none means all of them.
    private func meet(_ one: Int?, _ other: Int?) -> Bool {
        guard let one, let other else { return true }
        return ends[one].isGroup || ends[other].isGroup || isRelated(one, other)
    }

    private func haveCommonProduct(_ one: Row, _ other: Row) -> Bool {
        guard let left = one.product, let right = other.product, one.name != other.name else {
            return true
        }
        let items = (left.items + [left.plain], right.items + [right.plain])
        return items.0.contains { items.1.contains($0) }
    }
}

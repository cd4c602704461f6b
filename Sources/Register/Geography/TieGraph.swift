/// Ties between partners by ordinal, and the part of them that is shown.
struct TieGraph {
    struct Tie {
        let first: Int64
        let second: Int64
        let count: Int
        let example: Int64
    }

    /// The heaviest first.
    private(set) var ties: [Tie]
    private(set) var weights: [Int64: Int] = [:]
    private(set) var partners: [Int64: Int] = [:]

    init(_ ties: [Tie]) {
        self.ties = ties
        for tie in ties {
            for end in [tie.first, tie.second] {
                weights[end, default: 0] += tie.count
                partners[end, default: 0] += 1
            }
        }
    }

    /// The heaviest partners, equal ones by ordinal.
    func heaviest(_ limit: Int) -> [Int64] {
        Array(weights.keys.sorted(by: isHeavier).prefix(limit))
    }

    /// A partner and those around it: step by step, in each step the heaviest first.
    func around(_ focus: Int64, depth: Int, limit: Int) -> [Int64] {
        guard weights[focus] != nil else { return [] }
        var found: Set<Int64> = [focus]
        var order = [focus]
        var edge: Set<Int64> = [focus]
        for _ in 0..<max(1, depth) {
            var next: Set<Int64> = []
            for tie in ties {
                if edge.contains(tie.first), !found.contains(tie.second) { next.insert(tie.second) }
                if edge.contains(tie.second), !found.contains(tie.first) { next.insert(tie.first) }
            }
            order += next.sorted(by: isHeavier)
            found.formUnion(next)
            edge = next
            if order.count >= limit { break }
        }
        return Array(order.prefix(limit))
    }

    private func isHeavier(_ left: Int64, _ right: Int64) -> Bool {
        let (one, other) = (weights[left] ?? 0, weights[right] ?? 0)
        return one != other ? one > other : left < right
    }
}

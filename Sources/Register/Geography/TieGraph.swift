/// Ties between partners by ordinal, and the part of them that is shown.
struct TieGraph: Sendable {
    struct Tie: Sendable {
        let first: Int64
        let second: Int64
        let count: Int
        let example: Int64
    }

    /// The heaviest first.
    private(set) var ties: [Tie]
    private(set) var weights: [Int64: Int] = [:]
    /// Indices of each partner's ties.
    private var tiesOf: [Int64: [Int32]] = [:]

    /// A graph of these ties.
    /// - Parameter ties: the heaviest first.
    init(_ ties: [Tie]) {
        self.ties = ties
        for (index, tie) in ties.enumerated() {
            add(tie.first, Int32(clamping: index), tie.count)
            add(tie.second, Int32(clamping: index), tie.count)
        }
    }

    private mutating func add(_ end: Int64, _ index: Int32, _ count: Int) {
        weights[end, default: 0] += count
        tiesOf[end, default: []].append(index)
    }

    /// How many partners somebody has.
    func partners(of end: Int64) -> Int { tiesOf[end]?.count ?? 0 }

    /// The ties between these partners, the heaviest first.
    func ties(among ends: [Int64]) -> [Tie] {
        let inside = Set(ends)
        var indices: Set<Int32> = []
        for end in inside {
            for index in tiesOf[end] ?? [] {
                let tie = ties[Int(index)]
                if inside.contains(tie.first), inside.contains(tie.second) {
                    indices.insert(index)
                }
            }
        }
        return indices.sorted().map { ties[Int($0)] }
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
            for end in edge {
                for index in tiesOf[end] ?? [] {
                    let tie = ties[Int(index)]
                    let other = tie.first == end ? tie.second : tie.first
                    if !found.contains(other) { next.insert(other) }
                }
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

/// An undirected, weighted graph with nodes 0..<count, stored as one list of neighbours a node.
///
/// Edges between the same two nodes are one edge whose weight is their sum; loops, and edges to
/// nodes that there aren't, are left out. Weights that are no positive number count as 1.
struct Graph: Sendable {
    struct Edge: Sendable, Equatable {
        let from: Int
        let to: Int
        let weight: Double
    }

    let count: Int
    /// Each edge once, `from < to`, in ascending order.
    let edges: [Edge]
    /// Where a node's neighbours begin in `neighbours` and `weights`; one entry more than nodes.
    let starts: [Int]
    /// The neighbours of node 0, then those of node 1, …; each list ascending.
    let neighbours: [Int]
    let weights: [Double]

    init(count: Int, edges given: [Edge]) {
        let count = max(0, count)
        let sorted = given.compactMap { edge -> Edge? in
            guard edge.from != edge.to, (0..<count).contains(edge.from),
                (0..<count).contains(edge.to)
            else { return nil }
            let weight = edge.weight > 0 && edge.weight.isFinite ? edge.weight : 1
            return Edge(
                from: min(edge.from, edge.to), to: max(edge.from, edge.to), weight: weight)
        }.sorted { a, b in
            (a.from, a.to, a.weight) < (b.from, b.to, b.weight)
        }
        var merged: [Edge] = []
        merged.reserveCapacity(sorted.count)
        for edge in sorted {
            if let last = merged.last, last.from == edge.from, last.to == edge.to {
                merged[merged.count - 1] = Edge(
                    from: edge.from, to: edge.to, weight: last.weight + edge.weight)
            } else {
                merged.append(edge)
            }
        }
        var starts = [Int](repeating: 0, count: count + 1)
        for edge in merged {
            starts[edge.from + 1] += 1
            starts[edge.to + 1] += 1
        }
        for node in 0..<count { starts[node + 1] += starts[node] }
        var next = starts
        var neighbours = [Int](repeating: 0, count: merged.count * 2)
        var weights = [Double](repeating: 0, count: merged.count * 2)
        // Smaller neighbours first, then larger ones: both passes go in ascending order.
        for edge in merged {
            neighbours[next[edge.to]] = edge.from
            weights[next[edge.to]] = edge.weight
            next[edge.to] += 1
        }
        for edge in merged {
            neighbours[next[edge.from]] = edge.to
            weights[next[edge.from]] = edge.weight
            next[edge.from] += 1
        }
        self.count = count
        self.edges = merged
        self.starts = starts
        self.neighbours = neighbours
        self.weights = weights
    }

    func degree(_ node: Int) -> Int { starts[node + 1] - starts[node] }

    func range(_ node: Int) -> Range<Int> { starts[node]..<starts[node + 1] }

    /// Steps from a node to each other; −1 where there is no way.
    func steps(from source: Int) -> [Int] {
        var steps = [Int](repeating: -1, count: count)
        guard (0..<count).contains(source) else { return steps }
        steps[source] = 0
        var queue = [source]
        var head = 0
        while head < queue.count {
            let node = queue[head]
            head += 1
            for slot in range(node) where steps[neighbours[slot]] < 0 {
                steps[neighbours[slot]] = steps[node] + 1
                queue.append(neighbours[slot])
            }
        }
        return steps
    }

    /// The connected components, largest first (then by their first node); nodes ascending.
    func components() -> [[Int]] {
        var seen = [Bool](repeating: false, count: count)
        var components: [[Int]] = []
        for start in 0..<count where !seen[start] {
            seen[start] = true
            var members = [start]
            var head = 0
            while head < members.count {
                for slot in range(members[head]) where !seen[neighbours[slot]] {
                    seen[neighbours[slot]] = true
                    members.append(neighbours[slot])
                }
                head += 1
            }
            components.append(members.sorted())
        }
        return components.sorted { a, b in
            a.count != b.count ? a.count > b.count : a[0] < b[0]
        }
    }

    /// The graph of some nodes alone, numbered in the order given.
    func part(_ nodes: [Int]) -> Graph {
        var number = [Int](repeating: -1, count: count)
        for (index, node) in nodes.enumerated() { number[node] = index }
        let inside = edges.compactMap { edge -> Edge? in
            guard number[edge.from] >= 0, number[edge.to] >= 0 else { return nil }
            return Edge(from: number[edge.from], to: number[edge.to], weight: edge.weight)
        }
        return Graph(count: nodes.count, edges: inside)
    }
}

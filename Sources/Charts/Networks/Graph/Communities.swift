/// Groups of nodes that are tied to each other more than to the rest.
///
/// The method of V. D. Blondel, J.-L. Guillaume, R. Lambiotte and E. Lefebvre ("Fast unfolding of
/// communities in large networks", Journal of Statistical Mechanics, 2008): nodes move, in the order
/// of their numbers, to the neighbouring group that raises the modularity most, the group with the
/// lowest number winning a tie; then each group becomes one node, until nothing moves. Deterministic.
enum Communities {
    /// The group of each node. Groups are numbered by size, largest first, then by first node.
    static func of(_ graph: Graph) -> [Int] {
        var group = Array(0..<graph.count)
        var current = Network(graph)
        for _ in 0..<16 {
            let moved = current.local()
            let numbers = renumbered(moved)
            let groups = (numbers.max() ?? -1) + 1
            group = group.map { numbers[$0] }
            if groups == current.count { break }
            current = current.merged(numbers, into: groups)
        }
        return bySize(group)
    }

    private struct Network {
        let count: Int
        let starts: [Int]
        let neighbours: [Int]
        let weights: [Double]
        /// Twice the weight of the ties inside a merged node.
        let loops: [Double]

        init(_ graph: Graph) {
            count = graph.count
            starts = graph.starts
            neighbours = graph.neighbours
            weights = graph.weights
            loops = [Double](repeating: 0, count: graph.count)
        }

        init(_ graph: Graph, loops: [Double]) {
            count = graph.count
            starts = graph.starts
            neighbours = graph.neighbours
            weights = graph.weights
            self.loops = loops
        }

        /// Moves nodes until no move raises the modularity.
        func local() -> [Int] {
            var group = Array(0..<count)
            let strength = (0..<count).map { node in
                (starts[node]..<starts[node + 1]).reduce(loops[node]) { $0 + weights[$1] }
            }
            let total = strength.reduce(0, +)
            guard total > 0 else { return group }
            var groupStrength = strength
            var tie = [Double](repeating: 0, count: count)
            var touched: [Int] = []
            for _ in 0..<32 {
                var moves = 0
                for node in 0..<count {
                    touched.removeAll(keepingCapacity: true)
                    for slot in starts[node]..<starts[node + 1] {
                        let other = group[neighbours[slot]]
                        if tie[other] == 0 { touched.append(other) }
                        tie[other] += weights[slot]
                    }
                    let home = group[node]
                    groupStrength[home] -= strength[node]
                    var best = home
                    var bestGain = tie[home] - groupStrength[home] * strength[node] / total
                    for other in touched.sorted() where other != home {
                        let gain = tie[other] - groupStrength[other] * strength[node] / total
                        if gain > bestGain + 1e-12 {
                            best = other
                            bestGain = gain
                        }
                    }
                    groupStrength[best] += strength[node]
                    if best != home {
                        group[node] = best
                        moves += 1
                    }
                    for other in touched { tie[other] = 0 }
                }
                if moves == 0 { break }
            }
            return group
        }

        func merged(_ group: [Int], into groups: Int) -> Network {
            var loops = [Double](repeating: 0, count: groups)
            var edges: [Graph.Edge] = []
            for node in 0..<count {
                loops[group[node]] += self.loops[node]
                for slot in starts[node]..<starts[node + 1] where neighbours[slot] > node {
                    let a = group[node]
                    let b = group[neighbours[slot]]
                    if a == b {
                        loops[a] += 2 * weights[slot]
                    } else {
                        edges.append(Graph.Edge(from: a, to: b, weight: weights[slot]))
                    }
                }
            }
            return Network(Graph(count: groups, edges: edges), loops: loops)
        }
    }

    private static func renumbered(_ group: [Int]) -> [Int] {
        var number = [Int](repeating: -1, count: group.count)
        var next = 0
        return group.map { value in
            if number[value] < 0 {
                number[value] = next
                next += 1
            }
            return number[value]
        }
    }

    private static func bySize(_ group: [Int]) -> [Int] {
        let groups = (group.max() ?? -1) + 1
        var size = [Int](repeating: 0, count: groups)
        for value in group { size[value] += 1 }
        let order = (0..<groups).sorted { a, b in size[a] != size[b] ? size[a] > size[b] : a < b }
        var rank = [Int](repeating: 0, count: groups)
        for (place, value) in order.enumerated() { rank[value] = place }
        return group.map { rank[$0] }
    }
}

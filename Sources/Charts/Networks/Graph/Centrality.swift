/// How much the nodes of a network matter, by four measures.
///
/// Every sum runs in the order of the nodes' and edges' numbers, so the same network gives the same
/// bits.
struct Centrality: Sendable {
    /// How many other nodes a node is tied to.
    let degree: [Int]
    /// The sum of the weights of its ties.
    let weightedDegree: [Double]
    /// The share of the shortest ways between all pairs of other nodes that lead through it, 0…1.
    let betweenness: [Double]
    /// Where a walker along the ties is found in the long run; the values sum to 1.
    let pageRank: [Double]

    init(_ graph: Graph) {
        degree = (0..<graph.count).map(graph.degree)
        weightedDegree = (0..<graph.count).map { node in
            graph.range(node).reduce(0) { $0 + graph.weights[$1] }
        }
        betweenness = Self.betweenness(of: graph)
        pageRank = Self.pageRank(of: graph)
    }

    /// U. Brandes, "A faster algorithm for betweenness centrality" (Journal of Mathematical
    /// Sociology 25, 2001): O(nodes × edges), every edge one step long. Divided by the number of
    /// pairs of other nodes.
    static func betweenness(of graph: Graph) -> [Double] {
        let count = graph.count
        var sums = [Double](repeating: 0, count: count)
        var order: [Int] = []
        order.reserveCapacity(count)
        for source in 0..<count {
            var steps = [Int](repeating: -1, count: count)
            var ways = [Double](repeating: 0, count: count)
            var dependency = [Double](repeating: 0, count: count)
            steps[source] = 0
            ways[source] = 1
            order.removeAll(keepingCapacity: true)
            order.append(source)
            var head = 0
            while head < order.count {
                let node = order[head]
                head += 1
                for slot in graph.range(node) {
                    let next = graph.neighbours[slot]
                    if steps[next] < 0 {
                        steps[next] = steps[node] + 1
                        order.append(next)
                    }
                    if steps[next] == steps[node] + 1 { ways[next] += ways[node] }
                }
            }
            for node in order.reversed() {
                for slot in graph.range(node) {
                    let before = graph.neighbours[slot]
                    if steps[before] == steps[node] - 1 {
                        dependency[before] += ways[before] / ways[node] * (1 + dependency[node])
                    }
                }
                if node != source { sums[node] += dependency[node] }
            }
        }
        let pairs = Double(count - 1) * Double(count - 2)
        return pairs > 0 ? sums.map { $0 / pairs } : sums
    }

    /// S. Brin, L. Page, "The anatomy of a large-scale hypertextual web search engine" (1998), on
    /// an undirected graph: the walker takes a tie with a chance in proportion to its weight, and
    /// with a chance of 0.15 starts anew anywhere. Stops when the change falls below 10⁻¹².
    static func pageRank(of graph: Graph) -> [Double] {
        let count = graph.count
        guard count > 0 else { return [] }
        let strength = (0..<count).map { node in
            graph.range(node).reduce(0) { $0 + graph.weights[$1] }
        }
        var rank = [Double](repeating: 1 / Double(count), count: count)
        for _ in 0..<200 {
            var lone = 0.0
            for node in 0..<count where strength[node] == 0 { lone += rank[node] }
            var next = [Double](
                repeating: (0.15 + 0.85 * lone) / Double(count), count: count)
            for node in 0..<count {
                for slot in graph.range(node) {
                    let neighbour = graph.neighbours[slot]
                    next[node] +=
                        0.85 * rank[neighbour] * graph.weights[slot] / strength[neighbour]
                }
            }
            var change = 0.0
            for node in 0..<count { change += abs(next[node] - rank[node]) }
            rank = next
            if change < 1e-12 { break }
        }
        return rank
    }
}

import Testing

@testable import Charts

/// Graphs and their measures against slow references and known answers.
struct GraphTests {
    static func random(_ random: inout SeededRandom, nodes: Int, edges: Int) -> Graph {
        Graph(
            count: nodes,
            edges: (0..<edges).map { _ in
                Graph.Edge(
                    from: random.index(below: nodes), to: random.index(below: nodes),
                    weight: Double(1 + random.index(below: 5)))
            })
    }

    @Test func edgesAreMergedAndBadOnesLeftOut() {
        let graph = Graph(
            count: 3,
            edges: [
                .init(from: 1, to: 0, weight: 2), .init(from: 0, to: 1, weight: 3),
                .init(from: 2, to: 2, weight: 1), .init(from: 0, to: 7, weight: 1),
                .init(from: -1, to: 0, weight: 1), .init(from: 1, to: 2, weight: .nan),
            ])
        #expect(
            graph.edges == [
                .init(from: 0, to: 1, weight: 5), .init(from: 1, to: 2, weight: 1),
            ])
        #expect(graph.degree(1) == 2)
        #expect(graph.components() == [[0, 1, 2]])
        #expect(Graph(count: 0, edges: []).components().isEmpty)
    }

    /// Counts the shortest ways of every pair by walking all of them.
    static func slowBetweenness(_ graph: Graph) -> [Double] {
        let count = graph.count
        let steps = (0..<count).map { graph.steps(from: $0) }
        func ways(_ from: Int, _ to: Int) -> Double {
            if from == to { return 1 }
            return graph.range(to).reduce(0) { sum, slot in
                let before = graph.neighbours[slot]
                return steps[from][before] == steps[from][to] - 1
                    ? sum + ways(from, before) : sum
            }
        }
        let pairs = Double((count - 1) * (count - 2))
        return (0..<count).map { node in
            var sum = 0.0
            for a in 0..<count where a != node {
                for b in 0..<count where b != node && b != a && steps[a][b] > 0 {
                    guard steps[a][node] >= 0,
                        steps[a][node] + steps[node][b] == steps[a][b]
                    else { continue }
                    sum += ways(a, node) * ways(node, b) / ways(a, b)
                }
            }
            return pairs > 0 ? sum / pairs : 0
        }
    }

    @Test func betweennessIsThatOfTheSlowReference() {
        var random = SeededRandom(seed: 4711)
        for _ in 0..<40 {
            let nodes = 2 + random.index(below: 14)
            let edges = random.index(below: 30)
            let graph = Self.random(&random, nodes: nodes, edges: edges)
            let fast = Centrality.betweenness(of: graph)
            for (a, b) in zip(fast, Self.slowBetweenness(graph)) {
                #expect(abs(a - b) < 1e-9, "seed \(random.seed)")
            }
        }
    }

    @Test func aStarHasItsMiddle() {
        let star = Graph(count: 5, edges: (1..<5).map { .init(from: 0, to: $0, weight: 2) })
        let centrality = Centrality(star)
        #expect(centrality.degree == [4, 1, 1, 1, 1])
        #expect(centrality.weightedDegree == [8, 2, 2, 2, 2])
        #expect(centrality.betweenness == [1, 0, 0, 0, 0])
        #expect(abs(centrality.pageRank.reduce(0, +) - 1) < 1e-12)
        // Solved by hand: r = 0.03 + 0.85 · 4 l, l = 0.03 + 0.85 r / 4.
        #expect(abs(centrality.pageRank[0] - 0.132 / 0.2775) < 1e-9)
    }

    @Test func pageRankSumsToOne() {
        var random = SeededRandom(seed: 12)
        for _ in 0..<20 {
            let nodes = 1 + random.index(below: 40)
            let graph = Self.random(&random, nodes: nodes, edges: random.index(below: 90))
            let ranks = Centrality.pageRank(of: graph)
            #expect(abs(ranks.reduce(0, +) - 1) < 1e-9, "seed \(random.seed)")
            #expect(ranks.allSatisfy { $0 > 0 })
        }
    }

    @Test func twoCliquesAreTwoCommunities() {
        var edges: [Graph.Edge] = []
        for group in [0, 5] {
            for a in 0..<5 {
                for b in 0..<a { edges.append(.init(from: group + a, to: group + b, weight: 1)) }
            }
        }
        edges.append(.init(from: 4, to: 5, weight: 1))
        let graph = Graph(count: 11, edges: edges)
        #expect(Communities.of(graph) == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2])
    }

    @Test func waysAreTheShortest() {
        var random = SeededRandom(seed: 3)
        let graph = Self.random(&random, nodes: 40, edges: 80)
        let nodes = graph.components()[0]
        let part = graph.part(nodes)
        let layout = StressLayout(part)
        let all = (0..<part.count).map { layout.ways(from: $0) }
        for a in 0..<part.count {
            #expect(all[a][a] == 0)
            for b in 0..<part.count {
                #expect(all[a][b] == all[b][a], "seed \(random.seed)")
                for c in 0..<part.count { #expect(all[a][b] <= all[a][c] + all[c][b]) }
            }
        }
    }
}

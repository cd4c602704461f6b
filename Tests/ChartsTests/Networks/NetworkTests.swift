import Testing

@testable import Charts

/// Layouts and drawings of networks.
struct NetworkTests {
    static func network(
        _ random: inout SeededRandom, nodes: Int, ties: Int, kind: Bool = true
    ) -> Network {
        Network(
            text: ChartText(id: "n", title: "Network"),
            nodes: (0..<nodes).map { index in
                NetworkNode(
                    id: "\(index)", name: "Enterprise \(index)",
                    kind: NetworkNode.Kind.allCases[index % 3],
                    weight: random.number(in: 0...20), href: "/n/\(index)")
            },
            ties: (0..<ties).map { _ in
                NetworkTie(
                    from: "\(random.index(below: nodes))", to: "\(random.index(below: nodes))",
                    weight: random.number(in: 0...5))
            })
    }

    @Test func fiveHundredNodesDoNotOverlap() throws {
        var random = SeededRandom(seed: 500)
        let network = Self.network(&random, nodes: 500, ties: 2000)
        let (width, height) = (1084.0, 700.0)
        let sketch = NetworkSketch(network, width: width, height: height)
        let centres = sketch.centres.compactMap { $0 }
        #expect(centres.count == 500)
        let inside = PlaneRect(minX: 0, minY: 0, maxX: width, maxY: height)
        #expect(centres.allSatisfy(inside.contains))
        var overlaps: [(Int, Int)] = []
        for a in centres.indices {
            for b in 0..<a
            where (centres[a] - centres[b]).length < sketch.radii[a] + sketch.radii[b] {
                overlaps.append((a, b))
            }
        }
        #expect(overlaps.isEmpty, "seed \(random.seed)")
        #expect(sketch.radii.allSatisfy { $0 > 1 })
    }

    @Test func anyNetworkIsSound() {
        var random = SeededRandom(seed: 77)
        for round in 0..<15 {
            let nodes = 1 + random.index(below: 70)
            var network = Self.network(&random, nodes: nodes, ties: random.index(below: 120))
            network.nodes[0].weight = .nan
            network.ties.append(NetworkTie(from: "0", to: "nobody"))
            if round.isMultiple(of: 3) { network.focus = "0" }
            if round.isMultiple(of: 5) { network.groups = ["One", "Two"] }
            for width in [300.0, 340, 1100] {
                let drawing = network.draw(in: Frame(width: width))
                DrawingChecks.expectSound(drawing, "round \(round), seed \(random.seed)")
                #expect(
                    drawing.svg(.inline) == network.draw(in: Frame(width: width)).svg(.inline))
            }
        }
        let empty = Network(text: ChartText(id: "n", title: "Nobody"), nodes: [], ties: [])
        DrawingChecks.expectSound(empty.draw(in: Frame(width: 340)), "empty")
    }

    /// Tied nodes stand nearer to each other than others: the stress falls.
    @Test func neighboursAreNear() throws {
        let grid = Graph(
            count: 49,
            edges: (0..<49).flatMap { node -> [Graph.Edge] in
                (node % 7 < 6 ? [.init(from: node, to: node + 1, weight: 1)] : [])
                    + (node < 42 ? [.init(from: node, to: node + 7, weight: 1)] : [])
            })
        let layout = StressLayout(grid)
        let places = layout.positions()
        var worst = 0.0
        var nearest = Double.infinity
        for edge in grid.edges {
            worst = max(worst, (places[edge.from] - places[edge.to]).length)
            nearest = min(nearest, (places[edge.from] - places[edge.to]).length)
        }
        #expect(worst < nearest * 3)
        #expect((places[0] - places[48]).length > 4 * worst)
    }

    @Test func ringsAreSteps() throws {
        let path = Graph(count: 5, edges: (0..<4).map { .init(from: $0, to: $0 + 1, weight: 1) })
        let layout = RadialLayout(path, around: 2, rings: 1) { $0 }
        #expect(layout.steps == [2, 1, 0, 1, 2])
        #expect(layout.places[0] == nil && layout.places[4] == nil)
        #expect(abs(try #require(layout.places[1]).length - 1) < 1e-9)
        #expect(RadialLayout(path, around: 9, rings: 1) { $0 }.places.allSatisfy { $0 == nil })
    }

    @Test func theTableRanksByTies() {
        let network = Network(
            text: ChartText(id: "n", title: "Star"),
            nodes: ["a", "b", "c"].map { NetworkNode(id: $0, name: $0.uppercased()) },
            ties: [NetworkTie(from: "b", to: "a"), NetworkTie(from: "b", to: "c", weight: 3)])
        let rows = network.draw(in: Frame(width: 400)).table.rows.map { $0.map(\.text) }
        #expect(rows.map { $0[0] } == ["B", "C", "A"])
        #expect(rows[0].prefix(4) == ["B", "2", "4", "100"])
    }
}

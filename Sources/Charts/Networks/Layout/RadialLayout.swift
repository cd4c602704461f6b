import RealModule

/// The neighbours of one node on rings around it, a ring for each number of steps.
///
/// A tree by breadth-first search gives each node a part of its parent's angle in proportion to the
/// leaves below it (P. Eades, "Drawing free trees", 1992; G. M. Wills, "NicheWorks", 1999); children
/// stand in the order of their group and number.
struct RadialLayout {
    /// Places on rings of radius 1, 2, …; `nil` for nodes beyond the last ring.
    let places: [PlanePoint?]
    /// Steps from the centre; −1 where there is no way.
    let steps: [Int]

    init(_ graph: Graph, around centre: Int, rings: Int, order: (Int) -> Int) {
        let steps = graph.steps(from: centre)
        self.steps = steps
        var places = [PlanePoint?](repeating: nil, count: graph.count)
        guard places.indices.contains(centre) else {
            self.places = places
            return
        }
        let visited = steps.indices.filter { steps[$0] >= 0 && steps[$0] <= rings }
        let outwards = visited.sorted { a, b in
            steps[a] != steps[b] ? steps[a] < steps[b] : a < b
        }
        var children = [[Int]](repeating: [], count: graph.count)
        for node in outwards where node != centre {
            let parents = graph.range(node).map { graph.neighbours[$0] }.filter {
                steps[$0] == steps[node] - 1
            }
            // The parent with the fewest children so far keeps the rings even.
            let parent = parents.min { a, b in
                children[a].count != children[b].count
                    ? children[a].count < children[b].count : a < b
            }
            if let parent { children[parent].append(node) }
        }
        var leaves = [Int](repeating: 1, count: graph.count)
        for node in outwards.reversed() where !children[node].isEmpty {
            leaves[node] = children[node].reduce(0) { $0 + leaves[$1] }
        }
        var start = [Double](repeating: 0, count: graph.count)
        var width = [Double](repeating: 0, count: graph.count)
        start[centre] = -.pi / 2
        width[centre] = 2 * .pi
        for node in outwards {
            let radius = Double(steps[node])
            let angle = start[node] + width[node] / 2
            places[node] =
                node == centre
                ? PlanePoint(x: 0, y: 0)
                : PlanePoint(x: radius * Double.cos(angle), y: radius * Double.sin(angle))
            let sorted = children[node].sorted { a, b in
                order(a) != order(b) ? order(a) < order(b) : a < b
            }
            var from = start[node]
            for child in sorted {
                start[child] = from
                width[child] = width[node] * Double(leaves[child]) / Double(leaves[node])
                from += width[child]
            }
        }
        self.places = places
    }
}

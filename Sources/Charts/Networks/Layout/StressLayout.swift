import RealModule

/// Places the nodes of a connected graph so that the distances on paper are like the lengths of the
/// shortest ways.
///
/// Stress majorization, one node at a time (E. Gansner, Y. Koren, S. North, "Graph drawing by stress
/// majorization", 2004; weights 1/d²), from a start by pivot MDS (U. Brandes, C. Pich, "Eigensolver
/// methods for progressive multidimensional scaling of large data", 2007). A tie between two nodes
/// that both have many ties is longer, so that hubs keep apart. Nothing is random.
struct StressLayout {
    /// Above this many nodes only the start is made: all pairs would take too long.
    static let mostForStress = 3000

    private let graph: Graph
    private let lengths: [Int]

    init(_ graph: Graph) {
        self.graph = graph
        var lengths = [Int](repeating: 1, count: graph.neighbours.count)
        for node in 0..<graph.count {
            for slot in graph.range(node) {
                let fewest = min(graph.degree(node), graph.degree(graph.neighbours[slot]))
                lengths[slot] = 2 + Int(Double.log2(Double(max(1, fewest))))
            }
        }
        self.lengths = lengths
    }

    /// Positions; the unit is half the length of a short tie.
    func positions() -> [PlanePoint] {
        let count = graph.count
        if count < 2 { return [PlanePoint](repeating: PlanePoint(x: 0, y: 0), count: count) }
        let start = pivotStart()
        guard count <= Self.mostForStress else { return start }
        var majorization = Majorization(start)
        for node in 0..<count { majorization.setDistances(of: node, ways(from: node)) }
        let rounds = max(8, min(80, 60_000_000 / (count * count)))
        for _ in 0..<rounds where majorization.round() < 2e-4 { break }
        return majorization.places
    }

    /// The lengths of the shortest ways from a node: Dijkstra's method with buckets (R. Dial, 1969).
    func ways(from source: Int) -> [Int] {
        var far = [Int](repeating: .max, count: graph.count)
        far[source] = 0
        let longest = (lengths.max() ?? 1) + 1
        var buckets = [[Int]](repeating: [], count: longest)
        buckets[0] = [source]
        var waiting = 1
        var length = 0
        while waiting > 0 {
            let slotOfBucket = length % longest
            let nodes = buckets[slotOfBucket]
            buckets[slotOfBucket].removeAll(keepingCapacity: true)
            waiting -= nodes.count
            for node in nodes where far[node] == length {
                for slot in graph.range(node) {
                    let next = graph.neighbours[slot]
                    let way = length + lengths[slot]
                    if way < far[next] {
                        far[next] = way
                        buckets[way % longest].append(next)
                        waiting += 1
                    }
                }
            }
            length += 1
        }
        return far
    }

    /// The two main axes of the distances to some well-spread nodes.
    private func pivotStart() -> [PlanePoint] {
        let count = graph.count
        let columns = pivotColumns()
        let pivots = columns.count
        // Double centring of the squared distances.
        var matrix = columns.map { column in column.map { Double($0 * $0) } }
        var rowMeans = [Double](repeating: 0, count: count)
        var mean = 0.0
        for pivot in 0..<pivots {
            let columnMean = matrix[pivot].reduce(0, +) / Double(count)
            mean += columnMean / Double(pivots)
            for node in 0..<count {
                rowMeans[node] += matrix[pivot][node] / Double(pivots)
                matrix[pivot][node] -= columnMean
            }
        }
        for pivot in 0..<pivots {
            for node in 0..<count {
                matrix[pivot][node] = -(matrix[pivot][node] - rowMeans[node] + mean) / 2
            }
        }
        let first = Self.axis(of: matrix, across: nil)
        let second = Self.axis(of: matrix, across: first)
        let x = Self.project(matrix, first)
        let y = Self.project(matrix, second)
        let size = max(1e-9, (x + y).reduce(0) { max($0, abs($1)) })
        let reach = Double(columns[0].max() ?? 1)
        // Nodes with the same ties would coincide: a small spiral keeps them apart.
        return (0..<count).map { node in
            let turn = Double(node) * 2.399963229728653
            return PlanePoint(
                x: x[node] / size * reach + 0.05 * Double.cos(turn),
                y: y[node] / size * reach + 0.05 * Double.sin(turn))
        }
    }

    /// Distances to up to 40 nodes, each as far as can be from those before it.
    private func pivotColumns() -> [[Int]] {
        let start = (0..<graph.count).max { graph.degree($0) < graph.degree($1) } ?? 0
        var columns = [ways(from: start)]
        var nearest = columns[0]
        while columns.count < min(40, graph.count) {
            guard let next = nearest.indices.max(by: { nearest[$0] < nearest[$1] }),
                nearest[next] > 0
            else { break }
            let column = ways(from: next)
            for node in nearest.indices { nearest[node] = min(nearest[node], column[node]) }
            columns.append(column)
        }
        return columns
    }

    /// The main axis of the columns by power iteration, across another axis if one is given.
    private static func axis(of matrix: [[Double]], across other: [Double]?) -> [Double] {
        let pivots = matrix.count
        var products = [[Double]](
            repeating: [Double](repeating: 0, count: pivots), count: pivots)
        for a in 0..<pivots {
            for b in a..<pivots {
                var sum = 0.0
                for node in matrix[a].indices { sum += matrix[a][node] * matrix[b][node] }
                products[a][b] = sum
                products[b][a] = sum
            }
        }
        var axis = (0..<pivots).map { Double.cos(Double($0) * 1.7) + 0.3 }
        for _ in 0..<60 {
            if let other {
                let overlap = zip(axis, other).reduce(0) { $0 + $1.0 * $1.1 }
                for index in axis.indices { axis[index] -= overlap * other[index] }
            }
            var next = [Double](repeating: 0, count: pivots)
            for a in 0..<pivots {
                for b in 0..<pivots { next[a] += products[a][b] * axis[b] }
            }
            let length = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard length > 1e-12 else { break }
            axis = next.map { $0 / length }
        }
        return axis
    }

    private static func project(_ matrix: [[Double]], _ axis: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: matrix[0].count)
        for pivot in matrix.indices {
            for node in result.indices { result[node] += matrix[pivot][node] * axis[pivot] }
        }
        return result
    }
}

/// The rounds of stress majorization, eight pairs at a time.
///
/// Positions and inverse distances are kept in blocks of eight, in single precision: a layout needs
/// no more. The sums run in a fixed order, so the result is the same each time.
struct Majorization {
    private typealias Block = SIMD8<Float>
    private let count: Int
    private let blocks: Int
    private var x: [Block]
    private var y: [Block]
    /// One row of blocks a node: 1 / distance to each other node, 0 to itself and where there is no
    /// node.
    private var inverse: [Block]

    init(_ places: [PlanePoint]) {
        count = places.count
        blocks = (count + 7) / 8
        x = [Block](repeating: .zero, count: blocks)
        y = [Block](repeating: .zero, count: blocks)
        inverse = [Block](repeating: .zero, count: blocks * count)
        for (node, place) in places.enumerated() {
            x[node / 8][node % 8] = Float(place.x)
            y[node / 8][node % 8] = Float(place.y)
        }
    }

    mutating func setDistances(of node: Int, _ distances: [Int]) {
        for (other, distance) in distances.enumerated() where other != node && distance > 0 {
            inverse[node * blocks + other / 8][other % 8] = 1 / Float(distance)
        }
    }

    var places: [PlanePoint] {
        (0..<count).map { node in
            let (block, lane) = node.quotientAndRemainder(dividingBy: 8)
            return PlanePoint(x: Double(x[block][lane]), y: Double(y[block][lane]))
        }
    }

    /// Moves each node once to where its stress is least, the others standing still.
    ///
    /// - Returns: how far the nodes moved in relation to how far they stand from the middle.
    mutating func round() -> Float {
        var moved: Float = 0
        var span: Float = 0
        for node in 0..<count {
            let hereX = x[node / 8][node % 8]
            let hereY = y[node / 8][node % 8]
            var sumX = Block.zero
            var sumY = Block.zero
            var sum = Block.zero
            let row = node * blocks
            for block in 0..<blocks {
                let near = inverse[row + block]
                let weight: Block = near * near
                let dx: Block = hereX - x[block]
                let dy: Block = hereY - y[block]
                let square: Block = dx * dx + dy * dy
                let length = (square + Block(repeating: 1e-12)).squareRoot()
                let pull: Block = near / length
                sumX += weight * x[block]
                sumX += pull * dx
                sumY += weight * y[block]
                sumY += pull * dy
                sum += weight
            }
            let total = sum.sum()
            guard total > 0 else { continue }
            let nextX = sumX.sum() / total
            let nextY = sumY.sum() / total
            moved += abs(nextX - hereX) + abs(nextY - hereY)
            span += abs(nextX) + abs(nextY)
            x[node / 8][node % 8] = nextX
            y[node / 8][node % 8] = nextY
        }
        return moved / max(1e-9, span)
    }
}

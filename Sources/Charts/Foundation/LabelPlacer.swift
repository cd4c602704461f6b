/// A rectangle in pixels.
struct Box: Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }

    /// Whether the two share more than an edge.
    func overlaps(_ other: Box) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }

    /// Whether this box lies wholly inside the other.
    func lies(in other: Box) -> Bool {
        x >= other.x && y >= other.y && right <= other.right && bottom <= other.bottom
    }

    /// The box grown on every side.
    func grown(by margin: Double) -> Box {
        Box(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
    }
}

/// Finds room for labels, greedily: whoever is placed first keeps the place, so the most important
/// come first; a label that finds no free position is left out.
///
/// Positions are tried in an order of preference (right of the mark before left, above before
/// below), after J. Christensen, J. Marks and S. Shieber, "An Empirical Study of Algorithms for
/// Point-Feature Label Placement" (1995), section 3.1. A grid keeps the search near.
struct LabelPlacer {
    let area: Box
    private var cells: [[Box]]
    private let columns: Int
    private let rows: Int
    private let cell = 48.0

    /// A placer for labels inside an area.
    init(area: Box) {
        self.area = area
        columns = max(1, Int((area.width / cell).brought(into: 0...400, otherwise: 0)) + 1)
        rows = max(1, Int((area.height / cell).brought(into: 0...400, otherwise: 0)) + 1)
        cells = Array(repeating: [], count: columns * rows)
    }

    /// Keeps a box free of labels, wherever it lies.
    mutating func block(_ box: Box) {
        forEachCell(of: box) { cells[$0].append(box) }
    }

    /// Takes the box when it lies in the area and is free.
    mutating func place(_ box: Box) -> Bool {
        guard box.lies(in: area), isFree(box) else { return false }
        block(box)
        return true
    }

    /// Takes the first of the boxes that lies in the area and is free.
    mutating func place(firstOf boxes: [Box]) -> Box? {
        for box in boxes where place(box) { return box }
        return nil
    }

    /// Whether nothing placed or blocked overlaps the box.
    func isFree(_ box: Box) -> Bool {
        var free = true
        forEachCell(of: box) { index in
            if free, cells[index].contains(where: { $0.overlaps(box) }) { free = false }
        }
        return free
    }

    /// The eight positions for a label of the given size around a point, best first.
    static func positions(
        aroundX x: Double, _ y: Double, radius: Double, width: Double, height: Double
    ) -> [Box] {
        let side = radius + 3
        let near = side * 0.71
        let middle = y - height / 2
        return [
            (x + side, middle), (x + near, y - near - height), (x + near, y + near),
            (x - side - width, middle), (x - width / 2, y - side - height),
            (x - width / 2, y + side), (x - near - width, y - near - height),
            (x - near - width, y + near),
        ].map { Box(x: $0.0, y: $0.1, width: width, height: height) }
    }

    private func forEachCell(of box: Box, _ body: (Int) -> Void) {
        let left = column(box.x - area.x, columns)
        let right = column(box.right - area.x, columns)
        let top = column(box.y - area.y, rows)
        let bottom = column(box.bottom - area.y, rows)
        for row in top...max(top, bottom) {
            for column in left...max(left, right) { body(row * columns + column) }
        }
    }

    private func column(_ offset: Double, _ count: Int) -> Int {
        let limit = Double(count - 1)
        return Int((offset / cell).rounded(.down).brought(into: 0...limit, otherwise: 0))
    }
}

/// Labels one above the other, each as near as possible to where it wants to be.
enum LabelColumn {
    /// The middles of labels of equal height, in the order given, so that none overlap and all lie
    /// between `top` and `bottom`. Wishes must rise. `nil` when there isn't room for all.
    ///
    /// Minimises the sum of squared displacements: subtracting each label's own offset makes it
    /// an isotonic regression, solved by pooling adjacent violators (M. Ayer et al., "An Empirical
    /// Distribution Function for Sampling with Incomplete Information", 1955).
    static func spread(_ wishes: [Double], height: Double, top: Double, bottom: Double)
        -> [Double]?
    {
        let count = wishes.count
        guard Double(count) * height <= bottom - top + 0.001 else { return nil }
        var pools: [(sum: Double, count: Int)] = []
        for (index, wish) in wishes.enumerated() {
            let wish = wish.brought(into: top...bottom, otherwise: top)
            pools.append((wish - Double(index) * height, 1))
            while pools.count > 1 {
                let last = pools[pools.count - 1]
                let before = pools[pools.count - 2]
                guard before.sum / Double(before.count) > last.sum / Double(last.count) else {
                    break
                }
                pools.removeLast()
                pools[pools.count - 1] = (before.sum + last.sum, before.count + last.count)
            }
        }
        let lowest = top + height / 2
        let highest = bottom - height / 2 - Double(max(0, count - 1)) * height
        var middles: [Double] = []
        middles.reserveCapacity(count)
        for pool in pools {
            let level = min(max(pool.sum / Double(pool.count), lowest), max(lowest, highest))
            for _ in 0..<pool.count { middles.append(level + Double(middles.count) * height) }
        }
        return middles
    }
}

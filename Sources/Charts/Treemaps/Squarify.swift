/// Rectangles of given areas that fill a rectangle, as near to squares as can be had.
///
/// M. Bruls, K. Huizing and J. J. van Wijk, "Squarified Treemaps", Data Visualization 2000:
/// items are laid in rows along the shorter side; an item joins the row as long as that doesn't
/// worsen the row's worst aspect ratio.
enum Squarify {
    /// A box for each weight, in order. Weights must fall and be positive for good shapes; what
    /// isn't positive gets no area.
    static func boxes(for weights: [Double], in area: Box) -> [Box] {
        let largest = weights.max() ?? 0
        guard largest > 0 else {
            return weights.map { _ in Box(x: area.x, y: area.y, width: 0, height: 0) }
        }
        // By the largest first, so that sums of huge numbers stay finite.
        let shares = weights.map { max(0, ($0 / largest).brought(into: 0...1, otherwise: 0)) }
        let total = shares.reduce(0, +)
        let scale = max(0, area.width) * max(0, area.height) / total
        let areas = shares.map { $0 * scale }
        var boxes: [Box] = []
        boxes.reserveCapacity(areas.count)
        var rest = area
        var start = 0
        while start < areas.count {
            let side = max(0, min(rest.width, rest.height))
            var end = start + 1
            var sum = areas[start]
            var worst = aspect(sum, areas[start], areas[start], side)
            while end < areas.count {
                let longer = sum + areas[end]
                let next = aspect(longer, areas[start], areas[end], side)
                guard next <= worst else { break }
                sum = longer
                worst = next
                end += 1
            }
            boxes += row(areas[start..<end], sum, &rest)
            start = end
        }
        return boxes
    }

    /// The worst ratio of sides in a row of the given sum, between its greatest and least item.
    private static func aspect(_ sum: Double, _ most: Double, _ least: Double, _ side: Double)
        -> Double
    {
        guard sum > 0, least > 0, side > 0 else { return .infinity }
        let squared = sum / side * (sum / side)
        return max(most / squared, squared / least)
    }

    /// Lays one row along the shorter side and takes it off the rest.
    private static func row(_ areas: ArraySlice<Double>, _ sum: Double, _ rest: inout Box) -> [Box]
    {
        let isUpright = rest.width >= rest.height
        let side = isUpright ? rest.height : rest.width
        let depth = side > 0 ? min(sum / side, isUpright ? rest.width : rest.height) : 0
        var offset = 0.0
        let boxes = areas.map { area -> Box in
            let length = sum > 0 ? side * (area / sum) : 0
            defer { offset += length }
            return isUpright
                ? Box(x: rest.x, y: rest.y + offset, width: depth, height: length)
                : Box(x: rest.x + offset, y: rest.y, width: length, height: depth)
        }
        if isUpright {
            rest.x += depth
            rest.width = max(0, rest.width - depth)
        } else {
            rest.y += depth
            rest.height = max(0, rest.height - depth)
        }
        return boxes
    }
}

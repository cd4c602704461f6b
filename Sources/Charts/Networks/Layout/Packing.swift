/// Puts rectangles side by side in rows, the highest first, so that together they are about as
/// wide in proportion as wanted.
enum Packing {
    struct Size: Sendable {
        let width: Double
        let height: Double
    }

    /// The top left corner of each rectangle. `proportion` is the width over the height.
    static func corners(of sizes: [Size], gap: Double, proportion: Double) -> [PlanePoint] {
        let order = sizes.indices.sorted { a, b in
            sizes[a].height != sizes[b].height ? sizes[a].height > sizes[b].height : a < b
        }
        let widest = sizes.reduce(0) { max($0, $1.width) }
        let area = sizes.reduce(0) { $0 + ($1.width + gap) * ($1.height + gap) }
        var best = rows(sizes, order, gap, width: widest)
        var bestMisfit = Double.infinity
        for step in 0..<24 {
            let wanted = (area * proportion).squareRoot() * (0.7 + 0.08 * Double(step))
            let width = max(widest, wanted)
            let attempt = rows(sizes, order, gap, width: width)
            // What counts is how much a frame of the wanted proportion must shrink the whole.
            let misfit = max(attempt.width / proportion, attempt.height)
            if misfit < bestMisfit {
                bestMisfit = misfit
                best = attempt
            }
        }
        return best.corners
    }

    private static func rows(
        _ sizes: [Size], _ order: [Int], _ gap: Double, width: Double
    ) -> (corners: [PlanePoint], width: Double, height: Double) {
        var corners = [PlanePoint](repeating: PlanePoint(x: 0, y: 0), count: sizes.count)
        var x = 0.0
        var y = 0.0
        var rowHeight = 0.0
        var used = 0.0
        // A row's last place may hold several low rectangles, one below the other.
        var columnX = 0.0
        var columnWidth = 0.0
        var columnY = 0.0
        for index in order {
            let size = sizes[index]
            if columnWidth > 0, size.width <= columnWidth, columnY + size.height <= y + rowHeight {
                corners[index] = PlanePoint(x: columnX, y: columnY)
                columnY += size.height + gap
                continue
            }
            if x > 0, x + size.width > width {
                y += rowHeight + gap
                x = 0
                rowHeight = 0
            }
            corners[index] = PlanePoint(x: x, y: y)
            columnX = x
            columnWidth = size.width
            columnY = y + size.height + gap
            x += size.width + gap
            used = max(used, x - gap)
            rowHeight = max(rowHeight, size.height)
        }
        return (corners, used, y + rowHeight)
    }
}

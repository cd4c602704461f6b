/// Moves boxes apart until none lies over another, as little as it takes.
///
/// Pairs that overlap are pushed apart along the axis that needs less, half each, again and again;
/// this is the projection step of T. Dwyer, K. Marriott, P. Stuckey ("Fast node overlap removal",
/// 2006) done by relaxation instead of exactly. Boxes are swept from left to right, so that far ones
/// are never compared.
enum OverlapRemoval {
    struct Box: Sendable {
        var centre: PlanePoint
        let halfWidth: Double
        let halfHeight: Double
    }

    /// Whether nothing overlaps any more after at most `rounds` rounds.
    static func separate(_ boxes: inout [Box], rounds: Int = 80) -> Bool {
        let widest = boxes.reduce(0) { max($0, $1.halfWidth) }
        for _ in 0..<rounds {
            let order = boxes.indices.sorted { a, b in
                boxes[a].centre.x != boxes[b].centre.x
                    ? boxes[a].centre.x < boxes[b].centre.x : a < b
            }
            var touched = false
            for (place, a) in order.enumerated() {
                for b in order[(place + 1)...] {
                    // Boxes move while the sweep goes on: look a little further than needed.
                    if boxes[b].centre.x - boxes[a].centre.x > boxes[a].halfWidth + widest + 8 {
                        break
                    }
                    if push(&boxes, a, b) { touched = true }
                }
            }
            if !touched { return true }
        }
        return false
    }

    private static func push(_ boxes: inout [Box], _ a: Int, _ b: Int) -> Bool {
        let dx = boxes[b].centre.x - boxes[a].centre.x
        let dy = boxes[b].centre.y - boxes[a].centre.y
        let overX = boxes[a].halfWidth + boxes[b].halfWidth - abs(dx)
        let overY = boxes[a].halfHeight + boxes[b].halfHeight - abs(dy)
        guard overX > 1e-6, overY > 1e-6 else { return false }
        if overX < overY {
            let step = (dx < 0 ? -1.0 : 1.0) * (overX / 2 + 0.01)
            boxes[a].centre.x -= step
            boxes[b].centre.x += step
        } else {
            let step = (dy < 0 || (dy == 0 && a > b) ? -1.0 : 1.0) * (overY / 2 + 0.01)
            boxes[a].centre.y -= step
            boxes[b].centre.y += step
        }
        return true
    }

    /// The largest factor, at most 1, by which circles of these radii must be shrunk so that no two
    /// of them overlap.
    static func shrink(_ centres: [PlanePoint], radii: [Double], gap: Double) -> Double {
        var factor = 1.0
        let widest = radii.max() ?? 0
        let order = centres.indices.sorted { a, b in
            centres[a].x != centres[b].x ? centres[a].x < centres[b].x : a < b
        }
        for (place, a) in order.enumerated() {
            for b in order[(place + 1)...] {
                if centres[b].x - centres[a].x > radii[a] + widest + gap { break }
                let distance = (centres[b] - centres[a]).length
                let wanted = radii[a] + radii[b] + gap
                if distance < wanted { factor = min(factor, distance / wanted) }
            }
        }
        return factor
    }
}

/// Puts stretches of a line into as few lanes as they need, so that none in a lane overlap.
///
/// First fit in the order of the beginnings, which for plain intervals needs no more lanes than the
/// most that overlap at one place (J. Kleinberg, É. Tardos, "Algorithm Design", 2006, section 4.1,
/// interval partitioning).
enum LanePacking {
    struct Stretch: Sendable {
        let start: Double
        let end: Double
    }

    /// The lane of each stretch, from 0. Stretches in a lane keep `gap` between them.
    static func lanes(for stretches: [Stretch], gap: Double) -> [Int] {
        var lanes = [Int](repeating: 0, count: stretches.count)
        var ends: [Double] = []
        let order = stretches.indices.sorted { a, b in
            stretches[a].start != stretches[b].start
                ? stretches[a].start < stretches[b].start : a < b
        }
        for index in order {
            let stretch = stretches[index]
            if let lane = ends.firstIndex(where: { $0 + gap <= stretch.start }) {
                lanes[index] = lane
                ends[lane] = stretch.end
            } else {
                lanes[index] = ends.count
                ends.append(stretch.end)
            }
        }
        return lanes
    }
}

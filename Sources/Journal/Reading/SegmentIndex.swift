import Synchronization

/// Remembers where some entries lie, so that any entry is found after reading a few.
///
/// It fills as entries are looked for; only committed ones enter it, and those never move.
final class SegmentIndex: Sendable {
    /// A place in a segment where an entry begins.
    struct Place {
        let sequence: UInt64
        let offset: UInt64
    }

    /// Every so many entries one is remembered.
    static let spacing: UInt64 = 64

    private let places = Mutex<[UInt64: [Place]]>([:])

    /// Which of the segments, given by their first sequence numbers in order, holds an entry.
    static func segment(holding sequence: UInt64, in segments: [UInt64]) -> UInt64? {
        last(of: segments, notAfter: sequence) { $0 }
    }

    /// The last remembered place in a segment that isn't after an entry.
    func place(notAfter sequence: UInt64, in segment: UInt64) -> Place {
        let known = places.withLock { places in
            Self.last(of: places[segment] ?? [], notAfter: sequence, by: \.sequence)
        }
        return known ?? Place(sequence: segment, offset: UInt64(SegmentHeader.length))
    }

    /// Remembers places found while walking forward through a segment.
    func add(_ found: [Place], in segment: UInt64) {
        guard !found.isEmpty else { return }
        places.withLock { places in
            let last = places[segment]?.last?.sequence ?? 0
            places[segment, default: []] += found.filter { $0.sequence > last }
        }
    }

    /// The last element of a sorted array whose key isn't after `limit`, by binary search.
    private static func last<Element>(
        of sorted: [Element], notAfter limit: UInt64, by key: (Element) -> UInt64
    ) -> Element? {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if key(sorted[middle]) <= limit { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? sorted[low - 1] : nil
    }
}

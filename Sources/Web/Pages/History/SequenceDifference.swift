/// How one sequence becomes another: runs of elements that stay, go or come, in reading order.
///
/// The elements that stay are a longest common subsequence (Myers, "An O(ND) Difference Algorithm
/// and Its Variations", 1986, as the standard library has it), found between the common beginning
/// and the common end. Sequences too long and too different for that are replaced as a whole.
struct SequenceDifference<Element: Hashable & Sendable>: Sendable, Hashable {
    /// A run of neighbouring elements with one fate.
    enum Run: Sendable, Hashable {
        case kept([Element])
        case removed([Element])
        case added([Element])
    }

    /// The runs in order; what goes stands before what comes in its place.
    let runs: [Run]

    /// The most pairs of elements that are compared; beyond it a middle part is replaced whole.
    private static var mostPairs: Int { 4_000_000 }

    /// The difference from `old` to `new`.
    init(from old: [Element], to new: [Element]) {
        var collector = RunCollector()
        let shorter = min(old.count, new.count)
        var head = 0
        while head < shorter, old[head] == new[head] { head += 1 }
        var tail = 0
        while tail < shorter - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
            tail += 1
        }
        for element in old.prefix(head) { collector.keep(element) }
        Self.compare(
            Array(old[head..<(old.count - tail)]), Array(new[head..<(new.count - tail)]),
            into: &collector)
        for element in old.suffix(tail) { collector.keep(element) }
        runs = collector.finish()
    }

    /// What was there before.
    var old: [Element] {
        runs.flatMap { run -> [Element] in
            switch run {
            case .kept(let elements), .removed(let elements): elements
            case .added: []
            }
        }
    }

    /// What is there now: the difference, applied.
    var new: [Element] {
        runs.flatMap { run -> [Element] in
            switch run {
            case .kept(let elements), .added(let elements): elements
            case .removed: []
            }
        }
    }

    /// How many elements stayed.
    var keptCount: Int {
        runs.reduce(0) { count, run in
            if case .kept(let elements) = run { count + elements.count } else { count }
        }
    }

    private static func compare(
        _ old: [Element], _ new: [Element], into collector: inout RunCollector
    ) {
        guard !old.isEmpty, !new.isEmpty, old.count <= mostPairs / new.count else {
            for element in old { collector.remove(element) }
            for element in new { collector.add(element) }
            return
        }
        let changes = new.difference(from: old)
        var removed = Set<Int>()
        var added = Set<Int>()
        for change in changes {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var (from, to) = (0, 0)
        while from < old.count || to < new.count {
            if from < old.count, removed.contains(from) {
                collector.remove(old[from])
                from += 1
            } else if to < new.count, added.contains(to) {
                collector.add(new[to])
                to += 1
            } else {
                if from < old.count { collector.keep(old[from]) }
                from += 1
                to += 1
            }
        }
    }

    /// Gathers elements into runs; between two kept runs there is at most one removed and one
    /// added run.
    private struct RunCollector {
        private var runs: [Run] = []
        private var kept: [Element] = []
        private var removed: [Element] = []
        private var added: [Element] = []

        mutating func keep(_ element: Element) {
            flushChanges()
            kept.append(element)
        }

        mutating func remove(_ element: Element) {
            flushKept()
            removed.append(element)
        }

        mutating func add(_ element: Element) {
            flushKept()
            added.append(element)
        }

        mutating func finish() -> [Run] {
            flushKept()
            flushChanges()
            return runs
        }

        private mutating func flushKept() {
            if !kept.isEmpty { runs.append(.kept(kept)) }
            kept = []
        }

        private mutating func flushChanges() {
            if !removed.isEmpty { runs.append(.removed(removed)) }
            if !added.isEmpty { runs.append(.added(added)) }
            removed = []
            added = []
        }
    }
}

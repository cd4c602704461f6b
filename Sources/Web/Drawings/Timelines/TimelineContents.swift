import Records
import Register

/// The records that a timeline shows.
struct TimelineContents {
    /// Agreements, by the day from which they are known.
    private(set) var agreements: [(record: Record, agreement: Agreement)] = []
    /// Events that stand alone, and series with their editions, by their first day.
    private(set) var events: [[(record: Record, event: Event)]] = []
    /// Measures, by deadline.
    private(set) var measures: [(record: Record, measure: Measure)] = []
    /// How many fit, but had no room.
    private(set) var left = 0

    /// Events are read up to so many; the latest ones stay.
    private static let mostRead = 400

    var isEmpty: Bool { agreements.isEmpty && events.isEmpty && measures.isEmpty }

    init(_ drawing: TimelineDrawing) throws {
        let register = drawing.context.register
        let from = drawing.from?.firstDay ?? 0
        let to = drawing.to?.lastDay ?? .max
        let tied = try drawing.subject.map { try Self.tied(to: $0, register) }
        let marks = try drawing.filter.marks(of: register, among: tied)
        for kind in drawing.kinds {
            var ordinals: [Int64] = []
            var known: Set<Int64> = []
            var spans: [Int64: (Int32, Int32)] = [:]
            for mark in marks where mark.sort.kind == kind {
                let span = spans[mark.ordinal] ?? (.max, 0)
                spans[mark.ordinal] = (min(span.0, mark.firstDay), max(span.1, mark.lastDay))
                if known.insert(mark.ordinal).inserted { ordinals.append(mark.ordinal) }
            }
            let fitting = ordinals.filter { ordinal in
                spans[ordinal].map { $0.1 >= from && $0.0 <= to } ?? false
            }
            // Of events more are read than are shown: a series is one line.
            let chosen = fitting.suffix(kind == .event ? Self.mostRead : drawing.lines)
            left += fitting.count - chosen.count
            let records = try register.records(at: Array(chosen))
            take(chosen.compactMap { records[$0]?.record })
        }
        cut(to: drawing.lines)
    }

    private mutating func take(_ records: [Record]) {
        var series: [String: Int] = [:]
        for record in records {
            switch record.body {
            case .agreement(let agreement): agreements.append((record, agreement))
            case .measure(let measure): measures.append((record, measure))
            case .event(let event):
                if let name = event.series, let line = series[name] {
                    events[line].append((record, event))
                } else {
                    if let name = event.series { series[name] = events.count }
                    events.append([(record, event)])
                }
            default: break
            }
        }
    }

    /// Leaves out the earliest where there are more than a drawing has room for; series stay
    /// before single events.
    private mutating func cut(to most: Int) {
        if events.count > most {
            let series = events.indices.filter { events[$0].count > 1 }
            let single = events.indices.filter { events[$0].count == 1 }
            // Half of a short drawing's lines are for series, which tell more each.
            let kept = Set(series.suffix(max(most / 2, most - single.count)))
            let rest = Set(single.suffix(most - kept.count))
            left += events.indices.filter { !kept.contains($0) && !rest.contains($0) }
                .reduce(0) { $0 + events[$1].count }
            events = events.indices.filter { kept.contains($0) || rest.contains($0) }
                .map { events[$0] }
        }
        left += max(0, agreements.count - most) + max(0, measures.count - most)
        agreements = Array(agreements.suffix(most))
        measures = Array(measures.suffix(most))
    }

    /// The register's numbers of what is tied to a record, itself included.
    private static func tied(to id: RecordID, _ register: Register) throws -> Set<Int64> {
        guard let summary = try register.summary(id) else { return [] }
        var tied: Set<Int64> = [summary.ordinal]
        for kind in TimelineDrawing.allKinds {
            for linked in try register.linked(to: id, kind: kind, limit: mostLinked) {
                tied.insert(linked.summary.ordinal)
            }
        }
        guard id.kind == .place else { return tied }
        var inside = RecordQuery()
        inside.kinds = TimelineDrawing.allKinds
        inside.places = [id]
        return tied.union(try register.ordinals(of: inside))
    }

    private static let mostLinked = 1_000
}

/// Where everything of a timeline stands, in pixels.
struct TimelineLayout {
    enum LabelPlace {
        case inside, right, left, none
    }

    struct Placed {
        let item: TimelineItem
        /// The ends of the mark without its label.
        let start: Double
        let end: Double
        let label: String
        let labelPlace: LabelPlace
        let isOverdue: Bool
        /// Where a label inside begins: right of the dot, where the date is a long stretch.
        let insideStart: Double
        var middle = 0.0
    }

    struct Section {
        let group: TimelineGroup
        let headingBaseline: Double
        let items: [Placed]
    }

    let scale: PeriodScale
    let sections: [Section]
    /// The upper and lower end of the lanes.
    let top: Double
    let bottom: Double
    /// Whether items had to be left out.
    let isCut: Bool

    static let lane = 24.0
    static let barHeight = 17.0
    static let heading = 28.0
    static let size = 12.0
    /// Half the width of a dot or a diamond.
    static let reach = 8.0

    init(_ timeline: Timeline, width: Double, top: Double, maximumHeight: Double) {
        self.top = top
        var groups = timeline.groups
        var scale = Self.scale(timeline, groups, width: width)
        var isCut = false
        var made = Self.sections(groups, timeline, scale, width: width, top: top)
        while made.bottom > maximumHeight {
            let count = groups.reduce(0) { $0 + $1.items.count }
            guard count > 1 else { break }
            let excess = 1 - (maximumHeight - top) / (made.bottom - top)
            let dropped = max(1, min(count - 1, Int(Double(count) * excess * 0.8)))
            groups = Self.without(dropped, of: groups)
            isCut = true
            scale = Self.scale(timeline, groups, width: width)
            made = Self.sections(groups, timeline, scale, width: width, top: top)
        }
        self.scale = scale
        sections = made.sections
        bottom = made.bottom
        self.isCut = isCut
    }

    /// Drops the least important items, of equals the last.
    private static func without(_ dropped: Int, of groups: [TimelineGroup]) -> [TimelineGroup] {
        var all: [(group: Int, item: Int, importance: Double)] = []
        for (group, content) in groups.enumerated() {
            for (item, one) in content.items.enumerated() {
                all.append((group, item, one.importance))
            }
        }
        let order = all.indices.sorted { a, b in
            all[a].importance != all[b].importance
                ? all[a].importance > all[b].importance : a < b
        }
        var keeps = groups.map { [Bool](repeating: true, count: $0.items.count) }
        for index in order.suffix(dropped) { keeps[all[index].group][all[index].item] = false }
        var left = groups
        for group in left.indices {
            left[group].items = zip(groups[group].items, keeps[group]).filter(\.1).map(\.0)
        }
        return left
    }

    private static func scale(
        _ timeline: Timeline, _ groups: [TimelineGroup], width: Double
    ) -> PeriodScale {
        let from = 10.0
        let to = width - 10
        if let span = timeline.span {
            return PeriodScale(first: span.first.number, end: span.end, from: from, to: to)
        }
        var first = Int.max
        var end = Int.min
        for item in groups.flatMap(\.items) {
            for period in item.periods {
                first = min(first, period.first.number)
                end = max(end, period.end)
            }
        }
        if first > end { return PeriodScale(first: 0, end: 365, from: from, to: to) }
        // Today is taken in when it lies near: an old plan keeps its own years.
        if let today = timeline.today?.number {
            let near = max(366, (end - first) / 3)
            if today >= end, today - end < near { end = today + 1 }
            if today < first, first - today < near { first = today }
        }
        return PeriodScale(first: first, end: end, from: from, to: to)
    }

    private static func sections(
        _ groups: [TimelineGroup], _ timeline: Timeline, _ scale: PeriodScale, width: Double,
        top: Double
    ) -> (sections: [Section], bottom: Double) {
        var y = top
        var sections: [Section] = []
        for group in groups {
            var placed = group.items.compactMap {
                place($0, timeline, scale, width: width)
            }
            if placed.isEmpty { continue }
            if !group.heading.isEmpty { y += heading }
            let baseline = y - 8
            let lanes = LanePacking.lanes(for: placed.map(stretch), gap: 12)
            for index in placed.indices {
                placed[index].middle = y + (Double(lanes[index]) + 0.5) * lane
            }
            y += Double((lanes.max() ?? 0) + 1) * lane + 6
            sections.append(Section(group: group, headingBaseline: baseline, items: placed))
        }
        return (sections, y)
    }

    /// The mark with its label.
    static func stretch(_ placed: Placed) -> LanePacking.Stretch {
        let label = TextMeasure.width(placed.label, size: size) + 6
        return switch placed.labelPlace {
        case .inside, .none: LanePacking.Stretch(start: placed.start, end: placed.end)
        case .right: LanePacking.Stretch(start: placed.start, end: placed.end + label)
        case .left: LanePacking.Stretch(start: placed.start - label, end: placed.end)
        }
    }

    /// `nil` for what lies outside the span.
    private static func place(
        _ item: TimelineItem, _ timeline: Timeline, _ scale: PeriodScale, width: Double
    ) -> Placed? {
        let periods = item.periods
        guard let first = periods.map(\.first.number).min(), let end = periods.map(\.end).max(),
            first < scale.end, end > scale.first || item.isOpen
        else { return nil }
        var isOverdue = false
        // What is overdue says so, however little of its name has room.
        var suffix = ""
        if case .deadline(let due, let isDone) = item.mark {
            isOverdue = !isDone && (timeline.today.map { due.last < $0 } ?? false)
            let state = isDone ? timeline.words.done : isOverdue ? timeline.words.overdue : ""
            if !state.isEmpty { suffix = " (\(state))" }
        }
        var start = scale.position(Double(first))
        var stop = item.isOpen ? scale.to : scale.position(Double(end))
        if item.isBar {
            stop = max(stop, min(scale.to, start + 3))
            start = min(start, stop - 3)
        } else {
            // A dot stands in the middle of its period.
            let middles = periods.map { scale.position($0) }
            start = min(start, (middles.min() ?? start) - reach)
            stop = max(stop, (middles.max() ?? stop) + reach)
        }
        let insideStart = item.isBar ? start + 6 : max(start, item.lastMiddle(scale) + reach + 4)
        let inside = stop - insideStart - 6
        let right = width - 4 - stop - 6
        let left = start - 6 - 4
        let wanted = min(
            TextMeasure.width(item.label + suffix, size: size), max(right, left, inside),
            width < 480 ? 210 : 420)
        let room = wanted + 0.01 - TextMeasure.width(suffix, size: size)
        let name = TextMeasure.fitted(item.label, size: size, within: room)
        let text = name.isEmpty ? "" : name + suffix
        let needed = TextMeasure.width(text, size: size)
        let labelPlace: LabelPlace =
            if text.isEmpty {
                .none
            } else if needed <= inside {
                .inside
            } else if needed <= right {
                .right
            } else {
                needed <= left ? .left : .none
            }
        return Placed(
            item: item, start: start, end: stop, label: labelPlace == .none ? "" : text,
            labelPlace: labelPlace, isOverdue: isOverdue, insideStart: insideStart)
    }
}

extension TimelineItem {
    /// The dates by which it is placed.
    var periods: [ChartPeriod] {
        switch mark {
        case .validity(let from, .at(let to)): [from, to]
        case .validity(let from, .open): [from]
        case .moment(let period), .deadline(let period, _): [period]
        case .series(let editions): editions.map(\.period)
        }
    }

    /// Where the last dot or diamond stands; for a series, nothing stands inside.
    func lastMiddle(_ scale: PeriodScale) -> Double {
        if case .series = mark { return .infinity }
        return periods.map { scale.position($0) }.max() ?? .infinity
    }

    var isBar: Bool {
        if case .validity = mark { true } else { false }
    }

    var isOpen: Bool {
        if case .validity(_, .open) = mark { true } else { false }
    }
}

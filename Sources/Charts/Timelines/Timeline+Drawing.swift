extension Timeline {
    private static let axisHeight = 26.0

    /// The timeline for a frame.
    public func draw(in frame: Frame) -> Drawing {
        let layout = TimelineLayout(
            self, width: frame.width, top: Self.axisHeight + 4,
            maximumHeight: frame.maximumHeight - 36)
        var canvas = Canvas(id: text.id, capacity: 8000 + layout.sections.count * 4000)
        drawGround(layout, frame, on: &canvas)
        var bottom = layout.bottom + 4
        if let today, layout.scale.first <= today.number, today.number < layout.scale.end {
            drawToday(today, layout, frame, on: &canvas)
            bottom += 14
        }
        for section in layout.sections {
            heading(section, frame, on: &canvas)
            for placed in section.items {
                TimelinePen(placed, scale: layout.scale).draw(on: &canvas)
            }
        }
        if layout.isCut {
            bottom += 14
            canvas.text(
                TextMeasure.fitted(text.words.more, size: 11, within: frame.width - 24), 10,
                bottom - 3, size: 11, classes: "remark")
        }
        return Drawing(
            canvas, kind: "timeline", text: text, width: frame.width, height: bottom, table: table)
    }

    /// Years or months above, hairlines where they begin.
    private func drawGround(_ layout: TimelineLayout, _ frame: Frame, on canvas: inout Canvas) {
        let marks = layout.scale.marks(months: text.words.months, size: 12)
        var free = -Double.infinity
        for mark in marks {
            let x = layout.scale.position(Double(mark.day))
            canvas.line("hairline", x, Self.axisHeight, x, layout.bottom)
            let box = Canvas.box(of: mark.label, x + 4, 0)
            guard box.x >= free, box.right <= frame.width else { continue }
            free = box.right + 6
            canvas.text(mark.label, x + 4, Self.axisHeight - 7, classes: "tick")
        }
        canvas.timeArea(
            Box(
                x: layout.scale.from, y: 0, width: layout.scale.to - layout.scale.from,
                height: layout.bottom), first: layout.scale.first, end: layout.scale.end)
        canvas.line(
            "rule", layout.scale.from, Self.axisHeight, layout.scale.to, Self.axisHeight)
    }

    /// Below the marks, so that no name is struck through.
    private func drawToday(
        _ today: CalendarDay, _ layout: TimelineLayout, _ frame: Frame, on canvas: inout Canvas
    ) {
        let x = layout.scale.position(Double(today.number) + 0.5)
        let half = TextMeasure.width(words.today, size: 11) / 2
        let room = (half + 2)...max(half + 2, frame.width - half - 2)
        canvas.line("today", x, Self.axisHeight, x, layout.bottom + 4)
        canvas.text(
            words.today, x.brought(into: room, otherwise: x), layout.bottom + 15, size: 11,
            anchor: .middle, classes: "today-text")
    }

    private func heading(
        _ section: TimelineLayout.Section, _ frame: Frame, on canvas: inout Canvas
    ) {
        let name = TextMeasure.fitted(
            section.group.heading, size: 13, face: .bold, within: frame.width - 20)
        guard !name.isEmpty else { return }
        let draw = { (canvas: inout Canvas) in
            canvas.text(
                name, 10, section.headingBaseline, size: 13, classes: "label strong halo",
                face: .bold)
        }
        guard let href = section.group.href else { return draw(&canvas) }
        canvas.mark(
            Figure(value: nil, text: "", detail: section.group.heading, href: href), draw)
    }

    private var table: ChartTable {
        var rows: [[ChartTable.Cell]] = []
        for item in groups.flatMap(\.items) {
            let name = ChartTable.Cell(item.label, href: item.href)
            switch item.mark {
            case .validity(let from, .at(let to)):
                rows.append([name, .init(from.label), .init(to.label)])
            case .validity(let from, .open):
                rows.append([name, .init(from.label), .init(words.openEnd)])
            case .moment(let period):
                rows.append([name, .init(period.label), .init("")])
            case .deadline(let due, _):
                rows.append([name, .init(""), .init(due.label)])
            case .series(let editions):
                for edition in editions {
                    let number = edition.number.isEmpty ? "" : " (\(edition.number))"
                    rows.append([
                        .init(item.label + number, href: edition.href ?? item.href),
                        .init(edition.period.label), .init(""),
                    ])
                }
            }
        }
        return ChartTable(
            columns: [.init(words.what), .init(words.from), .init(words.to)], rows: rows)
    }
}

import Records

/// The measures of a plan: what shall be done, by whom, until when, and how far it has come.
enum MeasureTable {
    /// The section; nil without measures.
    /// - Parameter current: the measure whose page this is; it isn't linked.
    static func section(
        _ measures: [Record], title: String? = nil, current: RecordID? = nil,
        _ pen: RecordPen
    ) -> LeafSection? {
        guard !measures.isEmpty else { return nil }
        let words = pen.words
        let title = title ?? words(.sectionMeasures)
        let bodies = measures.compactMap(row)
        let hasExecutors = bodies.contains { $0.measure.executor != nil }
        let hasDeadlines = bodies.contains { $0.measure.deadline != nil }
        let hasStatuses = bodies.contains { $0.measure.status != nil }
        let label = { (field: FieldWord) in Column(words.field(field.rawValue)) }
        var columns = [Column(words.kind(Kind.measure.name))]
        if hasExecutors { columns.append(label(.executor)) }
        if hasDeadlines { columns.append(label(.deadline)) }
        if hasStatuses { columns.append(label(.status)) }
        columns.append(Column(words(.columnSource), .source))
        let gap = Inline.gap(words(.notRecorded))
        let rows = bodies.map { record, measure in
            var cells: [Inline] = [
                record.id == current ? .strong(measure.name) : pen.link(record.id)
            ]
            if hasExecutors { cells.append(measure.executor.map(pen.party) ?? gap) }
            if hasDeadlines { cells.append(measure.deadline.map { words.date($0, .short) } ?? gap) }
            if hasStatuses {
                cells.append(measure.status.map { .text(words.status($0.rawValue)) } ?? gap)
            }
            return cells + [pen.sources.marks(record.citations, of: record.id)]
        }
        return LeafSection(
            id: "measures", title: title, count: words.number(rows.count)
        ) { page in
            page.put(
                DataTable(
                    id: "measures-table", caption: title, columns: columns, rows: rows,
                    captionIsUnseen: true, words: words))
        }
    }

    private static func row(_ record: Record) -> (record: Record, measure: Measure)? {
        guard case .measure(let measure) = record.body else { return nil }
        return (record, measure)
    }
}

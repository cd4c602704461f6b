import Charts
import Records
import Statistics

/// Pictures of one period, and of two side by side.
extension SeriesPlate {
    func ranking() throws -> PlateContent? {
        guard let period = reading.period else { return nil }
        let all = reading.picture(at: period)
        guard !all.isEmpty else { return nil }
        let drawn = Array(all.prefix(30))
        let rows = drawn.enumerated().map { index, cell in
            RankingBars.Row(
                id: "s" + String(index), label: names.label(cell.series),
                figure: figures.figure(cell.point, of: cell.series))
        }
        let frame = Frame(
            title: try title(drawn, at: period), cells: drawn,
            remarks: remark(drawn: drawn.count, of: all.count) + elsewhere(period)
                + (try totals(at: period)), height: 1_400)
        return try plate(frame) { RankingBars(text: $0, rows: rows) }
    }

    /// Names what isn't in a picture because its parts, or its whole, are.
    private func totals(at period: Period) throws -> [String] {
        let drawn = Set(pool.map(\.key))
        return try totals(leftOut: reading.all(at: period).filter { !drawn.contains($0.key) })
    }

    /// How many series have figures, but of other periods.
    private func elsewhere(_ period: Period) -> [String] {
        let others = reading.series.filter { $0.point(like: period) == nil }.count
        guard others > 0 else { return [] }
        return [words(TrackPhrase.otherPeriods(others))]
    }

    func treemap() throws -> PlateContent? {
        guard let period = reading.period else { return nil }
        let (all, leftOut) = reading.disjointPicture(at: period)
        let drawn = Array(all.prefix(60))
        guard drawn.count > 1 else { return nil }
        let items = drawn.enumerated().map { index, cell in
            Treemap.Item(
                id: "s" + String(index), name: names.label(cell.series),
                figure: figures.figure(cell.point, of: cell.series))
        }
        var remarks = remark(drawn: drawn.count, of: all.count)
        remarks += try self.leftOut(leftOut) + elsewhere(period)
        let frame = Frame(
            title: try title(drawn, at: period), cells: drawn, remarks: remarks, height: 520)
        return try plate(frame) { Treemap(text: $0, items: items) }
    }

    func slope() throws -> PlateContent? {
        guard let pair = reading.slopePeriods else { return nil }
        let both = pool.compactMap { one in
            one.point(at: pair.from).flatMap { from in
                one.point(at: pair.to).map { (series: one, from: from, to: $0) }
            }
        }.sorted { $0.to.value > $1.to.value }
        let drawn = Array(both.prefix(20))
        guard !drawn.isEmpty else { return nil }
        let rows = drawn.enumerated().map { index, one in
            SlopeChart.Row(
                id: "s" + String(index), name: names.label(one.series),
                from: figures.figure(one.from, of: one.series),
                to: figures.figure(one.to, of: one.series))
        }
        let labels = [pair.from, pair.to].map { words.date($0.description, .short) }
        let cells: [Cell] = drawn.flatMap { [($0.series, $0.from), ($0.series, $0.to)] }
        let frame = Frame(
            title: try title(cells), cells: cells,
            remarks: remark(drawn: drawn.count, of: pool.count) + (try totals()), height: 700)
        return try plate(frame) { text in
            SlopeChart(text: text, fromLabel: labels[0], toLabel: labels[1], rows: rows)
        }
    }

    func matrix() throws -> PlateContent? {
        guard let period = reading.period else { return nil }
        let cells = reading.picture(at: period).filter { $0.series.key.counterpart != nil }
        // Of several products or indicators the most frequent one is shown.
        var counts: [String: Int] = [:]
        for cell in cells { counts[Self.measure(cell.series.key), default: 0] += 1 }
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        let shown = cells.filter { Self.measure($0.series.key) == most }
        let rows = Self.frequent(shown.map(\.series.key.subject))
        let columns = Self.frequent(shown.compactMap(\.series.key.counterpart))
        guard rows.count > 1, columns.count > 1 else { return nil }
        var at: [RecordID: [RecordID: Cell]] = [:]
        for cell in shown {
            if let partner = cell.series.key.counterpart {
                at[cell.series.key.subject, default: [:]][partner] = cell
            }
        }
        let chartRows = rows.enumerated().map { index, subject in
            MatrixChart.Row(
                id: "s" + String(index), name: names.text(subject),
                figures: columns.map { partner in
                    if partner == subject { return nil }
                    return at[subject]?[partner].map { figures.figure($0.point, of: $0.series) }
                        ?? figures.gap(names.text(subject) + " – " + names.text(partner))
                })
        }
        let values = shown.map(\.point.value.approximation).filter { $0 > 0 }
        let isWide = values.count == shown.count && (values.max() ?? 1) > 100 * (values.min() ?? 1)
        let columnNames = columns.map(names.text)
        let drawn = shown.filter {
            rows.contains($0.series.key.subject)
                && columns.contains { [partner = $0.series.key.counterpart] in $0 == partner }
        }
        let frame = Frame(
            title: try title(drawn, at: period), cells: drawn,
            remarks: remark(drawn: drawn.count, of: cells.count) + (try totals(at: period)),
            height: 1_200)
        return try plate(frame) { text in
            MatrixChart(
                text: text, columns: columnNames, rows: chartRows,
                scale: isWide ? .logarithmic : .linear)
        }
    }

    private static func measure(_ key: SeriesKey) -> String {
        key.indicator + "\u{0}" + (key.product ?? "")
    }

    /// The most frequent ids, of equals in the order of their ids.
    private static func frequent(_ ids: [RecordID], most: Int = 30) -> [RecordID] {
        var counts: [RecordID: Int] = [:]
        for id in ids { counts[id, default: 0] += 1 }
        return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
            .prefix(most).map(\.key)
    }
}

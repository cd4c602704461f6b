import Atlas
import Foundation
import Records
import Statistics
import Testing

/// Everything over the built-in data set.
struct AtlasFindingTests {
    private static func records() throws -> [Record] {
        try Atlas.files().flatMap { file in
            try Data(contentsOf: URL(filePath: file)).split(separator: 0x0A)
                .map { try Record(json: Array($0)) }
        }
    }

    @Test func everyFigureIsInASeries() throws {
        let figures = try Self.records().compactMap { Figure($0) }
        let set = SeriesSet(figures)
        let stated = set.series.flatMap { $0.points.flatMap(\.stated) }
        #expect(stated.map(\.id).sorted() == figures.map(\.id).sorted())
        #expect(set.series == SeriesSet(figures.reversed()).series)
        for series in set.series {
            _ = ComputedSeries.growth(of: series)
            if let base = series.points.first?.period {
                _ = try? ComputedSeries.index(of: series, base: base)
            }
        }
    }

    /// The page on the findings lists just those that there are, in their order.
    @Test func thePageListsTheFindings() throws {
        let records = try Self.records()
        let set = SeriesSet(records.compactMap { Figure($0) })
        let examination = Examination(set, containment: Containment(records))
        let page = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Documentation/findings.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let listed = text.matches(of: #/(?m)^### `([a-z]+-[0-9a-f]{12})`/#).map { String($0.1) }
        #expect(listed == examination.findings.map(\.id))
        for finding in examination.findings {
            for evidence in finding.evidence { #expect(text.contains("`\(evidence.figure.id)`")) }
        }
        let rows = examination.tallies.map {
            "| \($0.kind.rawValue) | \($0.compared) | \($0.agreed) |"
        }
        for row in rows { #expect(text.contains(row), "the page lacks \(row)") }
    }
}

import Records
import Statistics
import Testing

/// The examination beside a slow one, over random figures of a small world.
struct FindingReferenceTests {
    private func compared(
        _ examination: Examination, _ comparisons: [Finding.Comparison]
    ) -> [String] {
        examination.findings.filter { comparisons.contains($0.comparison) }
            .map { SlowExamination.name($0.comparison, $0.evidence.map(\.figure)) }.sorted()
    }

    @Test(arguments: 1...12) func comparisonsAreThoseOfTheSlowOne(_ seed: UInt64) throws {
        let containment = try RandomFigures.containment
        let set = SeriesSet(try RandomFigures.make(300, seed))
        let fast = Examination(set, containment: containment, keepingAgreements: true)
        let slow = SlowExamination(set, containment)
        let note: Comment = "seed \(seed)"
        #expect(
            compared(
                fast,
                [
                    .turnoverFromFlows, .balanceFromFlows, .balanceFromExport, .balanceFromImport,
                    .flowWithinTurnover, .balanceWithinTurnover,
                ]) == slow.trade, note)
        #expect(compared(fast, [.importMirrorsExport, .turnoverMirrors]) == slow.mirrors, note)
        #expect(compared(fast, [.subjectsWithinWhole]) == slow.parts(bySubject: true), note)
        #expect(compared(fast, [.partnersWithinWhole]) == slow.parts(bySubject: false), note)
        #expect(compared(fast, [.periodsMakeWhole, .periodsWithinWhole]) == slow.periods, note)
    }

    /// What is found doesn't depend on the order of the figures, says what it compares exactly
    /// once, ranks the worse first, and leaves agreements out unless they're asked for.
    @Test(arguments: 1...12) func findingsAreStable(_ seed: UInt64) throws {
        let containment = try RandomFigures.containment
        let figures = try RandomFigures.make(400, seed)
        var random = SeededRandom(seed: seed)
        let all = Examination(
            SeriesSet(figures), containment: containment, keepingAgreements: true)
        let again = Examination(
            SeriesSet(figures.shuffled(using: &random)), containment: containment,
            keepingAgreements: true)
        let note: Comment = "seed \(seed)"
        #expect(all.findings == again.findings, note)
        #expect(all.tallies == again.tallies, note)
        #expect(Set(all.findings.map(\.id)).count == all.findings.count, note)
        let short = Examination(SeriesSet(figures), containment: containment)
        #expect(short.findings == all.findings.filter { $0.grade != .agreement }, note)
        #expect(all.tallies.map(\.compared).reduce(0, +) == all.findings.count, note)
        for finding in all.findings {
            #expect((0...1000).contains(finding.score), note)
            #expect(Set(finding.evidence.map(\.figure.id)).count == finding.evidence.count, note)
            let units = Set(finding.evidence.map(\.figure.observation.unit))
            let isRatio = [.growthFromLevels, .shareFromLevels].contains(finding.comparison)
            #expect(units.count == (isRatio ? 2 : 1), note)
        }
    }

    /// Figures that are made from one another agree: a true world has no findings.
    @Test(arguments: 1...20) func aTrueWorldHasNoFindings(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var figures: [Figure] = []
        var before: (export: Int, bought: Int)?
        for year in 2015...2022 {
            var export = 0
            var bought = 0
            for region in ["place/by/a", "place/by/b", "place/by/c"] {
                let sold = 1 + random.below(1_000_000)
                let got = 1 + random.below(1_000_000)
                export += sold
                bought += got
                for (slug, value) in [("goods-export", sold), ("goods-import", got)] {
                    figures.append(
                        try Sample.figure(
                            "\(slug)-\(region.last ?? "x")-\(year)", slug, region, with: "place/kz",
                            "\(year)", "\(value)"))
                }
            }
            var rows = [
                ("goods-export", "\(export)", "USD"), ("goods-import", "\(bought)", "USD"),
                ("trade-turnover", "\(export + bought)", "USD"),
                ("trade-balance", "\(export - bought)", "USD"),
            ]
            if let before,
                let growth = Rounding(decimals: random.below(4)).growth(
                    from: try Sample.decimal("\(before.export)"),
                    to: try Sample.decimal("\(export)"))
            {
                rows.append(("goods-export-growth", growth.description, "%"))
            }
            before = (export, bought)
            for (slug, value, unit) in rows {
                figures.append(
                    try Sample.figure(
                        "\(slug)-\(year)", slug, "place/by", with: "place/kz", "\(year)", value,
                        unit))
            }
            figures.append(
                try Sample.figure(
                    "mirror-\(year)", "goods-import", "place/kz", with: "place/by", "\(year)",
                    "\(export * 105 / 100)"))
        }
        let by = try Sample.id("place/by")
        var tree: [RecordID: RecordID] = [:]
        for region in ["place/by/a", "place/by/b", "place/by/c"] {
            tree[try Sample.id(region)] = by
        }
        let examination = Examination(
            SeriesSet(figures), containment: Containment(wholes: tree, complete: [by]))
        #expect(examination.findings.isEmpty, "seed \(seed): \(examination.findings.first as Any)")
        for kind in [Finding.Kind.growth, .balance, .turnover, .mirror, .parts] {
            #expect(examination.tallies.first { $0.kind == kind }?.compared ?? 0 >= 7)
        }
    }
}

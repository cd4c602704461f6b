import Records
import Statistics
import Testing

struct ComputedSeriesTests {
    private func levels(_ rows: [(String, String, String?)]) throws -> Series {
        try onlySeries(
            rows.enumerated().map { number, row in
                try Sample.figure(
                    "l\(number)", "goods-export", "place/by", with: "place/kz", row.0, row.1, "USD",
                    row.2)
            })
    }

    private func rows(_ series: ComputedSeries) -> [String] {
        series.points.map {
            "\($0.period) \($0.value)" + ($0.qualifier.map { " \($0.rawValue)" } ?? "")
        }
    }

    /// The worked figures of Documentation/statistics.md.
    @Test func growthIsOnTheSamePeriodAYearBefore() throws {
        let growth = ComputedSeries.growth(
            of: try levels([
                ("2018", "0", nil), ("2019", "250000000", nil), ("2020", "289900000", nil),
                ("2021", "300000000", "over"), ("2022", "330000000", "forecast"),
                ("2024", "1", nil),
            ]))
        #expect(rows(growth) == ["2020 16", "2021 3.5 over", "2022 10 forecast"])
        #expect(growth.unit == "%")
        #expect(growth.points.first?.figures.map(\.id.text) == ["obs/l2", "obs/l1"])
        #expect(
            growth.gaps.map { "\($0.period) \($0.reason.rawValue)" } == [
                "2018 missing-operand", "2019 base-not-positive", "2024 missing-operand",
            ])
    }

    @Test func quartersMonthsRangesAndDaysHaveAYearBefore() throws {
        for (before, period) in [
            ("2020-Q1", "2021-Q1"), ("2020-05", "2021-05"), ("2020-01/2020-09", "2021-01/2021-09"),
            ("2020-10-01", "2021-10-01"), ("2020-11/2021-02", "2021-11/2022-02"),
        ] {
            let growth = ComputedSeries.growth(
                of: try levels([(before, "50", nil), (period, "60", "about")]))
            #expect(rows(growth) == ["\(period) 20 about"])
        }
        let leap = try levels([("2020-02-29", "50", nil), ("2021-02-28", "60", nil)])
        #expect(ComputedSeries.growth(of: leap).points.isEmpty)
    }

    @Test func indexHasItsBaseAtAHundred() throws {
        let series = try levels([
            ("2019", "80", "about"), ("2020", "60", nil), ("2021", "90", "over"),
        ])
        let index = try ComputedSeries.index(of: series, base: try Sample.period("2019"))
        #expect(rows(index) == ["2019 100 exact", "2020 75 about", "2021 112.5 about"])
        #expect(index.unit == "index")
        let other = try Sample.period("2017")
        #expect(throws: StatisticsError.noBase(other)) {
            try ComputedSeries.index(of: series, base: other)
        }
        #expect(throws: StatisticsError.self) {
            try ComputedSeries.index(of: series, base: try Sample.period("2019-Q1"))
        }
    }

    @Test func balanceAndTurnoverTakeOneTradeOnly() throws {
        let export = try levels([("2019", "10", nil), ("2020", "30", "over"), ("2021", "1", nil)])
        let bought = try onlySeries([
            try Sample.figure("m", "goods-import", "place/by", with: "place/kz", "2020", "12.5"),
            try Sample.figure(
                "n", "goods-import", "place/by", with: "place/kz", "2021", "1", "USD", "over"),
        ])
        let balance = try ComputedSeries.balance(export: export, import: bought)
        #expect(rows(balance) == ["2020 17.5 over", "2021 0 under"])
        #expect(balance.gaps.map(\.period.description) == ["2019"])
        let turnover = try ComputedSeries.turnover(export: export, import: bought)
        #expect(rows(turnover) == ["2020 42.5 over", "2021 2 over"])
        let euro = try onlySeries([
            try Sample.figure("e", "goods-import", "place/by", with: "place/kz", "2020", "1", "EUR")
        ])
        #expect(throws: StatisticsError.unitsDiffer("USD", "EUR")) {
            try ComputedSeries.balance(export: export, import: euro)
        }
        let quarter = try onlySeries([
            try Sample.figure("q", "goods-import", "place/by", with: "place/kz", "2020-Q1", "1")
        ])
        #expect(throws: StatisticsError.lengthsDiffer(.year, .quarter)) {
            try ComputedSeries.turnover(export: export, import: quarter)
        }
        let elsewhere = try onlySeries([
            try Sample.figure("w", "goods-import", "place/by", with: "place/am", "2020", "1")
        ])
        #expect(throws: StatisticsError.keysDiffer(export.key, elsewhere.key)) {
            try ComputedSeries.turnover(export: export, import: elsewhere)
        }
    }

    @Test func shareIsRoundedOnce() throws {
        let part = try levels([("2020", "1", nil), ("2021", "2", "nearly")])
        let whole = try onlySeries([
            try Sample.figure("w", "goods-export", "place/by", "2020", "3"),
            try Sample.figure("v", "goods-export", "place/by", "2021", "3"),
        ])
        #expect(
            rows(try ComputedSeries.share(of: part, in: whole))
                == ["2020 33.3", "2021 66.7 nearly"])
        #expect(
            rows(
                try ComputedSeries.share(of: part, in: whole, rounding: Rounding(decimals: 4)))
                == ["2020 33.3333", "2021 66.6667 nearly"])
    }

    /// Regions inside a country that is there, unions beside their members, the total and plans
    /// beside outcomes are left out.
    @Test func sumsNeverMixPartsWithWholes() throws {
        let containment = Containment(
            wholes: [
                try Sample.id("place/ru/moscow"): try Sample.id("place/ru"),
                try Sample.id("place/uz/tashkent"): try Sample.id("place/uz"),
            ], memberships: [try Sample.id("place/ru"): [try Sample.id("org/eaeu")]])
        func figure(
            _ id: String, _ partner: String?, _ value: String, _ qualifier: String? = nil
        ) throws -> Figure {
            try Sample.figure(
                id, "goods-export", "place/by", with: partner, "2020", value, "USD", qualifier)
        }
        let all = [
            try figure("world", nil, "1000"), try figure("ru", "place/ru", "70"),
            try figure("moscow", "place/ru/moscow", "30"),
            try figure("tashkent", "place/uz/tashkent", "5", "over"),
            try figure("eaeu", "org/eaeu", "80"), try figure("kz", "place/kz", "20"),
            try figure("am", "place/am", "9", "planned"),
        ]
        let sum = try ComputedSeries.sum(of: SeriesSet(all).series, containment)
        #expect(rows(sum) == ["2020 95 over"])
        let point = try #require(sum.points.first)
        #expect(point.figures.map(\.id.text) == ["obs/kz", "obs/ru", "obs/tashkent"])
        #expect(
            point.leftOut.map(\.id.text) == ["obs/world", "obs/eaeu", "obs/am", "obs/moscow"])
        let ranking = try PartnerRanking(
            of: SeriesSet(all).series, at: try Sample.period("2020"), containment,
            total: ExactDecimal(1000))
        #expect(
            ranking.entries.map { "\($0.rank) \($0.counterpart) \($0.share?.description ?? "")" }
                == ["1 place/ru 7", "2 place/kz 2", "3 place/uz/tashkent 0.5"])
        #expect(throws: StatisticsError.nothingToAdd) {
            try ComputedSeries.sum(of: [], containment)
        }
    }

    @Test func equalPartnersShareARank() throws {
        let figures = try ["c", "a", "b", "d"].enumerated().map { number, name in
            try Sample.figure(
                name, "goods-export", "place/by", with: "place/\(name)", "2020",
                number == 3 ? "1" : "2")
        }
        let ranking = try PartnerRanking(
            of: SeriesSet(figures).series, at: try Sample.period("2020"), .none)
        #expect(
            ranking.entries.map { "\($0.rank) \($0.counterpart)" }
                == ["1 place/a", "1 place/b", "1 place/c", "4 place/d"])
        #expect(ranking.entries.first?.share == (try Sample.decimal("28.6")))
    }

    /// What has more digits than a figure may have becomes a gap, not a crash or a wrong number.
    @Test func whatDoesNotFitIsAGap() throws {
        let huge = "999999999999999999"
        let export = try levels([("2019", "0.000000000000000001", nil), ("2020", huge, nil)])
        let bought = try onlySeries([
            try Sample.figure("m", "goods-import", "place/by", with: "place/kz", "2020", huge)
        ])
        let turnover = try ComputedSeries.turnover(export: export, import: bought)
        #expect(turnover.points.isEmpty)
        #expect(turnover.gaps.map(\.reason) == [.missingOperand, .outOfRange])
        #expect(ComputedSeries.growth(of: export).gaps.map(\.reason).last == .outOfRange)
        #expect(
            throws: Never.self,
            performing: { try ComputedSeries.index(of: export, base: try Sample.period("2019")) })
    }
}

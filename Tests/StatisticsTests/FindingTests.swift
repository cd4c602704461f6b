import Records
import Statistics
import Testing

struct FindingTests {
    private func findings(
        _ figures: [Figure], _ containment: Containment = .none
    ) -> [String] {
        Examination(SeriesSet(figures), containment: containment, keepingAgreements: true)
            .findings.map {
                "\($0.grade.rawValue) \($0.comparison.rawValue) \($0.stated) \($0.expected)"
            }
    }

    private func trade(
        _ id: String, _ indicator: String, _ value: String, _ qualifier: String? = nil,
        _ period: String = "2021-Q1"
    ) throws -> Figure {
        try Sample.figure(
            id, indicator, "place/by", with: "place/uz", period, value, "USD", qualifier)
    }

    @Test(
        arguments: [
            ("16", nil, "agreement"), ("15.96", nil, "agreement"), ("20", "over", "contradiction"),
            ("10", "over", "agreement"), ("5", "over", "tension"), ("17", nil, "contradiction"),
            ("16.5", "about", "agreement"), ("17", "about", "tension"),
            ("17", "nearly", "agreement"), ("18", "nearly", "tension"),
        ] as [(String, String?, String)])
    func statedGrowthAgainstLevels(
        _ stated: String, _ qualifier: String?, _ grade: String
    ) throws {
        let growth = try Sample.figure(
            "g", "goods-export-growth", "place/by", with: "place/uz", "2020", stated, "%",
            qualifier)
        let figures = [
            growth, try trade("a", "goods-export", "289.9", nil, "2020"),
            try trade("b", "goods-export", "249.9", nil, "2019"),
        ]
        // 289.9 ± 0.05 on 249.9 ± 0.05 is a growth of 15.963…16.049 %.
        #expect(findings(figures) == ["\(grade) growth-from-levels \(stated) 16.006403"])
    }

    /// A growth may name its base; volume growth isn't checked with current prices; a currency
    /// in which it fits is enough; plans aren't checked with outcomes.
    @Test func growthIsOnlyCheckedWhereItCanBe() throws {
        let levels = [
            try trade("a", "goods-export", "300", nil, "2020"),
            try trade("b", "goods-export", "200", nil, "2016"),
            try trade("c", "industrial-output", "300", nil, "2020"),
            try trade("d", "industrial-output", "200", nil, "2019"),
        ]
        func growth(_ indicator: String, _ qualifier: String?, _ base: String?) throws -> Figure {
            try Sample.figure(
                "g", indicator, "place/by", with: "place/uz", "2020", "10", "%", qualifier,
                base: base)
        }
        #expect(
            findings(levels + [try growth("goods-export-growth", nil, "2016")])
                == ["contradiction growth-from-levels 10 50"])
        #expect(findings(levels + [try growth("goods-export-growth", nil, nil)]).isEmpty)
        #expect(findings(levels + [try growth("goods-export-growth", nil, "2016-Q1")]).isEmpty)
        #expect(findings(levels + [try growth("goods-export-growth", "planned", "2016")]).isEmpty)
        #expect(findings(levels + [try growth("industrial-output-growth", nil, nil)]).isEmpty)
        let euro = try [("e", "2020", "110"), ("f", "2016", "100")].map { id, period, value in
            try Sample.figure(
                id, "goods-export", "place/by", with: "place/uz", period, value, "EUR")
        }
        #expect(
            findings(levels + euro + [try growth("goods-export-growth", nil, "2016")])
                == ["agreement growth-from-levels 10 10"])
    }

    /// The trade with Uzbekistan of Documentation/statistics.md.
    @Test func twoOfTheFourGiveTheOthers() throws {
        let export = try trade("x", "goods-export", "58700000", "exact")
        let bought = try trade("m", "goods-import", "8800000")
        let turnover = try trade("t", "trade-turnover", "67500000", "exact")
        let balance = try trade("b", "trade-balance", "49800000", "exact")
        #expect(
            Set(findings([export, turnover, balance])) == [
                "agreement balance-from-export-and-turnover 49800000 49900000",
                "agreement flow-within-turnover 58700000 67500000",
            ])
        #expect(
            findings([bought, turnover, balance]).contains(
                "agreement balance-from-import-and-turnover 49800000 49900000"))
        #expect(
            Set(findings([export, bought, turnover, balance])) == [
                "agreement balance-from-export-and-import 49800000 49900000",
                "agreement turnover-from-export-and-import 67500000 67500000",
            ])
        let wrong = try trade("w", "trade-balance", "48800000")
        #expect(
            findings([export, bought, wrong])
                == ["contradiction balance-from-export-and-import 48800000 49900000"])
        #expect(
            findings([turnover, try trade("n", "trade-balance", "-71100000")])
                == ["contradiction balance-within-turnover 71100000 67500000"])
        #expect(
            findings([turnover, try trade("n", "trade-balance", "-70000000", "planned")]).isEmpty)
    }

    @Test(arguments: [
        ("1001", "agreement"), ("1091", "agreement"), ("1151", "tension"), ("951", "tension"),
        ("1301", "contradiction"), ("801", "contradiction"),
    ])
    func importsMirrorExports(_ bought: String, _ grade: String) throws {
        let figures = [
            try trade("x", "goods-export", "1001"),
            try Sample.figure(
                "m", "goods-import", "place/uz", with: "place/by", "2021-Q1", bought),
        ]
        #expect(
            findings(figures).map { $0.split(separator: " ").first.map(String.init) } == [grade])
    }

    /// Regions add to their country's figure at most; the nearest whole counts; organisations
    /// stand alone; all parts of a complete whole must make it.
    @Test func partsStayWithinTheirWhole() throws {
        let tree = [
            try Sample.id("place/by/a"): try Sample.id("place/by"),
            try Sample.id("place/by/b"): try Sample.id("place/by"),
            try Sample.id("place/by/a/c"): try Sample.id("place/by/a"),
            try Sample.id("org/d"): try Sample.id("place/by/a"),
        ]
        func figure(_ id: String, _ subject: String, _ value: String) throws -> Figure {
            try Sample.figure(id, "goods-export", subject, with: "place/uz", "2020", value)
        }
        let figures = [
            try figure("whole", "place/by", "100"), try figure("a", "place/by/a", "61"),
            try figure("b", "place/by/b", "57"), try figure("c", "place/by/a/c", "60"),
            try figure("d", "org/d", "62"),
        ]
        #expect(
            findings(figures, Containment(wholes: tree)) == [
                "contradiction subjects-within-whole 118 100",
                "contradiction subjects-within-whole 62 61",
                "agreement subjects-within-whole 60 61",
            ])
        let complete = Containment(wholes: tree, complete: [try Sample.id("place/by")])
        let short = [figures[0], figures[2], try figure("a", "place/by/a", "23")]
        #expect(findings(short, complete) == ["contradiction subjects-make-whole 80 100"])
        #expect(findings([short[0], short[1]], complete).count == 1)
    }

    /// The figures of a subject with its partners: with the world, with a union that overlaps
    /// with nothing else that is counted, with countries.
    @Test func partnersStayWithinTheWorld() throws {
        let containment = Containment(
            wholes: [:],
            memberships: [
                try Sample.id("place/uz"): [try Sample.id("org/cis")],
                try Sample.id("place/by"): [try Sample.id("org/cis")],
            ])
        func figure(_ id: String, _ partner: String?, _ value: String) throws -> Figure {
            try Sample.figure(id, "goods-export", "place/by", with: partner, "2020", value)
        }
        let figures = [
            try figure("world", nil, "10"), try figure("cis", "org/cis", "12"),
            try figure("uz", "place/uz", "13"), try figure("it", "place/it", "2"),
        ]
        #expect(
            findings(figures, containment) == [
                "contradiction partners-within-whole 15 10",
                "contradiction partners-within-whole 12 10",
                "contradiction partners-within-whole 13 12",
            ])
    }

    @Test func productsComponentsAndPeriodsAreParts() throws {
        func food(_ id: String, _ product: String?, _ value: String) throws -> Figure {
            try Sample.figure(
                id, "goods-export", "place/by", with: "place/kz", "2020", value, "USD",
                product: product)
        }
        #expect(
            findings([
                try food("a", "food", "301"),
                try food("b", "agricultural and food products", "289.9"),
            ]) == ["contradiction products-within-whole 301 289.9"])
        #expect(
            findings([try food("a", "cars", "300"), try food("b", nil, "400")])
                == ["agreement products-within-whole 300 400"])
        func capital(_ id: String, _ indicator: String, _ value: String) throws -> Figure {
            try Sample.figure(
                id, indicator, "place/by", with: "place/kz", "2021", value, "companies")
        }
        #expect(
            findings([
                try capital("a", "companies-with-capital-of", "54"),
                try capital("b", "foreign-companies-with-capital-of", "36"),
                try capital("c", "joint-ventures-with-capital-of", "13"),
            ]) == ["contradiction components-make-whole 54 49"])
        #expect(
            findings([
                try capital("a", "companies-with-capital-of", "30"),
                try capital("b", "foreign-companies-with-capital-of", "36"),
            ]) == ["contradiction components-within-whole 36 30"])
        let quarters = try (1...4).map { number in
            try trade("q\(number)", "goods-export", "10\(number)", nil, "2020-Q\(number)")
        }
        let year = try trade("y", "goods-export", "400", nil, "2020")
        #expect(findings(quarters + [year]) == ["agreement periods-make-whole 410 400"])
        let nine = try trade("n", "goods-export", "321", nil, "2020-01/2020-09")
        #expect(
            Set(findings(quarters + [nine])) == ["contradiction periods-make-whole 306 321"])
        #expect(
            findings([nine, try trade("y", "goods-export", "31", nil, "2020")])
                == ["contradiction periods-within-whole 321 31"])
    }

    @Test func sharesFitLevelsAndAHundred() throws {
        func share(_ id: String, _ part: String, _ value: String) throws -> Figure {
            try Sample.figure(id, "goods-export-share", part, with: "place/by", "2020", value, "%")
        }
        let levels = [
            try Sample.figure("p", "goods-export", "place/by/a", "2020", "30"),
            try Sample.figure("w", "goods-export", "place/by", "2020", "120"),
        ]
        #expect(
            findings(levels + [try share("s", "place/by/a", "31")]) == [
                "contradiction share-from-levels 31 25",
                "agreement share-within-hundred 31 100",
            ])
        #expect(
            findings([try share("s", "place/by/a", "60"), try share("t", "place/by/b", "55")])
                .first == "contradiction shares-within-hundred 115 100")
        #expect(
            findings([try share("s", "place/by/a", "101")])
                == ["contradiction share-within-hundred 101 100"])
    }

    @Test func twoStatementsOfAFigureAreCompared() throws {
        #expect(
            findings([
                try trade("a", "goods-export", "60", "over"),
                try trade("b", "goods-export", "62", "nearly"),
            ])
                == ["agreement same-figure 60 62"]
        )
        #expect(
            findings([try trade("a", "residents", "35"), try trade("b", "residents", "36")])
                == ["contradiction same-figure 36 35"])
        #expect(
            findings([
                try trade("a", "residents", "35"), try trade("b", "residents", "36", "planned"),
            ])
            .isEmpty)
    }

    @Test func aFindingSaysWhatItRestsOn() throws {
        let examination = Examination(
            SeriesSet([
                try trade("x", "goods-export", "58700000"),
                try trade("m", "goods-import", "8800000"),
                try trade("b", "trade-balance", "48800000"),
            ]))
        let finding = try #require(examination.findings.first)
        #expect(
            finding.evidence.map { "\($0.role.rawValue) \($0.figure.id)" } == [
                "stated obs/b", "export obs/x", "import obs/m",
            ])
        #expect(finding.difference == (try Sample.decimal("-1100000")))
        #expect(finding.relative == (try Sample.decimal("-2.2")))
        #expect(finding.expectedRange.lower == (try Sample.decimal("49800000")))
        #expect(finding.expectedRange.upper == (try Sample.decimal("50000000")))
        #expect(finding.score == 22)
        #expect(finding.subject?.text == "place/by")
        #expect(examination[id: finding.id] == finding)
        #expect(examination[id: "balance-0"] == nil)
        let partner = try Sample.id("place/uz")
        #expect(examination.matching(kinds: [.balance], subject: partner).count == 1)
        #expect(examination.matching(kinds: [.mirror]).isEmpty)
        #expect(examination.matching(subject: try Sample.id("place/kz")).isEmpty)
        #expect(
            examination.matching(figure: try Sample.id("obs/m"), grade: .contradiction).count == 1)
        #expect(
            examination.tallies.filter { $0.compared > 0 }.map {
                "\($0.kind.rawValue) \($0.compared) \($0.agreed)"
            } == ["balance 1 0"])
    }

    /// Numbers at the ends of what a figure can be neither stop the examination nor are they
    /// compared wrongly.
    @Test func numbersAtTheEndsAreNoTrouble() throws {
        let huge = "999999999999999999"
        let tiny = "0.000000000000000001"
        for values in [
            [huge, tiny, huge, tiny], [tiny, huge, huge, "-" + huge], ["0", "0", "0", "0"],
        ] {
            let figures = try zip(
                ["goods-export", "goods-import", "trade-turnover", "trade-balance"], values
            ).flatMap { indicator, value in
                [
                    try trade(indicator, indicator, value, nil, "2020"),
                    try trade(indicator + "-before", indicator, tiny, "over", "2019"),
                    try Sample.figure(
                        indicator + "-growth", indicator + "-growth", "place/by", with: "place/uz",
                        "2020", value, "%"),
                ]
            }
            let examination = Examination(SeriesSet(figures), keepingAgreements: true)
            #expect(examination.tallies.map { $0.compared + $0.incomparable }.reduce(0, +) > 0)
        }
    }
}

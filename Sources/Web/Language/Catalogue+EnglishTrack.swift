import Statistics

extension English {
    static func phrase(_ phrase: TrackPhrase) -> String {
        switch phrase {
        case .navLabel: "Ways to look at figures"
        case .navTable: "Table"
        case .navTrack: "Track"
        case .navCompare: "Compare"
        case .navFindings: "Findings"

        case .noPartner: "no partner named"
        case .noProduct: "in all"
        case .indicatorCount(let count): counted(count, "indicator", "indicators")
        case .partnerCount(let count): counted(count, "partner", "partners")
        case .subjectCount(let count): counted(count, "subject", "subjects")
        case .growthOf(let name): name + ", growth on the year before"
        case .shareOf(let name): name + ", share of the total"
        case .indexOf(let name): name + ", index"
        case .sumOf(let name): name + ", sum over partners"
        case .computedMark: "computed"
        case .indexUnit: "base = 100"
        case .figureCount(let count): counted(count, "figure", "figures")
        case .largest(let name, let value, let period): "the largest: \(name), \(value) (\(period))"
        case .lengthsDiffer:
            "Periods of different length stand here side by side; they are never joined and can't "
                + "be compared with each other."
        case .outlooks: "Hollow and dashed: planned or forecast, not yet reached."
        case .notAdded(let count):
            counted(count, "figure", "figures") + " left out of sums, being part of others."
        case .cut(let count):
            "Only \(numbers.grouped(String(count))) figures were read; narrow the choice to see all."
        case .drawnOf(let drawn, let all):
            "\(drawn) of \(all) series are drawn, those with most figures."
        case .stackNote:
            "A stack adds what is on record; partners or products not on record are not in it."
        case .totalsLeftOut(let count, let names):
            "Totals and what they are made of are not drawn together; left out (\(count)): \(names)."
        case .rest(let count): "others (\(count))"
        case .restTogether(let count):
            "The \(count) series with the smallest figures stand together as “others”; the file of "
                + "the drawing has each of them."
        case .formulaSigns(let formula): signs(of: formula)
        case .severalBases:
            "x(t): the figure of a period; x(t₀): that of the base period, which is not the same "
                + "everywhere: each mark and each row of the file names it."
        case .otherPeriods(let count):
            counted(count, "series has", "series have") + " figures for other periods only."
        case .leftOut(let count, let names):
            "Left out, being part of or overlapping with others (\(count)): \(names)."
        case .form(let form): self.form(form)
        case .reckoning(let reckoning): self.reckoning(reckoning)
        case .obstacle(let obstacle): self.obstacle(obstacle)

        case .trackTitle: "Track"
        case .trackHelp:
            "Choose indicators, whose they are and with whom; the address holds the choice. Every "
                + "mark leads to its figure, and that to its source."
        case .show: "Show"
        case .addTo(let field): "Add: " + field.lowercased()
        case .startAgain: "Start again with a suggestion"
        case .emptyTitle: "No figure fits this choice"
        case .emptyWhy: "Each choice narrows the figures. Take one back, or widen the time."
        case .waysLabel: "Ways to see these figures"
        case .computeLabel: "Figures"
        case .drawingLabel: "Drawing"
        case .unitLabel: "Unit"
        case .baseLabel: "Base period (= 100)"
        case .periodLabel: "Period shown"
        case .notAvailable(let names): "Not available for these figures: \(names)"
        case .drawnOtherwise(let asked, let why, let drawn):
            "“\(asked)” is not available: \(why). Drawn instead: \(drawn.lowercased())."
        case .figuresUsed: "Figures used"
        case .figuresUsedHelp:
            "The figures of this choice, each with its source; the drawing may show a part of them."
        case .figuresComputedHelp:
            "What the computed values above rest on, each with its source."
        case .allInTable: "Open in the table of figures"
        case .drawingAlone: "The drawing alone"
        case .suggestions: "Worth a look"
        default: findings(phrase)
        }
    }

    private static func signs(of formula: Formula) -> String {
        switch formula {
        case .growth: "x(t): the figure of a period; t − 1 y: the same period a year before."
        case .index(let base): "x(t): the figure of a period; x(\(base)): that of the base period."
        case .balance, .turnover: "x(t): exports of a period; m(t): imports of the same period."
        case .share:
            "x(t): the part in a period; w(t): the whole, all partners or all products together."
        case .sum: "x(i, t): the figure with a partner i in a period t."
        }
    }

    private static func form(_ form: SeriesForm) -> String {
        switch form {
        case .lines: "Lines"
        case .bars: "Bars"
        case .stacked: "Stacked bars"
        case .multiples: "Small multiples"
        case .ranking: "Ranking"
        case .slope: "Slope"
        case .matrix: "Matrix"
        case .treemap: "Treemap"
        }
    }

    private static func reckoning(_ reckoning: Reckoning) -> String {
        switch reckoning {
        case .stated: "As stated"
        case .growth: "Growth"
        case .balance: "Balance"
        case .share: "Share of total"
        case .index: "Index"
        case .sum: "Sum over partners"
        }
    }

    private static func obstacle(_ obstacle: SeriesObstacle) -> String {
        switch obstacle {
        case .noFigures: "there are no figures for this choice"
        case .oneSeries: "it needs at least two series with figures for the same period"
        case .onePeriod: "it needs figures for at least two periods of the same length"
        case .notAdditive:
            "it needs amounts of one indicator; rates, balances and ranks don't add up"
        case .overlapping:
            "the figures of a period are parts of each other or overlap, and must not be added"
        case .noMatrix: "it needs at least two subjects and two counterparts in one period"
        case .negative: "an area can't show figures below zero"
        case .noGrowth: "it needs an amount for the same period of two years running"
        case .noBalance: "it needs exports and imports of the same partner and period"
        case .noShare: "it needs the total of all partners or products for the same period"
        case .noIndex: "it needs an amount above zero in the base period, and another period"
        case .noSum: "it needs amounts for at least two partners"
        }
    }
}

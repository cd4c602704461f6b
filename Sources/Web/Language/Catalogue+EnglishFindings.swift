import Statistics

extension English {
    /// The texts of comparisons and of findings.
    static func findings(_ phrase: TrackPhrase) -> String {
        switch phrase {
        case .compareTitle: "Compare"
        case .compareHelp:
            "Two to six places, zones or organisations side by side: what is on record about each, "
                + "and the figures that they share."
        case .compareAdd: "Add to the comparison"
        case .compareButton: "Compare"
        case .suggestionsSoon:
            "Suggestions are being gathered from all figures; look again in a moment."
        case .compareOneMore: "Choose at least one more to compare with."
        case .compareKinds: "should be the id of a place or an organisation"
        case .noRecord(let id): "there is no record \(id)"
        case .beside: "Compared"
        case .onRecord: "On record"
        case .onRecordHelp:
            "How many records speak of each or lie inside it. A smaller number may mean that less "
                + "has been collected."
        case .liesIn: "Lies in"
        case .recordPage: "Record"
        case .open: "Open"
        case .compareNothing: "No indicator is on record for two of them"
        case .compareNothingWhy:
            "Figures are compared only where indicator, partner, product and unit are the same."
        case .commonFigures: "Shared indicators"
        case .commonFiguresHelp: "Each drawing has one scale for all."
        case .compareTable: "Newest figures side by side"
        case .compareTableHelp: "Periods may differ; each figure says its own. A dot is a gap."

        case .findingsTitle: "Findings"
        case .findingsAbout(let name): "Findings about " + name
        case .findingsHelp:
            "Figures set against each other: growth against levels, parts against wholes, one "
                + "partner's report against the other's. A finding says that two statements can't "
                + "both be meant as written; it doesn't say which is wrong."
        case .findingsBeingMade: "The comparisons are being computed"
        case .findingsBeingMadeWhy:
            "The register has changed; all its figures are being compared anew. That takes seconds."
        case .reload: "Look again"
        case .findingsTooMany: "Choose whose figures to compare"
        case .findingsTooManyWhy(let count, let most):
            "The register has \(numbers.grouped(String(count))) figures; over "
                + "\(numbers.grouped(String(most))) they are compared for one record at a time: add "
                + "?subject= with a record's id."
        case .findingsPart(let count):
            "Only the \(numbers.grouped(String(count))) figures that speak of this record were compared."
        case .findingsNone: "Nothing disagrees here"
        case .findingsNoneWhy: "All figures that could be compared fit each other."
        case .findingCount(let count): counted(count, "finding", "findings")
        case .findingOrder: "contradictions first, the larger differences first"
        case .tallies: "What was compared"
        case .check: "Check"
        case .compared: "Compared"
        case .agree: "Agree"
        case .disagree: "Disagree"
        case .grade: "How they stand"
        case .findingKind(let kind): findingKind(kind)
        case .findingGrade(let grade):
            switch grade {
            case .contradiction: "Contradiction"
            case .tension: "Tension"
            case .agreement: "Agreement"
            }
        case .gradeMeaning(let grade):
            switch grade {
            case .contradiction:
                "A contradiction: no reading of “about”, “over” and of rounding fits both numbers."
            case .tension:
                "A tension: both fit only when “about” or “over” is read more widely than usual."
            case .agreement: "They agree within the rounding of the sources."
            }
        case .finding(let comparison, let stated, let expected):
            sentence(comparison, stated, expected)
        case .differenceIs(let text): "difference: " + text
        case .statedLabel: "In question"
        case .expectedLabel: "The others give"
        case .expectedAtMostLabel: "At most"
        case .differenceLabel: "Difference"
        case .mayMean(let range): "may mean " + range
        case .between(let low, let high): "\(low) to \(high)"
        case .atLeast(let low): "\(low) or more"
        case .atMost(let high): "\(high) or less"
        case .anything: "anything"
        case .evidence: "The figures compared"
        case .roleLabel: "Its part"
        case .role(let role): self.role(role)
        case .seeDrawn: "See these figures drawn"
        default: ""
        }
    }

    private static func findingKind(_ kind: Finding.Kind) -> String {
        switch kind {
        case .growth: "Growth and levels"
        case .balance: "Balance"
        case .turnover: "Turnover"
        case .mirror: "Both partners' reports"
        case .parts: "Parts and whole"
        case .share: "Shares"
        case .sources: "Two sources"
        }
    }

    private static func role(_ role: Finding.Evidence.Role) -> String {
        switch role {
        case .stated: "in question"
        case .level: "level"
        case .base: "level at the beginning"
        case .export: "exports"
        case .import: "imports"
        case .turnover: "turnover"
        case .balance: "balance"
        case .part: "part"
        case .whole: "whole"
        case .mirror: "the partner's report"
        case .preferred: "other statement"
        }
    }

    private static func sentence(
        _ comparison: Finding.Comparison, _ stated: String, _ expected: String
    ) -> String {
        switch comparison {
        case .growthFromLevels: "A growth of \(stated) is stated; the levels give \(expected)."
        case .balanceFromFlows:
            "A balance of \(stated) is stated; exports less imports give \(expected)."
        case .balanceFromExport:
            "A balance of \(stated) is stated; exports and turnover give \(expected)."
        case .balanceFromImport:
            "A balance of \(stated) is stated; imports and turnover give \(expected)."
        case .balanceWithinTurnover:
            "A balance of \(stated) is stated, more than the whole turnover of \(expected)."
        case .turnoverFromFlows:
            "A turnover of \(stated) is stated; exports and imports together give \(expected)."
        case .flowWithinTurnover:
            "\(stated) is stated, more than the whole turnover of \(expected)."
        case .importMirrorsExport:
            "Imports of \(stated) are stated; the partner states exports of \(expected)."
        case .turnoverMirrors:
            "A turnover of \(stated) is stated; the partner states \(expected)."
        case .partnersWithinWhole:
            "The partners together make \(stated), more than the whole, \(expected)."
        case .partnersMakeWhole:
            "The partners together make \(stated); the whole is stated as \(expected)."
        case .subjectsWithinWhole:
            "The regions together make \(stated), more than the whole, \(expected)."
        case .subjectsMakeWhole:
            "The regions together make \(stated); the whole is stated as \(expected)."
        case .productsWithinWhole:
            "A part is stated as \(stated), more than the whole, \(expected)."
        case .componentsWithinWhole:
            "A part is stated as \(stated), more than the whole, \(expected)."
        case .componentsMakeWhole:
            "The whole is stated as \(stated); its parts together make \(expected)."
        case .periodsWithinWhole:
            "The shorter periods together make \(stated), more than the longer one, \(expected)."
        case .periodsMakeWhole:
            "The shorter periods together make \(stated); the longer one is stated as \(expected)."
        case .shareFromLevels: "A share of \(stated) is stated; the levels give \(expected)."
        case .shareWithinHundred: "A share of \(stated) is stated, more than \(expected)."
        case .sharesWithinHundred: "The shares together make \(stated), more than \(expected)."
        case .sameFigure: "One source states \(stated), another \(expected)."
        }
    }
}

import Statistics

/// A text of the explorer of indicators, of comparisons and of findings.
enum TrackPhrase: Sendable {
    // MARK: Ways to look at figures
    case navLabel, navTable, navTrack, navCompare, navFindings

    // MARK: Drawings over figures
    case noPartner, noProduct, indicatorCount(Int), partnerCount(Int), subjectCount(Int)
    case growthOf(String), shareOf(String), indexOf(String), sumOf(String)
    case computedMark, indexUnit, figureCount(Int)
    case largest(name: String, value: String, period: String)
    case lengthsDiffer, outlooks, notAdded(Int), cut(Int), drawnOf(Int, Int), stackNote
    case totalsLeftOut(Int, String), rest(Int), restTogether(Int)
    /// What the signs of a formula mean; of indices with bases of their own.
    case formulaSigns(Formula), severalBases
    case otherPeriods(Int), leftOut(Int, String)
    case form(SeriesForm), reckoning(Reckoning), obstacle(SeriesObstacle)

    // MARK: Explorer
    case trackTitle, trackHelp, show, addTo(String), startAgain, emptyTitle, emptyWhy
    case waysLabel, computeLabel, drawingLabel, unitLabel, baseLabel, periodLabel
    case notAvailable(String), drawnOtherwise(asked: String, why: String, drawn: String)
    case figuresUsed, figuresUsedHelp, figuresComputedHelp, allInTable, drawingAlone, suggestions

    // MARK: Comparison
    case compareTitle, compareHelp, compareAdd, compareButton, compareOneMore, compareKinds
    case suggestionsSoon
    case noRecord(String), beside, onRecord, onRecordHelp, liesIn, recordPage, open
    case compareNothing, compareNothingWhy, commonFigures, commonFiguresHelp
    case compareTable, compareTableHelp

    // MARK: Findings
    case findingsTitle, findingsAbout(String), findingsHelp, findingsBeingMade
    case findingsBeingMadeWhy, reload, findingsTooMany, findingsTooManyWhy(Int, Int)
    case findingsPart(Int), findingsNone, findingsNoneWhy, findingCount(Int), findingOrder
    case tallies, check, compared, agree, disagree, grade
    case findingKind(Finding.Kind), findingGrade(Finding.Grade), gradeMeaning(Finding.Grade)
    /// What was compared, with the number in question and the one that the others give.
    case finding(Finding.Comparison, String, String)
    case differenceIs(String), statedLabel, expectedLabel, expectedAtMostLabel, differenceLabel
    case mayMean(String), between(String, String), atLeast(String), atMost(String), anything
    case evidence, roleLabel, role(Finding.Evidence.Role), seeDrawn
}

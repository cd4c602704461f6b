/// A text of the pages of single records and of their history.
enum RecordPhrase: Sendable {
    // MARK: Sections
    case sharedFigures, parkProjects, signedAlongside, samePlan, sameAgreement
    case otherFigures, amongParties
    case counterOffers, counterOffersHelp, otherOffers, colleagues, series, facts, footnotes

    // MARK: Facts
    case growth, exactly, stillToCollect

    // MARK: History
    case unchanged(Int), firstEntered
}

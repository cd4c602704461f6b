/// A text of the lists and tables, their filters and orders, and of what is wrong with an address.
enum ListPhrase: Sendable {
    // MARK: Addresses
    case parameterDate, parameterID, parameterYear, parameterPage
    case parameterBetween(Int, Int)
    case parameterTooLong(Int), parameterTooMany(Int), parameterChoice(String)
    case nearest, addressAsked

    // MARK: Lists
    case entry(Int), chosenFilters, sortRank, sortNameDescending, sortDateOldest, choice(
        String, Int)
    case searchRelaxed, searchWithin, searchEverywhere, emptyListWhyShort
    case pageBeyondEnd(Int), pagesInAll(Int), more(Int), until(String)

    // MARK: Home
    case homeTotal(Int), homeWays, homeFiguresHelp, homeFiguresMore, homeSourcesMore

    // MARK: Zones
    case zonesCount(Int), zonesFigures, zonesProfile, zonesKnown, zonesKnownHelp, partOnly
    case zonesEmptyTitle, zonesEmptyWhy, zonesTruncated(Int)

    // MARK: Figures
    case figuresFound(Int), sortIndicator, sortPeriod, sortValue, sortSubject, periodHint
    case columnWith

    // MARK: Sources
    case sourceDocuments, footnotes(Int), columnNumber, columnFacts, sourcesAsList
}

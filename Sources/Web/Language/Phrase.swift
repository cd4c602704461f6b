/// A text that may stand on any page: navigation, lists, facts. Each catalogue answers every one of them; one that is missing doesn't
/// compile.
enum Phrase: Sendable {
    // MARK: Around every page
    case skipToContent, homeLabel, mainNavigation, languageSwitch
    case navRegister, navMarket, navZones, navFigures, navMap, navNetwork, navCalendar, navSources, navAPI
    case searchLabel, searchPlaceholder, searchPlaceholderLong, searchButton
    case footPromise, softwareLicence, apiHint, dataVersion(String)
    case download, whereYouAre, onThisPage

    // MARK: Lists
    case filters, clearFilters, moreChoices(Int), takeBackFilter
    case pages, firstPage, previousPage, nextPage, range(from: String, to: String, of: String)
    case sortBy, sortRelevance, sortName, sortDate
    case facetKind, facetType, facetCountry, facetRegion, facetYear, facetTopic, facetStatus
    case all, apply, showAll(Int), recordsFound(Int)
    case emptyListTitle, emptyListWhy, emptyListWay

    // MARK: Facts
    case sources, moreSources(Int), originalOf(String), line(String), lines(String), note(String)
    case noDate, notRecorded, and, others(Int), otherNames, onRecord, revision(Int), asJSON
}

/// A text of one page or one sort of pages.
enum PagePhrase: Sendable {
    // MARK: Home
    case homeTitle, homeLead, homeCounts, homeAgreements, homeEvents, homeFigures, homeZones

    // MARK: Search
    case searchTitle, searchTitleFor(String), searchHelp, searchCorrected(String, String)
    case searchEmptyTitle(String), searchEmptyWhy, searchWayShorter, searchWayFilters,
        searchWayBrowse
    case searchNothingAsked

    // MARK: Browse
    case browseTitle, browseHelp, insidePlace(String)

    // MARK: Sections of record pages
    case sectionProfile, sectionKeyFigures, sectionInside, sectionOrganisations, sectionZones
    case sectionAgreements, sectionAgreementsByPartner, sectionEvents, sectionProjects
    case sectionOffers, sectionOffersMade, sectionOffersReceived, sectionFigures, sectionPeople
    case sectionMeasures, sectionParties, sectionImplements, sectionImplementedBy, sectionSignedAt
    case sectionSignedHere, sectionEditions, sectionSections, sectionParticipants
    case sectionResidents, sectionInvestment, sectionExports, sectionJobs, sectionSites
    case sectionTies, sectionMembers, sectionMentions, withoutPartner

    // MARK: Zones
    case zonesTitle, zonesHelp, zonesGapHelp, completeness(Int, of: Int), columnName, columnPlace
    case columnManagedBy, columnSpecialisations, columnArea, columnResidents, columnForeignResidents
    case columnInvestment, columnExports, columnJobs, columnProjects, columnCompleteness

    // MARK: Figures
    case figuresTitle, figuresHelp, figuresEmptyTitle, figuresEmptyWhy, columnFigure, columnSource
    case periodFrom, periodTo, comparedWith(String)

    // MARK: Sources
    case sourcesTitle, sourcesHelp, factsResting(Int), originalDocument, noOriginal, citedIn

    // MARK: History
    case historyTitle, historyOf(String), historyHelp, added, removed, created, unchangedSince(
        String)
    case currentRevision, olderRevision(Int)

    // MARK: Errors
    case error400, error400Why, error404, error404Why, error404Record(String), error405, error405Why
    case error413, error413Why, error414, error414Why, error429, error429Why
    case error500, error500Why, error503, error503Why
    case wayHome, waySearch, wayBack, parameterWrong(name: String, why: String)

    // MARK: API
    case apiTitle, apiLead, apiDescription, apiReconcile, apiExamples, apiEveryPage
}

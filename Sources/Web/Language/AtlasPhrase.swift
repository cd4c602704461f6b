import Register

/// A text of the map and the network.
enum AtlasPhrase: Sendable {
    // MARK: Titles
    case mapHelp, networkHelp, allRecords
    /// What is counted, in the plural.
    case recordsBy(String, PartnerLevel), flowsOf(String, PartnerLevel)
    /// An indicator and its period.
    case indicatorBy(String, String), indicatorFlows(String, String)
    /// What ties, in the plural.
    case networkOf(String), networkAround(String, String)

    // MARK: Choices
    case modeTitle, modePlaces, modeFlows, measure, measureRecords, measureTies
    case level, levelName(PartnerLevel), leastTies, whichPartners, tiedBy, around, wholeNetwork,
        steps(Int)

    // MARK: In words
    case mapSummary(String, Int, String), figuresSummary(Int, String), flowsSummary(Int, String)
    case networkSummary(Int, Int, String, String), networkHow
    case networkAroundSummary(Int, String), networkAroundHow
    case partners(Int)

    // MARK: Remarks
    case extent, coreMap, wholeMap, outside(Int)
    case placesLeftOut(Int, of: Int), placesWithoutPoint(Int), recordsNowhere(Int), placeMeansItself
    case tiesLeftOut(Int, of: Int), partnersLeftOut(Int, of: Int), crowded(Int)
    case otherUnits(String), figuresLeftOut(Int), figuresDrawn(Int, of: Int)
    case statementsLeftOut(Int), notForFigures, listedOf(Int, Int)

    // MARK: Tables
    case onTheMap, mostConnected, withWhom
    case columnRecords, columnPartner, columnPartners, columnTies, columnBetween, columnRank
    case columnFrom, columnTo, columnShared, columnAround

    // MARK: In the drawing
    case north, south, east, west, kilometres, placeGroup(PlaceGroup), otherCountries

    // MARK: Nothing here
    case emptyMapWhy, emptyFiguresWhy, emptyNetworkWhy, unknownPartner
}

import Register

extension English {
    static func phrase(_ phrase: AtlasPhrase) -> String {
        switch phrase {
        case .mapHelp:
            "Where the partners are and what there is between them. Each place and each line leads "
                + "to its records."
        case .networkHelp:
            "Two partners are tied by every record that names both. Look at the whole, or choose "
                + "one partner and see who stands around it."
        case .allRecords: "Records"
        case .recordsBy(let what, let level): "\(what) by \(unit(level))"
        case .flowsOf(let what, let level): "\(what) between \(units(level))"
        case .indicatorBy(let indicator, let period): joined(indicator, period)
        case .indicatorFlows(let indicator, let period):
            joined("\(indicator) between partners", period)
        case .networkOf(let ties): "Who works with whom: \(lowered(ties))"
        case .networkAround(let name, let ties): "Partners of \(name): \(lowered(ties))"

        case .modeTitle: "Show"
        case .modePlaces: "Places"
        case .modeFlows: "Flows between places"
        case .measure: "By"
        case .measureRecords: "number of records"
        case .measureTies: "number of shared records"
        case .level: "Level"
        case .levelName(.party): "as named"
        case .levelName(.place): "places"
        case .levelName(.region): "regions"
        case .levelName(.country): "countries"
        case .leastTies: "At least so many ties"
        case .whichPartners: "Partners"
        case .tiedBy: "Tied by"
        case .around: "Around"
        case .wholeNetwork: "the whole network"
        case .steps(let count): counted(count, "step", "steps")

        case .mapSummary(let records, let places, let largest):
            "\(records) at \(counted(places, "place", "places")); most at \(largest)."
        case .figuresSummary(let places, let largest):
            "Figures of \(counted(places, "place", "places")); largest: \(largest)."
        case .flowsSummary(let ties, let heaviest):
            "\(counted(ties, "tie", "ties")); the heaviest: \(heaviest)."
        case .networkSummary(let partners, let ties, let records, let heaviest):
            "\(counted(partners, "partner", "partners")) with \(counted(ties, "tie", "ties")) from "
                + "\(records); most ties: \(heaviest)."
        case .networkAroundSummary(let partners, let heaviest):
            counted(partners, "partner", "partners") + "; most shared: \(heaviest)."
        case .networkAroundHow:
            "The rings are steps from the middle: who stands on the first shares a record with it. "
                + "Circles are places, squares organisations, diamonds people."
        case .networkHow:
            "Partners that share more stand nearer to each other; where they stand on the paper "
                + "means nothing else. Circles are places, squares organisations, diamonds people."
        case .partners(let count): counted(count, "partner", "partners")

        case .extent: "Extent"
        case .coreMap: "where nearly everything is"
        case .wholeMap: "everything"
        case .outside(let count):
            "\(counted(count, "place farther away is", "places farther away are")) outside the picture, with at "
                + "most 4% of the records; the table has all."
        case .placesLeftOut(let shown, let all):
            "The \(grouped(shown)) places with most are drawn, of \(grouped(all))."
        case .placesWithoutPoint(let count):
            "\(counted(count, "place has", "places have")) no coordinates and can’t be drawn."
        case .recordsNowhere(let count):
            "\(counted(count, "record names", "records name")) no place."
        case .placeMeansItself:
            "A circle counts what is at the place itself; what is in a city of a region counts for "
                + "the city. Choose regions or countries to add them up."
        case .tiesLeftOut(let shown, let all):
            "The \(grouped(shown)) heaviest ties are drawn, of \(grouped(all))."
        case .partnersLeftOut(let shown, let all):
            "The \(grouped(shown)) partners with most ties are drawn, of \(grouped(all))."
        case .crowded(let count):
            "\(counted(count, "record names", "records name")) more than 40 partners and tie none."
        case .otherUnits(let units): "Figures in another unit are left out: \(units)."
        case .figuresLeftOut(let count):
            "\(counted(count, "figure is", "figures are")) not drawn, having no place on the map at "
                + "one end."
        case .figuresDrawn(let shown, let all):
            "The \(grouped(shown)) largest figures are drawn, of \(grouped(all))."
        case .statementsLeftOut(let count):
            "\(counted(count, "figure is", "figures are")) not drawn, stating otherwise what is "
                + "drawn: an outcome goes before a plan or a forecast, an exact number before a "
                + "rounded one."
        case .notForFigures:
            "says which records are counted and can’t narrow figures; leave it or the indicator out"
        case .listedOf(let shown, let all):
            "The first \(grouped(shown)) of \(grouped(all)); all are in the table of the drawing "
                + "and in its files."

        case .onTheMap: "On the map"
        case .mostConnected: "Most ties"
        case .withWhom: "With whom"
        case .columnRecords: "Records"
        case .columnPartner: "Partner"
        case .columnPartners: "Partners"
        case .columnTies: "Ties"
        case .columnBetween: "Betweenness"
        case .columnRank: "PageRank"
        case .columnFrom: "From"
        case .columnTo: "To"
        case .columnShared: "Shared records"
        case .columnAround: "Around it"

        case .north: "N"
        case .south: "S"
        case .east: "E"
        case .west: "W"
        case .kilometres: "km"
        case .placeGroup(.country): "countries"
        case .placeGroup(.region): "regions"
        case .placeGroup(.smaller): "cities, districts and zones"
        case .otherCountries: "others"

        case .emptyMapWhy: "No record under these filters is at a place with coordinates."
        case .emptyFiguresWhy:
            "There are no figures of this indicator for this period, or nobody in them has a place."
        case .emptyNetworkWhy: "No record under these filters names two partners."
        case .unknownPartner: "there is no such record"
        }
    }

    private static func unit(_ level: PartnerLevel) -> String {
        switch level {
        case .party, .place: "place"
        case .region: "region"
        case .country: "country"
        }
    }

    private static func units(_ level: PartnerLevel) -> String {
        switch level {
        case .party, .place: "places"
        case .region: "regions"
        case .country: "countries"
        }
    }

    private static func joined(_ text: String, _ period: String) -> String {
        period.isEmpty ? text : text + ", " + period
    }

    private static func lowered(_ text: String) -> String { text.lowercased() }

    private static func grouped(_ number: Int) -> String { numbers.grouped(String(number)) }
}

extension English {
    static func phrase(_ phrase: Phrase) -> String {
        switch phrase {
        case .skipToContent: "Skip to the content"
        case .homeLabel: "Fondaco, home page"
        case .mainNavigation: "Main navigation"
        case .languageSwitch: "Language"
        case .navRegister: "Register"
        case .navMarket: "Exchange"
        case .navZones: "Zones"
        case .navFigures: "Figures"
        case .navMap: "Map"
        case .navNetwork: "Network"
        case .navCalendar: "Calendar"
        case .navSources: "Sources"
        case .navAPI: "API"
        case .searchLabel: "Search the register"
        case .searchPlaceholder: "Search"
        case .searchPlaceholderLong: "A region, an enterprise, an agreement, in any spelling"
        case .searchButton: "Search"
        case .footPromise:
            "Every fact here has its source. The register states who claims what, and when."
        case .softwareLicence: "Fondaco is free software under the Apache License 2.0."
        case .apiHint: "Everything shown here can be had as data."
        case .dataVersion(let version): "State of the data: \(version)"
        case .download: "Download"
        case .whereYouAre: "Where you are"
        case .onThisPage: "On this page"

        case .filters: "Filters"
        case .clearFilters: "Clear all filters"
        case .moreChoices(let count): "\(count) more"
        case .takeBackFilter: " (chosen; remove this filter)"
        case .pages: "Pages"
        case .firstPage: "First"
        case .previousPage: "Previous"
        case .nextPage: "Next"
        case .range(let from, let to, let total): "\(from)–\(to) of \(total)"
        case .sortBy: "Sort by"
        case .sortRelevance: "relevance"
        case .sortName: "name"
        case .sortDate: "date, newest first"
        case .facetKind: "Kind"
        case .facetType: "Type"
        case .facetCountry: "Country"
        case .facetRegion: "Region"
        case .facetYear: "Year"
        case .facetTopic: "Sector or area"
        case .facetStatus: "Status"
        case .all: "All"
        case .apply: "Show"
        case .showAll(let count): "Show all \(numbers.grouped(String(count)))"
        case .recordsFound(let count): counted(count, "record", "records")
        case .emptyListTitle: "Nothing matches these filters"
        case .emptyListWhy: "Each filter narrows the list; together they leave no record."
        case .emptyListWay: "Remove a filter"

        case .sources: "Sources"
        case .moreSources(let count): counted(count, "more source", "more sources")
        case .originalOf(let source): "Original document: \(source)"
        case .line(let line): "line \(line)"
        case .lines(let lines): "lines \(lines)"
        case .note(let number): "note \(number)"
        case .noDate: "No date on record"
        case .notRecorded: "Not on record"
        case .and: "and"
        case .others(let count): counted(count, "other", "others")
        case .otherNames: "Other names"
        case .onRecord: "On record"
        case .revision(let number): "Revision \(number)"
        case .asJSON: "This record as JSON"
        }
    }

    static func counted(_ count: Int, _ one: String, _ plural: String) -> String {
        Catalogue(.english).counted(count, Noun(one, plural))
    }

    static let numbers = NumberWords(
        groupSeparator: ",", decimalSeparator: ".", millions: ("million", "million"),
        billions: ("billion", "billion"), trillions: ("trillion", "trillion"), beforeUnit: "")
}

extension English {
    static func phrase(_ phrase: ListPhrase) -> String {
        switch phrase {
        case .parameterDate: "should be a date such as 2021, 2021-06 or 2021-06-29"
        case .parameterID: "should be the id of a record, such as place/by/grodno"
        case .parameterYear: "should be a year such as 2021"
        case .parameterPage: "should be a whole number from 1"
        case .parameterBetween(let least, let most):
            "should be a whole number from \(least) to \(most)"
        case .parameterTooLong(let bytes): "is too long; at most \(bytes) bytes"
        case .parameterTooMany(let count): "has too many values; at most \(count)"
        case .parameterChoice(let choices): "should be one of: \(choices)"
        case .nearest: "Perhaps you meant"
        case .addressAsked: "You asked for"

        case .entry(let number): "journal entry \(numbers.grouped(String(number)))"
        case .chosenFilters: "Chosen"
        case .sortRank: "most connected"
        case .sortNameDescending: "name, Z to A"
        case .sortDateOldest: "date, oldest first"
        case .choice(let text, let count): "\(text) (\(numbers.grouped(String(count))))"
        case .searchRelaxed: "No record has all these words; here are those that have most of them."
        case .searchWithin: "Words in this list"
        case .searchEverywhere: "Search the whole register for these words"
        case .emptyListWhyShort: "Each filter narrows the list. Remove one, or try other words."
        case .pageBeyondEnd(let page): "There is no page \(numbers.grouped(String(page)))"
        case .pagesInAll(let pages): "The list has " + counted(pages, "page", "pages") + "."
        case .more(let count): "+\(count)"
        case .until(let date): "until \(date)"

        case .homeTotal(let count): counted(count, "record", "records") + ", each with its source"
        case .homeWays: "Ways in"
        case .homeFiguresHelp:
            "The largest trade turnovers on record, with their periods and sources."
        case .homeFiguresMore: "All figures"
        case .homeSourcesMore: "What it rests on: the sources"

        case .zonesCount(let count): counted(count, "technopark or zone", "technoparks and zones")
        case .zonesFigures: "In figures"
        case .zonesProfile: "Profiles"
        case .zonesKnown: "Known"
        case .zonesKnownHelp: "how many of them are on record"
        case .partOnly: "only"
        case .zonesEmptyTitle: "No technopark or zone here"
        case .zonesEmptyWhy:
            "The register holds none of this type in this country. Import them as organisations of "
                + "type technopark, industrial-park or free-economic-zone."
        case .zonesTruncated(let count):
            "Only the first \(count) are shown; choose a type or a country to see the others."

        case .figuresFound(let count): counted(count, "figure", "figures")
        case .sortIndicator: "indicator"
        case .sortPeriod: "period, newest first"
        case .sortValue: "value, largest first"
        case .sortSubject: "subject"
        case .periodHint: "2021 or 2021-06"
        case .columnWith: "With"

        case .sourceDocuments: "Documents"
        case .footnotes(let count): counted(count, "footnote", "footnotes")
        case .columnNumber: "No."
        case .columnFacts: "Facts"
        case .sourcesAsList: "All sources as one list, with search and filters"
        }
    }
}

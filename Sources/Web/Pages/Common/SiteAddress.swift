import Records
import Register

/// The addresses of the site, each with what it may be asked.
enum SiteAddress {
    static let home = page(.home)
    static let overview = page(.overview)
    static let zones = page(.zones)
    static let sources = page(.list(.source))
    static let data = page(.data)
    static let api: Address = "/api"
    static let openAPI: Address = "/api/openapi.json"
    /// The calendar for calendar programs.
    static let calendarFeed: Address = "/calendar.ics"
    /// What is new in the register, for feed readers.
    static let newsFeed: Address = "/feed.atom"
    static let reconciliation: Address = "/api/reconcile"

    /// A page as it is without a query.
    static func page(_ path: SitePath) -> Address { Address(path.text) }

    /// A record's page.
    static func record(_ id: RecordID, part: String? = nil) -> Address {
        let path = SitePath.record(id).text
        return Address(part.map { path + "#" + $0 } ?? path)
    }

    /// A record as it was in a revision.
    static func revision(_ number: Int, of id: RecordID) -> Address {
        Address(path: SitePath.record(id).text, query: [("revision", String(number))])
    }

    /// A record's drawings.
    static func dashboard(_ id: RecordID) -> Address { page(.dashboard(id)) }

    /// What happened to a record.
    static func history(_ id: RecordID) -> Address { page(.history(id)) }

    /// A page of the facts that rest on a source.
    static func facts(restingOn source: RecordID, page: Int = 1) -> Address {
        Address(
            path: SitePath.record(source).text,
            query: [("page", page > 1 ? String(page) : nil)], fragment: "facts")
    }

    // MARK: Lists

    /// The search page.
    static func search(_ state: ListState) -> Address {
        Address(path: SitePath.search.text, query: state.items())
    }

    /// The search page with words.
    static func search(_ words: String) -> Address {
        var state = ListState()
        state.text = words
        return search(state)
    }

    /// A kind's list.
    static func list(_ kind: Kind, _ state: ListState = ListState()) -> Address {
        if kind == .observation { return figures(FigureState()) }
        return Address(path: SitePath.list(kind).text, query: state.items())
    }

    /// A kind's list with one facet chosen.
    static func list(_ kind: Kind, _ facet: RecordFacet, _ value: String) -> Address {
        var state = ListState()
        state.chosen[facet] = [value]
        return list(kind, state)
    }

    /// A kind's list with only what is inside a place.
    static func list(_ kind: Kind, inside place: RecordID) -> Address {
        var state = ListState()
        state.places = [place]
        return list(kind, state)
    }

    /// The table of figures.
    static func figures(_ state: FigureState) -> Address {
        Address(path: SitePath.figures.text, query: state.items())
    }

    /// The figures of a subject.
    static func figures(of subject: RecordID, indicator: String? = nil) -> Address {
        var state = FigureState()
        state.subject = subject
        state.indicators = indicator.map { [$0] } ?? []
        return figures(state)
    }

    /// The table of technoparks and zones.
    static func zones(_ state: ZoneState) -> Address {
        Address(path: SitePath.zones.text, query: state.items)
    }

    /// The calendar.
    static func calendar(_ state: CalendarState) -> Address {
        Address(path: SitePath.calendar.text, query: state.items())
    }

    // MARK: The same as data

    /// A record as JSON.
    static func data(of id: RecordID) -> Address { Address("/api/records/" + id.text) }

    /// A record's history as JSON.
    static func historyData(of id: RecordID) -> Address { Address("/api/history/" + id.text) }

    /// The facts that rest on a source, as JSON.
    static func factsData(of source: RecordID) -> Address {
        Address("/api/sources/" + source.text + "/facts")
    }

    /// All records of a list as files.
    static func listFiles(_ state: ListState, kind: Kind? = nil) -> [Download] {
        var items = state.items(withPage: false)
        if let kind { items.insert(("kind", kind.name), at: 0) }
        let file = { (ending: String) in
            Address(path: "/api/records." + ending, query: items)
        }
        return [.csv(file("csv")), .json(file("json")), .jsonLines(file("jsonl"))]
    }

    /// All figures of a table as files.
    static func figureFiles(_ state: FigureState) -> [Download] {
        let items = state.items(withPage: false)
        let file = { (ending: String) in
            Address(path: "/api/observations." + ending, query: items)
        }
        return [.csv(file("csv")), .json(file("json")), .jsonLines(file("jsonl"))]
    }

    /// The table of technoparks and zones as files.
    static func zoneFiles(_ state: ZoneState) -> [Download] {
        let file = { Address(path: SitePath.zonesFile($0).text, query: state.items) }
        return [.csv(file(.csv)), .json(file(.json))]
    }
}

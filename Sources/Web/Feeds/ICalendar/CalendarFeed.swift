import Charts
import Records
import Register

/// `GET /calendar.ics`: the calendar for calendar programs (RFC 5545, with RFC 7986's properties of
/// the calendar itself).
///
/// Deadlines are events of the whole day, not to-dos: the calendars that subscribe to an address
/// (Google's, Apple's, Outlook) leave VTODO out. A date that is known to the month is an event
/// over all of it, marked as tentative; one that is known to the year only is left out unless
/// `precision=year` asks for it.
struct CalendarFeed {
    let register: Register

    static let parameters =
        CalendarFilter.parameterNames + ["from", "to", "precision", LanguageChoice.parameter]
    static let repeated = Set(CalendarFilter.parameterNames).subtracting(["q"])
    /// How many entries it holds at most: the latest ones.
    static let most = 5_000

    func answer(_ request: EndpointRequest) throws -> Answer {
        let read = try ParameterReader(
            request.parameters, knowing: Self.parameters, repeated: Self.repeated)
        let words = Catalogue(try read.language())
        let precision: CalendarEntry.Precision = try read.choice("precision") ?? .month
        let state = try CalendarState(read)
        return try register.reading {
            let marks = CalendarPage.list(state, try state.filter.marks(of: register))
                .filter { precision == .year || !$0.isYearLong }
            let chosen = state.from == nil ? marks.prefix(Self.most) : marks.suffix(Self.most)
            let entries = try register.entries(chosen).filter { $0.precision <= precision }
            let writing = try CalendarFeedWriting(
                entries: entries, register: register, origin: request.origin, words: words,
                query: request.parameters)
            var answer = Answer("text/calendar; charset=utf-8", writing.bytes())
            answer.sharing = .data
            answer.headers.append(
                ("Content-Disposition", "inline; filename=\"fondaco.ics\""))
            return answer
        }
    }
}

extension CalendarState {
    /// Reads the parameters of an endpoint.
    init(_ read: ParameterReader) throws(RequestFault) {
        self.init()
        filter.sorts = try read.choices("what")
        filter.places = try read.places("place")
        filter.countries = try read.places("country")
        filter.regions = try read.places("region")
        filter.series = try read.slugs("series")
        filter.sectors = try read.texts("sector", limit: RecordListEndpoint.longestPhrase)
        filter.text = try read.text("q", limit: RecordListEndpoint.longestWords) ?? ""
        from = try read.date("from")
        to = try read.date("to")
    }
}

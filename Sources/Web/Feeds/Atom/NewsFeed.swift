import Records
import Register

/// `GET /feed.atom`: what is new in the register (RFC 4287), page by page (RFC 5005, 3).
///
/// An entry is a record's newest revision; a later revision is an entry of its own. Its id is a URN
/// made from the register's identity, the record's id and the revision.
struct NewsFeed {
    let register: Register

    static let parameters = ["kind", "place", "before", LanguageChoice.parameter]
    /// How many entries a page has.
    static let pageSize = 50

    func answer(_ request: EndpointRequest) throws -> Answer {
        let read = try ParameterReader(
            request.parameters, knowing: Self.parameters, repeated: ["kind", "place"])
        let words = Catalogue(try read.language())
        var query = ArrivalQuery()
        query.kinds = try read.kinds("kind")
        query.places = try read.places("place")
        let before = try read.integer("before", in: 1...Int.max, standard: Int.max)
        query.before = before == .max ? nil : UInt64(clamping: before)
        query.limit = Self.pageSize
        return try register.reading {
            let arrivals = try register.arrivals(query)
            let writing = try NewsFeedWriting(
                arrivals: arrivals, query: query, register: register, origin: request.origin,
                words: words)
            var answer = Answer("application/atom+xml; charset=utf-8", writing.bytes())
            answer.sharing = .data
            return answer
        }
    }
}

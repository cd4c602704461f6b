import TradingFloor

/// An endpoint of the exchange: its address, what it says of itself, and what it does. The routes and
/// the API's description are both made of these.
struct MarketEndpoint: Sendable {
    /// Who may ask.
    enum Audience: Sendable {
        case everybody
        /// Whoever has a token: a participant for itself, an operator for all.
        case holders
        case operators
    }

    let method: String
    /// The address below a section's, such as `/instruments/{code}`.
    let path: String
    /// The name in the API's description.
    let operation: String
    let summary: String
    var audience = Audience.everybody
    /// The parameters of the query, by their names in the description.
    var parameters: [String] = []
    /// The schema of the body.
    var body: String?
    /// The schema of the answer.
    var answer: String
    /// The answer's media type.
    var contentType = "application/json"
    let handler: LiveHandler

    static let root = "/api/market/sections/{section}"
    var pattern: String { Self.root + path }
}

/// The endpoints of the exchange by their addresses.
struct MarketRoutes {
    let floor: TradingFloor

    func add(to table: inout RouteTable) {
        let overview = MarketOverview(floor: floor)
        table.add("/api/market", Route(get: .live(overview.index)))
        table.add("/api/market/sections", Route(get: .live(overview.sections)))
        var routes: [String: Route] = [:]
        for endpoint in Self.endpoints(floor) {
            var route = routes[endpoint.pattern] ?? Route(get: nil)
            if endpoint.method == "GET" {
                route.get = .live(endpoint.handler)
            } else {
                route.writing[endpoint.method] = endpoint.handler
            }
            routes[endpoint.pattern] = route
        }
        for (pattern, route) in routes { table.add(pattern, route) }
    }

    /// All endpoints below a section's address.
    static func endpoints(_ floor: TradingFloor) -> [MarketEndpoint] {
        let desk = MarketDesk(floor: floor)
        return InstrumentEndpoints(desk: desk).all + SessionEndpoints(desk: desk).all
            + AuctionEndpoints(desk: desk).all + StreamEndpoints(desk: desk).all
            + OrderEndpoints(desk: desk).all + HolderEndpoints(desk: desk).all
            + CommandEndpoints(desk: desk).all
    }
}

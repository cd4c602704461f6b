import Records
import Register

/// The pages of the site by their addresses.
enum SiteRoutes {
    /// All pages of a register, the one for failures included.
    /// - Parameter market: what they tell of the exchange; nil where there is none.
    static func pages(
        of register: Register, clock: SiteClock = .utc, market: MarketGlimpse? = nil
    ) -> PageRoutes {
        let site = Site(register: register, clock: clock)
        var routes = PageRoutes()
        addWithMarket(to: &routes, site, market)
        routes.get(SitePath.overview.text) { try site.show(OverviewPage.self, $0) }
        routes.get(SitePath.search.text) { try site.show(SearchPage.self, $0) }
        routes.get(SitePath.zones.text) { try site.show(ZonesPage.self, $0) }
        for file in SitePath.TableFile.allCases {
            routes.get(SitePath.zonesFile(file).text) { try site.zones(as: file, $0) }
        }
        routes.get(SitePath.figures.text) { try site.show(FiguresPage.self, $0) }
        routes.get(SitePath.track.text) { try site.show(TrackPage.self, $0) }
        routes.get(SitePath.compare.text) { try site.show(ComparePage.self, $0) }
        routes.get(SitePath.findings.text) { try site.show(FindingsPage.self, $0) }
        for file in SitePath.TableFile.allCases {
            routes.get(SitePath.findingsFile(file).text) { try site.findings(as: file, $0) }
        }
        routes.get(SitePath.findingRoot + "**") { try site.finding($0) }
        routes.get(SitePath.map.text) { try site.show(MapPage.self, $0) }
        routes.get(SitePath.mapFile.text, site.mapFile)
        routes.get(SitePath.network.text) { try site.show(NetworkPage.self, $0) }
        routes.get(SitePath.calendar.text) { try site.show(CalendarPage.self, $0) }
        // Where there is an exchange, its own page takes the place of this one.
        routes.get(MarketPath.market.text) { try site.show(NoMarketPage.self, $0) }
        routes.get(SitePath.data.text) { try site.show(DataPage.self, $0) }
        for kind in Kind.allCases where kind != .observation && kind != .source {
            routes.get(SitePath.list(kind).text) { try site.show(BrowsePage.self, $0) }
        }
        routes.get(SitePath.list(.source).text, site.sources)
        routes.get(SitePath.historyRoot + "**") { try site.history($0) }
        routes.get(SitePath.dashboardRoot + "**") { try site.dashboard($0) }
        routes.get(Stylesheet.address.text) { _ in
            PageResponse("text/css; charset=utf-8", Stylesheet.bytes, keeping: .forever)
        }
        routes.get(SiteScript.address.text) { _ in
            PageResponse("text/javascript; charset=utf-8", SiteScript.bytes, keeping: .forever)
        }
        DrawingRoutes.add(to: &routes, of: register, clock: clock)
        routes.get(SiteIcon.address.text) { _ in
            PageResponse(SiteIcon.mediaType, SiteIcon.bytes, keeping: .forever)
        }
        routes.failure = { failure, request in
            ErrorPage(
                context: PageContext(register, request, clock: clock), failure: failure
            ).response
        }
        return routes
    }

    /// The pages that tell of the exchange where there is one: then they change with it, too.
    private static func addWithMarket(
        to routes: inout PageRoutes, _ site: Site, _ market: MarketGlimpse?
    ) {
        let records = SitePath.recordRoot + "**"
        guard let market else {
            routes.get(SitePath.home.text) { try site.show(HomePage.self, $0) }
            routes.get(records) { try site.record($0) }
            return
        }
        routes.live(SitePath.home.text) { request in
            try site.seeing(await market.look()).show(HomePage.self, request)
        }
        routes.live(records) { request in
            try site.seeing(await market.look()).record(request)
        }
    }
}

/// Answers the requests of the pages.
private struct Site: Sendable {
    let register: Register
    let clock: SiteClock
    var market: MarketSights?

    /// The same with the exchange in sight.
    func seeing(_ market: MarketSights) -> Site {
        Site(register: register, clock: clock, market: market)
    }

    /// Shows a page, or leads to where it is.
    func show<Shown: Page>(_ page: Shown.Type, _ request: PageRequest) throws -> PageResponse {
        try answer(request) { try Shown($0).response }
    }

    /// The sources by document, unless something is looked for among them.
    @Sendable func sources(_ request: PageRequest) throws -> PageResponse {
        try answer(request) { context in
            let isPlain = request.query.items.allSatisfy { $0.name == LanguageChoice.parameter }
            guard try isPlain && SourcesPage.fits(context) else {
                return try BrowsePage(.source, context).response
            }
            return try SourcesPage(context).response
        }
    }

    func zones(
        as file: SitePath.TableFile, _ request: PageRequest
    ) throws -> PageResponse {
        try answer(request) { context in
            ZonesFile(page: try ZonesPage(context), format: file).response
        }
    }

    func findings(
        as file: SitePath.TableFile, _ request: PageRequest
    ) throws -> PageResponse {
        try answer(request) { try FindingsFile.response(file, $0) }
    }

    func finding(_ request: PageRequest) throws -> PageResponse {
        try answer(request) { try FindingPage.response(request.remainder, $0) }
    }

    @Sendable func mapFile(_ request: PageRequest) throws -> PageResponse {
        try answer(request) { context in
            try MapFile(context).response
        }
    }

    func record(_ request: PageRequest) throws -> PageResponse {
        try answer(request) { context in
            guard let id = RecordID(request.remainder) else { throw PageFailure.notFound }
            return try SingleRecordPage(id, context).response
        }
    }

    func dashboard(_ request: PageRequest) throws -> PageResponse {
        try answer(request) { context in
            guard let id = RecordID(request.remainder) else { throw PageFailure.notFound }
            return try DashboardPage(id, context).response()
        }
    }

    func history(_ request: PageRequest) throws -> PageResponse {
        try answer(request) { context in
            guard let id = RecordID(request.remainder) else { throw PageFailure.notFound }
            return try HistoryPage(id, context).response
        }
    }

    /// What every page has in common: the choice of a language, clean addresses, and parameters
    /// that are wrong.
    private func answer(
        _ request: PageRequest, _ page: (PageContext) throws -> PageResponse
    ) throws -> PageResponse {
        if let choice = LanguageChoice.response(to: request) { return choice }
        if let clean = request.withoutEmptyValues { return clean }
        let context = PageContext(register, request, clock: clock, market: market)
        do {
            return try register.reading { try page(context) }
        } catch let error as BadParameter {
            throw PageFailure.badRequest(
                parameter: error.name, reason: error.explanation(context.words))
        }
    }
}

import Register
import TradingFloor

/// The pages of the exchange by their addresses.
enum MarketPages {
    static func add(
        to routes: inout PageRoutes, _ floor: TradingFloor, _ register: Register,
        clock: FloorClock = .system
    ) {
        let site = MarketSite(floor: floor, register: register, clock: clock)
        routes.live(MarketPath.market.text) { try await site.show(MarketPage.self, $0) }
        routes.live(MarketPath.section(section).text) {
            try await site.show(SectionPage.self, $0)
        }
        routes.live(MarketPath.instrument("{code}", of: section).text) {
            try await site.show(InstrumentPage.self, $0)
        }
        for chart in MarketChart.allCases {
            for format in DrawingFormat.allCases {
                let path = MarketPath.chart(chart, "{code}", of: section, format)
                routes.live(path.text) { try await site.chart(chart, format, $0) }
            }
        }
        routes.live(
            MarketPath.auction(number, of: section).text,
            form: { try await site.take(AuctionBid.self, $1, $0) }
        ) { try await site.show(AuctionPage.self, $0) }
        routes.live(MarketPath.sessions(section).text) {
            try await site.show(SessionsPage.self, $0)
        }
        routes.live(MarketPath.session(number, of: section).text) {
            try await site.show(SessionPage.self, $0)
        }
        routes.live(MarketPath.quotations(section).text) {
            try await site.show(QuotationsPage.self, $0)
        }
        for file in MarketFile.patterns {
            routes.live(file.path) { try await site.file(file, $0) }
        }
        addPrivate(to: &routes, site)
    }

    /// The pages of those who trade.
    private static func addPrivate(to routes: inout PageRoutes, _ site: MarketSite) {
        routes.live(
            MarketPath.signIn.text, form: { try await site.take(SignIn.self, $1, $0) }
        ) { try await site.show(SignInPage.self, $0) }
        routes.live(
            MarketPath.signOut.text, form: { request, _ in try await site.signOut(request) }
        ) { try await site.show(SignInPage.self, $0) }
        routes.live(MarketPath.desk(section).text) { try await site.show(DeskPage.self, $0) }
        routes.live(
            MarketPath.orders(section).text, form: { try await site.take(SentOrder.self, $1, $0) }
        ) { site.toDesk($0) }
        routes.live(
            MarketPath.cancellations(section).text,
            form: { try await site.take(Cancellation.self, $1, $0) }
        ) { site.toDesk($0) }
        routes.live(
            MarketPath.deals(section).text, form: { try await site.take(SentDeal.self, $1, $0) }
        ) { try await site.show(DealsPage.self, $0) }
        routes.live(
            MarketPath.withdrawals(section).text,
            form: { try await site.take(DealWithdrawal.self, $1, $0) }
        ) { site.toDesk($0) }
        routes.live(MarketPath.contracts(section).text) {
            try await site.show(ContractsPage.self, $0)
        }
        routes.live(
            MarketPath.contract(number, of: section).text,
            form: { try await site.take(ContractAction.self, $1, $0) }
        ) { try await site.show(ContractPage.self, $0) }
    }

    private static let section = "{section}"
    private static let number = "{number}"
}

/// A page of the market: what it shows, taken from the sections, and how.
protocol MarketPageShown: Sendable {
    /// Gathers what the page shows; the section's writer waits while it is read, so that is short.
    init(_ context: MarketContext) async throws
    /// Writes the page; the register can be read meanwhile.
    func response() throws -> PageResponse
}

/// What somebody signed in does by a form.
protocol MarketFormTaken: Sendable {
    /// Does it, and answers with the page that shows what came of it.
    static func take(
        _ form: QueryParameters, _ context: MarketContext
    ) async throws -> PageResponse
}

/// Answers the requests of the market's pages.
private struct MarketSite: Sendable {
    let floor: TradingFloor
    let register: Register
    let clock: FloorClock
    let sent = SentForms()

    func show<Shown: MarketPageShown>(
        _ page: Shown.Type, _ request: PageRequest
    ) async throws -> PageResponse {
        if let choice = LanguageChoice.response(to: request) { return choice }
        if let clean = request.withoutEmptyValues { return clean }
        return try await answer(request) { context in
            let shown = try await Shown(context)
            var response = try register.reading { try shown.response() }
            // What somebody signed in is shown is for them alone.
            if context.bearer != nil { response.keeping = .never }
            return response
        }
    }

    func take<Taken: MarketFormTaken>(
        _ what: Taken.Type, _ form: QueryParameters, _ request: PageRequest
    ) async throws -> PageResponse {
        try await answer(request) { try await Taken.take(form, $0) }
    }

    func chart(
        _ chart: MarketChart, _ format: DrawingFormat, _ request: PageRequest
    ) async throws -> PageResponse {
        try await answer(request) { context in
            let content = try await InstrumentChart(chart, context).content()
            guard let content else { throw PageFailure.notFound }
            let file = DrawingFile(
                name: chart.rawValue, content: content, format: format, context: context.page)
            let response = file.response()
            guard let completion = response.completion else { return response }
            return await completion(response)
        }
    }

    func file(_ file: MarketFile, _ request: PageRequest) async throws -> PageResponse {
        try await answer(request) { try await file.response($0) }
    }

    func signOut(_ request: PageRequest) async throws -> PageResponse {
        try await answer(request) { SignIn.out($0) }
    }

    /// What only takes forms leads to the desk otherwise.
    func toDesk(_ request: PageRequest) -> PageResponse {
        .redirect(to: MarketPath.desk(request.captures["section"] ?? "").text)
    }

    private func answer(
        _ request: PageRequest, _ body: (MarketContext) async throws -> PageResponse
    ) async throws -> PageResponse {
        let context = MarketContext(
            page: PageContext(register, request), floor: floor, now: clock.now(),
            sent: sent)
        do {
            return try await body(context)
        } catch let error as BadParameter {
            throw PageFailure.badRequest(
                parameter: error.name, reason: error.explanation(context.words))
        } catch let denial as MarketDenial {
            return MarketNotice.denied(denial, context)
        } catch let error as FloorError {
            return MarketNotice.unavailable(error, context)
        }
    }
}

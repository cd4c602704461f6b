import Register
import TradingFloor

/// The pages of the exchange by their addresses.
enum MarketPages {
    static func add(
        to routes: inout PageRoutes, _ floor: TradingFloor, _ register: Register
    ) {
        let site = MarketSite(floor: floor, register: register)
        routes.live("/market") { try await site.show(MarketPage.self, $0) }
    }
}

/// What a page of the market is made from: the register's context, and the exchange.
struct MarketContext: Sendable {
    let page: PageContext
    let floor: TradingFloor
}

/// A page of the market: what it shows, taken from the sections, and how.
protocol MarketPageShown: Sendable {
    /// Gathers what the page shows; the section's writer waits while it is read, so that is short.
    init(_ context: MarketContext) async throws
    /// Writes the page; the register can be read meanwhile.
    func response() throws -> PageResponse
}

/// Answers the requests of the market's pages.
private struct MarketSite: Sendable {
    let floor: TradingFloor
    let register: Register

    func show<Shown: MarketPageShown>(
        _ page: Shown.Type, _ request: PageRequest
    ) async throws -> PageResponse {
        if let choice = LanguageChoice.response(to: request) { return choice }
        if let clean = request.withoutEmptyValues { return clean }
        let context = MarketContext(page: PageContext(register, request), floor: floor)
        let shown = try await Shown(context)
        return try register.reading { try shown.response() }
    }
}

/// `/market`: the sections.
struct MarketPage: MarketPageShown {
    private let context: MarketContext
    private let names: [String]

    init(_ context: MarketContext) async throws {
        self.context = context
        names = context.floor.sections.keys.sorted()
    }

    func response() throws -> PageResponse {
        PageResponse(
            html: context.page.shell(title: "Market").render { page in
                for name in names { page.element(.p, text: name) }
            })
    }
}

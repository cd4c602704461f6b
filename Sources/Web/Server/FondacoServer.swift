import Hummingbird
public import Logging
import NIOCore
public import Register
public import TradingFloor

/// The web server: pages and API of one register, and of the exchange beside it.
///
/// ``run()`` serves until its task is cancelled or, inside a `ServiceGroup`, until that group is
/// told to stop; then requests under way are finished first.
public struct FondacoServer: Sendable {
    /// The version of the software, as answers and entity tags name it.
    public static let version = "0.1.0"

    private let application: Application<Responder>
    private let address: String

    /// A server that isn't listening yet.
    /// - Parameters:
    ///   - register: what it shows.
    ///   - floor: the exchange's sections; without it there is no market.
    ///   - host: the name or number to listen on.
    ///   - port: the port; 0 takes a free one.
    ///   - logger: where each request is noted.
    ///   - onListening: told the port once the server is listening.
    /// - Throws: an error of the register.
    public init(
        register: Register, floor: TradingFloor? = nil, host: String, port: Int, logger: Logger,
        onListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) throws {
        var pages = SiteRoutes.pages(of: register, market: floor.map { MarketGlimpse($0) })
        if let floor { MarketPages.add(to: &pages, floor, register) }
        try self.init(
            register: register, floor: floor, host: host, port: port, logger: logger,
            pages: pages, clock: .utc, onListening: onListening)
    }

    init(
        register: Register, floor: TradingFloor?, host: String, port: Int, logger: Logger,
        pages: PageRoutes, clock day: SiteClock,
        onListening: @escaping @Sendable (_ port: Int) async -> Void
    ) throws {
        address = "\(host):\(port)"
        var table = RouteTable()
        for page in pages.entries { table.add(page.pattern, page.route) }
        let clock = RegisterClock(register)
        APIRoutes(
            register: register, clock: clock, day: day,
            market: floor.map { MarketDescription($0) }
        ).add(to: &table)
        if let floor { MarketRoutes(floor: floor).add(to: &table) }
        let state = try register.state()
        let responder = Responder(
            routes: table, failurePage: pages.failure,
            finisher: Finisher(
                salt: "\(Self.version) \(state.hash)", version: { try clock.version() },
                day: day.day),
            logger: logger)
        application = Application(
            responder: responder,
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(RequestLimits.idleSeconds),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: RequestLimits.head,
                        maxHeaderListSize: RequestLimits.head, maxHeaderFieldCount: 200))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: "Fondaco"),
            onServerRunning: { await onListening($0.localAddress?.port ?? port) },
            logger: logger)
    }

    /// Listens and answers.
    /// - Throws: ``ListenError`` when the address can't be listened on.
    public func run() async throws {
        do {
            try await application.run()
        } catch let error as IOError {
            throw ListenError(address: address, code: error.errnoCode)
        }
    }
}

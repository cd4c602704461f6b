import ArgumentParser
import Atlas
import Foundation
import Logging
import MarketRecords
import Records
import Register
import ServiceLifecycle
import TradingFloor
import UnixSignals
import Web

/// `fondaco serve`.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show register and exchange in the browser and answer the API.",
        discussion: """
            The first start in an empty data directory loads the built-in data set. The sections \
            of the exchange that are in the directory are set to work. The server stops \
            gracefully on SIGTERM and SIGINT.

            Tokens of the exchange are worth money: let others in only through a proxy that \
            speaks HTTPS.

            Examples:
              fondaco serve
              fondaco serve --data /srv/fondaco --site https://exchange.example
            """)

    @OptionGroup var data: DataOptions

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port, 0 to 65535; 0 takes a free one.")
    var port = 8080

    @Flag(help: "Don't load the built-in data set into an empty data directory.")
    var empty = false

    @Flag(help: "Leave the exchange's sections alone.")
    var withoutExchange = false

    @Option(
        help: "The address under which others reach the server; sources of figures name it.",
        transform: { try Parse.site($0) })
    var site: String?

    @Option(
        help: ArgumentHelp(
            "Whose figures the results of a session are where an instrument names no place that "
                + "the register has.", valueName: "record"),
        transform: { try Parse.id($0) })
    var fallback: RecordID?

    @Option(
        help: "How much to log: trace, debug, info, notice, warning, error or critical.",
        transform: { try Parse.level($0) })
    var logLevel = Logger.Level.info

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port takes a number from 0 to 65535.")
        }
    }

    func run() async throws {
        do {
            try await serve()
        } catch {
            throw Terminal.fail(error)
        }
    }

    private func serve() async throws {
        let logLevel = logLevel
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = logLevel
            return handler
        }
        let logger = Logger(label: "fondaco")
        let isNew = !FileManager.default.fileExists(atPath: data.directory + "/journal")
        let register = try Register.open(data.directory, creating: true)
        if try !empty && (isNew || register.sequence() == 0) {
            let report = try register.importRecords(from: Atlas.files(), actor: "atlas")
            logger.info("loaded the built-in data set", metadata: ["records": "\(report.added)"])
        }
        try register.warmUp()
        let floor = withoutExchange ? nil : try TradingFloor.open(dataDirectory: data.directory)
        defer { floor?.close() }
        report(floor, logger)
        let host = host
        let server = try FondacoServer(
            register: register, floor: floor, host: host, port: port, logger: logger
        ) { port in
            let shown = host.contains(":") ? "[\(host)]" : host
            try? Terminal.write(Array("Fondaco is at http://\(shown):\(port)/\n".utf8))
        }
        var services: [any Service] = [WebService(server: server)]
        if let floor {
            services.append(
                PublishingService(
                    floor: floor, register: register,
                    publisher: SessionPublisher(site: site, fallback: fallback), logger: logger))
        }
        let group = ServiceGroup(
            configuration: .init(
                services: services.map { .init(service: $0) },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        try register.close()
    }

    /// Notes what each section's start came upon.
    private func report(_ floor: TradingFloor?, _ logger: Logger) {
        for (name, section) in floor?.sections.sorted(by: { $0.key < $1.key }) ?? [] {
            logger.info(
                "section at work",
                metadata: ["section": "\(name)", "commands": "\(section.status.commands)"])
            for snapshot in section.report.passedOver {
                logger.warning(
                    "snapshot passed over",
                    metadata: ["path": "\(snapshot.path)", "reason": "\(snapshot.reason)"])
            }
        }
    }
}

/// The server as a service that a group starts and stops.
private struct WebService: Service {
    let server: FondacoServer

    func run() async throws { try await server.run() }
}

/// Takes what sessions came to into the register while the server runs.
private struct PublishingService: Service {
    let floor: TradingFloor
    let register: Register
    let publisher: SessionPublisher
    let logger: Logger

    func run() async throws {
        let logger = logger
        let publisher = MarketPublisher(
            floor: floor, register: register, publisher: publisher
        ) { note in
            switch note {
            case .published(let section, let session, let records):
                logger.info(
                    "session published",
                    metadata: [
                        "section": "\(section)", "session": "\(session)", "records": "\(records)",
                    ])
            case .passedOver(let section, let session, let reason):
                logger.notice(
                    "not published",
                    metadata: [
                        "section": "\(section)", "session": "\(session)", "reason": "\(reason)",
                    ])
            case .failed(let section, let reason):
                logger.error(
                    "sessions can't be published",
                    metadata: ["section": "\(section)", "reason": "\(reason)"])
            }
        }
        await cancelWhenGracefulShutdown { await publisher.run() }
    }
}

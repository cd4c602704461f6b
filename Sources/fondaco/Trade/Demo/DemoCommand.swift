import ArgumentParser
import Atlas
import Foundation
import MarketRecords
import Register
import TradingFloor

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Runs a seeded trading day in a scratch directory and leaves its results.",
        discussion: """
            Raw milk in a session for Karelia's dairies, sunflower oil from Samara in transit, \
            timber lots from Pskov by English auction, rolled metal by call auction, a Dutch sale \
            and a tender. The firms and prices are made up. The same seed gives the same day.
            """)

    @Option(help: "The seed.") var seed: UInt64 = 1_204
    @Option(help: ArgumentHelp("The directory, which must be new.", valueName: "directory"))
    var into: String?
    @Flag(
        help: "Makes a register there too, with the built-in data set, and publishes the sessions.")
    var publish = false
    @Flag(name: .long, help: "Shows the result as JSON.") var json = false

    func run() throws {
        let place =
            into ?? NSTemporaryDirectory() + "fondaco-demo-\(seed)-\(UUID().uuidString.prefix(8))"
        guard !FileManager.default.fileExists(atPath: place) else {
            throw Refusal("\(place) is there already; name a directory that isn't")
        }
        let day = try DemoDay(seed: seed, folder: place)
        var summary = try day.run()
        if publish { summary.published = try Self.publish(summary, in: place) }
        var options = FloorArguments()
        options.data = place
        options.json = json
        try options.show(summary, summary.lines(in: place))
    }

    private static func publish(
        _ summary: DemoSummary, in place: String
    ) throws -> [PublishedSession] {
        let register = try Register.open(place, creating: true)
        defer { try? register.close() }
        try register.importRecords(from: Atlas.files(), actor: "atlas")
        var published: [PublishedSession] = []
        for section in Set(summary.sessions.map(\.section)).sorted() {
            let held = try HeldSession.all(of: section, folder: "\(place)/exchange/\(section)")
            published += try PublishedSession.publish(
                held, by: SessionPublisher(), into: register)
        }
        return published
    }
}

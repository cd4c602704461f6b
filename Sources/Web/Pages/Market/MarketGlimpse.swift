import Exchange
import Records
import Register
import Synchronization
import TradingFloor

/// What the pages of the register tell of the exchange: what is on, and what is traded of a record.
///
/// It is kept for a second and asked for by one at a time, so that however many read the register,
/// the exchange is hardly asked; and it is waited for only so long, so that a section that doesn't
/// answer just now (its disk is slow) holds up nobody who reads the register.
final class MarketGlimpse: Sendable {
    private struct State {
        var at = Instant.distantPast
        var sights = MarketSights(scenes: [], firms: [:])
        var isAsking = false
        var waiting: [UInt64: CheckedContinuation<Void, Never>] = [:]
        var last: UInt64 = 0
    }

    private let floor: TradingFloor
    private let clock: FloorClock
    private let patience: Duration
    private let state = Mutex(State())
    private static let age: Int64 = 1_000

    /// - Parameter patience: how long a page waits for what is new.
    init(
        _ floor: TradingFloor, clock: FloorClock = .system,
        patience: Duration = .milliseconds(500)
    ) {
        self.floor = floor
        self.clock = clock
        self.patience = patience
    }

    /// What is seen now, or was when the exchange last answered.
    func look() async -> MarketSights {
        let now = clock.now()
        let isFresh = state.withLock { (0..<Self.age).contains($0.at.milliseconds(to: now)) }
        if !isFresh { await newSights(at: now) }
        return state.withLock { $0.sights }
    }

    /// Returns when the exchange has answered, or when that takes too long.
    private func newSights(at now: Instant) async {
        let (ticket, begins) = state.withLock { state in
            state.last += 1
            defer { state.isAsking = true }
            return (state.last, !state.isAsking)
        }
        await withCheckedContinuation { continuation in
            state.withLock { $0.waiting[ticket] = continuation }
            if begins { Task { await ask(at: now) } }
            Task {
                try? await Task.sleep(for: patience)
                state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume()
            }
        }
    }

    /// A section that can't be asked is left out: a page of the register never fails for it.
    private func ask(at now: Instant) async {
        var scenes: [SectionScene] = []
        var firms: [String: [Participant]] = [:]
        for (name, section) in floor.sections.sorted(by: { $0.key < $1.key }) {
            guard let scene = try? await SectionScene(section, at: now, deals: 0, sessions: 1)
            else { continue }
            scenes.append(scene)
            firms[name] = section.directory.participants
        }
        let sights = MarketSights(scenes: scenes, firms: firms)
        let waiting = state.withLock { state in
            state.at = now
            state.sights = sights
            state.isAsking = false
            defer { state.waiting = [:] }
            return state.waiting.values.map { $0 }
        }
        for one in waiting { one.resume() }
    }
}

/// What was seen of the exchange.
struct MarketSights: Sendable {
    fileprivate let scenes: [SectionScene]
    /// By section; only those whose lots are on auction are told.
    fileprivate let firms: [String: [Participant]]

    // MARK: What is on

    /// The sections with what they are doing, for the home page; nil without a section.
    func entries(_ words: Catalogue) -> [Entry]? {
        guard !scenes.isEmpty else { return nil }
        return scenes.map { scene in
            var details: [Inline] = [
                .text(MarketTables(scene: scene, words: words).standing)
            ]
            details += scene.auctions.filter { $0.status == .open }.prefix(3).map { auction in
                .link(
                    words(.auctionTitle(auction.lot.name)),
                    to: MarketPath.auction(String(auction.number), of: scene.name).address)
            }
            return Entry(
                title: .link(scene.title, to: MarketPath.section(scene.name).address),
                details: details)
        }
    }

    // MARK: What is traded of a record

    /// Links to the instruments that name a record (as their goods, or as where they are handed
    /// over), and to the lots on auction whose owner it is.
    func ties(to id: RecordID) -> [Inline] {
        let name = RecordName(id.text)
        return scenes.flatMap { scene in
            let instruments = scene.instruments.filter {
                $0.commodity == name || $0.basis.region == name
            }.map { instrument -> Inline in
                .sequence([
                    MarketTables.link(instrument, in: scene.name),
                    .text(": " + instrument.name),
                ])
            }
            let known = firms[scene.name] ?? []
            let lots = scene.auctions.filter { auction in
                Int(auction.owner) < known.count
                    && known[Int(auction.owner)].organisation == name
            }.map { auction -> Inline in
                .sequence([
                    .link(
                        auction.lot.code,
                        to: MarketPath.auction(String(auction.number), of: scene.name).address),
                    .text(": " + auction.lot.name),
                ])
            }
            return instruments + lots
        }
    }
}

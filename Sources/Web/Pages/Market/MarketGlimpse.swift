import Exchange
import Records
import Register
import Synchronization
import TradingFloor

/// What the pages of the register tell of the exchange: what is on, and what is traded of a record.
///
/// It is kept for a second, so that however many read the register, the exchange is hardly asked.
final class MarketGlimpse: Sendable {
    private struct Kept {
        let at: Instant
        let sights: MarketSights
    }

    private let floor: TradingFloor
    private let clock: FloorClock
    private let kept = Mutex<Kept?>(nil)
    private static let age: Int64 = 1_000

    init(_ floor: TradingFloor, clock: FloorClock = .system) {
        self.floor = floor
        self.clock = clock
    }

    /// What is seen now, or was a moment ago. A section that can't be asked is left out: a page of
    /// the register never fails for it.
    func look() async -> MarketSights {
        let now = clock.now()
        let last = kept.withLock { $0 }
        if let last, (0..<Self.age).contains(last.at.milliseconds(to: now)) { return last.sights }
        var scenes: [SectionScene] = []
        var firms: [String: [Participant]] = [:]
        for (name, section) in floor.sections.sorted(by: { $0.key < $1.key }) {
            guard let scene = try? await SectionScene(section, at: now, deals: 0, sessions: 1)
            else { continue }
            scenes.append(scene)
            firms[name] = section.directory.participants
        }
        let sights = MarketSights(scenes: scenes, firms: firms)
        kept.withLock { $0 = Kept(at: now, sights: sights) }
        return sights
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

import Exchange
import TradingFloor

/// What the pages show of a section, copied out between two groups of commands.
struct SectionScene: Sendable {
    /// Its name in addresses.
    let name: String
    /// The present moment: that of the clock, or of the section if that is ahead.
    let now: Instant
    let status: SectionStatus
    let instruments: [Instrument]
    /// How many firms are admitted.
    let firms: Int
    /// The session that is on, or will be next, or was last.
    let session: SessionState?
    let timetable: Timetable?
    /// Of the session that is on, or was last.
    let quotations: [Quotation]
    /// The sessions that were held, the newest first, and the one that is on.
    let sessions: [SessionRecord]
    /// The newest deals, the newest first.
    let deals: [Trade]
    let auctions: [AuctionView]
    /// How many contracts were ever made, and how many of them in transit.
    let contracts: (all: UInt64, transit: UInt64)
    /// By instrument, as last published.
    let books: [BookView?]

    private struct Copied: Sendable {
        let session: SessionState?
        let timetable: Timetable?
        let quotations: [Quotation]
        let sessions: [SessionRecord]
        let deals: [Trade]
        let auctions: [AuctionView]
        let contracts: (all: UInt64, transit: UInt64)
    }

    /// Reads a section.
    /// - Parameters:
    ///   - instrument: whose deals are wanted; nil for all.
    ///   - deals: how many deals are wanted.
    ///   - sessions: how many sessions are wanted.
    init(
        _ section: SectionFloor, at now: Instant, instrument: InstrumentIndex? = nil,
        deals: Int, sessions: Int
    ) async throws {
        let copied = try await section.read { state, book in
            Copied(
                session: state.session, timetable: state.timetable,
                quotations: state.quotations, sessions: book.sessions.suffix(sessions).reversed(),
                deals: book.newest(instrument, limit: deals),
                auctions: Self.auctions(state, at: now),
                contracts: state.contractsMade)
        }
        name = section.name
        status = section.status
        self.now = max(now, status.clock)
        instruments = section.directory.instruments
        firms = max(0, section.directory.participants.count - 1)
        (session, timetable) = (copied.session, copied.timetable)
        (quotations, self.sessions) = (copied.quotations, copied.sessions)
        (self.deals, auctions) = (copied.deals, copied.auctions)
        contracts = copied.contracts
        books = instruments.indices.map { section.market.book(InstrumentIndex($0)) }
    }

    /// The auctions that aren't over. The clock of a Dutch one falls without a command, so its price
    /// is that of the reader's moment.
    private static func auctions(
        _ state: borrowing Section, at now: Instant
    ) -> [AuctionView] {
        var auctions = state.runningAuctions
        for place in auctions.indices {
            let stance = state.stance(of: 0, inAuction: auctions[place].number, at: now)
            if let stance, stance.stage != nil { auctions[place].price = stance.price }
        }
        return auctions
    }

    /// The section's name for readers.
    var title: String { Self.title(name) }

    /// A section's name for readers: "Rolled metal" of `rolled-metal`.
    static func title(_ name: String) -> String {
        sentence(String(name.map { $0 == "-" ? " " : $0 }))
    }

    /// A name as it begins a line.
    static func sentence(_ name: String) -> String {
        name.prefix(1).uppercased() + name.dropFirst()
    }

    /// An instrument by its number, which a newer event may name before the directory does.
    func instrument(_ index: InstrumentIndex) -> Instrument? {
        Int(index) < instruments.count ? instruments[Int(index)] : nil
    }

    /// What was quoted of an instrument in the session that is on, or was last.
    func quotation(_ index: InstrumentIndex) -> Quotation? {
        quotations.first { $0.key.instrument == index }
    }

    /// The last session that is over.
    var lastOver: SessionRecord? { sessions.first { $0.closed != nil } }

    // MARK: What is on

    /// Where a section stands in its day.
    enum Standing: Sendable, Equatable {
        /// No session is on or planned.
        case nothing
        /// The next session begins.
        case planned(Instant)
        /// A phase is on until a moment.
        case on(PhaseKind, until: Instant?)
        /// The operator has stopped the session.
        case halted
        /// The last session is over and none is planned.
        case over(Instant?)
        /// The section takes no commands.
        case stopped
    }

    var standing: Standing {
        if status.stopped != nil { return .stopped }
        guard let session else {
            return lastOver.map { .over($0.closed) } ?? .nothing
        }
        switch session.status {
        case .pending: return session.starts.first.map { .planned($0) } ?? .nothing
        case .running:
            guard let phase = session.phase else { return .nothing }
            return .on(phase, until: session.phaseUntil)
        case .halted: return .halted
        case .closed, .cancelled: return .over(lastOver?.closed)
        }
    }
}

extension SessionState {
    /// When the phase that is on ends.
    var phaseUntil: Instant? {
        guard let position, position + 1 < starts.count else { return nil }
        return starts[position + 1]
    }
}

public import Exchange
internal import Synchronization

/// What the gate lets through at most, before anything reaches a journal.
public struct GateLimits: Sendable {
    /// Commands of one token in a second, on the average.
    public var perSecond: Int
    /// Commands of one token at once, after a pause.
    public var burst: Int

    /// Limits; those of the house aren't limited.
    public init(perSecond: Int = 20_000, burst: Int = 40_000) {
        self.perSecond = max(1, perSecond)
        self.burst = max(1, burst)
    }
}

/// Who came in, and as whom.
public struct Visitor: Sendable, Hashable {
    /// The token.
    public let token: Token
    /// The participant's number in the section; nil for the house.
    public let participant: ParticipantIndex?
}

/// Looks at who sends a command and whether they may, before it becomes durable.
public final class Gate: Sendable {
    /// What one token may still send: it fills up with time.
    private struct Allowance {
        var left: Double
        var at: Instant
    }

    private let tokens: TokenBook
    private let limits: GateLimits
    private let clock: FloorClock
    private let allowances = Mutex<[UInt32: Allowance]>([:])

    init(tokens: TokenBook, limits: GateLimits, clock: FloorClock) {
        self.tokens = tokens
        self.limits = limits
        self.clock = clock
    }

    /// The token of a text, if it is good now.
    public func token(ofBearer text: String) -> Token? { tokens.token(text, at: clock.now()) }

    /// Who a token's text is in a section.
    public func visitor(
        bearer text: String, to section: SectionFloor
    ) throws(GateRefusal) -> Visitor {
        guard let token = token(ofBearer: text) else { throw .unknownToken }
        if let sections = token.sections, !sections.contains(section.name) {
            throw .otherSection(section.name)
        }
        switch token.holder {
        case .operator: return Visitor(token: token, participant: nil)
        case .participant(let code):
            guard let index = section.directory.participant(code) else {
                throw .notAdmitted(participant: code, section: section.name)
            }
            return Visitor(token: token, participant: index)
        }
    }

    /// Whether a visitor may do all of this now; what it takes of the allowance is taken.
    public func admit(_ actions: [SectionAction], by visitor: Visitor) throws(GateRefusal) {
        guard let participant = visitor.participant else { return }
        for action in actions {
            if let refusal = action.refusal(of: participant) { throw refusal }
        }
        guard spend(actions.count, of: visitor.token.number) else {
            throw .tooFast(perSecond: limits.perSecond)
        }
    }

    /// Submits what a token's owner sends, if the gate lets it through.
    ///
    /// - Throws: ``GateRefusal`` or ``FloorError``.
    public func submit(
        _ actions: [SectionAction], bearer text: String, to section: SectionFloor
    ) async throws -> (visitor: Visitor, reply: BatchReply) {
        let visitor = try visitor(bearer: text, to: section)
        try admit(actions, by: visitor)
        return (visitor, try await section.submit(actions, origin: visitor.token.number))
    }

    private func spend(_ count: Int, of token: UInt32) -> Bool {
        let now = clock.now()
        return allowances.withLock { allowances in
            var allowance = allowances[token] ?? Allowance(left: Double(limits.burst), at: now)
            let passed = max(0, allowance.at.milliseconds(to: now))
            allowance.at = max(allowance.at, now)
            allowance.left = min(
                Double(limits.burst),
                allowance.left + Double(passed) * Double(limits.perSecond) / 1_000)
            let isEnough = allowance.left >= Double(count)
            if isEnough { allowance.left -= Double(count) }
            allowances[token] = allowance
            return isEnough
        }
    }
}

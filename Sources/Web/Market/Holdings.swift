import Exchange
import Records
import TradingFloor

extension PageBounds {
    /// The page that a request asks for.
    init(_ reader: ParameterReader) throws(RequestFault) {
        self.init(
            from: UInt64(try reader.integer("cursor", in: 1...Int.max, standard: .max)),
            limit: try reader.integer("limit", in: 1...1_000, standard: 100))
    }
}

// What participants have, looked for piece by piece: each look holds up those who trade, but never
// for long.
extension SectionFloor {
    /// So many are put together in one look.
    private static let mostAtOnce = 1_024

    /// Orders that stand, sent by or for one of these participants, of those that fit; at most so
    /// many.
    func openOrders(
        ofAny participants: [ParticipantIndex], limit: Int,
        _ fits: @escaping @Sendable (OrderState) -> Bool = { _ in true }
    ) async throws -> [OrderState] {
        try await gather(limit, fits) { $0.openOrders(ofAny: participants, within: $1) }
    }

    /// Contracts with one of these participants on a side, or (none named) all; the newest, at most
    /// so many.
    func contracts(
        ofAny participants: [ParticipantIndex], limit: Int
    ) async throws -> [Contract] {
        try await gather(limit, { _ in true }) { $0.contracts(ofAny: participants, within: $1) }
    }

    private func gather<Element: Sendable>(
        _ limit: Int, _ fits: (Element) -> Bool,
        _ page: @escaping @Sendable (borrowing Section, PageBounds) -> ListPage<Element>
    ) async throws -> [Element] {
        var found: [Element] = []
        var bounds = PageBounds(limit: limit)
        while found.count < limit {
            bounds.limit = min(limit - found.count, Self.mostAtOnce)
            let asked = bounds
            let part = try await read { section, _ in page(section, asked) }
            found += part.found.filter(fits)
            guard let next = part.next else { break }
            bounds.cursor = next
        }
        return found
    }
}

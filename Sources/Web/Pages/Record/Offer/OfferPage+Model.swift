import Records
import Register

/// The page of a wish to sell, buy or cooperate.
struct OfferPage {
    let record: Record
    let offer: Offer
    /// What else the same party offers or asks for.
    let others: [Record]
    /// What might meet it: requests to the same place where this is an offer, and the other way
    /// round; and what the one that it is said to says back.
    let counterparts: [Record]
    let pen: RecordPen

    private static let mostRead = 100

    init(_ offer: Offer, _ around: inout Surroundings, _ context: PageContext) throws {
        record = around.stored.record
        self.offer = offer
        let own = record.id
        others = try Self.offers(naming: offer.by, as: .by, context)
            .filter { $0.id != own }.newestFirst
        counterparts =
            try offer.to.map { to in
                try Self.counterparts(of: offer, to, context)
            } ?? []
        pen = try RecordPen([record] + others + counterparts, context)
    }

    private static func counterparts(
        of offer: Offer, _ to: RecordID, _ context: PageContext
    ) throws -> [Record] {
        let opposite = try offers(naming: to, as: .to, context).filter { record in
            guard case .offer(let other) = record.body else { return false }
            return other.direction != offer.direction && other.by != offer.by
        }
        let answers = try offers(naming: to, as: .by, context).filter { record in
            guard case .offer(let other) = record.body else { return false }
            return other.to == offer.by
        }
        let known = Set(answers.map(\.id))
        return answers.newestFirst + opposite.filter { !known.contains($0.id) }.newestFirst
    }

    private static func offers(
        naming id: RecordID, as role: Link.Role, _ context: PageContext
    ) throws -> [Record] {
        try context.register.linked(to: id, role: role, kind: .offer, limit: mostRead)
            .map(\.record)
    }
}

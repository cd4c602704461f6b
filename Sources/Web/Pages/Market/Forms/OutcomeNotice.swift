import Exchange

/// What came of a form, said once on the page that it led to.
struct OutcomeNotice: Component {
    private let events: [SectionEvent]
    private let tables: MarketTables
    private let mandate: Mandate

    private var words: Catalogue { tables.words }

    /// - Parameter events: of the form's command; only those of the reader's side are told.
    init(_ events: [SectionEvent], _ tables: MarketTables, _ mandate: Mandate) {
        self.events = events.filter {
            mandate.seen.contains($0.participant) || mandate.seen.contains($0.counterparty)
        }
        self.tables = tables
        self.mandate = mandate
    }

    func write(to page: inout HTMLWriter) {
        guard let said = Self.order.lazy.compactMap({ kind in said(kind) }).first else { return }
        page.element(.p, class: "notice", .role(.status)) { $0.put(said) }
    }

    /// What says most, first.
    private static let order: [SectionEventKind] = [
        .lotSold, .dealMatched, .clockStopped, .outbid, .bidLeading, .bidTaken, .bidSealed,
        .sealWithdrawn, .bidRetracted, .dealRegistered,
    ]

    private func said(_ kind: SectionEventKind) -> Inline? {
        let own = events.first { $0.kind == kind && mandate.seen.contains($0.participant) }
        switch kind {
        case .lotSold, .dealMatched:
            return events.first { $0.kind == kind }.map { made(contract: $0.subject) }
        // Who is outbid may be another client, while this bid leads.
        case .outbid where events.contains { $0.kind == .bidLeading }: return nil
        default: return own.map { .text(text($0)) }
        }
    }

    private func made(contract: UInt64) -> Inline {
        let number = words.number(Int(clamping: contract))
        return .sequence([
            .text(words(.dealMade) + " "),
            .link(
                words(.contractTitle(number)),
                to: MarketPath.contract(String(contract), of: tables.scene.name).address),
        ])
    }

    private func text(_ event: SectionEvent) -> String {
        let price =
            tables.scene.instrument(event.instrument).map {
                tables.figures.price(event.price, of: $0) + "\u{A0}" + tables.figures.unit(of: $0)
            } ?? ""
        return switch event.kind {
        case .clockStopped: words(.saidClockStopped(price))
        case .outbid: words(.saidOutbid)
        case .bidLeading: words(.saidLeading(price))
        case .bidSealed: words(.saidSealed(price))
        case .sealWithdrawn: words(.saidSealWithdrawn)
        case .bidRetracted: words(.saidRetracted)
        case .dealRegistered:
            words(
                .saidRegistered(
                    words.number(Int(clamping: event.subject)), mandate.code(event.counterparty)))
        default: words(.saidTaken)
        }
    }
}

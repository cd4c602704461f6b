import Exchange
import Records
import TradingFloor

/// Orders of participants.
struct OrderEndpoints: Sendable {
    let desk: MarketDesk

    var all: [MarketEndpoint] {
        [
            MarketEndpoint(
                method: "POST", path: "/orders", operation: "enterOrders",
                summary: "Sends an order, or a list of orders. The same client order number again "
                    + "is the same order and isn't done twice",
                audience: .holders, body: "OrderForm", answer: "CommandResult",
                handler: { try await CommandDesk(desk, $0).submit(OrderForm.self, created: 201) }),
            MarketEndpoint(
                method: "GET", path: "/orders", operation: "orders",
                summary: "The orders that stand; a page may have none and still name the next",
                audience: .holders,
                parameters: ["participant", "limit_trades", "cursor_count"],
                answer: "OrderList", handler: orders),
            MarketEndpoint(
                method: "DELETE", path: "/orders", operation: "cancelOrders",
                summary: "Cancels all orders that fit", audience: .holders,
                parameters: ["participant", "instrument", "side"], answer: "CommandResult",
                handler: cancelAll),
            MarketEndpoint(
                method: "GET", path: "/orders/{order}", operation: "order",
                summary: "An order by the section's number", audience: .holders,
                answer: "Order", handler: { try await order($0, isOwnNumber: false) }),
            MarketEndpoint(
                method: "DELETE", path: "/orders/{order}", operation: "cancelOrder",
                summary: "Cancels an order by the section's number", audience: .holders,
                answer: "CommandResult", handler: { try await cancel($0, isOwnNumber: false) }),
            MarketEndpoint(
                method: "GET", path: "/orders/client/{order}", operation: "clientOrder",
                summary: "An order by the sender's own number", audience: .holders,
                parameters: ["participant"], answer: "Order",
                handler: { try await order($0, isOwnNumber: true) }),
            MarketEndpoint(
                method: "DELETE", path: "/orders/client/{order}", operation: "cancelClientOrder",
                summary: "Cancels an order by the sender's own number", audience: .holders,
                parameters: ["participant"], answer: "CommandResult",
                handler: { try await cancel($0, isOwnNumber: true) }),
            MarketEndpoint(
                method: "POST", path: "/orders/cancellations", operation: "cancelListedOrders",
                summary: "Cancels an order, or a list of orders", audience: .holders,
                body: "CancelForm", answer: "CommandResult",
                handler: { try await CommandDesk(desk, $0).submit(CancelForm.self) }),
            MarketEndpoint(
                method: "POST", path: "/orders/replacements", operation: "replaceOrders",
                summary: "Gives an order another price and open quantity, or a list of orders",
                audience: .holders, body: "ReplacementForm", answer: "CommandResult",
                handler: { try await CommandDesk(desk, $0).submit(ReplacementForm.self) }),
        ]
    }

    @Sendable private func orders(_ request: LiveRequest) async throws -> Answer {
        let floor = try desk.section(request)
        let visitor = try desk.visitor(request, to: floor)
        let reader = try ParameterReader(
            request.parameters, knowing: ["participant", "limit", "cursor"])
        let isWhole = visitor.participant == nil && request.parameters["participant"] == nil
        let whose =
            isWhole ? [] : [try desk.participant(request, reader, of: visitor, in: floor)]
        let bounds = try PageBounds(reader)
        let page = try await floor.state { section, _ in
            section.openOrders(ofAny: whose, within: bounds)
        }
        let names = MarketNames(floor)
        return .json(reserving: 160 * page.found.count) {
            $0.object {
                $0.name("orders")
                $0.array { list in
                    for order in page.found { list.object { $0.order(order, names) } }
                }
                $0.optional("next", page.next.map { String($0) })
            }
        }.unkept
    }

    @Sendable private func order(
        _ request: LiveRequest, isOwnNumber: Bool
    ) async throws -> Answer {
        let (floor, name) = try orderName(request, isOwnNumber: isOwnNumber)
        guard let order = try await floor.state({ section, _ in section.order(name) }) else {
            throw RequestFault.notFound(
                "there is no such order of yours, or it is gone and forgotten")
        }
        return .json { $0.object { $0.order(order, MarketNames(floor)) } }.unkept
    }

    @Sendable private func cancel(
        _ request: LiveRequest, isOwnNumber: Bool
    ) async throws -> Answer {
        let (_, name) = try orderName(request, isOwnNumber: isOwnNumber)
        return try await CommandDesk(desk, request).submit([.cancel(name)])
    }

    private func orderName(
        _ request: LiveRequest, isOwnNumber: Bool
    ) throws -> (SectionFloor, OrderName) {
        let floor = try desk.section(request)
        let visitor = try desk.visitor(request, to: floor)
        let number = try desk.number("order", request)
        let reader = try ParameterReader(
            request.parameters, knowing: isOwnNumber ? ["participant"] : [])
        guard isOwnNumber else {
            return (floor, OrderName(sender: visitor.participant ?? 0, order: number))
        }
        let sender = try desk.participant(request, reader, of: visitor, in: floor)
        return (floor, OrderName(sender: sender, clientOrder: number))
    }

    @Sendable private func cancelAll(_ request: LiveRequest) async throws -> Answer {
        let floor = try desk.section(request)
        let visitor = try desk.visitor(request, to: floor)
        let reader = try ParameterReader(
            request.parameters, knowing: ["participant", "instrument", "side"])
        let isWhole = visitor.participant == nil && request.parameters["participant"] == nil
        var which = MassCancel(
            participant: isWhole
                ? 0 : try desk.participant(request, reader, of: visitor, in: floor))
        if let code = try reader.text("instrument", limit: 16) {
            guard let index = floor.directory.instrument(code) else {
                throw RequestFault.badParameter(
                    "instrument", "section has no instrument \(ParameterReader.quoted(code))")
            }
            which.instrument = index
        }
        which.side = try reader.choice("side", of: SideChoice.self)?.side
        if let own = visitor.participant, which.participant != own {
            return try await cancelSent(by: own, which, in: floor, request)
        }
        return try await CommandDesk(desk, request).submit([.massCancel(which)])
    }

    /// Cancels what a broker sent for a client, one by one: the client's other orders aren't the
    /// broker's to cancel.
    private func cancelSent(
        by broker: ParticipantIndex, _ which: MassCancel, in floor: SectionFloor,
        _ request: LiveRequest
    ) async throws -> Answer {
        let orders = try await floor.openOrders(
            ofAny: [which.participant], limit: CommandDesk.mostForms
        ) {
            $0.sender == broker && which.instrument ?? $0.instrument == $0.instrument
                && which.side ?? $0.side == $0.side
        }
        let cancels = orders.map {
            SectionAction.cancel(OrderName(sender: broker, order: $0.number))
        }
        return try await CommandDesk(desk, request).submit(cancels, asList: true)
    }
}

/// A side as a parameter names it.
private enum SideChoice: String, CaseIterable {
    case buy, sell

    var side: Side { self == .buy ? .buy : .sell }
}

extension JSONWriter {
    fileprivate mutating func order(_ order: OrderState, _ names: MarketNames) {
        let terms = names.terms(order.instrument)
        member("order", large: order.number)
        member("clientOrder", large: order.clientOrder)
        member("sender", names.firm(order.sender))
        member("owner", names.firm(order.owner))
        member("instrument", terms?.code)
        member("side", "\(order.side)")
        member("price", price: order.price, terms)
        member("open", terms.map { LotText.text(order.open, in: $0) })
        member("blocked", money: Int128(order.blocked), terms)
        if order.refusal != .none { reason(order.refusal) }
    }
}

import Exchange
import Records
import TradingFloor

/// Instruments with their books and deals, for everybody.
struct InstrumentEndpoints: Sendable {
    let desk: MarketDesk

    var all: [MarketEndpoint] {
        [
            MarketEndpoint(
                method: "GET", path: "", operation: "section", summary: "Where a section stands",
                answer: "MarketSection", handler: section),
            MarketEndpoint(
                method: "GET", path: "/instruments", operation: "instruments",
                summary: "What is traded, with the best prices", answer: "InstrumentList",
                handler: instruments),
            MarketEndpoint(
                method: "GET", path: "/instruments/{code}", operation: "instrument",
                summary: "An instrument's terms", answer: "InstrumentForm", handler: instrument),
            MarketEndpoint(
                method: "GET", path: "/instruments/{code}/book", operation: "book",
                summary: "What stands at the best prices of both sides",
                parameters: ["levels"], answer: "Book", handler: book),
            MarketEndpoint(
                method: "GET", path: "/instruments/{code}/trades", operation: "instrumentTrades",
                summary: "The newest deals in an instrument, the newest first",
                parameters: ["limit_trades", "cursor_count"], answer: "TradeList",
                handler: trades),
            MarketEndpoint(
                method: "GET", path: "/trades", operation: "trades",
                summary: "The newest deals in all instruments, the newest first",
                parameters: ["limit_trades", "cursor_count"], answer: "TradeList",
                handler: trades),
        ]
    }

    @Sendable private func section(_ request: LiveRequest) async throws -> Answer {
        let floor = try desk.section(request)
        _ = try ParameterReader(request.parameters, knowing: [])
        let state = try await SectionState(floor)
        return .json { $0.object { state.write(to: &$0) } }
    }

    @Sendable private func instruments(_ request: LiveRequest) async throws -> Answer {
        let floor = try desk.section(request)
        _ = try ParameterReader(request.parameters, knowing: [])
        let names = MarketNames(floor)
        let books = floor.market.snapshot().books
        return .json {
            $0.object {
                $0.name("instruments")
                $0.array { list in
                    for (index, terms) in names.instruments.enumerated() {
                        let book = index < books.count ? books[index] : nil
                        list.object {
                            $0.member("code", terms.code)
                            $0.member("name", terms.name)
                            $0.member("commodity", terms.commodity.text)
                            $0.member("mode", "\(terms.mode)")
                            $0.member("currency", terms.currency.text)
                            $0.member("unit", terms.unit)
                            $0.member("phase", book.map { "\($0.phase)" })
                            $0.member("bid", price: book?.bids.first?.price, terms)
                            $0.member("offer", price: book?.offers.first?.price, terms)
                            $0.member("last", price: book?.last, terms)
                        }
                    }
                }
            }
        }
    }

    @Sendable private func instrument(_ request: LiveRequest) async throws -> Answer {
        let floor = try desk.section(request)
        _ = try ParameterReader(request.parameters, knowing: [])
        let (_, terms) = try desk.instrument(request, MarketNames(floor))
        return Answer("application/json", try FormJSON.write(InstrumentForm(terms)))
    }

    @Sendable private func book(_ request: LiveRequest) async throws -> Answer {
        let floor = try desk.section(request)
        let reader = try ParameterReader(request.parameters, knowing: ["levels"])
        let levels = try reader.integer("levels", in: 1...Self.mostLevels, standard: 10)
        let (index, terms) = try desk.instrument(request, MarketNames(floor))
        let view = try await floor.state { section, _ in
            BookView(index, of: section, levels: levels)
        }
        let status = floor.status
        return .json {
            $0.object {
                $0.book(view, terms)
                $0.member("commands", large: status.commands)
            }
        }
    }

    @Sendable private func trades(_ request: LiveRequest) async throws -> Answer {
        let floor = try desk.section(request)
        let names = MarketNames(floor)
        let only =
            request.captures["code"] == nil ? nil : try desk.instrument(request, names).index
        let reader = try ParameterReader(request.parameters, knowing: ["limit", "cursor"])
        let limit = try reader.integer("limit", in: 1...1_000, standard: 100)
        let before = try reader.integer("cursor", in: 1...Int.max, standard: .max)
        let trades = try await floor.state { _, dayBook in
            dayBook.newest(only, before: UInt64(before), limit: limit + 1)
        }
        return .json(reserving: 65_536) {
            $0.object {
                $0.name("trades")
                $0.array { list in
                    for trade in trades.prefix(limit) {
                        list.object { $0.trade(trade, names.terms(trade.instrument)) }
                    }
                }
                let next = trades.count > limit ? trades[limit - 1].contract : nil
                $0.optional("next", next.map { String($0) })
            }
        }
    }

    /// So many prices of a side are shown at most.
    private static let mostLevels = 1_000
}

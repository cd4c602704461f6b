import Exchange
import Records
import TradingFloor

/// Auctions that aren't over, and what is done in them.
struct AuctionEndpoints: Sendable {
    let desk: MarketDesk

    var all: [MarketEndpoint] {
        [
            MarketEndpoint(
                method: "GET", path: "/auctions", operation: "auctions",
                summary: "Auctions that aren't over", answer: "AuctionList", handler: auctions),
            MarketEndpoint(
                method: "GET", path: "/auctions/{number}", operation: "auction",
                summary: "An auction that isn't over", answer: "Auction", handler: auction),
            MarketEndpoint(
                method: "POST", path: "/auctions/acts", operation: "actInAuction",
                summary: "Bids, takes, seals, withdraws, improves or retracts; the operator opens, "
                    + "halts, resumes or cancels",
                audience: .holders, body: "AuctionActForm", answer: "CommandResult",
                handler: { try await CommandDesk(desk, $0).submit(AuctionActForm.self) }),
        ]
    }

    @Sendable private func auctions(_ request: LiveRequest) async throws -> Answer {
        let floor = try desk.section(request)
        _ = try ParameterReader(request.parameters, knowing: [])
        let running = try await floor.state { section, _ in section.runningAuctions }
        let names = MarketNames(floor)
        return .json {
            $0.object {
                $0.name("auctions")
                $0.array { list in
                    for auction in running { list.object { $0.auction(auction, names) } }
                }
            }
        }
    }

    @Sendable private func auction(_ request: LiveRequest) async throws -> Answer {
        let floor = try desk.section(request)
        _ = try ParameterReader(request.parameters, knowing: [])
        let number = try desk.number("number", request)
        let running = try await floor.state { section, _ in section.runningAuctions }
        guard let auction = running.first(where: { $0.number == number }) else {
            throw RequestFault.notFound("auction \(number) is over, or there was none")
        }
        let names = MarketNames(floor)
        return .json { $0.object { $0.auction(auction, names) } }
    }
}

extension JSONWriter {
    mutating func auction(_ auction: AuctionView, _ names: MarketNames) {
        let terms = names.terms(auction.lot.instrument)
        member("number", large: auction.number)
        member("lot", auction.lot.code)
        member("name", auction.lot.name)
        member("instrument", terms?.code)
        member("mode", terms.map { "\($0.mode)" })
        members(lots: Int128(auction.lot.quantity), terms)
        member("left", terms.map { LotText.text(auction.left, in: $0) })
        member("status", "\(auction.status)")
        member("price", price: auction.price, terms)
        member("until", moment: auction.nextDue)
        name("documents")
        array { list in
            for document in auction.lot.documents {
                list.object {
                    $0.member("title", document.title)
                    $0.member("sha256", document.digest.map { Self.hex($0) }.joined())
                }
            }
        }
    }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}

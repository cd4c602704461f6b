/// The paths of the market's pages: the one source for what is routed and what is linked. With a
/// name in braces for a section, an instrument or a number a path is the pattern of its route.
enum MarketPath: Hashable, Sendable {
    case market, signIn, signOut
    case section(String)
    case instrument(String, of: String)
    /// A chart of an instrument as a file.
    case chart(MarketChart, String, of: String, DrawingFormat)
    case auction(String, of: String)
    case sessions(String)
    case session(String, of: String)
    case quotations(String)
    /// What the signed-in participant has in a section.
    case desk(String)
    /// Where orders are sent, and cancelled.
    case orders(String), cancellations(String)
    /// Negotiated deals, and where one's own are taken back.
    case deals(String), withdrawals(String)
    case contracts(String)
    case contract(String, of: String)

    var text: String {
        switch self {
        case .market: "/market"
        case .signIn: "/market/sign-in"
        case .signOut: "/market/sign-out"
        case .section(let section): "/market/" + section
        case .instrument(let code, let section): "/market/\(section)/instruments/\(code)"
        case .chart(let chart, let code, let section, let format):
            "/market/\(section)/instruments/\(code)/\(chart.rawValue).\(format.rawValue)"
        case .auction(let number, let section): "/market/\(section)/auctions/\(number)"
        case .sessions(let section): "/market/\(section)/sessions"
        case .session(let number, let section): "/market/\(section)/sessions/\(number)"
        case .quotations(let section): "/market/\(section)/quotations"
        case .desk(let section): "/market/\(section)/desk"
        case .orders(let section): "/market/\(section)/desk/orders"
        case .cancellations(let section): "/market/\(section)/desk/cancellations"
        case .deals(let section): "/market/\(section)/desk/deals"
        case .withdrawals(let section): "/market/\(section)/desk/withdrawals"
        case .contracts(let section): "/market/\(section)/contracts"
        case .contract(let number, let section): "/market/\(section)/contracts/\(number)"
        }
    }

    /// The page as it is without a query.
    var address: Address { Address(text) }

    /// The page of an instrument's quotations.
    static func quotations(of code: String, in section: String) -> Address {
        Address(path: quotations(section).text, query: [("instrument", code)])
    }

    /// The page where one signs in, which leads back to another page of the market.
    static func signIn(returningTo path: String) -> Address {
        Address(path: signIn.text, query: [("to", path)])
    }
}

/// The charts of an instrument.
enum MarketChart: String, CaseIterable, Sendable {
    /// Its newest deals.
    case prices
    /// Its quotations, session by session.
    case quotations
}

/// The same as data: addresses of the exchange's API.
enum MarketData {
    static let sections: Address = "/api/market/sections"

    static func section(_ name: String) -> Address { of(name, "") }
    static func instruments(_ section: String) -> Address { of(section, "/instruments") }
    static func timetable(_ section: String) -> Address { of(section, "/timetable") }
    static func sessions(_ section: String) -> Address { of(section, "/sessions") }
    static func auctions(_ section: String) -> Address { of(section, "/auctions") }

    static func instrument(_ code: String, of section: String) -> Address {
        of(section, "/instruments/" + code)
    }

    static func book(_ code: String, of section: String) -> Address {
        of(section, "/instruments/\(code)/book")
    }

    static func trades(_ code: String, of section: String) -> Address {
        of(section, "/instruments/\(code)/trades")
    }

    static func trades(of section: String) -> Address { of(section, "/trades") }

    static func session(_ number: UInt32, of section: String) -> Address {
        of(section, "/sessions/\(number)")
    }

    static func bundle(_ number: UInt32, of section: String) -> Address {
        of(section, "/sessions/\(number)/bundle")
    }

    /// The quotations of a session, or of all, as files.
    static func quotations(of section: String, session: UInt32? = nil) -> [Download] {
        let folder = session.map { "/sessions/\($0)" } ?? ""
        return [
            .csv(of(section, folder + "/quotations.csv")),
            .json(of(section, folder + "/quotations")),
        ]
    }

    /// What happens to an instrument's book, as it happens.
    static func stream(_ code: String, of section: String) -> Address {
        Address(path: root(section) + "/stream", query: [("instruments", code)])
    }

    private static func root(_ section: String) -> String { "/api/market/sections/" + section }

    private static func of(_ section: String, _ rest: String) -> Address {
        Address(root(section) + rest)
    }
}

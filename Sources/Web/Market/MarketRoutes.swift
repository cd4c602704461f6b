import TradingFloor

/// The endpoints of the exchange by their addresses.
struct MarketRoutes {
    let floor: TradingFloor

    func add(to table: inout RouteTable) {
    }
}

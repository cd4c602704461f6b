/// What a call would give, or gave.
public struct CallResult: Sendable, Equatable {
    /// The one price, in ticks.
    public var price: Int64
    /// What trades at it, in lots.
    public var volume: Int64
    /// What is left on the heavier side of those who would trade at it, in lots.
    public var surplus: Int64
    /// The heavier side; nil if nothing is left.
    public var surplusSide: Side?

    /// A result of given parts.
    public init(price: Int64, volume: Int64, surplus: Int64, surplusSide: Side?) {
        self.price = price
        self.volume = volume
        self.surplus = surplus
        self.surplusSide = surplusSide
    }
}

/// What one side wants at one price.
struct Wish {
    var price: Int64
    var quantity: Int64
}

/// Finds the one price of a call.
///
/// Every tick from the lowest to the highest limit is a candidate. Four rules in order, each only
/// among those that the rule before left:
/// 1. the greatest executable volume, the smaller of what is bid at the price or better and offered
///    at the price or better;
/// 2. the least surplus, the difference of the two;
/// 3. market pressure: if the surplus is on the buyers' side at all of them, the highest; on the
///    sellers' side at all, the lowest;
/// 4. the one nearest to the reference price. What is left is always a run of neighbouring ticks, so
///    there is exactly one. Without a reference price: the middle of the run, rounded down.
///
/// The order of the rules is that of the Australian and other exchanges' single-price auctions (ASX
/// "Equilibrium price" principles 1 to 4); the cost is linear in the number of price levels.
struct CallPrice {
    private var lowest: Int64 = 0
    private var highest: Int64 = 0
    private var volume: Int64 = 0
    private var surplus: Int64 = 0
    private var buyersHeavy = false
    private var sellersHeavy = false
    /// The highest candidate at which the buyers are the heavier side.
    private var turn: Int64 = 0

    /// - Parameters:
    ///   - bids: by rising price, each price once.
    ///   - offers: by rising price, each price once.
    ///   - marketBids: what is bid without a limit.
    ///   - marketOffers: what is offered without a limit.
    static func find(
        bids: [Wish], offers: [Wish], marketBids: Int64, marketOffers: Int64, reference: Int64?
    ) -> CallResult? {
        if bids.isEmpty && offers.isEmpty {
            return atReference(marketBids, marketOffers, reference)
        }
        var found = CallPrice()
        var demand = bids.reduce(marketBids) { $0 + $1.quantity }
        var supply = marketOffers
        var (bid, offer) = (0, 0)
        while bid < bids.count || offer < offers.count {
            let price = min(
                bid < bids.count ? bids[bid].price : .max,
                offer < offers.count ? offers[offer].price : .max)
            if offer < offers.count && offers[offer].price == price {
                supply += offers[offer].quantity
                offer += 1
            }
            found.consider(price, price, demand, supply)
            if bid < bids.count && bids[bid].price == price {
                demand -= bids[bid].quantity
                bid += 1
            }
            let next = min(
                bid < bids.count ? bids[bid].price : .max,
                offer < offers.count ? offers[offer].price : .max)
            if next != .max && next > price + 1 {
                found.consider(price + 1, next - 1, demand, supply)
            }
        }
        return found.result(reference)
    }

    /// Only orders without a limit: they can only meet at the reference price.
    private static func atReference(
        _ demand: Int64, _ supply: Int64, _ reference: Int64?
    ) -> CallResult? {
        guard let reference, min(demand, supply) > 0 else { return nil }
        return CallResult(
            price: reference, volume: min(demand, supply), surplus: abs(demand - supply),
            surplusSide: demand == supply ? nil : demand > supply ? .buy : .sell)
    }

    /// Rules 1 and 2 for a run of ticks with the same demand and supply; runs come by rising price.
    private mutating func consider(
        _ first: Int64, _ last: Int64, _ demand: Int64, _ supply: Int64
    ) {
        let tradable = min(demand, supply)
        let left = abs(demand - supply)
        guard tradable > 0, tradable >= volume else { return }
        if tradable == volume && left > surplus { return }
        if tradable > volume || left < surplus {
            volume = tradable
            surplus = left
            lowest = first
            (buyersHeavy, sellersHeavy) = (false, false)
        }
        highest = last
        if demand > supply {
            buyersHeavy = true
            turn = last
        } else if supply > demand {
            sellersHeavy = true
        }
    }

    /// Rules 3 and 4.
    private func result(_ reference: Int64?) -> CallResult? {
        guard volume > 0 else { return nil }
        let price: Int64
        if buyersHeavy && !sellersHeavy {
            price = highest
        } else if sellersHeavy && !buyersHeavy {
            price = lowest
        } else if let reference {
            price = min(max(reference, lowest), highest)
        } else {
            price = lowest + (highest - lowest) / 2
        }
        return CallResult(
            price: price, volume: volume, surplus: surplus, surplusSide: heavySide(price))
    }

    /// The heavier side at the price: where both occur, buyers are heavy below and sellers above.
    private func heavySide(_ price: Int64) -> Side? {
        if surplus == 0 { return nil }
        return buyersHeavy && price <= turn ? .buy : .sell
    }
}

extension Book {
    /// Looks whether the book's parts agree; what doesn't is said in words. Empty if all is well.
    /// Linear in the number of orders: for tests, simulators and after a recovery.
    public func checkInvariants() -> [String] {
        var faults: [String] = []
        var seen = 0
        for ladder in 0..<Ladders.count {
            seen += checkLadder(ladder, &faults)
        }
        if seen != pool.count { faults.append("\(pool.count) orders counted, \(seen) found") }
        let bid = ladders.heads[Ladders.bids].bestKey
        let offer = ladders.heads[Ladders.asks].bestKey
        if phase == .continuous && bid != 0 && offer != 0
            && Ladders.price(bid, Ladders.bids) >= Ladders.price(offer, Ladders.asks)
        {
            faults.append("bids and offers cross in continuous trading")
        }
        return faults
    }

    private func checkLadder(_ ladder: Int, _ faults: inout [String]) -> Int {
        var seen = 0
        var before = UInt64.max
        var level = ladders.heads[ladder].best
        if level != 0 && ladders.levels[level].key != ladders.heads[ladder].bestKey {
            faults.append("ladder \(ladder): the best key isn't the best level's")
        }
        while level != 0 {
            let key = ladders.levels[level].key
            if key >= before { faults.append("ladder \(ladder): levels are out of order") }
            if ladders.level(key, ladder) != level {
                faults.append("ladder \(ladder): key \(key) doesn't lead to its level")
            }
            seen += checkLevel(level, ladder, &faults)
            before = key
            level = ladders.level(after: key, ladder)
        }
        return seen
    }

    private func checkLevel(_ level: UInt32, _ ladder: Int, _ faults: inout [String]) -> Int {
        let stands = ladders.levels[level]
        var (count, shown, hidden) = (0, Int64(0), Int64(0))
        var previous: UInt32 = 0
        var slot = stands.first
        while slot != 0 && count <= pool.count {
            let order = pool[slot]
            let ends = order.previous == previous && order.level == level
            let found = table.slot(of: order.id, in: pool) == slot
            if !ends || !found || order.quantity <= 0 || order.marks.ladder != ladder {
                faults.append("order \(order.id): links, level, id or quantity are wrong")
            }
            count += 1
            shown += order.quantity
            hidden += open(slot) - order.quantity
            previous = slot
            slot = order.next
        }
        let sums = shown == stands.quantity && hidden == ladders.reserves[level]
        if count == 0 || count != Int(stands.count) || previous != stands.last || !sums {
            faults.append("ladder \(ladder), key \(stands.key): counts or sums are wrong")
        }
        return count
    }
}

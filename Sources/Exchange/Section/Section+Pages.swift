internal import BasicContainers

/// Some of a list.
public struct ListPage<Element: Sendable>: Sendable {
    /// What was found.
    public var found: [Element]
    /// Where to go on; nil if there is nothing more.
    public var next: UInt64?
}

/// How much of a list is wanted, and how far it may be looked for: a look at the section holds up
/// those who trade.
public struct PageBounds: Sendable {
    /// Where to go on from: the `next` of the page before.
    public var cursor: UInt64
    /// So many are wanted.
    public var limit: Int
    /// So many are glanced at, wanted or not; then the page ends, though it may have none.
    public var looks: Int

    /// Bounds; without a cursor it begins at the beginning.
    public init(from cursor: UInt64 = .max, limit: Int, looks: Int = 1 << 18) {
        self.cursor = cursor
        self.limit = limit
        self.looks = looks
    }
}

extension Section {
    /// Orders that stand, sent by or for one of these participants, or (none named) of all. They
    /// come in a fixed order, from the last place of those that are remembered: the newest first
    /// until orders were forgotten, whose places are then used again.
    public func openOrders(
        ofAny participants: [ParticipantIndex], within bounds: PageBounds
    ) -> ListPage<OrderState> {
        var page = ListPage<OrderState>(found: [])
        let isWanted = membership(participants)
        var slot = UInt32(clamping: min(UInt64(records.end), bounds.cursor))
        var looks = 0
        while slot > 1 {
            if page.found.count >= bounds.limit || looks >= bounds.looks {
                page.next = UInt64(slot)
                break
            }
            slot -= 1
            looks += 1
            guard records[slot].status == .open else { continue }
            let isTheirs =
                isWanted[Int(records[slot].owner)] || isWanted[Int(records[slot].sender)]
            if isTheirs { page.found.append(state(of: slot)) }
        }
        return page
    }

    /// By participant, whether it is one of these; all are if none is named.
    private func membership(_ participants: [ParticipantIndex]) -> [Bool] {
        var isWanted = Array(repeating: participants.isEmpty, count: firms.count)
        for participant in participants where Int(participant) < firms.count {
            isWanted[Int(participant)] = true
        }
        return isWanted
    }

    /// Contracts with one of these participants on a side, or (none named) all; the newest first.
    /// The cursor is a contract's number.
    public func contracts(
        ofAny participants: [ParticipantIndex], within bounds: PageBounds
    ) -> ListPage<Contract> {
        var page = ListPage<Contract>(found: [])
        let isWanted = membership(participants)
        var place = contracts.firstPosition(from: bounds.cursor)
        var looks = 0
        while place > 0 {
            if page.found.count >= bounds.limit || looks >= bounds.looks {
                page.next = contracts[place - 1].number + 1
                break
            }
            place -= 1
            looks += 1
            let isTheirs =
                isWanted[Int(contracts[place].buyer)] || isWanted[Int(contracts[place].seller)]
            if isTheirs { page.found.append(contracts[place]) }
        }
        return page
    }
}

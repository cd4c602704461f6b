import Testing

@testable import Exchange

/// The table of client orders beside a dictionary.
struct ClientOrderTableTests {
    private struct Name: Hashable {
        var number: UInt64
        var sender: ParticipantIndex
    }

    /// How senders number their orders.
    enum Numbering: CaseIterable {
        case sequence, gaps, random, fewHighBits, atTheEnd

        func next(_ count: UInt64, _ random: inout SeededRandom) -> UInt64 {
            switch self {
            case .sequence: 1 + count
            case .gaps: 1 + count * 5
            case .random: random.next() | 1
            case .fewHighBits: random.next() << 58 | random.next() & 31 | 1 << 6
            case .atTheEnd: .max - count
            }
        }
    }

    @Test(arguments: Numbering.allCases)
    func findsWhatWasEntered(_ numbering: Numbering) throws {
        let seed: UInt64 = 4_242
        var random = SeededRandom(seed: seed)
        var table = ClientOrderTable(mixingKey: seed)
        var model: [Name: UInt32] = [:]
        for count in 0..<30_000 as Range<UInt64> {
            let sender = ParticipantIndex(truncatingIfNeeded: 1 + random.next() % 7)
            let name = Name(number: numbering.next(count / 7, &random), sender: sender)
            let look = table.look(for: name.number, from: name.sender)
            try #require(look.slot == model[name] ?? 0, "seed \(seed), \(name)")
            if look.slot == 0 {
                let slot = UInt32(truncatingIfNeeded: model.count + 1)
                table.insert(slot, name.number, from: name.sender, at: look)
                model[name] = slot
            }
            let other = Name(number: name.number ^ random.next() % 64, sender: sender % 7 + 1)
            let found = table.look(for: other.number, from: other.sender).slot
            try #require(found == model[other] ?? 0, "seed \(seed), \(other)")
        }
        for (name, slot) in model {
            try #require(table.look(for: name.number, from: name.sender).slot == slot)
        }
    }

    /// Made anew from the records, it knows the same orders.
    @Test func isRebuiltFromTheRecords() throws {
        var random = SeededRandom(seed: 77)
        var records = PagedArray<OrderRecord>()
        records.append(.none)
        for slot in 1...10_000 as ClosedRange<UInt64> {
            records.append(
                OrderRecord(
                    clientOrder: slot.isMultiple(of: 3) ? random.next() : slot, owner: 1,
                    sender: 1 + UInt32(slot % 5), instrument: 0,
                    status: slot.isMultiple(of: 7) ? .none : .gone, side: .buy,
                    isResident: true, isCovered: false))
        }
        var table = ClientOrderTable(mixingKey: 5)
        table.rebuild(from: records)
        for slot in 1...10_000 as ClosedRange<UInt32> {
            let (number, sender) = (records[slot].clientOrder, records[slot].sender)
            let found = table.look(for: number, from: sender).slot
            try #require(found == (records[slot].status == .none ? 0 : slot))
        }
    }
}

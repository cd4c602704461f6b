import Exchange
import Journal
import Testing
import TradingFloor

struct RecoveryTests {
    @Test func snapshotAndRestEqualPlainReplay() throws {
        var random = Seeded("recovery")
        for round in 0..<4 {
            let folder = try SectionFolder()
            let actions = Market.opening + Market.flow(2_000, &random)
            let after = Int.random(in: 20..<2_000, using: &random)
            let live = try folder.commit(
                actions, groups: Int.random(in: 1...90, using: &random), snapshotAfter: after)

            #expect(live.deals > 200)
            print("recovery, round \(round): \(live)")
            let keeper = try folder.open()
            #expect(Outcome(keeper) == live, "seed \(random.seed), round \(round)")
            #expect(keeper.report.snapshot != nil)
            #expect(keeper.report.commands < UInt64(actions.count))
            #expect(keeper.section.checkInvariants() == [])
            keeper.close()

            for name in try folder.snapshots() { try folder.remove("snapshots/\(name)") }
            let plain = try folder.open()
            #expect(Outcome(plain) == live, "seed \(random.seed), round \(round)")
            #expect(plain.report.snapshot == nil)
            #expect(plain.report.commands == UInt64(actions.count))
            plain.close()
        }
    }

    /// Memory that was made elsewhere changes nothing but the need for more.
    @Test func suppliedMemoryChangesNothing() {
        var random = Seeded("memory")
        var plain = Section(SectionLimits(orders: 1 << 16))
        var supplied = Section(SectionLimits(orders: 1 << 16))
        var events = SectionEvents()
        var others = SectionEvents()
        var made = 0
        for (place, action) in (Market.opening + Market.flow(12_000, &random)).enumerated() {
            let command = SectionCommand(time: Instant(1_800_000_000_000), action: action)
            if place.isMultiple(of: 1_001) {
                let need = supplied.memoryNeed
                made += need.orders + need.contracts
                supplied.supply(SectionMemory(need))
                #expect(supplied.memoryNeed == .none)
            }
            plain.apply(command, into: &events)
            supplied.apply(command, into: &others)
        }
        #expect(events.array() == others.array(), "seed \(random.seed)")
        #expect(plain.snapshot() == supplied.snapshot(), "seed \(random.seed)")
        #expect(supplied.checkInvariants() == [])
        #expect(made > 32, "what was made at first should have been used")
    }

    /// Long enough that reading gets far ahead.
    @Test func aLongJournalIsReplayedAsItWasApplied() throws {
        var random = Seeded("long recovery")
        let folder = try SectionFolder()
        let cancels = (0..<80_000 as Range<UInt64>).map {
            SectionAction.cancel(OrderName(sender: 1, clientOrder: 1 << 40 + $0))
        }
        let actions = Market.opening + cancels + Market.flow(2_000, &random)
        let live = try folder.commit(actions, groups: 500)
        for name in try folder.snapshots() { try folder.remove("snapshots/\(name)") }
        let keeper = try folder.open()
        #expect(Outcome(keeper) == live, "seed \(random.seed)")
        #expect(keeper.report.commands == UInt64(actions.count))
        #expect(keeper.section.checkInvariants() == [])
        keeper.close()
    }

    @Test func aGroupOfSeveralEntriesIsReplayedAsItWasApplied() throws {
        let folder = try SectionFolder()
        let time: Int64 = 1_800_000_000_000
        let plan = try SessionPlan(
            code: "DAY", name: "",
            phases: [(PhaseKind.trading, "09:00"), (.closed, "18:00")].compactMap { kind, at in
                LocalTime(at).map { PlannedPhase(kind, at: $0) }
            })
        let cancels = (0..<30_000 as Range<UInt64>).map {
            SectionAction.cancel(OrderName(sender: 1, clientOrder: 1 << 40 + $0))
        }
        let session: [SectionAction] = [
            .openSession(
                plan,
                ScheduledSession(
                    plan: 0, day: CivilDay(0),
                    starts: [Instant(time + 1 << 30), Instant(time + 1 << 31)], isLastOfDay: true)),
            .session(.next(.trading)),
        ]
        let actions = Market.opening + cancels + session
        let live = try folder.commit(actions, groups: actions.count, at: time)
        let keeper = try folder.open()
        #expect(Outcome(keeper) == live)
        #expect(keeper.head.sequence > 3)
        #expect(keeper.dayBook.sessions.first?.entries.first == keeper.head.sequence)
        keeper.close()
    }

    @Test func theTwoNewestSnapshotsAreKept() throws {
        let folder = try SectionFolder()
        _ = try folder.commit(Market.opening, snapshotAfter: 0)
        for number in 1...4 as ClosedRange<UInt64> {
            _ = try folder.commit(
                [Market.order(1, number, .buy, 1, at: 90)], at: 1_900_000_000_000,
                snapshotAfter: 0)
        }
        #expect(try folder.snapshots().count == 2)
    }

    @Test func aBadSnapshotIsPassedOverAndSaid() throws {
        var random = Seeded("bad snapshots")
        let folder = try SectionFolder()
        _ = try folder.commit(Market.opening + Market.flow(100, &random), snapshotAfter: 0)
        let live = try folder.commit(
            Market.flow(100, &random, from: 1_000), at: 1_900_000_000_000, snapshotAfter: 50)
        let names = try folder.snapshots()
        #expect(names.count == 2)
        let good = try folder.read("snapshots/\(names[1])")
        for _ in 0..<60 {
            var bytes = good
            let place = Int.random(in: bytes.indices, using: &random)
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            try folder.write(bytes, "snapshots/\(names[1])")
            let keeper = try folder.open()
            #expect(Outcome(keeper) == live, "seed \(random.seed), byte \(place)")
            #expect(keeper.report.passedOver.count == 1, "byte \(place)")
            #expect(keeper.report.passedOver.first?.path.hasSuffix(names[1]) == true)
            #expect(keeper.report.snapshot != nil)
            keeper.close()
        }
        for name in names { try folder.write([1, 2, 3], "snapshots/\(name)") }
        let keeper = try folder.open()
        #expect(keeper.report.passedOver.count == 2)
        #expect(Outcome(keeper) == live)
        keeper.close()
    }

    @Test func aSnapshotOfAnotherJournalIsPassedOver() throws {
        let folder = try SectionFolder()
        let other = try SectionFolder()
        let live = try folder.commit(Market.opening, snapshotAfter: 0)
        _ = try other.commit(
            Market.opening.dropLast() + [.enterPhase(nil, .call)], snapshotAfter: 0)
        let names = try folder.snapshots()
        #expect(try other.snapshots() == names)
        try folder.write(
            try other.read("snapshots/\(names[0])"), "snapshots/\(names[0])")
        let keeper = try folder.open()
        #expect(Outcome(keeper) == live)
        #expect(keeper.report.passedOver.count == 1)
        keeper.close()
    }

    @Test func everyFlippedBitOfTheJournalIsRefusedByName() throws {
        var random = Seeded("flipped bits")
        let folder = try SectionFolder()
        _ = try folder.commit(
            Market.opening + Market.flow(300, &random), groups: 7, snapshotAfter: 200)
        let segment = try #require(try folder.segments().last)
        let good = try folder.read("journal/\(segment)")
        for _ in 0..<80 {
            var bytes = good
            let place = Int.random(in: bytes.indices, using: &random)
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            try folder.write(bytes, "journal/\(segment)")
            switch folder.refusal() {
            case .journal(.corrupt(let found, _)): #expect(found.segment == segment)
            // What is left before the damage ends before the acknowledged entry.
            case .journal(.lost): break
            case let other:
                Issue.record("byte \(place), seed \(random.seed): \(String(describing: other))")
            }
        }
        try folder.write(good, "journal/\(segment)")
        let keeper = try folder.open()
        keeper.close()
    }

    @Test func aTornTailIsCutOff() throws {
        var random = Seeded("torn tails")
        let folder = try SectionFolder()
        let live = try folder.commit(Market.opening + Market.flow(100, &random))
        let segment = try #require(try folder.segments().last)
        let good = try folder.read("journal/\(segment)")
        // What a crash leaves of a group that was never acknowledged.
        _ = try folder.commit(
            Market.flow(400, &random, from: 5_000), groups: 400, at: 1_900_000_000_000)
        let more = try folder.read("journal/\(segment)")
        for _ in 0..<20 {
            let length = Int.random(in: good.count..<more.count, using: &random)
            try folder.write(Array(more[..<length]), "journal/\(segment)")
            try folder.remove("journal/head")
            let keeper = try folder.open()
            #expect(Outcome(keeper) == live, "seed \(random.seed), \(length) bytes")
            keeper.close()
        }
    }

    @Test func acknowledgedEntriesThatAreMissingAreRefused() throws {
        let folder = try SectionFolder()
        _ = try folder.commit(Market.opening, groups: 3)
        let segment = try #require(try folder.segments().last)
        let old = try folder.read("journal/\(segment)")
        _ = try folder.commit(
            [Market.order(1, 1, .buy, 1, at: 90)], at: 1_900_000_000_000, snapshotAfter: 0)
        try folder.write(old, "journal/\(segment)")
        #expect(folder.refusal() != nil)
        // The head is lost as well; the snapshot still knows.
        try folder.remove("journal/head")
        guard case .journalBehind("steel", _, let entry, let head) = folder.refusal() else {
            Issue.record("the journal is behind a snapshot, and nobody minds")
            return
        }
        #expect(entry == head + 1)
    }

    @Test func anEntryOfAnotherKindIsRefused() throws {
        let folder = try SectionFolder()
        let live = try folder.commit(Market.opening)
        let journal = try FileJournal.open("\(folder.path)/journal")
        let batch = try journal.beginBatch()
        try batch.append(JournalDraft(actor: "x", kind: "record.put", payload: []))
        try batch.commit()
        journal.close()
        guard case .badEntry("steel", let entry, _) = folder.refusal() else {
            Issue.record("a foreign entry is there, and nobody minds")
            return
        }
        #expect(entry == live.entry + 1)
    }

    @Test func twoProcessesCantHaveASection() throws {
        let folder = try SectionFolder()
        let keeper = try folder.open()
        #expect(folder.refusal() != nil)
        keeper.close()
    }
}

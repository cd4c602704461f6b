import Exchange
import Testing

/// Numbers at and beyond every limit, in every command: nothing traps, everything stays sound, and
/// what comes of it is the same after a restart.
@Suite struct HostileInputTests {
    private static let limits = SectionLimits(orders: 200, ordersPerBook: 16, instruments: 5)

    private struct Source {
        var random: SeededRandom

        mutating func number() -> Int64 {
            let edges: [Int64] = [
                .min, .min + 1, -(1 << 40), -1, 0, 1, 2, 5, 10, 50, 99, 100, 101, 1_000, 1 << 20,
                (1 << 40) - 1, 1 << 40, (1 << 40) + 1, 1 << 59, 1 << 60, .max - 1, .max,
            ]
            if random.chance(92) { return Int64.random(in: 60...120, using: &random) }
            return edges[Int.random(in: 0..<edges.count, using: &random)]
        }

        mutating func word() -> UInt64 {
            random.chance(95)
                ? UInt64.random(in: 0...12, using: &random) : UInt64(bitPattern: number())
        }

        mutating func firm() -> UInt32 {
            random.chance(97)
                ? UInt32.random(in: 1...4, using: &random)
                : [0, 5, 1 << 20, .max][Int.random(in: 0..<4, using: &random)]
        }

        mutating func index() -> UInt32 {
            random.chance(97)
                ? UInt32.random(in: 0...4, using: &random) : UInt32(truncatingIfNeeded: number())
        }

        mutating func pick<Value>(_ values: [Value]) -> Value {
            values[Int.random(in: 0..<values.count, using: &random)]
        }

        mutating func instrument() -> Instrument {
            let number = number()
            let rates = Rates(deposit: UInt32.random(in: 0...10_001, using: &random), fee: 17)
            let far = pick([Int64(10), 100_000, 100_000, 100_000, 100_000, .max])
            return Instrument(
                code: "I\(UInt8.random(in: 0...9, using: &random))", name: "x",
                commodity: RecordName("x"), lotSize: ExactDecimal(1), unit: "t",
                tickValue: pick([1, 1, 1, 100, 1 << 32, number]), tickSize: ExactDecimal(1),
                currency: RecordedCurrency.rouble,
                basis: Basis(rule: .fob, place: "", region: RecordName("x")),
                deadlines: ContractTerms(
                    signing: far, payment: far, shipment: far, acceptance: far, claims: 1),
                bands: PriceBands(fixed: random.chance(50) ? 1...200 : nil),
                mode: pick(TradingMode.allCases + [TradingMode](repeating: .continuous, count: 6)),
                resident: rates, nonResident: rates)
        }

        mutating func entry() -> OrderEntry {
            var order = NewOrder(
                id: word(), side: pick(Side.allCases),
                kind: pick(OrderKind.allCases + [.limit, .limit, .limit]),
                price: number(), quantity: number(),
                validity: pick(Validity.allCases + [.day, .day, .day]),
                date: word())
            order.stop = number()
            if random.chance(20) { order.protection = number() }
            if random.chance(10) { order.display = number() }
            if random.chance(10) { order.minimum = number() }
            if random.chance(10) {
                order.conditions = OrderConditions(
                    rawValue: UInt8.random(in: 0...9, using: &random))
            }
            // The fourth firm trades through the first.
            let sender = firm()
            return OrderEntry(
                sender: sender == 4 ? 1 : sender, client: sender == 4 ? 4 : 0,
                clientOrder: UInt64.random(in: 0...400, using: &random), instrument: index(),
                receipt: random.chance(10) ? word() : 0, order: order)
        }

        mutating func listing() -> AuctionListing {
            let lot = Lot(code: "L", name: "", instrument: index(), quantity: number())
            let now = Instant(Int64.random(in: 0...2_000, using: &random))
            var open = OpenAuctionTerms(
                pick(BiddingDirection.allCases), quantity: lot.quantity, start: number(),
                step: pick([1, 5, number()]), opens: now, ends: now.advanced(by: 200))
            open.takesMaximums = random.chance(30)
            open.isRetractable = true
            let stages = ThreeStageTerms(beforeSealed: 5, sealed: 100, beforeBest: 5, best: 100)
            let dutch = DutchTerms(
                quantity: lot.quantity, start: number(), decrement: pick([1, 5, number()]),
                interval: 20,
                floor: 1, opens: now,
                form: random.chance(50)
                    ? .clock(least: 1, restart: 0) : .threeStage(stages))
            return AuctionListing(
                lot: lot, owner: firm(), receipt: random.chance(20) ? word() : 0,
                terms: random.chance(50) ? .open(open) : .dutch(dutch))
        }

        mutating func act() -> AuctionAct {
            switch Int.random(in: 0..<12, using: &random) {
            case 0: .retract
            case 1: .withdraw
            case 2: .halt
            case 3: .resume
            case 4: .cancel
            case 5, 6: .seal(number())
            case 7: .improve(number())
            case 8, 9: .take(number(), number())
            default: .bid(number())
            }
        }

        mutating func action() -> SectionAction {
            let payment = Payment(
                voucher: 0, participant: firm(), currency: RecordedCurrency.rouble,
                amount: number())
            switch Int.random(in: 0..<100, using: &random) {
            case ..<40: return .enter(entry())
            case ..<45: return .cancel(OrderName(sender: firm(), clientOrder: word()))
            case ..<47:
                return .cancel(
                    OrderName(sender: 0, order: UInt64.random(in: 0...100, using: &random)))
            case ..<54:
                return .replace(
                    OrderReplacement(
                        name: OrderName(
                            sender: firm(), order: UInt64.random(in: 0...100, using: &random)),
                        request: word() % 3,
                        price: number(), quantity: number()))
            case ..<56:
                return .massCancel(MassCancel(participant: firm(), instrument: index()))
            case ..<57: return pick([.kill(firm(), on: random.chance(5)), .disconnect(firm())])
            case ..<59: return .alterInstrument(index(), instrument())
            case ..<60: return .suspend(firm(), on: random.chance(5))
            case ..<66: return .payIn(payment)
            case ..<68: return .payOut(payment)
            case ..<69:
                var fee = payment
                if random.chance(95) { fee.amount = 1 }
                return .chargeFee(fee)
            case ..<72:
                return .issueReceipt(
                    ReceiptIssue(
                        owner: firm(), instrument: index(), quantity: number(), voucher: 1))
            case ..<74:
                return pick([
                    .moveReceipt(
                        ReceiptMove(
                            owner: firm(), receipt: word(), quantity: number(), receiver: firm())),
                    .mergeReceipts(owner: firm(), first: word(), second: word()),
                    .withdrawReceipt(owner: firm(), receipt: word(), quantity: number()),
                ])
            case ..<77:
                return .registerDeal(
                    DealProposal(
                        sender: firm(), side: pick(Side.allCases), counterparty: firm(),
                        instrument: index(), price: pick([100, 100, 100, number()]),
                        quantity: pick([1, 1, 1, number()])))
            case ..<78: return .withdrawDeal(firm(), word())
            case ..<86:
                return .step(
                    contract: word(), pick(ContractStep.allCases),
                    by: random.chance(50) ? 0 : firm())
            case ..<88: return .listAuction(listing())
            case ..<94:
                return .auction(
                    word(), act(), by: random.chance(20) ? 0 : firm(),
                    client: random.chance(10) ? firm() : 0)
            case ..<98:
                return pick([
                    .enterPhase(index(), pick(BookPhase.allCases)),
                    .enterPhase(nil, .continuous), .enterPhase(nil, .continuous),
                    .uncross(nil, reference: number(), then: .continuous),
                ])
            default: return pick([.forget, .expire(.day), .session(.halt), .advance])
            }
        }
    }

    @Test func nothingTrapsAndEverythingStaysSound() throws {
        var seen = [Int](repeating: 0, count: 256)
        for seed in 1...UInt64(Scale.runs) {
            var source = Source(random: SeededRandom(seed: seed))
            var section = Section(Self.limits)
            var events = SectionEvents()
            var setting: [SectionAction] = (0..<12).map { _ in .list(source.instrument()) }
            for firm in 1...4 as ClosedRange<UInt32> {
                let participant = Participant(
                    code: "F\(firm)", name: "", organisation: RecordName("x"),
                    isResident: firm % 2 == 0, broker: firm == 4 ? 1 : 0,
                    selfTrade: firm == 2 ? .decrement : nil)
                setting.append(.admit(participant))
                setting.append(
                    .payIn(
                        Payment(
                            voucher: 0, participant: firm, currency: RecordedCurrency.rouble,
                            amount: 1 << 57)))
            }
            setting.append(.enterPhase(nil, .continuous))
            for action in setting {
                section.apply(SectionCommand(time: Instant(0), action: action), into: &events)
            }
            var time: Int64 = 0
            for step in 0..<Scale.commands {
                time += Int64.random(in: 0...4, using: &source.random)
                let moment =
                    source.random.chance(1) ? Instant(source.number() % 4_000) : Instant(time)
                let command = SectionCommand(time: moment, action: source.action())
                events.removeAll()
                section.apply(command, into: &events)
                for place in 0..<events.count {
                    seen[Int(events[place].kind.rawValue)] += 1
                }
                guard step % 10 == 9 else { continue }
                let faults = section.checkInvariants()
                guard faults.isEmpty else {
                    Issue.record("seed \(seed), step \(step): \(command)\n\(faults)")
                    return
                }
                let hash = section.stateHash
                section = try Section(Self.limits, restoring: section.snapshot())
                #expect(section.stateHash == hash, "seed \(seed), step \(step)")
            }
        }
        // What must have happened for the above to mean anything, in more than a few runs.
        guard Scale.runs >= 40 else { return }
        for kind in [
            SectionEventKind.accepted, .dealt, .cancelled, .replaced, .dealRegistered,
            .contractStepped, .penaltyPaid, .receiptIssued, .auctionListed,
        ] { #expect(seen[Int(kind.rawValue)] > 0, "no \(kind)") }
    }

    @Test func damagedBytesAreRefusedOrHarmless() throws {
        var source = Source(random: SeededRandom(seed: 7))
        var section = Section(Self.limits)
        var events = SectionEvents()
        for _ in 0..<200 {
            let bytes = CommandCodec.encode(
                SectionCommand(time: Instant(1), action: source.action()))
            for _ in 0..<20 {
                var damaged = bytes
                let place = Int.random(in: 0..<damaged.count, using: &source.random)
                damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &source.random)
                if let command = try? CommandCodec.decode(damaged) {
                    section.apply(command, into: &events)
                }
            }
            events.removeAll()
        }
        #expect(section.checkInvariants().isEmpty)
        let snapshot = section.snapshot()
        for _ in 0..<2_000 {
            var damaged = snapshot
            let place = Int.random(in: 0..<damaged.count, using: &source.random)
            damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &source.random)
            guard var restored = try? Section(Self.limits, restoring: damaged) else { continue }
            restored.apply(SectionCommand(time: Instant(9), action: .advance), into: &events)
        }
    }
}

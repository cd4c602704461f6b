internal import Exchange

/// What the house sets up: instruments, participants, plans.
enum House {
    static let currencies = ["RUB", "BYN", "EUR"].compactMap { CurrencyCode($0) }

    static func instrument(_ number: Int, _ chance: inout Chance) -> Instrument? {
        guard
            let currency = currencies.first(where: { _ in chance.happens(700) })
                ?? currencies.last
        else { return nil }
        let modes: [TradingMode] = [
            .continuous, .continuous, .continuous, .call, .english, .reverse, .dutch, .negotiated,
        ]
        // The first book is always there for orders.
        let mode = number == 0 ? .continuous : chance.one(of: modes)
        return Instrument(
            code: "GOOD-\(number)", name: "good \(number)",
            commodity: RecordName("commodity/good-\(number)"), lotSize: ExactDecimal(1),
            unit: "t", tickValue: chance.one(of: [1, 7, 100]), tickSize: ExactDecimal(1),
            currency: currency,
            basis: Basis(rule: .fca, place: "Pskov", region: RecordName("place/ru/pskov")),
            deadlines: terms(&chance), bands: bands(&chance), mode: mode,
            group: UInt8(chance.number(0...2)),
            resident: rates(&chance), nonResident: rates(&chance),
            largestOrderValue: chance.happens(100) ? 50_000 : 0)
    }

    private static func rates(_ chance: inout Chance) -> Rates {
        Rates(
            deposit: chance.one(of: [0, 333, 500, 10_000]), fee: chance.one(of: [0, 2, 17, 100]))
    }

    private static func terms(_ chance: inout Chance) -> ContractTerms {
        // Short ones pass while the run is on.
        let most: Int64 = chance.one(of: [60_000, 1 << 34, 1 << 34, 1 << 36])
        return ContractTerms(
            signing: chance.number(1...most), payment: chance.number(0...most),
            shipment: chance.number(0...most), acceptance: chance.number(0...most),
            claims: chance.number(0...most))
    }

    private static func bands(_ chance: inout Chance) -> PriceBands {
        var bands = PriceBands()
        if chance.happens(200) { bands.entry = 60...160 }
        if chance.happens(200) { bands.fixed = 95...108 }
        if chance.happens(150) { bands.dynamic = chance.number(1...6) }
        return bands
    }

    static func participant(
        _ number: Int, brokers: ClosedRange<UInt32>, _ chance: inout Chance
    ) -> Participant {
        Participant(
            code: "FIRM-\(number)", name: "firm \(number)",
            organisation: RecordName("organisation/\(number)"),
            places: chance.happens(500) ? [RecordName("place/ru/pskov")] : [],
            isResident: number % 3 != 0, groups: chance.happens(100) ? 3 : .max,
            broker: number > 2 && chance.happens(200) ? chance.number(brokers) : 0,
            firmGroup: chance.happens(200) ? 9 : 0,
            selfTrade: chance.happens(400) ? chance.one(of: SelfTradePolicy.allCases) : nil,
            cancelsOnDisconnect: chance.happens(500),
            limits: OrderLimits(
                value: chance.happens(80) ? 30_000 : 0,
                perSecond: chance.happens(50) ? 5 : 0, open: chance.happens(80) ? 6 : 0))
    }

    /// The first commands of a section.
    static func opening(_ temper: Temper, _ chance: inout Chance) -> [SectionAction] {
        var actions = (0..<temper.instruments).compactMap { number in
            instrument(number, &chance).map { SectionAction.list($0) }
        }
        for firm in 1...temper.firms {
            var participant = participant(firm, brokers: 1...1, &chance)
            if firm <= 2 { participant.groups = .max }
            actions.append(.admit(participant))
        }
        var voucher: UInt64 = 0
        for firm in 1...temper.firms {
            for currency in currencies {
                voucher += 1
                actions.append(
                    .payIn(
                        Payment(
                            voucher: voucher, participant: UInt32(firm), currency: currency,
                            amount: chance.one(of: [3_000, 400_000, 1 << 40]))))
            }
        }
        if temper.hasTimetable, let timetable = timetable(&chance) {
            actions.append(.setTimetable(timetable))
        } else {
            actions.append(.enterPhase(nil, chance.happens(800) ? .continuous : .call))
        }
        return actions
    }

    static func timetable(_ chance: inout Chance) -> Timetable? {
        guard let plan = plan(&chance),
            let zone = try? TimeZoneTable(name: "Europe/Minsk", initialOffset: 10_800)
        else { return nil }
        return try? Timetable(
            zone: zone, plans: [plan],
            entries: [TimetableEntry(plan: 0, weekdays: .everyDay)], exceptions: [])
    }

    static func plan(_ chance: inout Chance) -> SessionPlan? {
        var kinds: [PhaseKind] = [.announcement, .preOpening, .openingCall, .trading]
        if chance.happens(500) { kinds.append(.sellersCorrection) }
        if chance.happens(500) { kinds.append(.dealMaking) }
        if chance.happens(500) { kinds.append(.closingCall) }
        if chance.happens(300) { kinds = [.trading] }
        kinds.append(.closed)
        // Runs begin at eleven o'clock there, so something is on soon.
        var second = 39_600 + chance.number(Int32(-3_000)...chance.one(of: [10, 20_000]))
        var phases: [PlannedPhase] = []
        for kind in kinds {
            guard let start = LocalTime(seconds: second) else { return nil }
            phases.append(PlannedPhase(kind, at: start))
            second += chance.number(1...12_000)
        }
        return try? SessionPlan(
            code: "DAY", name: "day", phases: phases,
            places: chance.happens(40) ? [RecordName("place/ru/pskov")] : [],
            carriesOver: chance.happens(700), bandCall: chance.number(1...300_000),
            resumeCall: chance.number(0...300_000))
    }
}

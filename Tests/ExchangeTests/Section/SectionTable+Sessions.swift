import Exchange

extension SectionTable {
    private static let phases: [String: PhaseKind] = [
        "announcement": .announcement, "pre": .preOpening, "opening": .openingCall,
        "trading": .trading, "correction": .sellersCorrection, "deals": .dealMaking,
        "closing": .closingCall, "closed": .closed,
    ]

    /// `opensession pre=100 trading=200 closed=300 [places=place/x] [drops]`.
    func openSession(_ words: [String]) -> SectionAction? {
        var planned: [PlannedPhase] = []
        var starts: [Instant] = []
        for word in words {
            let parts = word.split(separator: "=").map(String.init)
            guard parts.count == 2, let kind = Self.phases[parts[0]],
                let moment = Int64(parts[1]),
                let start = LocalTime(seconds: Int32(planned.count + 1))
            else { continue }
            planned.append(PlannedPhase(kind, at: start))
            starts.append(Instant(moment))
        }
        let places = Self.value("places", words).map { [RecordName($0)] } ?? []
        guard let day = CivilDay("2026-11-21"),
            let plan = try? SessionPlan(
                code: "T", name: "Test", phases: planned, places: places,
                carriesOver: !words.contains("drops"), bandCall: 50, resumeCall: 0)
        else { return nil }
        return .openSession(
            plan, ScheduledSession(plan: 0, day: day, starts: starts, isLastOfDay: true))
    }

    /// `session halt|resume|cancel|extend MS|next PHASE`.
    func sessionAction(_ words: [String]) -> SectionAction? {
        switch words[0] {
        case "halt": .session(.halt)
        case "resume": .session(.resume)
        case "cancel": .session(.cancel)
        case "extend": .session(.extend(Int64(words[1]) ?? 0))
        default: Self.phases[words[1]].map { .session(.next($0)) }
        }
    }

    /// `auction english|reverse|dutch FIRM LOTS start=… opens=… ends=…`.
    func auctionAction(_ words: [String]) -> SectionAction? {
        let number = { (key: String) in Self.value(key, words).flatMap { Int64($0) } }
        let instrument = section.instruments.firstIndex { "\($0.mode)" == words[0] } ?? 0
        let quantity = Int64(words[2]) ?? 0
        let lot = Lot(
            code: "LOT", name: "Lot", instrument: InstrumentIndex(instrument),
            quantity: quantity)
        let opens = Instant(number("opens") ?? 0)
        let terms: AuctionTerms
        if words[0] == "dutch" {
            var form = DutchForm.clock(least: number("least") ?? 1, restart: 0)
            if let length = number("sealed") {
                form = .threeStage(
                    ThreeStageTerms(beforeSealed: 0, sealed: length, beforeBest: 0, best: length))
            }
            terms = .dutch(
                DutchTerms(
                    quantity: quantity, start: number("start") ?? 0,
                    decrement: number("step") ?? 1, interval: 10, floor: number("floor") ?? 1,
                    opens: opens, form: form))
        } else {
            var open = OpenAuctionTerms(
                words[0] == "english" ? .ascending : .descending, quantity: quantity,
                start: number("start") ?? 0, step: number("step") ?? 1, opens: opens,
                ends: Instant(number("ends") ?? 0))
            open.reserve = number("reserve")
            open.buyNow = number("buynow")
            open.window = number("window") ?? 0
            open.prolongation = number("window") ?? 0
            terms = .open(open)
        }
        return .listAuction(
            AuctionListing(
                lot: lot, owner: firm(words[1]),
                receipt: number("receipt").map { UInt64($0) } ?? 0, terms: terms))
    }

    /// `FIRM bids AUCTION PRICE` and the like.
    func auctionAct(_ sender: ParticipantIndex, _ words: [String]) -> SectionAction? {
        let number = UInt64(words[2]) ?? 0
        let price = words.count > 3 ? Int64(words[3]) ?? 0 : 0
        let act: AuctionAct
        switch words[1] {
        case "bids": act = .bid(price)
        case "seals": act = .seal(price)
        case "improves": act = .improve(price)
        case "takes":
            let (quantity, most) = Self.pair(words[3])
            act = .take(Int64(most) ?? 0, quantity)
        case "withdraws": act = .withdraw
        case "retracts-bid": act = .retract
        case "opens": act = .open
        case "halts": act = .halt
        case "resumes": act = .resume
        default: act = .cancel
        }
        return .auction(number, act, by: sender, client: 0)
    }
}

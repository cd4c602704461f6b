public import Exchange

/// Commands in words that a broker can read, with codes instead of numbers.
struct CommandText {
    private(set) var instruments: [String] = []
    private(set) var participants: [String] = []

    /// Takes over codes that are new in the section; they only ever become more.
    mutating func learn(_ section: borrowing Section) {
        if section.instruments.count != instruments.count {
            instruments = section.instruments.map(\.code)
        }
        if section.participants.count != participants.count {
            participants = section.participants.map(\.code)
        }
    }

    func words(_ number: UInt64, _ item: FloorCommand) -> String {
        "\(number) \(item.command.time.text) \(words(item.command.action))"
    }

    private func firm(_ index: ParticipantIndex) -> String {
        index == 0
            ? "HOUSE" : Int(index) < participants.count ? participants[Int(index)] : "firm \(index)"
    }

    private func goods(_ index: InstrumentIndex) -> String {
        Int(index) < instruments.count ? instruments[Int(index)] : "instrument \(index)"
    }

    private func goods(_ index: InstrumentIndex?) -> String {
        index.map { goods($0) } ?? "all instruments"
    }

    private func order(_ name: OrderName) -> String {
        name.clientOrder == 0 ? "order \(name.order)" : "client order \(name.clientOrder)"
    }

    private func words(_ action: SectionAction) -> String {
        switch action {
        case .enter(let entry):
            let order = entry.order
            let side = order.side == .buy ? "buys" : "sells"
            let kind = order.kind == .limit ? "" : " \(order.kind)"
            let validity =
                order.validity == .goodTillCancelled ? "" : " \(order.validity)"
            let client = entry.client == 0 ? "" : " for \(firm(entry.client))"
            return
                "\(firm(entry.sender))\(client) \(side) \(order.quantity) \(goods(entry.instrument)) "
                + "at \(order.price)\(kind)\(validity), client order \(entry.clientOrder)"
        case .cancel(let name): return "\(firm(name.sender)) cancels \(order(name))"
        case .replace(let change):
            return "\(firm(change.name.sender)) replaces \(order(change.name)): "
                + "\(change.quantity) at \(change.price)"
        case .massCancel(let which):
            return
                "all orders of \(firm(which.participant)) in \(goods(which.instrument)) cancelled"
        case .disconnect(let index): return "\(firm(index)) disconnected"
        case .kill(let index, let isOn):
            return "kill switch \(isOn ? "on" : "off"), \(index == 0 ? "all" : firm(index))"
        case .registerDeal(let deal):
            return "\(firm(deal.sender)) registers: \(deal.side == .buy ? "bought" : "sold") "
                + "\(deal.quantity) \(goods(deal.instrument)) at \(deal.price), "
                + "with \(firm(deal.counterparty))"
        case .step(let contract, let step, let actor):
            return "contract \(contract): \(step) by \(firm(actor))"
        case .payIn(let payment):
            return "\(firm(payment.participant)) paid in \(payment.amount) \(payment.currency.text)"
        case .payOut(let payment):
            return
                "\(firm(payment.participant)) was paid \(payment.amount) \(payment.currency.text)"
        case .auction(let number, let act, let actor, _):
            return "auction \(number): \(act) by \(firm(actor))"
        case .listAuction(let listing):
            return "\(listing.lot.code) of \(firm(listing.owner)) is listed for auction"
        case .admit(let participant): return "\(participant.code) is admitted"
        case .list(let instrument): return "\(instrument.code) is listed"
        case .session(let order): return "session: \(order)"
        case .enterPhase(let index, let phase): return "\(goods(index)): phase \(phase)"
        case .uncross(let index, _, let next): return "\(goods(index)): uncross, then \(next)"
        case .advance: return "time"
        case .alterInstrument(let index, _): return "\(goods(index)) is altered"
        case .alterParticipant(let index, _): return "\(firm(index)) is altered"
        case .suspend(let index, let isOn):
            return "\(firm(index)) is \(isOn ? "suspended" : "let in again")"
        case .chargeFee(let payment):
            return "\(firm(payment.participant)) owes \(payment.amount) \(payment.currency.text)"
        case .issueReceipt(let issue):
            return "receipt for \(firm(issue.owner)): \(issue.quantity) \(goods(issue.instrument))"
        case .moveReceipt(let move):
            return "\(move.quantity) of receipt \(move.receipt) of \(firm(move.owner)) moved"
        case .mergeReceipts(let owner, let first, let second):
            return "receipts \(first) and \(second) of \(firm(owner)) merged"
        case .withdrawReceipt(let owner, let receipt, let quantity):
            return "\(quantity) of receipt \(receipt) of \(firm(owner)) withdrawn"
        case .withdrawDeal(let index, let number):
            return "\(firm(index)) withdraws deal \(number)"
        case .setTimetable: return "timetable set"
        case .openSession(let plan, _): return "session \(plan.code) planned"
        case .expire(let validity): return "\(validity) orders expire"
        case .forget: return "what is over is forgotten"
        }
    }
}

extension Instant {
    /// The moment as ISO 8601 in UTC, with milliseconds.
    public var text: String {
        guard self != .distantPast && self != .distantFuture else {
            return self == .distantPast ? "never" : "for ever"
        }
        let day = Int64(86_400_000)
        var days = rawValue / day
        var rest = rawValue - days * day
        if rest < 0 {
            days -= 1
            rest += day
        }
        func pad(_ number: Int64, _ width: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        let date = CivilDay(Int32(clamping: days)).text
        return "\(date)T\(pad(rest / 3_600_000, 2)):\(pad(rest / 60_000 % 60, 2))"
            + ":\(pad(rest / 1_000 % 60, 2)).\(pad(rest % 1_000, 3))Z"
    }
}

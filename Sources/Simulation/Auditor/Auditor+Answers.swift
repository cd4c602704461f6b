internal import Exchange

/// What the auditor knew before a command: whether it must be a repetition.
enum Known {
    /// It was never sent.
    case new
    /// It was sent before; the section's number of the order, and what is open of it.
    case sent(UInt64)
    /// Whether it was can't be said.
    case unsure
}

extension Auditor {
    /// Whether an event answers a command about an order or a payment, whoever caused it.
    static func isAnswer(_ event: SectionEvent) -> Bool {
        switch event.kind {
        case .accepted, .refused, .repeated, .replaceRefused, .replaced, .reduced, .cancelled,
            .cancelRefused, .paidIn, .paidOut, .feeCharged, .commandRefused:
            true
        default: false
        }
    }

    func knowledge(of action: SectionAction) -> Known {
        switch action {
        case .enter(let entry):
            let key = ClientKey(sender: entry.sender, number: entry.clientOrder)
            return remembered[key].map { .sent($0) } ?? .new
        case .replace(let replacement):
            guard let fact = order(replacement.name) else { return .unsure }
            let isSame =
                replacement.request != 0 && replacement.request == fact.lastRequest
            return isSame ? .sent(fact.number) : .new
        case .payIn(let payment), .payOut(let payment), .chargeFee(let payment):
            guard payment.voucher != 0 else { return .new }
            return payment.voucher <= lastVoucher ? .sent(payment.voucher) : .new
        default: return .unsure
        }
    }

    /// The order that a name means, if it stands and the sender may name it.
    private func order(_ name: OrderName) -> OrderFact? {
        if name.clientOrder != 0 {
            return remembered[ClientKey(sender: name.sender, number: name.clientOrder)]
                .flatMap { orders[$0] }
        }
        return orders[name.order].flatMap { fact in
            let isOwn = fact.sender == name.sender || fact.owner == name.sender
            return name.sender == 0 || isOwn ? fact : nil
        }
    }

    /// Each command about an order or a payment is answered once; what was sent before is told
    /// again and does nothing.
    mutating func checkAnswer(
        _ action: SectionAction, _ events: [SectionEvent], _ known: Known
    ) throws(Finding) {
        switch action {
        case .enter(let entry): try checkEntry(entry, events, known)
        case .replace(let replacement): try checkReplacement(replacement, events, known)
        case .payIn(let payment), .payOut(let payment), .chargeFee(let payment):
            try checkPayment(payment, events, known)
        default: break
        }
    }

    private func checkEntry(
        _ entry: OrderEntry, _ events: [SectionEvent], _ known: Known
    ) throws(Finding) {
        let answers = events.filter {
            [.accepted, .refused, .repeated].contains($0.kind)
                && $0.counter == entry.clientOrder
        }
        guard answers.count == 1, let answer = answers.first else {
            throw Finding(
                "once", "command \(number): a new order has \(answers.count) answers")
        }
        switch known {
        case .sent(let number):
            guard answer.kind == .repeated, answer.order == number,
                answer.remaining == orders[number]?.open ?? 0
            else { throw wrong("once", answer, "it was sent before, as order \(number)") }
            guard events.last == answer else {
                throw wrong("once", answer, "something was done for an order that was sent before")
            }
        case .new, .unsure:
            guard answer.kind != .repeated else {
                throw wrong("once", answer, "it was never sent before")
            }
        }
    }

    private mutating func checkReplacement(
        _ replacement: OrderReplacement, _ events: [SectionEvent], _ known: Known
    ) throws(Finding) {
        let isRepeated = events.contains { $0.kind == .repeated }
        switch known {
        case .sent(let number):
            // The order may have left in the same command, by its date.
            guard isRepeated || orders[number] == nil else {
                throw Finding("once", "command \(self.number): a replacement was done twice")
            }
        case .new, .unsure:
            if isRepeated {
                throw Finding("once", "command \(number): a replacement that wasn't sent before")
            }
            // Only an order that stood at the time takes note of the request.
            let name = replacement.name
            guard case .new = known, let fact = order(name) else { return }
            orders[fact.number]?.lastRequest = replacement.request
        }
    }

    private mutating func checkPayment(
        _ payment: Payment, _ events: [SectionEvent], _ known: Known
    ) throws(Finding) {
        let answers = events.filter {
            [.paidIn, .paidOut, .feeCharged, .commandRefused].contains($0.kind)
        }
        guard let answer = answers.last else {
            throw Finding("once", "command \(number): a payment without an answer")
        }
        guard answer.kind != .commandRefused else { return }
        if case .sent(let voucher) = known {
            throw wrong("once", answer, "voucher \(voucher) was booked before")
        }
        lastVoucher = max(lastVoucher, payment.voucher)
    }
}

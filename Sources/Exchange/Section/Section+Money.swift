internal import BasicContainers

extension Section {
    /// A deposit came in: first it pays fees that are owed, the rest is free.
    mutating func payIn(_ payment: Payment, into events: inout SectionEvents) {
        guard let currency = account(of: payment, opens: true, into: &events) else { return }
        let bank = AccountIndex(house: .bank, currency)
        guard payment.amount <= Ledger.largestDeposit + ledger[bank] else {
            refuse(payment, .amountOutOfRange, into: &events)
            return
        }
        let owner = payment.participant
        let arrears = AccountIndex(owner, currency, .arrears)
        let owed = min(payment.amount, -ledger[arrears])
        ledger.post(owed, from: bank, to: arrears)
        ledger.post(
            payment.amount - owed, from: bank, to: AccountIndex(owner, currency, .free))
        if owed > 0 { firms[Int(owner)].owesFees = owesAnything(owner) }
        book(payment)
        events.append(
            SectionEvent(
                .paidIn, participant: owner, remaining: owed, amount: payment.amount,
                subject: payment.voucher))
    }

    /// A deposit goes out, as far as it is free. What became free after a fee couldn't be paid stays
    /// until the fee is: else the house would pay out what it is owed.
    mutating func payOut(_ payment: Payment, into events: inout SectionEvents) {
        guard let currency = account(of: payment, opens: false, into: &events) else { return }
        let free = AccountIndex(payment.participant, currency, .free)
        guard ledger[AccountIndex(payment.participant, currency, .arrears)] == 0 else {
            refuse(payment, .feesInArrears, into: &events)
            return
        }
        guard ledger[free] >= payment.amount else {
            refuse(payment, .insufficientDeposit, into: &events)
            return
        }
        ledger.post(payment.amount, from: free, to: AccountIndex(house: .bank, currency))
        book(payment)
        events.append(
            SectionEvent(
                .paidOut, participant: payment.participant, amount: payment.amount,
                subject: payment.voucher))
    }

    /// The house charges a fee: the free deposit pays it, what isn't there is owed.
    mutating func chargeFee(_ payment: Payment, into events: inout SectionEvents) {
        guard let currency = account(of: payment, opens: true, into: &events) else { return }
        let arrears = AccountIndex(payment.participant, currency, .arrears)
        guard payment.amount <= Ledger.largestDeposit + ledger[arrears],
            payment.amount
                <= Ledger.largestDeposit - ledger[AccountIndex(house: .fees, currency)]
        else {
            refuse(payment, .amountOutOfRange, into: &events)
            return
        }
        let owed = charge(payment.amount, payment.participant, currency)
        book(payment)
        events.append(
            SectionEvent(
                .feeCharged, participant: payment.participant, remaining: owed,
                amount: payment.amount, subject: payment.voucher))
    }

    /// The currency's number, if the payment is in order.
    private mutating func account(
        of payment: Payment, opens: Bool, into events: inout SectionEvents
    ) -> UInt8? {
        guard isKnown(payment.participant) else {
            refuse(payment, .unknownParticipant, into: &events)
            return nil
        }
        guard payment.voucher == 0 || payment.voucher > lastVoucher else {
            refuse(payment, .repeatedPayment, into: &events)
            return nil
        }
        guard (1...Ledger.largestDeposit).contains(payment.amount) else {
            refuse(payment, .amountOutOfRange, into: &events)
            return nil
        }
        if !opens && ledger.number(of: payment.currency) == nil {
            refuse(payment, .insufficientDeposit, into: &events)
            return nil
        }
        guard let currency = ledger.open(payment.currency) else {
            refuse(payment, .tooManyCurrencies, into: &events)
            return nil
        }
        return currency
    }

    private mutating func book(_ payment: Payment) {
        lastVoucher = max(lastVoucher, payment.voucher)
    }

    private func refuse(
        _ payment: Payment, _ refusal: SectionRefusal, into events: inout SectionEvents
    ) {
        refuseCommand(
            SectionReason(refusal), payment.participant, subject: payment.voucher,
            amount: payment.amount, into: &events)
    }

    private func owesAnything(_ owner: ParticipantIndex) -> Bool {
        (0..<UInt8(Ledger.mostCurrencies)).contains {
            ledger[AccountIndex(owner, $0, .arrears)] < 0
        }
    }
}

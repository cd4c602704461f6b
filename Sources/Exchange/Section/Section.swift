internal import BasicContainers

/// A section of the exchange as a state machine: its instruments and their books, its participants,
/// their deposits, contracts and warehouse receipts.
///
/// It is a value that can't be copied and is changed in place, one command at a time. It knows no
/// clock and draws no chance: the same commands give the same events and the same `stateHash`.
/// Nothing that a command says can trap; what can't be done is refused by a numbered event. What can
/// trap is a fault of its own: that accounts don't balance is looked at after every command.
public struct Section: ~Copyable, Sendable {
    /// How much it can hold.
    public let limits: SectionLimits
    /// The latest moment that a command named.
    public internal(set) var clock = Instant.distantPast
    /// The participants by number; the first is the house.
    public internal(set) var participants: [Participant]
    /// The instruments by number.
    public internal(set) var instruments: [Instrument] = []
    var firms = UniqueArray<Firm>()
    var boards = UniqueArray<Board>()
    var ledger = Ledger()
    var records: OrderRecords
    var contracts = ContractRegister()
    var receipts = ReceiptRegister()
    var proposals = ProposalList()
    /// When orders good till a date are over, by order number.
    var orderDates = DeadlineQueue()
    /// The session that is on or will be next.
    public internal(set) var session: SessionState?
    /// By which sessions are held, if they are.
    public internal(set) var timetable: Timetable?
    /// How many sessions were planned.
    var sessionsPlanned: UInt32 = 0
    /// What may be done now: by the session, or everything if there is none.
    var allowed = PhasePermissions.all
    /// Books that met their price band in this command.
    var bandHalts: [InstrumentIndex] = []
    /// The auctions that aren't over, by rising number.
    var auctions = AuctionList()
    var quotationBook = QuotationBook()
    /// The number of the session whose deals are counted there.
    var quotedSession: UInt32 = 0
    /// The next moment at which something of the above happens by itself.
    var nextDue = Instant.distantFuture
    /// Whether the kill switch is on for all.
    var isKilled = false
    /// The highest voucher number of a payment.
    var lastVoucher: UInt64 = 0
    /// The events of one command to one book.
    var scratch = EventBuffer(capacity: 1_024)

    /// An empty section: no instruments, no participants but the house, which is number 0.
    public init(_ limits: SectionLimits = SectionLimits()) {
        self.limits = limits
        records = OrderRecords(capacity: limits.orders, mixingKey: limits.mixingKey)
        participants = [Participant(code: "HOUSE", name: "", organisation: RecordName(""))]
        firms.append(.house)
    }

    /// Does a command; what comes of it is appended to the events.
    public mutating func apply(
        _ command: borrowing SectionCommand, into events: inout SectionEvents
    ) {
        begin(command.time, into: &events)
        switch command.action {
        case .enter(let entry): enter(entry, into: &events)
        case .cancel(let name): cancel(name, into: &events)
        case .replace(let replacement): replace(replacement, into: &events)
        case .massCancel, .disconnect, .kill: cancelMany(command.action, into: &events)
        case .list, .alterInstrument, .admit, .alterParticipant, .suspend:
            alterReference(command.action, into: &events)
        case .payIn(let payment): payIn(payment, into: &events)
        case .payOut(let payment): payOut(payment, into: &events)
        case .chargeFee(let payment): chargeFee(payment, into: &events)
        case .issueReceipt, .moveReceipt, .mergeReceipts, .withdrawReceipt:
            alterReceipts(command.action, into: &events)
        case .registerDeal(let proposal): registerDeal(proposal, into: &events)
        case .withdrawDeal(let sender, let number):
            withdrawDeal(number, by: sender, into: &events)
        case .step(let contract, let step, let actor):
            self.step(contract, step, by: actor, into: &events)
        case .listAuction(let listing): listAuction(listing, into: &events)
        case .auction(let number, let act, let sender, let client):
            actInAuction(number, act, by: sender, for: client, into: &events)
        case .setTimetable(let timetable): setTimetable(timetable, into: &events)
        case .openSession(let plan, let scheduled):
            openSession(plan, scheduled, into: &events)
        case .session(let order): changeSession(order, into: &events)
        case .advance: break
        case .enterPhase, .uncross, .expire: operateBooks(command.action, into: &events)
        case .forget: forget(into: &events)
        }
        finish(into: &events)
    }

    /// A new order at a moment: `apply` without the command around it.
    public mutating func enter(
        _ entry: borrowing OrderEntry, at time: Instant, into events: inout SectionEvents
    ) {
        begin(time, into: &events)
        enter(entry, into: &events)
        finish(into: &events)
    }

    /// A cancellation at a moment: `apply` without the command around it.
    public mutating func cancel(
        _ name: OrderName, at time: Instant, into events: inout SectionEvents
    ) {
        begin(time, into: &events)
        cancel(name, into: &events)
        finish(into: &events)
    }

    /// Every command ends here.
    @inline(__always)
    private mutating func finish(into events: inout SectionEvents) {
        if !bandHalts.isEmpty { callHaltedBooks(at: clock, into: &events) }
        precondition(ledger.isBalanced, "section: the accounts don't balance")
    }

    /// Time goes on: first the session's phases and the auctions, then orders whose last
    /// moment is over leave, then contracts become overdue or close by themselves.
    @inline(__always)
    private mutating func begin(_ time: Instant, into events: inout SectionEvents) {
        if time > clock { clock = time }
        if min(nextDue, orderDates.earliest, contracts.earliestDeadline) <= clock {
            meetDeadlines(into: &events)
        }
    }

    @inline(never)
    private mutating func meetDeadlines(into events: inout SectionEvents) {
        advanceSession(into: &events)
        advanceAuctions(into: &events)
        while let date = orderDates.take(through: clock) {
            let slot = records.slot(of: date.number)
            guard slot != 0 && records[slot].status == .open else { continue }
            cancelOpen(slot, reason: SectionReason(Reason.expired), into: &events)
        }
        meetContractDeadlines(into: &events)
    }

    /// Forgets orders that are gone, so that their senders' numbers are free again, and contracts
    /// that are over.
    private mutating func forget(into events: inout SectionEvents) {
        let count = records.forget()
        contracts.forgetFinal()
        events.append(SectionEvent(.forgotten, quantity: Int64(count)))
    }
}

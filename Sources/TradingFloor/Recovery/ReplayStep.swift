internal import Exchange
internal import Journal

/// A command of the journal in 64 bytes, so that a core may read and check many of them while
/// another one applies those before.
struct ReplayStep: Sendable {
    var time: Int64
    /// The order's number by its sender; of a command of the form `general`, its place among the
    /// others.
    var number: UInt64 = 0
    var receipt: UInt64 = 0
    var price: Int64 = 0
    var quantity: Int64 = 0
    var sender: UInt32 = 0
    var client: UInt32 = 0
    var instrument: UInt32 = 0
    var origin: UInt32
    /// As in `CommandBlock`: an order, a cancellation by client order, or `general` for the others.
    var form: UInt8

    @inline(__always)
    init(time: Int64, origin: UInt32, form: UInt8) {
        self.time = time
        self.origin = origin
        self.form = form
    }

    @inline(__always) var isOrder: Bool { form & 0xF0 == CommandBlock.order }

    @inline(__always) var order: OrderEntry {
        OrderEntry(
            sender: sender, client: client, clientOrder: number, instrument: instrument,
            receipt: receipt,
            order: NewOrder(
                id: 0, side: form & 1 == 0 ? .buy : .sell, price: price, quantity: quantity,
                validity: form & 2 == 0 ? .goodTillCancelled : .immediateOrCancel))
    }

    @inline(__always) var cancellation: OrderName {
        OrderName(sender: sender, clientOrder: number)
    }

    func action(_ others: [SectionAction]) -> SectionAction {
        if isOrder { return .enter(order) }
        return form == CommandBlock.cancelByClient ? .cancel(cancellation) : others[Int(number)]
    }
}

/// The commands of an entry, read and checked.
struct ReplayBlock: Sendable {
    /// The entry.
    let mark: EntryMark
    /// The number of the first command.
    let first: UInt64
    /// How long they are in the journal.
    let bytes: Int
    let steps: [ReplayStep]
    private let others: [SectionAction]

    init(_ entry: JournalEntry) throws(StateError) {
        var reader = try BlockReader(entry.payload)
        var (steps, others): ([ReplayStep], [SectionAction]) = ([], [])
        steps.reserveCapacity(reader.count)
        for _ in 0..<reader.count { steps.append(try reader.nextStep(&others)) }
        try reader.end()
        mark = EntryMark(sequence: entry.sequence, hash: entry.hash)
        first = reader.first
        bytes = entry.payload.count
        self.steps = steps
        self.others = others
    }

    /// Applies a command; orders and cancellations without a detour. The same as applying its action.
    @inline(__always)
    func apply(_ place: Int, to section: inout Section, into events: inout SectionEvents) {
        let time = Instant(steps[place].time)
        if steps[place].isOrder {
            section.enter(steps[place].order, at: time, into: &events)
        } else if steps[place].form == CommandBlock.cancelByClient {
            section.cancel(steps[place].cancellation, at: time, into: &events)
        } else {
            let action = others[Int(steps[place].number)]
            section.apply(SectionCommand(time: time, action: action), into: &events)
        }
    }
}

extension OrderEntry {
    func write(to writer: inout StateWriter) {
        writer.put(sender)
        writer.put(client)
        writer.put(clientOrder)
        writer.put(instrument)
        writer.put(receipt)
        writer.put(order.side.rawValue)
        writer.put(order.kind.rawValue)
        writer.put(order.validity.rawValue)
        writer.put(order.conditions.rawValue)
        writer.put(order.price)
        writer.put(order.quantity)
        writer.put(order.date)
        writer.put(order.stop)
        writer.put(order.protection)
        writer.put(order.display)
        writer.put(order.minimum)
    }

    init(from reader: inout StateReader) throws(StateError) {
        sender = try reader.uint32()
        client = try reader.uint32()
        clientOrder = try reader.uint64()
        instrument = try reader.uint32()
        receipt = try reader.uint64()
        order = NewOrder(id: 0, side: try reader.choice(Side.self), quantity: 0)
        order.kind = try reader.choice(OrderKind.self)
        order.validity = try reader.choice(Validity.self)
        order.conditions = OrderConditions(rawValue: try reader.uint8())
        order.price = try reader.int64()
        order.quantity = try reader.int64()
        order.date = try reader.uint64()
        order.stop = try reader.int64()
        order.protection = try reader.int64()
        order.display = try reader.int64()
        order.minimum = try reader.int64()
    }
}

extension OrderName {
    func write(to writer: inout StateWriter) {
        writer.put(sender)
        writer.put(clientOrder)
        writer.put(order)
    }

    init(from reader: inout StateReader) throws(StateError) {
        sender = try reader.uint32()
        clientOrder = try reader.uint64()
        order = try reader.uint64()
    }
}

extension Payment {
    func write(to writer: inout StateWriter) {
        writer.put(voucher)
        writer.put(participant)
        writer.put(currency)
        writer.put(amount)
    }

    init(from reader: inout StateReader) throws(StateError) {
        voucher = try reader.uint64()
        participant = try reader.uint32()
        currency = try reader.currency()
        amount = try reader.int64()
    }
}

extension ReceiptIssue {
    func write(to writer: inout StateWriter) {
        writer.put(owner)
        writer.put(instrument)
        writer.put(quantity)
        writer.put(voucher)
        writer.put(validTo)
    }

    init(from reader: inout StateReader) throws(StateError) {
        owner = try reader.uint32()
        instrument = try reader.uint32()
        quantity = try reader.int64()
        voucher = try reader.uint64()
        validTo = try reader.instant()
    }
}

extension DealProposal {
    func write(to writer: inout StateWriter) {
        writer.put(sender)
        writer.put(client)
        writer.put(side.rawValue)
        writer.put(counterparty)
        writer.put(instrument)
        writer.put(price)
        writer.put(quantity)
        writer.put(receipt)
    }

    init(from reader: inout StateReader) throws(StateError) {
        sender = try reader.uint32()
        client = try reader.uint32()
        side = try reader.choice(Side.self)
        counterparty = try reader.uint32()
        instrument = try reader.uint32()
        price = try reader.int64()
        quantity = try reader.int64()
        receipt = try reader.uint64()
    }
}

extension AuctionListing {
    func write(to writer: inout StateWriter) {
        lot.write(to: &writer)
        writer.put(owner)
        writer.put(receipt)
        switch terms {
        case .open(let terms):
            writer.put(false)
            terms.write(to: &writer)
        case .dutch(let terms):
            writer.put(true)
            terms.write(to: &writer)
        }
    }

    init(from reader: inout StateReader) throws(StateError) {
        lot = try Lot(from: &reader)
        owner = try reader.uint32()
        receipt = try reader.uint64()
        terms =
            try reader.bool()
            ? .dutch(try DutchTerms(from: &reader)) : .open(try OpenAuctionTerms(from: &reader))
    }
}

extension AuctionAct {
    /// The act's number, then price and quantity, zero where it has none.
    func write(to writer: inout StateWriter) {
        let fields: (number: UInt8, price: Ticks, quantity: Quantity) =
            switch self {
            case .bid(let price): (0, price, 0)
            case .retract: (1, 0, 0)
            case .take(let price, let quantity): (2, price, quantity)
            case .seal(let price): (3, price, 0)
            case .withdraw: (4, 0, 0)
            case .improve(let price): (5, price, 0)
            case .halt: (6, 0, 0)
            case .resume: (7, 0, 0)
            case .cancel: (8, 0, 0)
            case .open: (9, 0, 0)
            }
        writer.put(fields.number)
        writer.put(fields.price)
        writer.put(fields.quantity)
    }

    init(from reader: inout StateReader) throws(StateError) {
        let start = reader.offset
        let number = try reader.uint8()
        let price = try reader.int64()
        let quantity = try reader.int64()
        switch number {
        case 0: self = .bid(price)
        case 1: self = .retract
        case 2: self = .take(price, quantity)
        case 3: self = .seal(price)
        case 4: self = .withdraw
        case 5: self = .improve(price)
        case 6: self = .halt
        case 7: self = .resume
        case 8: self = .cancel
        case 9: self = .open
        default: throw .invalid(offset: start, expected: "the number of an act")
        }
    }
}

extension SessionOrder {
    func write(to writer: inout StateWriter) {
        switch self {
        case .extend(let length):
            writer.put(0 as UInt8)
            writer.put(length)
        case .halt: writer.put(1 as UInt8)
        case .resume: writer.put(2 as UInt8)
        case .cancel: writer.put(3 as UInt8)
        case .next(let phase):
            writer.put(4 as UInt8)
            writer.put(phase.rawValue)
        }
    }

    init(from reader: inout StateReader) throws(StateError) {
        let start = reader.offset
        switch try reader.uint8() {
        case 0: self = .extend(try reader.int64())
        case 1: self = .halt
        case 2: self = .resume
        case 3: self = .cancel
        case 4: self = .next(try reader.choice(PhaseKind.self))
        default: throw .invalid(offset: start, expected: "the number of a session order")
        }
    }
}

extension ScheduledSession {
    func write(to writer: inout StateWriter) {
        day.write(to: &writer)
        writer.put(isLastOfDay)
        writer.put(list: starts) { $0.put($1) }
    }

    /// A session beside the timetable: which plan it follows is said beside it.
    init(from reader: inout StateReader) throws(StateError) {
        let day = try CivilDay(from: &reader)
        let isLast = try reader.bool()
        let starts = try reader.list(least: 8) {
            (reader: inout StateReader) throws(StateError) -> Instant in try reader.instant()
        }
        self.init(plan: 0, day: day, starts: starts, isLastOfDay: isLast)
    }
}

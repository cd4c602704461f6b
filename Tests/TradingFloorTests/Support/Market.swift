import Exchange
import TradingFloor

/// A small market: two instruments (steel, milk), four firms with deposits, continuous trading.
enum Market {
    static let roubles = CurrencyCode("RUB") ?? CurrencyCode(packed: 0x525542).unsafelyRequired

    static func instrument(_ code: String, mode: TradingMode = .continuous) -> Instrument {
        Instrument(
            code: code, name: code.lowercased(),
            commodity: RecordName("commodity/\(code.lowercased())"), lotSize: ExactDecimal(1),
            unit: "t", tickValue: 100, tickSize: ExactDecimal(1), currency: roubles,
            basis: Basis(rule: .fca, place: "Pskov", region: RecordName("place/ru/pskov")),
            deadlines: ContractTerms(
                signing: 1 << 36, payment: 0, shipment: 0, acceptance: 0, claims: 0),
            mode: mode, resident: Rates(deposit: 500, fee: 2),
            nonResident: Rates(deposit: 1_000, fee: 5))
    }

    static var opening: [SectionAction] {
        var actions: [SectionAction] = [.list(instrument("STEEL")), .list(instrument("MILK"))]
        for firm in 1...4 as ClosedRange<UInt32> {
            actions.append(
                .admit(
                    Participant(
                        code: "FIRM-\(firm)", name: "Secret Name \(firm)",
                        organisation: RecordName("organisation/secret-\(firm)"),
                        isResident: firm < 3)))
            actions.append(
                .payIn(
                    Payment(
                        voucher: UInt64(firm), participant: firm, currency: roubles,
                        amount: 1 << 40)))
        }
        return actions + [.enterPhase(nil, .continuous)]
    }

    static func order(
        _ firm: UInt32, _ number: UInt64, _ side: Side, _ quantity: Int64, at price: Int64,
        instrument: UInt32 = 0, _ change: (inout NewOrder) -> Void = { _ in }
    ) -> SectionAction {
        var order = NewOrder(id: 0, side: side, price: price, quantity: quantity)
        change(&order)
        return .enter(
            OrderEntry(
                sender: firm, clientOrder: number, instrument: instrument, order: order))
    }

    /// Random orders, cancellations and replacements of the four firms.
    static func flow(_ count: Int, _ random: inout Seeded, from start: UInt64 = 1)
        -> [SectionAction]
    {
        (0..<count).map { index in
            let number = start + UInt64(index)
            let firm = UInt32.random(in: 1...4, using: &random)
            let older = UInt64.random(in: start...number, using: &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0, 1: return .cancel(OrderName(sender: firm, clientOrder: older))
            case 2:
                return .replace(
                    OrderReplacement(
                        name: OrderName(sender: firm, clientOrder: older), request: number,
                        price: Int64.random(in: 95...105, using: &random), quantity: 5))
            default:
                return order(
                    firm, number, Bool.random(using: &random) ? .buy : .sell,
                    Int64.random(in: 1...9, using: &random),
                    at: Int64.random(in: 95...105, using: &random),
                    instrument: UInt32.random(in: 0...1, using: &random)
                ) { order in
                    if Bool.random(using: &random) { order.validity = .immediateOrCancel }
                    if Int.random(in: 0..<8, using: &random) == 0 { order.display = 1 }
                }
            }
        }
    }
}

extension Optional {
    /// The value, which the caller knows to be there.
    var unsafelyRequired: Wrapped {
        guard let self else { preconditionFailure("a constant of the tests is wrong") }
        return self
    }
}

/// What a section came to, to be compared.
struct Outcome: Equatable, CustomStringConvertible {
    var hash: UInt64
    var commands: UInt64
    var entry: UInt64
    /// Of the day book's bytes.
    var dayBook: UInt64
    var deals: UInt64

    init(_ keeper: borrowing SectionKeeper) {
        hash = keeper.section.stateHash
        commands = keeper.commands
        entry = keeper.head.sequence
        var hash = StateHash()
        keeper.dayBook.mix(into: &hash)
        dayBook = hash.value
        deals = keeper.dayBook.dealsMade
    }

    var description: String {
        "state \(hash), \(commands) commands, entry \(entry), day book \(dayBook), \(deals) deals"
    }
}

/// A section's folder in a scratch folder, made with limits for tests.
struct SectionFolder {
    let scratch: Scratch
    static let name = "steel"

    init() throws {
        scratch = try Scratch()
        let floor = try TradingFloor.open(dataDirectory: scratch.folder)
        try floor.makeSection(
            Self.name, limits: SectionLimits(orders: 1 << 16, ordersPerBook: 1 << 12))
        floor.close()
        for file in try scratch.names("exchange/steel/snapshots") {
            try remove("snapshots/\(file)")
        }
    }

    var path: String { scratch.path("exchange/\(Self.name)") }

    func open() throws(FloorError) -> SectionKeeper {
        try SectionKeeper.open(Self.name, folder: path)
    }

    /// Why the section can't be opened; nil if it can.
    func refusal() -> FloorError? {
        do throws(FloorError) {
            try open().close()
            return nil
        } catch {
            return error
        }
    }

    /// Opens the section, commits commands in groups of some size, closes it.
    func commit(
        _ actions: [SectionAction], groups: Int = 50, at time: Int64 = 1_800_000_000_000,
        snapshotAfter: Int? = nil
    ) throws -> Outcome {
        var keeper = try open()
        var events = SectionEvents()
        var ends: [Int] = []
        var start = 0
        while start < actions.count {
            let group = actions[start..<min(actions.count, start + groups)].map {
                FloorCommand(SectionCommand(time: Instant(time + Int64(start)), action: $0))
            }
            _ = try keeper.commit(group, into: &events, ends: &ends)
            start += groups
            if let snapshotAfter, start > snapshotAfter, start <= snapshotAfter + groups {
                try keeper.takeSnapshot()
            }
        }
        let outcome = Outcome(keeper)
        keeper.close()
        return outcome
    }

    func read(_ name: String) throws -> [UInt8] { try scratch.read("exchange/steel/\(name)") }
    func write(_ bytes: [UInt8], _ name: String) throws {
        try scratch.write(bytes, "exchange/steel/\(name)")
    }
    func snapshots() throws -> [String] { try scratch.names("exchange/steel/snapshots") }
    func segments() throws -> [String] {
        try scratch.names("exchange/steel/journal").filter { $0.hasSuffix(".log") }
    }
    func remove(_ name: String) throws {
        try FileRemoval.remove(scratch.path("exchange/steel/\(name)"))
    }
}

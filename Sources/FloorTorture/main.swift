import Exchange
import Foundation
import TradingFloor

#if canImport(Glibc)
    import Glibc
#endif

// Sends orders to a section until it is killed; the trading floor's tests start and kill it.
//
//     floor-torture DATA kill|full FIRST
//
// Client orders are numbered from FIRST on. Each line on standard output says, once the section has
// answered, `N FIRM ORDER`: command N, the client order of a firm, is durable. With `full`, files
// can't grow beyond 300 kB: when the section stops, the line `stopped` follows, then, if a later
// order is refused for the same reason, `refused`, and the process ends by itself.

/// Writes lines at once and as a whole: what was acknowledged must not wait in a buffer.
func say(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe write(1, bytes, bytes.count)
}

func house() -> [SectionAction] {
    guard let roubles = CurrencyCode("RUB") else { return [] }
    var actions: [SectionAction] = [
        .list(
            Instrument(
                code: "STEEL", name: "steel", commodity: RecordName("commodity/steel"),
                lotSize: ExactDecimal(1), unit: "t", tickValue: 100, tickSize: ExactDecimal(1),
                currency: roubles,
                basis: Basis(rule: .fca, place: "Pskov", region: RecordName("place/ru/pskov")),
                deadlines: ContractTerms(
                    signing: 1 << 36, payment: 0, shipment: 0, acceptance: 0, claims: 0),
                resident: Rates(deposit: 500, fee: 2)))
    ]
    for firm in 1...4 as ClosedRange<UInt32> {
        actions.append(
            .admit(
                Participant(
                    code: "FIRM-\(firm)", name: "firm \(firm)",
                    organisation: RecordName("organisation/\(firm)"))))
        actions.append(
            .payIn(
                Payment(
                    voucher: UInt64(firm), participant: firm, currency: roubles,
                    amount: 1 << 50)))
    }
    return actions + [.enterPhase(nil, .continuous)]
}

func order(_ firm: UInt32, _ number: UInt64) -> SectionAction {
    var word = (number &+ UInt64(firm) << 32) &* 0x9E37_79B9_7F4A_7C15
    word ^= word >> 29
    return .enter(
        OrderEntry(
            sender: firm, clientOrder: number, instrument: 0,
            order: NewOrder(
                id: 0, side: word & 1 == 0 ? .buy : .sell, price: 100 + Int64(word >> 8 & 15),
                quantity: 1 + Int64(word >> 16 & 7))))
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let first = UInt64(arguments[3]) else {
    say("usage: floor-torture DATA kill|full FIRST\n")
    exit(64)
}
let isFull = arguments[2] == "full"
let options = FloorOptions(snapshotCommands: 2_000)
let floor = try TradingFloor.open(dataDirectory: arguments[1], options: options)
let section: SectionFloor
if let opened = floor.sections["torture"] {
    section = opened
} else {
    section = try floor.makeSection("torture", limits: SectionLimits(orders: 1 << 20))
}
if section.directory.participant("FIRM-4") == nil { _ = try await section.submit(house()) }
if isFull {
    // Instead of a signal, a write beyond the limit shall give an error, as on a full disk.
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit(rlim_cur: 300_000, rlim_max: 300_000)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
}
/// Sends groups of eight orders of a firm until the section takes no more.
func send(_ firm: UInt32, to section: SectionFloor, from first: UInt64) async {
    var number = first
    while true {
        let numbers = number..<number + 8
        let answer = await Result(of: section, numbers.map { order(firm, $0) })
        guard case .success(let reply) = answer else { return }
        var lines = ""
        for (place, number) in numbers.enumerated() {
            lines += "\(reply.first + UInt64(place)) \(firm) \(number)\n"
        }
        say(lines)
        number += 8
    }
}

extension Result where Success == BatchReply, Failure == FloorError {
    /// What a section answers.
    init(of section: SectionFloor, _ actions: [SectionAction]) async {
        self = await withCheckedContinuation { continuation in
            section.enqueue(actions) { continuation.resume(returning: $0) }
        }
    }
}

await withTaskGroup(of: Void.self) { group in
    for firm in 1...4 as ClosedRange<UInt32> {
        group.addTask { await send(firm, to: section, from: first) }
    }
    await group.waitForAll()
}
say("stopped\n")
let last = await Result(of: section, [order(1, first - 1)])
if case .failure(.stopped) = last { say("refused\n") }

/// A command as bytes, for the journal: little-endian numbers, text as UTF-8 behind its length
/// (u32), what may be missing behind a byte 0 or 1, lists behind their count (u32).
///
/// ```
/// u8   version, 1
/// i64  time, milliseconds since 1970 UTC
/// u8   action, then its fields:
///   1  enter             sender u32, client u32, client order u64, instrument u32, receipt u64,
///                        side u8, kind u8, validity u8, conditions u8, price i64, quantity i64,
///                        date u64, stop i64, protection i64, display i64, minimum i64
///   2  cancel            sender u32, client order u64, order u64
///   3  replace           as 2, request u64, price i64, quantity i64
///   4  mass cancel       participant u32, instrument u32?, side u8?
///   5  disconnect        participant u32
///   6  kill              participant u32, on u8
///  10  list              instrument
///  11  alter instrument  number u32, instrument
///  12  admit             participant
///  13  alter participant number u32, participant
///  14  suspend           participant u32, on u8
///  20  pay in, 21 pay out, 22 charge fee
///                        voucher u64, participant u32, currency u32, amount i64
///  30  issue receipt     owner u32, instrument u32, quantity i64, voucher u64, valid to i64
///  31  move receipt      owner u32, receipt u64, quantity i64, receiver u32
///  32  merge receipts    owner u32, first u64, second u64
///  33  withdraw receipt  owner u32, receipt u64, quantity i64
///  40  register deal     sender u32, client u32, side u8, counterparty u32, instrument u32,
///                        price i64, quantity i64, receipt u64
///  41  withdraw deal     sender u32, number u64
///  42  contract step     contract u64, step u8, sender u32
///  50  list auction      lot, owner u32, receipt u64, form u8 (0 open, 1 Dutch), terms
///  51  act in auction    auction u64, sender u32, client u32, act u8, price i64, quantity i64
///  60  set timetable     timetable
///  61  open session      plan, day, last of the day u8, starts (list of i64)
///  62  session order     order u8, milliseconds i64 or phase u8 where it has one
///  70  advance
///  71  enter phase       instrument u32?, phase u8
///  72  uncross           instrument u32?, reference i64?, phase u8
///  73  expire            validity u8
///  74  forget
/// ```
///
/// The records (instrument, participant, lot, terms, timetable, plan) are as their `write` says.
public enum CommandCodec {
    /// The version of the format.
    public static let version: UInt8 = 1

    /// A command's bytes. What the section sets of an order (its id, participant, group and
    /// self-trade policy) isn't among them.
    public static func encode(_ command: SectionCommand) -> [UInt8] {
        var writer = StateWriter()
        encode(command, into: &writer)
        return writer.bytes
    }

    /// Writes a command behind what was written before.
    public static func encode(_ command: SectionCommand, into writer: inout StateWriter) {
        writer.put(version)
        writer.put(command.time)
        encode(command.action, into: &writer)
    }

    /// The command that bytes are, all of them.
    public static func decode(_ bytes: [UInt8]) throws(StateError) -> SectionCommand {
        var reader = StateReader(bytes)
        let command = try decode(from: &reader)
        try reader.end()
        return command
    }

    /// The command that comes next.
    public static func decode(from reader: inout StateReader) throws(StateError) -> SectionCommand {
        let found = try reader.uint8()
        guard found == version else {
            throw .version(found: UInt32(found), known: UInt32(version))
        }
        let time = try reader.instant()
        let start = reader.offset
        let number = try reader.uint8()
        let action: SectionAction?
        switch number {
        case 1: action = .enter(try OrderEntry(from: &reader))
        case 2: action = .cancel(try OrderName(from: &reader))
        case 3...6: action = try orders(number, &reader)
        case 10...14: action = try reference(number, &reader)
        case 20...33: action = try goods(number, &reader)
        case 40...42: action = try deals(number, &reader)
        case 50, 51: action = try auctions(number, &reader)
        case 60...62: action = try sessions(number, &reader)
        default: action = try operation(number, &reader)
        }
        guard let action else { throw .invalid(offset: start, expected: "the number of an action") }
        return SectionCommand(time: time, action: action)
    }

    // MARK: Encoding

    private static func encode(_ action: SectionAction, into writer: inout StateWriter) {
        switch action {
        case .enter(let entry):
            writer.put(1 as UInt8)
            entry.write(to: &writer)
        case .cancel(let name):
            writer.put(2 as UInt8)
            name.write(to: &writer)
        case .replace(let replacement):
            writer.put(3 as UInt8)
            replacement.name.write(to: &writer)
            writer.put(replacement.request)
            writer.put(replacement.price)
            writer.put(replacement.quantity)
        case .massCancel(let which):
            writer.put(4 as UInt8)
            writer.put(which.participant)
            writer.put(optional: which.instrument) { $0.put($1) }
            writer.put(optional: which.side) { $0.put($1.rawValue) }
        case .disconnect(let participant):
            writer.put(5 as UInt8)
            writer.put(participant)
        case .kill(let participant, let isOn):
            writer.put(6 as UInt8)
            writer.put(participant)
            writer.put(isOn)
        default: encodeRecords(action, into: &writer)
        }
    }

    private static func encodeRecords(_ action: SectionAction, into writer: inout StateWriter) {
        switch action {
        case .list(let instrument):
            writer.put(10 as UInt8)
            instrument.write(to: &writer)
        case .alterInstrument(let index, let instrument):
            writer.put(11 as UInt8)
            writer.put(index)
            instrument.write(to: &writer)
        case .admit(let participant):
            writer.put(12 as UInt8)
            participant.write(to: &writer)
        case .alterParticipant(let index, let participant):
            writer.put(13 as UInt8)
            writer.put(index)
            participant.write(to: &writer)
        case .suspend(let participant, let isOn):
            writer.put(14 as UInt8)
            writer.put(participant)
            writer.put(isOn)
        case .payIn(let payment):
            writer.put(20 as UInt8)
            payment.write(to: &writer)
        case .payOut(let payment):
            writer.put(21 as UInt8)
            payment.write(to: &writer)
        case .chargeFee(let payment):
            writer.put(22 as UInt8)
            payment.write(to: &writer)
        default: encodeGoods(action, into: &writer)
        }
    }

    private static func encodeGoods(_ action: SectionAction, into writer: inout StateWriter) {
        switch action {
        case .issueReceipt(let issue):
            writer.put(30 as UInt8)
            issue.write(to: &writer)
        case .moveReceipt(let move):
            writer.put(31 as UInt8)
            writer.put(move.owner)
            writer.put(move.receipt)
            writer.put(move.quantity)
            writer.put(move.receiver)
        case .mergeReceipts(let owner, let first, let second):
            writer.put(32 as UInt8)
            writer.put(owner)
            writer.put(first)
            writer.put(second)
        case .withdrawReceipt(let owner, let receipt, let quantity):
            writer.put(33 as UInt8)
            writer.put(owner)
            writer.put(receipt)
            writer.put(quantity)
        case .registerDeal(let proposal):
            writer.put(40 as UInt8)
            proposal.write(to: &writer)
        case .withdrawDeal(let sender, let number):
            writer.put(41 as UInt8)
            writer.put(sender)
            writer.put(number)
        case .step(let contract, let step, let sender):
            writer.put(42 as UInt8)
            writer.put(contract)
            writer.put(step.rawValue)
            writer.put(sender)
        default: encodeOperation(action, into: &writer)
        }
    }

    private static func encodeOperation(
        _ action: SectionAction, into writer: inout StateWriter
    ) {
        switch action {
        case .listAuction(let listing):
            writer.put(50 as UInt8)
            listing.write(to: &writer)
        case .auction(let number, let act, let sender, let client):
            writer.put(51 as UInt8)
            writer.put(number)
            writer.put(sender)
            writer.put(client)
            act.write(to: &writer)
        case .setTimetable(let timetable):
            writer.put(60 as UInt8)
            timetable.write(to: &writer)
        case .openSession(let plan, let scheduled):
            writer.put(61 as UInt8)
            plan.write(to: &writer)
            scheduled.write(to: &writer)
        case .session(let order):
            writer.put(62 as UInt8)
            order.write(to: &writer)
        case .advance: writer.put(70 as UInt8)
        case .enterPhase(let index, let phase):
            writer.put(71 as UInt8)
            writer.put(optional: index) { $0.put($1) }
            writer.put(phase.rawValue)
        case .uncross(let index, let reference, let next):
            writer.put(72 as UInt8)
            writer.put(optional: index) { $0.put($1) }
            writer.put(optional: reference) { $0.put($1) }
            writer.put(next.rawValue)
        case .expire(let validity):
            writer.put(73 as UInt8)
            writer.put(validity.rawValue)
        case .forget: writer.put(74 as UInt8)
        default: break
        }
    }
}

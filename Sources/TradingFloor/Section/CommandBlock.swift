public import Exchange

/// A command as the floor journals it: stamped with a moment, with the number of the token that
/// sent it.
public struct FloorCommand: Sendable, Equatable {
    /// The number of the sender's token; 0 is the house itself. No name, so that it may stand in a
    /// journal for ever.
    public var origin: UInt32
    /// What, and when.
    public var command: SectionCommand

    /// A command of given parts.
    public init(origin: UInt32 = 0, _ command: SectionCommand) {
        self.origin = origin
        self.command = command
    }
}

/// The payload of a journal entry of kind `command`: some commands with numbers of their own.
///
/// ```
/// u8      version, 1
/// u8      0
/// u32     how many commands follow, at least 1
/// u64     the number of the first; the others follow without gaps
/// i64     the moment of the first, milliseconds since 1970 UTC
/// then for each command:
/// varint  origin
/// varint  milliseconds since the command before
/// u8      form:
///   0x00         varint length, then the bytes of `CommandCodec`
///   0x10 + bits  a limit order without further terms: sender, client if bit 2, client order,
///                instrument, receipt if bit 3, price, quantity; bit 0 sells, bit 1 is immediate
///                or cancel (else good till cancelled)
///   0x20, 0x21   a cancellation by client order (0x20) or by the section's number (0x21):
///                sender, number
///   0x30         advance
/// ```
///
/// Fixed numbers are little-endian. A varint has seven bits a byte, the lowest first, bit 7 set in
/// all but the last; price and quantity are zigzag (0, −1, 1, −2 … are 0, 1, 2, 3 …).
enum CommandBlock {
    static let version: UInt8 = 1
    static let headLength = 22

    static let general: UInt8 = 0x00
    static let order: UInt8 = 0x10
    static let cancelByClient: UInt8 = 0x20
    static let cancelByNumber: UInt8 = 0x21
    static let advance: UInt8 = 0x30
}

/// Writes a block of commands; it is kept and used again, so that its memory is.
package struct BlockWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    package private(set) var count: UInt32 = 0
    private var last: Int64 = 0

    /// A writer that has written nothing.
    package init() {}

    /// Forgets what was written.
    package mutating func begin(first: UInt64, time: Instant) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(CommandBlock.version)
        bytes.append(0)
        bytes.append(contentsOf: [0, 0, 0, 0])
        put(fixed: first)
        put(fixed: UInt64(bitPattern: time.rawValue))
        count = 0
        last = time.rawValue
    }

    /// The block's bytes, with its count in place.
    package mutating func end() -> [UInt8] {
        for place in 0..<4 {
            bytes[2 + place] = UInt8(truncatingIfNeeded: count >> (8 * UInt32(place)))
        }
        return bytes
    }

    package mutating func add(_ item: borrowing FloorCommand) {
        count += 1
        put(UInt64(item.origin))
        let time = item.command.time.rawValue
        put(UInt64(bitPattern: time &- last))
        last = time
        switch item.command.action {
        case .enter(let entry) where entry.isPlain: add(entry)
        case .cancel(let name) where name.clientOrder != 0 && name.order == 0:
            bytes.append(CommandBlock.cancelByClient)
            put(UInt64(name.sender))
            put(name.clientOrder)
        case .cancel(let name) where name.clientOrder == 0:
            bytes.append(CommandBlock.cancelByNumber)
            put(UInt64(name.sender))
            put(name.order)
        case .advance: bytes.append(CommandBlock.advance)
        default:
            let code = CommandCodec.encode(item.command)
            bytes.append(CommandBlock.general)
            put(UInt64(code.count))
            bytes.append(contentsOf: code)
        }
    }

    private mutating func add(_ entry: OrderEntry) {
        var form = CommandBlock.order
        if entry.order.side == .sell { form |= 1 }
        if entry.order.validity == .immediateOrCancel { form |= 2 }
        if entry.client != 0 { form |= 4 }
        if entry.receipt != 0 { form |= 8 }
        bytes.append(form)
        put(UInt64(entry.sender))
        if entry.client != 0 { put(UInt64(entry.client)) }
        put(entry.clientOrder)
        put(UInt64(entry.instrument))
        if entry.receipt != 0 { put(entry.receipt) }
        put(zigzag: entry.order.price)
        put(zigzag: entry.order.quantity)
    }

    private mutating func put(fixed number: UInt64) {
        for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * place))) }
    }

    @inline(__always)
    private mutating func put(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    @inline(__always)
    private mutating func put(zigzag number: Int64) {
        put(UInt64(bitPattern: (number << 1) ^ (number >> 63)))
    }
}

extension OrderEntry {
    /// Whether it is a limit order without further terms, good till cancelled or immediate.
    @inline(__always)
    fileprivate var isPlain: Bool {
        order.kind == .limit
            && (order.validity == .goodTillCancelled || order.validity == .immediateOrCancel)
            && order.date == 0 && order.stop == 0 && order.protection == 0 && order.display == 0
            && order.minimum == 0 && order.conditions.isEmpty
    }
}

/// Reads a block and checks it.
package struct BlockReader: Sendable {
    /// The number of the first command.
    package let first: UInt64
    /// How many commands there are.
    package let count: Int
    private let bytes: [UInt8]
    private var offset: Int
    private var last: Int64

    package init(_ bytes: [UInt8]) throws(StateError) {
        guard bytes.count >= CommandBlock.headLength else {
            throw .truncated(offset: bytes.count)
        }
        guard bytes[0] == CommandBlock.version else {
            throw .version(found: UInt32(bytes[0]), known: UInt32(CommandBlock.version))
        }
        var reader = StateReader(Array(bytes[1..<CommandBlock.headLength]))
        guard try reader.uint8() == 0 else { throw .invalid(offset: 1, expected: "0") }
        count = Int(try reader.uint32())
        first = try reader.uint64()
        last = try reader.int64()
        guard count > 0, count <= (bytes.count - CommandBlock.headLength) / 3 else {
            throw .invalid(offset: 2, expected: "the number of commands")
        }
        guard first > 0, first <= UInt64.max - UInt64(count) else {
            throw .invalid(offset: 6, expected: "the first command's number")
        }
        self.bytes = bytes
        offset = CommandBlock.headLength
    }

    /// The next command.
    package mutating func next() throws(StateError) -> FloorCommand {
        var others: [SectionAction] = []
        let step = try nextStep(&others)
        return FloorCommand(
            origin: step.origin,
            SectionCommand(time: Instant(step.time), action: step.action(others)))
    }

    /// The next command as a step; one that isn't an order or a cancellation goes to the others.
    @inline(__always)
    mutating func nextStep(_ others: inout [SectionAction]) throws(StateError) -> ReplayStep {
        let origin = try number32()
        let (time, overflow) = last.addingReportingOverflow(Int64(bitPattern: try number()))
        guard !overflow, time >= last else {
            throw .invalid(offset: offset, expected: "a moment not before the last")
        }
        last = time
        let start = offset
        let form = try byte()
        var step = ReplayStep(time: time, origin: origin, form: form)
        if form & 0xF0 == CommandBlock.order {
            step.sender = try number32()
            if form & 4 != 0 { step.client = try number32() }
            step.number = try number()
            step.instrument = try number32()
            if form & 8 != 0 { step.receipt = try number() }
            step.price = try signed()
            step.quantity = try signed()
        } else if form == CommandBlock.cancelByClient {
            step.sender = try number32()
            step.number = try number()
        } else {
            offset = start
            step.form = CommandBlock.general
            step.number = UInt64(others.count)
            others.append(try action(at: time))
        }
        return step
    }

    /// Checks that nothing is left.
    package func end() throws(StateError) {
        guard offset == bytes.count else { throw .trailing(offset: offset) }
    }

    private mutating func action(at time: Int64) throws(StateError) -> SectionAction {
        let start = offset
        switch try byte() {
        case CommandBlock.cancelByNumber:
            return .cancel(OrderName(sender: try number32(), order: try number()))
        case CommandBlock.advance: return .advance
        case CommandBlock.general: return try general(at: time)
        default: throw .invalid(offset: start, expected: "the form of a command")
        }
    }

    @inline(never)
    private mutating func general(at time: Int64) throws(StateError) -> SectionAction {
        let length = try number()
        guard length <= UInt64(bytes.count - offset) else { throw .truncated(offset: offset) }
        let end = offset + Int(length)
        let command = try CommandCodec.decode(Array(bytes[offset..<end]))
        guard command.time.rawValue == time else {
            throw .invalid(offset: offset, expected: "the same moment twice")
        }
        offset = end
        return command.action
    }

    @inline(__always)
    private mutating func byte() throws(StateError) -> UInt8 {
        guard offset < bytes.count else { throw .truncated(offset: offset) }
        defer { offset += 1 }
        return bytes[offset]
    }

    @inline(__always)
    private mutating func number() throws(StateError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte()
            guard shift < 63 || byte <= 1 else {
                throw .invalid(offset: offset - 1, expected: "a number below 2⁶⁴")
            }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }

    @inline(__always)
    private mutating func number32() throws(StateError) -> UInt32 {
        let start = offset
        guard let number = UInt32(exactly: try number()) else {
            throw .invalid(offset: start, expected: "a number below 2³²")
        }
        return number
    }

    @inline(__always)
    private mutating func signed() throws(StateError) -> Int64 {
        let number = try number()
        return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }
}

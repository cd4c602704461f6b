import Exchange
import Foundation
import TradingFloor

/// A section at work behind a server.
struct RemoteSection: SectionHouse {
    let name: String
    private let courier: Courier

    init(_ name: String, courier: Courier) {
        self.name = name
        self.courier = courier
    }

    private var path: String { "/api/market/sections/\(name)" }

    var directory: SectionDirectory {
        get throws {
            let body = try courier.get(path + "/directory")
            let answer: RemoteDirectory = try RemoteReply.decode(body)
            return try answer.directory()
        }
    }

    func send(_ actions: [SectionAction]) throws -> [[SectionEvent]] {
        var body: [UInt8] = []
        for action in actions {
            let bytes = CommandCodec.encode(SectionCommand(time: .distantPast, action: action))
            let count = UInt32(bytes.count)
            body += (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * UInt32($0))) }
            body += bytes
        }
        let answer: RemoteReply = try RemoteReply.decode(
            try courier.post(path + "/commands", body, type: "application/vnd.fondaco.commands"))
        guard answer.results.count == actions.count else {
            throw Refusal(
                "the server answers \(answer.results.count) of \(actions.count) commands; look at "
                    + "the section before you send them again")
        }
        return try answer.results.map { try $0.events.map { try $0.event() } }
    }
}

/// What a server says became of commands.
struct RemoteReply: Decodable {
    struct Result: Decodable {
        var events: [Event]
    }

    struct Event: Decodable {
        var kind: String
        var reason: UInt16
        var side: String
        var instrument: UInt32
        var participant: UInt32
        var counterparty: UInt32
        var order: UInt64
        var counter: UInt64
        var price: Int64
        var quantity: Int64
        var remaining: Int64
        var amount: Int64
        var subject: UInt64

        func event() throws -> SectionEvent {
            guard let known = SectionEventKind.allCases.first(where: { "\($0)" == kind }) else {
                throw Refusal(
                    "the server tells of \"\(kind)\", which isn't known here; use a program of "
                        + "the server's version")
            }
            return SectionEvent(
                known, reason: SectionReason(rawValue: reason),
                side: side == "\(Side.sell)" ? .sell : .buy, instrument: instrument,
                participant: participant, counterparty: counterparty, order: order,
                counter: counter, price: price, quantity: quantity, remaining: remaining,
                amount: amount, subject: subject)
        }
    }

    var results: [Result]

    static func decode<Answer: Decodable>(_ body: Data) throws -> Answer {
        do {
            return try JSONDecoder().decode(Answer.self, from: body)
        } catch {
            throw Refusal("the server's answer can't be read: \(error)")
        }
    }
}

/// A section's instruments and participants as a server tells them.
struct RemoteDirectory: Decodable {
    var instruments: [String]
    var participants: [String]
    var instrumentForms: [InstrumentForm]
    var participantForms: [ParticipantForm]

    func directory() throws -> SectionDirectory {
        let house = Participant(code: "", name: "", organisation: RecordName(""))
        // Numbers are needed to read who is whose broker.
        let codes = SectionDirectory(
            instruments: [],
            participants: [house]
                + participantForms.map {
                    Participant(code: $0.code, name: $0.name, organisation: RecordName(""))
                })
        return SectionDirectory(
            instruments: try instrumentForms.map { try $0.instrument() },
            participants: [house] + (try participantForms.map { try $0.participant(in: codes) }))
    }
}

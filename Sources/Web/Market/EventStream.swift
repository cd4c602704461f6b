import AsyncAlgorithms
import Records
import ServiceLifecycle
import TradingFloor

/// Writes server-sent events (WHATWG HTML, 9.2).
struct EventStream {
    /// So often something is sent on a quiet stream, so that proxies keep it open and a client that
    /// is gone is noticed.
    private static let pulse = Duration.seconds(10)

    private let write: (String) async throws -> Void

    init(_ write: @escaping (String) async throws -> Void) { self.write = write }

    /// Sends an event.
    /// - Parameter id: the place in the feed; clients send it back when they come again.
    func send(_ name: String, id: String, _ data: (inout JSONWriter) -> Void) async throws {
        var json = JSONWriter()
        json.object(data)
        // Canonical JSON has no line breaks, so it is one line of data.
        let text = String(decoding: json.bytes, as: UTF8.self)
        try await write("event: \(name)\nid: \(id)\ndata: \(text)\n\n")
    }

    private enum Item<Message: Sendable>: Sendable {
        case message(Message)
        case pulse
        case end
    }

    /// Sends each message of a feed until the feed, the client or the server ends it, or until it may
    /// no longer be followed, which is asked at every pulse.
    func follow<Message: Sendable>(
        _ messages: AsyncThrowingStream<Message, any Error>,
        while mayFollow: () throws -> Bool = { true },
        _ send: (Message) async throws -> Void
    ) async throws {
        let feed = chain(messages.map { Item.message($0) }, [Item.end].async)
        let pulses = AsyncTimerSequence(interval: Self.pulse, clock: .continuous)
            .map { _ in Item<Message>.pulse }
        do {
            for try await item in merge(feed, pulses).cancelOnGracefulShutdown() {
                switch item {
                case .message(let message): try await send(message)
                case .pulse:
                    guard (try? mayFollow()) == true else {
                        return try await end("who may see what has changed; begin again")
                    }
                    try await write(": \n\n")
                case .end: return
                }
            }
        } catch let error as FeedError {
            try await end(error.description)
        }
    }

    private func end(_ reason: String) async throws {
        try await send("end", id: "") { $0.member("reason", reason) }
    }
}

import Atlas
import Foundation
import Logging
import Records
import Register

@testable import Web

/// A server on the built-in data set, started once for all tests that only read.
enum ServerFixture {
    /// A client of the server.
    static func client() async throws -> ServerClient { try await shared.value }

    private static let shared = Task { try await start(Atlas.files()) }

    /// Starts a server on a register of its own.
    /// - Parameter files: what to import into it.
    static func start(_ files: [String]) async throws -> ServerClient {
        let directory = NSTemporaryDirectory() + "fondaco-web-tests-" + UUID().uuidString
        let register = try Register.open(directory, creating: true)
        try register.importRecords(from: files, actor: "test")
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let server = try FondacoServer(
            register: register, host: "127.0.0.1", port: 0, logger: logger
        ) { port in
            listening.yield(port)
            listening.finish()
        }
        Task.detached {
            defer { listening.finish() }
            try await server.run()
        }
        for await port in ports { return ServerClient(port: port) }
        throw ServerClient.Failure.connection
    }

    /// The JSON that an address answers with 200.
    static func json(_ target: String) async throws -> JSONValue {
        let answer = try await client().get(target)
        guard answer.status == 200 else { throw ServerClient.Failure.answer(answer.text) }
        return try JSONParser.parse(answer.body)
    }
}

extension JSONValue {
    /// The text, if it is one.
    var text: String? { if case .string(let text) = self { text } else { nil } }

    /// The items, if it is a list.
    var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }

    /// The whole number, if it is one.
    var integer: Int? {
        if case .number(let number) = self, number.scale == 0 {
            Int(number.coefficient)
        } else {
            nil
        }
    }
}

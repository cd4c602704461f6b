import Foundation

/// A plain HTTP client that sends exactly what it is told, one request a connection.
struct ServerClient: Sendable {
    let port: Int

    /// An answer as it came.
    struct Answer: Sendable {
        let status: Int
        /// Header fields, names in lower case.
        let headers: [(name: String, value: String)]
        /// The content as it was sent, chunks put together.
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }

        subscript(_ name: String) -> String? { headers.first { $0.name == name }?.value }
    }

    enum Failure: Error { case connection, answer(String) }

    /// Asks for a target with a method, header fields and a body.
    func send(
        _ method: String, _ target: String, headers: [String: String] = [:], body: String = ""
    ) async throws -> Answer {
        var lines = [
            "\(method) \(target) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close",
        ]
        for (name, value) in headers { lines.append("\(name): \(value)") }
        if !body.isEmpty {
            lines.append("Content-Length: \(body.utf8.count)")
            if headers["Content-Type"] == nil {
                lines.append("Content-Type: application/x-www-form-urlencoded")
            }
        }
        return try await exchange(Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8))
    }

    func get(_ target: String, _ headers: [String: String] = [:]) async throws -> Answer {
        try await send("GET", target, headers: headers)
    }

    /// Sends bytes and reads until the server closes the connection.
    func exchange(_ request: [UInt8]) async throws -> Answer {
        // Blocking calls: they must not hold one of the few threads that the server runs on, and
        // Dispatch's queues share those.
        let received = try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try Self.transfer(request, port) })
            }
        }
        return try Self.parse(received)
    }

    private static func transfer(_ request: [UInt8], _ port: Int) throws -> [UInt8] {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard handle >= 0 else { throw Failure.connection }
        defer { close(handle) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Failure.connection }
        var sent = 0
        while sent < request.count {
            let count = unsafe request[sent...].withUnsafeBytes {
                unsafe Glibc.send(handle, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { break }
            sent += count
        }
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe recv(handle, $0.baseAddress, $0.count, 0)
            }
            guard count > 0 else { return received }
            received += buffer[..<count]
        }
    }

    private static func parse(_ bytes: [UInt8]) throws -> Answer {
        guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: "\r\n\r\n".utf8) })
        else { throw Failure.answer(String(decoding: bytes, as: UTF8.self)) }
        let lines = String(decoding: bytes[..<end], as: UTF8.self)
            .split(separator: "\r\n").map(String.init)
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { throw Failure.answer(lines.first ?? "") }
        let headers = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            return (
                name: parts[0].lowercased(),
                value: (parts.last ?? "").trimmingCharacters(in: .whitespaces)
            )
        }
        let body = Array(bytes[(end + 4)...])
        let isChunked = headers.contains { $0.name == "transfer-encoding" && $0.value == "chunked" }
        return Answer(
            status: status, headers: headers, body: isChunked ? try unchunked(body) : body)
    }

    private static func unchunked(_ bytes: [UInt8]) throws -> [UInt8] {
        var whole: [UInt8] = []
        var rest = bytes[...]
        while let lineEnd = rest.firstIndex(of: 0x0D) {
            let digits = String(decoding: rest[..<lineEnd], as: UTF8.self)
            guard let count = Int(digits, radix: 16) else { throw Failure.answer(digits) }
            guard count > 0 else { return whole }
            let start = lineEnd + 2
            whole += rest[start..<(start + count)]
            rest = rest[(start + count + 2)...]
        }
        throw Failure.answer("the last chunk is missing")
    }
}

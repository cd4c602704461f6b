import Foundation
import Synchronization
import TradingFloor

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Asks a server and waits for its answer.
struct Courier {
    private let server: URL
    private let token: String

    /// - Parameter server: The server's address, such as `http://127.0.0.1:8080`.
    init(server: String, token: String) throws {
        var text = server
        while text.hasSuffix("/") { text.removeLast() }
        guard let url = URL(string: text), ["http", "https"].contains(url.scheme ?? ""),
            url.host?.isEmpty == false, url.query == nil
        else {
            throw Refusal("--server \(server) isn't an address like http://127.0.0.1:8080")
        }
        self.server = url
        self.token = token
    }

    func get(_ path: String) throws -> Data { try ask(request(path)) }

    func post(_ path: String, _ body: [UInt8], type: String) throws -> Data {
        var request = request(path)
        request.httpMethod = "POST"
        request.httpBody = Data(body)
        request.setValue(type, forHTTPHeaderField: "Content-Type")
        return try ask(request)
    }

    private func request(_ path: String) -> URLRequest {
        var request = URLRequest(
            url: server.appending(path: path), cachePolicy: .reloadIgnoringLocalCacheData,
            timeoutInterval: 60)
        request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
        request.setValue("application/json", forHTTPHeaderField: "Accept")
        return request
    }

    private func ask(_ request: URLRequest) throws -> Data {
        let box = AnswerBox()
        let task = URLSession.shared.dataTask(with: request) { data, response, error in
            box.set(data, (response as? HTTPURLResponse)?.statusCode, error)
        }
        task.resume()
        let answer = box.wait()
        guard let status = answer.status else {
            throw Refusal(
                "\(server.absoluteString) can't be reached: "
                    + (answer.reason ?? "there was no answer"))
        }
        guard status == 200 else { throw problem(status, answer.body) }
        return answer.body
    }

    /// Problem details (RFC 9457) in words.
    private func problem(_ status: Int, _ body: Data) -> Refusal {
        struct Details: Decodable {
            var title: String?
            var detail: String?
        }
        let details = try? JSONDecoder().decode(Details.self, from: body)
        let words = [details?.title, details?.detail].compactMap(\.self).joined(separator: ": ")
        let hint = status == 401 ? "; see `fondaco trade token`" : ""
        return Refusal("the server refuses (\(status)) \(words)\(hint)")
    }
}

/// One answer, waited for by a thread.
private final class AnswerBox: Sendable {
    struct Answer: Sendable {
        var body = Data()
        var status: Int?
        var reason: String?
    }

    private let answer = Mutex(Answer())
    private let ready = DispatchSemaphore(value: 0)

    func set(_ body: Data?, _ status: Int?, _ error: (any Error)?) {
        let reason = error?.localizedDescription
        answer.withLock { $0 = Answer(body: body ?? Data(), status: status, reason: reason) }
        ready.signal()
    }

    func wait() -> Answer {
        ready.wait()
        return answer.withLock { $0 }
    }
}

extension FloorArguments {
    /// The section behind the server that is named; nil if none is.
    func remote(_ name: String) throws -> RemoteSection? {
        guard let server else { return nil }
        guard TradingFloor.isName(name) else {
            throw Refusal("\"\(name)\" can't be a section's name")
        }
        return RemoteSection(name, courier: try Courier(server: server, token: try token()))
    }

    private func token() throws -> String {
        if let tokenFile {
            guard let data = FileManager.default.contents(atPath: tokenFile) else {
                throw Refusal("--token-file \(tokenFile) can't be read")
            }
            // What `token issue` prints has other lines around it.
            let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
            guard let token = lines.first(where: { $0.hasPrefix("fnd_") }) else {
                throw Refusal("--token-file \(tokenFile) has no line with a token (fnd_…)")
            }
            return token.trimmingCharacters(in: .whitespaces)
        }
        let set = ProcessInfo.processInfo.environment["FONDACO_TOKEN"] ?? ""
        guard !set.isEmpty else {
            throw Refusal(
                "--server needs an operator's token: put it into a file and name that with "
                    + "--token-file, or into the environment's FONDACO_TOKEN")
        }
        return set
    }
}

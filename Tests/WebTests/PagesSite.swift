import Atlas
import Foundation
import Records
import Register

@testable import Web

/// The pages of a register, asked without a server in between.
final class PagesSite: Sendable {
    /// The pages of the built-in data set.
    static let atlas = Result { try PagesSite(importing: Atlas.files()) }

    let register: Register
    private let directory: String
    private let table: RouteTable
    private let failure: @Sendable (PageFailure, PageRequest) -> PageResponse

    init(importing files: [String], clock: SiteClock = .utc) throws {
        directory = NSTemporaryDirectory() + "fondaco-pages-\(UUID().uuidString)"
        register = try Register.open(directory, creating: true)
        if !files.isEmpty { try register.importRecords(from: files, actor: "test") }
        let pages = SiteRoutes.pages(of: register, clock: clock)
        var table = RouteTable()
        for page in pages.entries { table.add(page.pattern, page.route) }
        APIRoutes(register: register, clock: RegisterClock(register), day: clock).add(to: &table)
        self.table = table
        failure = pages.failure
    }

    /// A register of records given as lines of JSON.
    convenience init(lines: [String], clock: SiteClock = .utc) throws {
        let file = NSTemporaryDirectory() + "fondaco-pages-\(UUID().uuidString).jsonl"
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        try self.init(importing: [file], clock: clock)
    }

    deinit {
        try? register.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// What is answered at an address, as the server would ask for it.
    func answer(_ address: String, _ language: Language = .english) throws -> PageResponse {
        let parts = address.split(separator: "#", maxSplits: 1)[0]
            .split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = String(parts[0]).removingPercentEncoding ?? String(parts[0])
        let query = try QueryParameters(encoded: Array((parts.count > 1 ? parts[1] : "").utf8))
        let match = table.match(path)
        let request = PageRequest(
            path: path, remainder: match?.remainder ?? "", query: query, language: language,
            origin: "http://127.0.0.1:8080")
        guard let match else { return failure(.notFound, request) }
        do {
            switch match.route.get {
            case .page(let handler): return try handler(request)
            case .endpoint(let handler): return try Self.response(handler(endpoint(request)))
            case .livePage, .live, nil: return failure(.methodNotAllowed, request)
            }
        } catch let error as PageFailure {
            return failure(error, request)
        } catch let error as QueryError {
            return failure(
                .badRequest(parameter: error.parameter, reason: error.reason), request)
        }
    }

    private func endpoint(_ request: PageRequest) -> EndpointRequest {
        EndpointRequest(
            remainder: request.remainder, parameters: request.query, origin: request.origin,
            isPost: false)
    }

    /// An endpoint's answer as that of a page; of a long one only the first piece.
    private static func response(_ answer: Answer) throws -> PageResponse {
        var bytes: [UInt8] = []
        switch answer.body {
        case .bytes(let all): bytes = all
        case .pieces(var source): bytes = try source.next() ?? []
        case .stream: break
        }
        var response = PageResponse(answer.contentType, bytes, keeping: answer.keeping)
        response.status = answer.status
        return response
    }

    /// A page without the house's own script, so that any other shows.
    static func withoutOwnScript(_ html: String) -> String {
        html.replacingOccurrences(
            of: "<script defer src=\"\(SiteScript.address.text)\"></script>", with: "")
    }

    /// The text of a page.
    func html(_ address: String, _ language: Language = .english) throws -> String {
        String(decoding: try answer(address, language).bytes, as: UTF8.self)
    }

    /// The addresses on this site that a page leads to.
    static func links(in html: String) -> [String] {
        html.components(separatedBy: " href=\"").dropFirst().compactMap { piece in
            let link = piece.prefix { $0 != "\"" }.replacingOccurrences(of: "&amp;", with: "&")
            return link.hasPrefix("/") ? link : nil
        }
    }

    /// The values of an attribute, in order.
    static func values(of attribute: String, in html: String) -> [String] {
        html.components(separatedBy: " \(attribute)=\"").dropFirst().map { piece in
            String(piece.prefix { $0 != "\"" })
        }
    }
}

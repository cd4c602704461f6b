import Records
import TradingFloor

/// The endpoints of the exchange as OpenAPI describes them: made of the same list as the routes.
struct MarketDescription {
    private let floor: TradingFloor
    private let endpoints: [MarketEndpoint]

    init(_ floor: TradingFloor) {
        self.floor = floor
        endpoints = MarketRoutes.endpoints(floor)
    }

    /// Writes the members of `paths`.
    func writePaths(to paths: inout JSONWriter) {
        for (path, operation, summary, schema) in [
            ("/api/market", "market", "Where things of the exchange are", "Market"),
            ("/api/market/sections", "sections", "Where each section stands", "MarketSectionList"),
        ] {
            paths.name(path)
            paths.object {
                $0.name("get")
                $0.object {
                    $0.member("operationId", operation)
                    $0.member("tags", ["exchange"])
                    $0.member("summary", summary)
                    $0.responses("application/json", schema, [])
                }
            }
        }
        for (path, group) in grouped {
            paths.name(path)
            paths.object { item in
                for endpoint in group {
                    item.name(endpoint.method.lowercased())
                    item.object { write(endpoint, to: &$0) }
                }
            }
        }
    }

    /// The endpoints by address, in their order.
    private var grouped: [(path: String, endpoints: [MarketEndpoint])] {
        var paths: [String] = []
        for endpoint in endpoints where !paths.contains(endpoint.pattern) {
            paths.append(endpoint.pattern)
        }
        return paths.map { path in (path, endpoints.filter { $0.pattern == path }) }
    }

    private func write(_ endpoint: MarketEndpoint, to operation: inout JSONWriter) {
        operation.member("operationId", endpoint.operation)
        operation.member("tags", ["exchange"])
        operation.member("summary", endpoint.summary)
        if endpoint.audience != .everybody {
            operation.name("security")
            operation.raw(#"[{"bearer":[]}]"#.utf8)
        }
        operation.name("parameters")
        operation.array { list in
            for name in Self.captures(in: endpoint.pattern) + endpoint.parameters {
                list.object { $0.member("$ref", "#/components/parameters/market_\(name)") }
            }
        }
        if let body = endpoint.body {
            operation.name("requestBody")
            operation.raw(Self.body(body, isOne: endpoint.method == "PUT").utf8)
        } else if endpoint.operation == "submitCommands" {
            operation.name("requestBody")
            operation.raw(Self.binary.utf8)
        }
        operation.responses(endpoint.contentType, endpoint.answer, Self.failures(endpoint))
    }

    private static let binary =
        #"{"required":true,"content":{"application/vnd.fondaco.commands":{"schema":{"type":"#
        + #""string","contentEncoding":"binary"}}}}"#

    private static func body(_ form: String, isOne: Bool) -> String {
        let one = ##"{"$ref":"#/components/schemas/\##(form)"}"##
        let list = #"{"type":"array","minItems":1,"items":\#(one)}"#
        let schema = isOne ? one : #"{"oneOf":[\#(one),\#(list)]}"#
        return #"{"required":true,"content":{"application/json":{"schema":\#(schema)}}}"#
    }

    private static func failures(_ endpoint: MarketEndpoint) -> [(String, String)] {
        var codes = [("404", "NotFound")]
        if endpoint.audience != .everybody {
            codes += [("401", "Unauthorized"), ("403", "Forbidden")]
        }
        if endpoint.method != "GET" {
            codes += [("422", "Refused"), ("429", "TooMany"), ("503", "Unavailable")]
        }
        if endpoint.body != nil || endpoint.operation == "submitCommands" {
            codes += [("413", "TooLarge"), ("415", "UnsupportedMediaType")]
        }
        return codes
    }

    /// The names in braces of a pattern, as the parameters are called.
    private static func captures(in pattern: String) -> [String] {
        pattern.split(separator: "/").filter { $0.first == "{" }
            .map { "path_" + $0.dropFirst().dropLast() }
    }

    // MARK: Components

    /// Writes the members of `components/parameters`.
    func writeParameters(to list: inout JSONWriter) {
        let number = #"{"type":"integer","minimum":1}"#
        let sections = floor.sections.keys.sorted()
        let name =
            sections.isEmpty
            ? #"{"type":"string","pattern":"^[a-z0-9-]{1,32}$"}"#
            : OpenAPIParameters.choice(sections)
        let code = #"{"type":"string","pattern":"^[A-Z0-9._-]{1,16}$"}"#
        let page = #"{"type":"integer","minimum":1,"maximum":1000,"default":100}"#
        let levels = #"{"type":"integer","minimum":1,"maximum":1000,"default":10}"#
        let all: [OpenAPIParameters] = [
            parameter("path_section", "section", "The section's name.", name, isInPath: true),
            parameter("path_code", "code", "The code.", code, isInPath: true),
            parameter("path_number", "number", "The number.", number, isInPath: true),
            parameter("path_order", "order", "The order's number.", number, isInPath: true),
            parameter("levels", "levels", "So many prices of each side.", levels),
            parameter("limit_trades", "limit", "So many at most.", page),
            parameter("cursor_count", "cursor", "The `next` of the page before.", number),
            parameter(
                "participant", "participant",
                "Whose: an operator names the participant, a broker may name a client.", code),
            parameter("instrument", "instrument", "One instrument only.", code),
            parameter(
                "instruments", "instruments", "Codes of instruments, with commas between them.",
                #"{"type":"string"}"#),
            parameter(
                "side", "side", "One side only.", #"{"type":"string","enum":["buy","sell"]}"#),
            parameter(
                "cancelOnDisconnect", "cancelOnDisconnect",
                "Whether the participant's orders are cancelled, if its accreditation says so, "
                    + "when the stream ends.", #"{"type":"string","enum":["true","false"]}"#),
        ]
        for parameter in all { parameter.write(to: &list) }
    }

    private func parameter(
        _ component: String, _ name: String, _ description: String, _ schema: String,
        isInPath: Bool = false
    ) -> OpenAPIParameters {
        OpenAPIParameters(
            name: name, description: description, schema: schema, isInPath: isInPath,
            component: "market_" + component)
    }
}

extension JSONWriter {
    fileprivate mutating func responses(
        _ contentType: String, _ schema: String, _ failures: [(String, String)]
    ) {
        name("responses")
        object {
            $0.name("200")
            $0.answer(contentType, schema)
            if failures.contains(where: { $0.0 == "422" }) {
                $0.name("201")
                $0.answer(contentType, schema)
            }
            for (code, name) in failures + [("400", "BadRequest"), ("default", "Problem")] {
                $0.name(code)
                $0.object { $0.member("$ref", "#/components/responses/\(name)") }
            }
        }
    }

    private mutating func answer(_ contentType: String, _ schema: String) {
        object {
            $0.member("description", schema.isEmpty ? "The file" : schema)
            $0.name("content")
            $0.object {
                $0.name(contentType)
                $0.object {
                    $0.name("schema")
                    let file = #"{"type":"string"}"#
                    let reference = ##"{"$ref":"#/components/schemas/\##(schema)"}"##
                    $0.raw((schema.isEmpty ? file : reference).utf8)
                }
            }
        }
    }
}

/// What the server does at an address.
struct Route: Sendable {
    /// A page or an endpoint.
    enum Handler: Sendable {
        case page(PageHandler)
        case endpoint(EndpointHandler)
    }

    /// What GET and HEAD do.
    var get: Handler
    /// What POST with a form does.
    var post: EndpointHandler?

    /// The methods for `Allow`.
    var methods: [String] {
        var methods = ["GET", "HEAD", "OPTIONS"]
        if post != nil { methods.append("POST") }
        return methods
    }
}

/// The routes by their patterns. A pattern is a path; one segment of it may be `**`, which stands
/// for one segment or more.
struct RouteTable: Sendable {
    private struct Wildcard: Sendable {
        let prefix: String
        let suffix: String
        let route: Route
    }

    private var exact: [String: Route] = [:]
    private var wildcards: [Wildcard] = []

    /// Adds a route. Of two with one pattern the later counts.
    mutating func add(_ pattern: String, _ route: Route) {
        let parts = pattern.split(separator: "**", omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            exact[pattern] = route
            return
        }
        let added = Wildcard(prefix: String(parts[0]), suffix: String(parts[1]), route: route)
        wildcards.removeAll { $0.prefix == added.prefix && $0.suffix == added.suffix }
        let place = wildcards.firstIndex { Self.length($0) < Self.length(added) }
        wildcards.insert(added, at: place ?? wildcards.count)
    }

    /// The route of a path, and what `**` stands for in it.
    func match(_ path: String) -> (route: Route, remainder: String)? {
        if let route = exact[path] { return (route, "") }
        for wildcard in wildcards where path.hasPrefix(wildcard.prefix) {
            guard path.hasSuffix(wildcard.suffix) else { continue }
            let length =
                path.utf8.count - wildcard.prefix.utf8.count - wildcard.suffix.utf8.count
            guard length > 0 else { continue }
            let bytes = path.utf8.dropFirst(wildcard.prefix.utf8.count).prefix(length)
            return (wildcard.route, String(decoding: bytes, as: UTF8.self))
        }
        return nil
    }

    private static func length(_ wildcard: Wildcard) -> Int {
        wildcard.prefix.utf8.count + wildcard.suffix.utf8.count
    }
}

/// What the server does at an address.
struct Route: Sendable {
    /// A page or an endpoint; live ones show what changes from one moment to the next.
    enum Handler: Sendable {
        case page(PageHandler)
        case livePage(LivePageHandler)
        case endpoint(EndpointHandler)
        case live(LiveHandler)
    }

    /// What GET and HEAD do; nil where there is nothing to read.
    var get: Handler?
    /// What POST with a form does.
    var post: EndpointHandler?
    /// What POST with a form does on a page.
    var form: FormPageHandler?
    /// What other methods, or POST with another body, do.
    var writing: [String: LiveHandler] = [:]

    /// The methods for `Allow`.
    var methods: [String] {
        var methods = get == nil ? ["OPTIONS"] : ["GET", "HEAD", "OPTIONS"]
        if post != nil || form != nil { methods.append("POST") }
        return methods + writing.keys.sorted()
    }
}

/// The routes by their patterns. A pattern is a path. Segments of it may be names in braces, each of
/// which stands for one segment, or one may be `**`, which stands for one segment or more. What is
/// said exactly goes before braces, and those before `**`.
struct RouteTable: Sendable {
    /// A route that was found, and what its pattern's wildcards stand for.
    struct Match: Sendable {
        let route: Route
        /// What `**` stands for.
        var remainder = ""
        /// What the names in braces stand for.
        var captures: [String: String] = [:]
    }

    private struct Template: Sendable {
        let pattern: String
        let segments: [Substring]
        let route: Route

        func captures(_ path: [Substring]) -> [String: String]? {
            guard path.count == segments.count else { return nil }
            var captures: [String: String] = [:]
            for (segment, part) in zip(segments, path) {
                if segment.first == "{" {
                    guard !part.isEmpty else { return nil }
                    captures[String(segment.dropFirst().dropLast())] = String(part)
                } else if segment != part {
                    return nil
                }
            }
            return captures
        }
    }

    private struct Wildcard: Sendable {
        let prefix: String
        let suffix: String
        let route: Route
    }

    private var exact: [String: Route] = [:]
    private var templates: [Template] = []
    private var wildcards: [Wildcard] = []

    /// Adds a route. Of two with one pattern the later counts.
    mutating func add(_ pattern: String, _ route: Route) {
        if pattern.contains("{") {
            templates.removeAll { $0.pattern == pattern }
            let segments = pattern.split(separator: "/", omittingEmptySubsequences: false)
            templates.append(Template(pattern: pattern, segments: segments, route: route))
            // Where a path fits several, the one that says more exactly is the one meant.
            templates.sort { Self.openness($0) < Self.openness($1) }
            return
        }
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

    /// The route of a path.
    func match(_ path: String) -> Match? {
        if let route = exact[path] { return Match(route: route) }
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        for template in templates {
            guard let captures = template.captures(segments) else { continue }
            return Match(route: template.route, captures: captures)
        }
        for wildcard in wildcards where path.hasPrefix(wildcard.prefix) {
            guard path.hasSuffix(wildcard.suffix) else { continue }
            let length =
                path.utf8.count - wildcard.prefix.utf8.count - wildcard.suffix.utf8.count
            guard length > 0 else { continue }
            let bytes = path.utf8.dropFirst(wildcard.prefix.utf8.count).prefix(length)
            return Match(
                route: wildcard.route, remainder: String(decoding: bytes, as: UTF8.self))
        }
        return nil
    }

    private static func openness(_ template: Template) -> Int {
        template.segments.count { $0.first == "{" }
    }

    private static func length(_ wildcard: Wildcard) -> Int {
        wildcard.prefix.utf8.count + wildcard.suffix.utf8.count
    }
}

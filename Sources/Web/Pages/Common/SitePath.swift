import Records

/// The paths of the site's pages: the one source for what is routed and what is linked.
enum SitePath: Hashable, Sendable {
    case home
    /// All kinds at once, as a table of contents.
    case overview
    case search
    /// The list of a kind's records; figures have ``figures``.
    case list(Kind)
    case zones
    case zonesFile(TableFile)
    case figures
    case record(RecordID)
    case history(RecordID)
    /// What there is as data, and how to get it.
    case data
    /// Figures through time, drawn: the explorer of indicators.
    case track
    /// Two to six places or zones side by side.
    case compare
    /// Where figures contradict each other.
    case findings
    case findingsFile(TableFile)
    case finding(String)
    case map
    /// What the map shows, as GeoJSON.
    case mapFile
    case network
    case calendar
    /// A record's drawings.
    case dashboard(RecordID)
    /// A drawing as a file, by its name.
    case drawing(String, DrawingFormat)
    /// A drawing alone, to be shown in a frame of another site.
    case embedded(String)

    /// A table as a file.
    enum TableFile: String, CaseIterable, Sendable {
        case csv, json
    }

    /// The path as it stands in an address. An id needs no encoding.
    var text: String {
        switch self {
        case .home: "/"
        case .overview: "/browse"
        case .search: "/search"
        case .list(let kind): "/" + Self.listName(of: kind)
        case .zones: "/zones"
        case .zonesFile(let file): "/zones." + file.rawValue
        case .figures: "/figures"
        case .record(let id): Self.recordRoot + id.text
        case .history(let id): Self.historyRoot + id.text
        case .data: "/data"
        case .track: "/track"
        case .compare: "/compare"
        case .findings: "/findings"
        case .findingsFile(let file): "/findings." + file.rawValue
        case .finding(let id): Self.findingRoot + id
        case .map: "/map"
        case .mapFile: "/map.geojson"
        case .network: "/network"
        case .calendar: "/calendar"
        case .dashboard(let id): Self.dashboardRoot + id.text
        case .drawing(let name, let format): "/drawings/" + name + "." + format.rawValue
        case .embedded(let name): "/embed/" + name
        }
    }

    /// Reads a path as it stands in a request, without its query; nil when it isn't a
    /// page's.
    init?(_ path: String) {
        guard path.utf8.count <= RecordID.maximumLength + 20 else { return nil }
        if let fixed = Self.fixed[path] {
            self = fixed
        } else if let id = Self.id(in: path, below: Self.recordRoot) {
            self = .record(id)
        } else if let id = Self.id(in: path, below: Self.historyRoot) {
            self = .history(id)
        } else if let id = Self.id(in: path, below: Self.dashboardRoot) {
            self = .dashboard(id)
        } else {
            return nil
        }
    }

    /// What the paths of records' pages begin with.
    static let recordRoot = "/records/"
    /// What the paths of records' dashboards begin with.
    static let dashboardRoot = "/dashboards/"
    /// What the paths of single findings begin with.
    static let findingRoot = "/findings/"
    /// What the paths of records' histories begin with.
    static let historyRoot = "/history/"

    private static func id(in path: String, below root: String) -> RecordID? {
        path.hasPrefix(root) ? RecordID(String(path.dropFirst(root.count))) : nil
    }

    /// The pages without an id, by their paths.
    private static let fixed: [String: SitePath] = {
        let files =
            TableFile.allCases.map(SitePath.zonesFile)
            + TableFile.allCases.map(SitePath.findingsFile)
        let lists = Kind.allCases.filter { $0 != .observation }.map(SitePath.list)
        let pages: [SitePath] = [
            .home, .overview, .search, .zones, .figures, .data, .track, .compare, .findings, .map,
            .mapFile, .network, .calendar,
        ]
        return Dictionary(
            (pages + files + lists).map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
    }()

    /// What a kind's list is called in addresses.
    private static func listName(of kind: Kind) -> String {
        switch kind {
        case .person: "people"
        case .observation: "figures"
        default: kind.name + "s"
        }
    }
}

extension SitePath {
    /// Reads the beginning of a path as that of a record's page, however the rest is spelt: what
    /// an error page can start from to find what was meant.
    static func meantRecord(_ path: String) -> (kind: Kind?, words: String) {
        var segments = path.split(separator: "/").map(String.init)
        if segments.first == "history" || segments.first == "records" { segments.removeFirst() }
        let kind = segments.first.flatMap {
            Kind(prefix: $0.lowercased()) ?? Self.kind(ofList: $0)
        }
        if kind != nil { segments.removeFirst() }
        let last = segments.last ?? ""
        let words = String(last.prefix(100).map { "-_.+".contains($0) ? " " : $0 })
        return (kind, words)
    }

    private static func kind(ofList name: String) -> Kind? {
        Kind.allCases.first { $0.name == name || listName(of: $0) == name }
    }
}

public import Records

/// A query for data: `data/{flowRef}/{key}/{providerRef}?…` (SDMX 2.1, section 7, 4.4), or for
/// what is available: `availableconstraint/{flowRef}/{key}/{providerRef}/{componentID}?…`.
public struct DataQuery: Hashable, Sendable {
    /// How much of the data is wanted.
    enum Detail: String, CaseIterable, Sendable {
        case full
        case dataOnly = "dataonly"
        case seriesKeysOnly = "serieskeysonly"
        case noData = "nodata"
    }

    /// What stands at the level of observations.
    enum Observed: Hashable, Sendable {
        case dimension(Dimension)
        case all
    }

    private enum Language: String, CaseIterable { case en, it, ru }
    private enum Labels: String, CaseIterable { case id, both }
    private enum Flag: String, CaseIterable { case `true`, `false` }
    private enum Mode: String, CaseIterable { case exact, available }

    /// The keys wanted.
    public let key: KeyPattern
    /// The first day that a period may begin on, yyyymmdd.
    public let firstDay: Int32?
    /// The last day that a period may end on, yyyymmdd.
    public let lastDay: Int32?
    let first: Int?
    let last: Int?
    let detail: Detail
    let observed: Observed
    /// The format named by the parameter `format`.
    public let format: DataFormat?
    /// Whether the parameter `labels` wants names beside the codes; nil when it isn't there.
    public let hasLabels: Bool?
    /// The language of names where a format carries one language.
    public let language: NameLanguage
    /// For what is available: the dimensions asked of.
    let components: [Dimension]

    private static let range = ["startPeriod", "endPeriod", "updatedAfter"]
    private static let parameters =
        range + [
            "firstNObservations", "lastNObservations", "dimensionAtObservation", "detail",
            "includeHistory", "format", "labels", "lang",
        ]

    /// Reads a query for data.
    /// - Parameters:
    ///   - path: what follows `data` in the path.
    ///   - items: the parameters.
    public init(path: [String], _ items: [QueryItem]) throws(SDMXFault) {
        let read = try QueryReader(items, knowing: Self.parameters)
        key = try Self.identify(path, most: 3)
        (firstDay, lastDay) = try Self.days(read)
        if try read.choice("includeHistory", Flag.self) == .true {
            throw .notImplemented("includeHistory; leave it out for the newest revision")
        }
        first = try read.count("firstNObservations")
        last = try read.count("lastNObservations")
        detail = try read.choice("detail", Detail.self) ?? .full
        format = try read.choice("format", DataFormat.self)
        hasLabels = try read.choice("labels", Labels.self).map { $0 == .both }
        language =
            NameLanguage(
                rawValue: try read.choice("lang", Language.self)?.rawValue ?? "en") ?? .english
        components = Dimension.allCases
        guard let name = read.text("dimensionAtObservation") else {
            observed = .dimension(.time)
            return
        }
        if name == "AllDimensions" {
            observed = .all
        } else if let dimension = Dimension(id: name) {
            observed = .dimension(dimension)
        } else {
            throw .semantic(
                "dimensionAtObservation: \(SDMXFault.quoted(name)) is no dimension; there are "
                    + (Dimension.allCases.map(\.id) + ["AllDimensions"]).joined(separator: ", "))
        }
    }

    /// Reads a query for what is available.
    /// - Parameters:
    ///   - path: what follows `availableconstraint` in the path.
    ///   - items: the parameters.
    public init(available path: [String], _ items: [QueryItem]) throws(SDMXFault) {
        let read = try QueryReader(items, knowing: Self.range + ["mode", "references"])
        key = try Self.identify(path, most: 4)
        (firstDay, lastDay) = try Self.days(read)
        if try read.choice("mode", Mode.self) == .available {
            throw .notImplemented("mode=available; there is mode=exact")
        }
        if let references = read.text("references"), references != "none" {
            throw .notImplemented(
                "references of an available constraint; ask for the data structure instead")
        }
        first = nil
        last = nil
        detail = .full
        observed = .dimension(.time)
        format = nil
        hasLabels = nil
        language = .english
        guard path.count == 4, path[3].lowercased() != "all" else {
            components = Dimension.allCases
            return
        }
        var wanted: [Dimension] = []
        for name in path[3].split(separator: "+", omittingEmptySubsequences: false) {
            guard let dimension = Dimension(id: name) else {
                throw .semantic(
                    "\(SDMXFault.quoted(name)) is no dimension; there are "
                        + Dimension.allCases.map(\.id).joined(separator: ", "))
            }
            wanted.append(dimension)
        }
        components = Dimension.allCases.filter(wanted.contains)
    }

    private static func identify(
        _ path: [String], most: Int
    ) throws(SDMXFault) -> KeyPattern {
        guard let flow = path.first, path.count <= most else {
            throw .syntax(
                "the path goes on with the dataflow, the key and the provider: "
                    + "\(FigureFlow.id)/all/all")
        }
        try FigureFlow.check(flow: flow)
        if path.count > 2 { try FigureFlow.check(provider: path[2]) }
        return path.count > 1 ? try KeyPattern(path[1]) : .any
    }

    private static func days(_ read: QueryReader) throws(SDMXFault) -> (Int32?, Int32?) {
        if read.text("updatedAfter") != nil {
            throw .notImplemented(
                "updatedAfter; a conditional request with If-None-Match tells whether anything "
                    + "has changed")
        }
        let start = try read.period("startPeriod")
        let end = try read.period("endPeriod")
        if let start, let end, start.firstDay > end.lastDay {
            throw .semantic("startPeriod is after endPeriod")
        }
        return (start?.firstDay, end?.lastDay)
    }
}

extension DataQuery {
    /// Whether a figure's own content fits the query: all of the key but STATEMENT, which depends
    /// on other figures, and the time. Of figures with one key and period it wants all or none.
    public func wants(_ figure: Observation) -> Bool {
        let time = TimePeriod(figure.period)
        return isWithin(time)
            && Dimension.ofSeries.allSatisfy { dimension in
                let wanted = key.codes(of: dimension)
                return wanted.isEmpty || dimension == .statement
                    || wanted.contains(Self.code(of: dimension, in: figure, time))
            }
    }

    func isWithin(_ time: TimePeriod) -> Bool {
        time.firstDay >= firstDay ?? .min && time.lastDay <= lastDay ?? .max
    }

    private static func code(
        of dimension: Dimension, in figure: Observation, _ time: TimePeriod
    ) -> String {
        switch dimension {
        case .frequency: time.frequency
        case .indicator: figure.indicator
        case .subject: CodeNotation.code(figure.subject)
        case .counterpart:
            figure.counterpart.map { CodeNotation.code($0) } ?? CodeNotation.notApplicable
        case .product:
            figure.product.map { CodeNotation.code(phrase: $0) } ?? CodeNotation.notApplicable
        case .unit: CodeNotation.code(unit: figure.unit)
        case .statement, .time: ""
        }
    }
}

extension FigureSet {
    /// Keeps what a query wants of the figures.
    /// - Throws: `noResults` when nothing is left.
    mutating func narrow(to query: DataQuery) throws(SDMXFault) {
        for dimension in Dimension.ofSeries {
            let wanted = query.key.codes(of: dimension)
            guard !wanted.isEmpty else { continue }
            let isWanted = codes(of: dimension).map { wanted.contains($0.id) }
            keep { isWanted[Int($0.key[dimension.rawValue])] }
        }
        let isWithin = times.map { query.isWithin($0) }
        keep { isWithin[Int($0.key[Dimension.time.rawValue])] }
        keep(first: query.first, last: query.last)
        guard count > 0 else {
            throw .noResults("no figure has such a key within these periods")
        }
        if case .dimension(let dimension) = query.observed { sort(observing: dimension) }
        dropUnused()
    }
}

/// A media range of an `Accept` field (RFC 9110, 12.5.1).
struct MediaRange: Hashable, Sendable {
    let type: String
    let parameters: [(name: String, value: String)]
    /// Thousandths.
    let quality: Int

    static func == (left: MediaRange, right: MediaRange) -> Bool {
        left.type == right.type && left.quality == right.quality
            && left.parameters.elementsEqual(right.parameters, by: ==)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(type) }

    /// The value of a parameter.
    subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// Reads a field; what can't be read is left out. The best come first, equals in their order.
    static func list(_ field: String) -> [MediaRange] {
        let ranges = field.split(separator: ",").prefix(64).compactMap { MediaRange($0) }
        return ranges.enumerated().sorted { left, right in
            left.element.quality == right.element.quality
                ? left.offset < right.offset : left.element.quality > right.element.quality
        }.map(\.element)
    }

    private init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ";").map { Self.trimmed($0) }
        guard let type = parts.first, type.contains("/") else { return nil }
        self.type = type.lowercased()
        var parameters: [(String, String)] = []
        var quality = 1_000
        for part in parts.dropFirst() {
            let sides = part.split(separator: "=", maxSplits: 1).map { Self.trimmed($0) }
            guard sides.count == 2 else { continue }
            let value = sides[1].filter { $0 != "\"" }
            if sides[0].lowercased() == "q" {
                quality = Self.thousandths(value)
            } else {
                parameters.append((sides[0].lowercased(), value))
            }
        }
        guard quality > 0 else { return nil }
        self.parameters = parameters
        self.quality = quality
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var rest = text[...]
        while rest.first == " " || rest.first == "\t" { rest = rest.dropFirst() }
        while rest.last == " " || rest.last == "\t" { rest = rest.dropLast() }
        return String(rest)
    }

    /// `0.8` is 800.
    private static func thousandths(_ text: String) -> Int {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ Int($0) }), whole == 0 else { return 1_000 }
        guard parts.count == 2 else { return 0 }
        let digits = parts[1].prefix(3)
        return (Int(digits) ?? 0) * [1_000, 100, 10, 1][digits.count]
    }
}

/// The formats of data messages, named as the parameter `format` names them.
public enum DataFormat: String, CaseIterable, Sendable, Hashable {
    /// SDMX-ML 2.1, generic.
    case generic = "genericdata"
    /// SDMX-ML 2.1, specific to the data structure.
    case structureSpecific = "structurespecificdata"
    /// SDMX-JSON 1.0.0.
    case json = "jsondata"
    /// SDMX-JSON in the shape of the working draft before 1.0.0, which older clients read.
    case draftJSON = "jsondata-wd"
    /// SDMX-CSV 1.0.
    case csv = "csvdata"

    /// The media type of an answer.
    public var contentType: String {
        switch self {
        case .generic: "application/vnd.sdmx.genericdata+xml;version=2.1"
        case .structureSpecific: "application/vnd.sdmx.structurespecificdata+xml;version=2.1"
        case .json: "application/vnd.sdmx.data+json;version=1.0.0"
        case .draftJSON: "application/vnd.sdmx.data+json;version=1.0.0-wd"
        case .csv: "application/vnd.sdmx.data+csv;version=1.0.0;charset=utf-8"
        }
    }

    /// The format that a client accepts best, and whether it wants names beside the codes of CSV
    /// (`labels=both`). Without a wish it is the generic one.
    public static func negotiated(
        accept: String?
    ) throws(SDMXFault) -> (format: DataFormat, hasLabels: Bool) {
        guard let accept, !accept.isEmpty else { return (.generic, false) }
        for range in MediaRange.list(accept) {
            guard let format = DataFormat(range) else { continue }
            return (format, range["labels"] == "both")
        }
        throw .notAcceptable(
            "none of the formats \(SDMXFault.quoted(accept)) is offered for data; there are "
                + allCases.map(\.contentType).joined(separator: ", "))
    }

    private init?(_ range: MediaRange) {
        let version = range["version"]
        switch (range.type, version) {
        case ("*/*", _), ("application/*", _), ("application/xml", _), ("text/xml", _),
            ("application/vnd.sdmx.genericdata+xml", nil),
            ("application/vnd.sdmx.genericdata+xml", "2.1"):
            self = .generic
        case ("application/vnd.sdmx.structurespecificdata+xml", nil),
            ("application/vnd.sdmx.structurespecificdata+xml", "2.1"):
            self = .structureSpecific
        case ("application/vnd.sdmx.data+json", nil),
            ("application/vnd.sdmx.data+json", "1.0.0"), ("application/json", _):
            self = .json
        case ("application/vnd.sdmx.data+json", "1.0.0-wd"),
            ("application/vnd.sdmx.draft-sdmx-json+json", _):
            self = .draftJSON
        case ("application/vnd.sdmx.data+csv", nil),
            ("application/vnd.sdmx.data+csv", "1.0.0"), ("text/csv", _), ("text/*", _):
            self = .csv
        default: return nil
        }
    }
}

/// The format of structure messages.
public enum StructureFormat {
    /// The media type of an answer.
    public static let contentType = "application/vnd.sdmx.structure+xml;version=2.1"

    /// Checks that a client accepts it.
    public static func check(accept: String?) throws(SDMXFault) {
        guard let accept, !accept.isEmpty else { return }
        let isAccepted = MediaRange.list(accept).contains { range in
            switch (range.type, range["version"]) {
            case ("*/*", _), ("application/*", _), ("application/xml", _), ("text/xml", _),
                ("application/vnd.sdmx.structure+xml", nil),
                ("application/vnd.sdmx.structure+xml", "2.1"):
                true
            default: false
            }
        }
        guard isAccepted else {
            throw .notAcceptable(
                "none of the formats \(SDMXFault.quoted(accept)) is offered for structures; "
                    + "there is \(contentType)")
        }
    }
}

import Records

/// SDMX-JSON data message 1.0.0 (the SDMX-JSON field guide), or the working draft before it, in
/// which `header`, `structure` and `dataSets` stand at the top.
///
/// Figures are JSON numbers with all their digits. Attributes stand at the observations.
struct JSONForm: DataForm {
    private let header: MessageHeader
    private let language: NameLanguage
    private let isDraft: Bool
    private let service: String
    private let values: AttributeValues
    private var isFirst = true

    init(
        _ layout: DataLayout, _ header: MessageHeader, language: NameLanguage, isDraft: Bool,
        service: String
    ) {
        self.header = header
        self.language = language
        self.isDraft = isDraft
        self.service = service
        values = AttributeValues(layout)
    }

    mutating func head(_ layout: DataLayout) -> [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.name(isDraft ? "header" : "meta")
            $0.object { meta(&$0) }
        }
        var bytes = Array(json.bytes.dropLast())
        bytes += isDraft ? ",\"structure\":".utf8 : ",\"data\":{\"structure\":".utf8
        bytes += structure(layout)
        bytes += ",\"dataSets\":[{\"action\":\"Information\",".utf8
        if !isDraft { bytes += links("dataflow", "datastructure.Dataflow") + [0x2C] }
        bytes += layout.observed == nil ? "\"observations\":{".utf8 : "\"series\":{".utf8
        return bytes
    }

    mutating func group(_ rows: Range<Int>, _ layout: DataLayout) -> [UInt8] {
        var json = JSONWriter()
        guard let observed = layout.observed else {
            json.object { json in
                for row in rows {
                    json.name(Self.index(Dimension.allCases, layout.figures.rows[row]))
                    observation(row, layout, &json)
                }
            }
            return separated(json.bytes.dropFirst().dropLast())
        }
        json.object { json in
            json.name(Self.index(layout.grouping, layout.figures.rows[rows.lowerBound]))
            json.object { json in
                guard layout.detail.hasObservations else { return }
                json.name("observations")
                json.object { json in
                    for row in rows {
                        json.name(Self.index([observed], layout.figures.rows[row]))
                        observation(row, layout, &json)
                    }
                }
            }
        }
        return separated(json.bytes.dropFirst().dropLast())
    }

    mutating func tail(_ layout: DataLayout) -> [UInt8] {
        Array((isDraft ? "}}]}" : "}}]},\"errors\":[]}").utf8)
    }

    /// Members of one object, written in several goes.
    private mutating func separated(_ members: ArraySlice<UInt8>) -> [UInt8] {
        defer { isFirst = false }
        return isFirst ? Array(members) : [0x2C] + members
    }

    private func meta(_ json: inout JSONWriter) {
        if !isDraft {
            json.member(
                "schema",
                "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/"
                    + "schemas/1.0/sdmx-json-data-schema.json")
        }
        json.member("id", header.id)
        json.name("test")
        json.bool(false)
        json.member("prepared", header.prepared)
        if !isDraft { json.member("contentLanguages", [language.rawValue]) }
        json.name("sender")
        json.object {
            $0.member("id", FigureFlow.agency)
            $0.member("name", MessageHeader.sender.text(in: language))
        }
    }

    private func structure(_ layout: DataLayout) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            if !isDraft { json.raw(links("datastructure", "datastructure.DataStructure")) }
            name(FigureFlow.name, &json)
            json.name("dimensions")
            json.object { json in
                let observed = layout.observed.map { [$0] } ?? Dimension.allCases
                for (level, dimensions) in [("series", layout.grouping), ("observation", observed)]
                where !dimensions.isEmpty {
                    json.name(level)
                    json.array { list in
                        for dimension in dimensions { write(dimension, layout, &list) }
                    }
                }
            }
            json.name("attributes")
            json.object { json in
                json.name("observation")
                json.array { list in
                    for attribute in values.attributes { write(attribute, &list) }
                }
            }
        }
        return json.bytes
    }

    private func write(_ dimension: Dimension, _ layout: DataLayout, _ json: inout JSONWriter) {
        json.object { json in
            json.member("id", dimension.id)
            name(dimension.name, &json)
            json.member("keyPosition", dimension.rawValue)
            if dimension == .time || dimension == .frequency {
                let role = dimension == .time ? "TIME_PERIOD" : "FREQ"
                if isDraft { json.member("role", role) } else { json.member("roles", [role]) }
            }
            json.name("values")
            json.array { list in
                if dimension == .time {
                    for time in layout.figures.times { write(time, &list) }
                } else {
                    for code in layout.figures.codes(of: dimension) {
                        list.object {
                            $0.member("id", code.id)
                            name(code.name, &$0)
                        }
                    }
                }
            }
        }
    }

    private func write(_ time: TimePeriod, _ json: inout JSONWriter) {
        json.object { json in
            json.member("id", time.notation)
            json.member("name", time.notation)
            guard !isDraft else { return }
            json.member("start", CalendarDay(time.firstDay).text + "T00:00:00Z")
            json.member("end", CalendarDay(time.lastDay).text + "T23:59:59Z")
        }
    }

    private func write(_ attribute: Attribute, _ json: inout JSONWriter) {
        json.object { json in
            json.member("id", attribute.id)
            name(attribute.name, &json)
            if !isDraft {
                json.name("relationship")
                json.object { $0.member("primaryMeasure", Measure.id) }
            }
            json.name("values")
            json.array { list in
                for value in values.values(of: attribute) {
                    list.object { json in
                        switch attribute {
                        case .status:
                            json.member("id", value)
                            if let code = CodelistID.statuses.first(where: { $0.id == value }) {
                                name(code.name, &json)
                            }
                        case .qualifier:
                            json.member("id", value)
                            if let code = Qualifier(rawValue: value) { name(code.name, &json) }
                        default:
                            json.member("name", value)
                        }
                    }
                }
            }
        }
    }

    private func observation(_ row: Int, _ layout: DataLayout, _ json: inout JSONWriter) {
        json.array { list in
            list.number(layout.figures.rows[row].value)
            for attribute in values.attributes {
                if let index = values.index(of: attribute, at: row) {
                    list.number(index)
                } else {
                    list.null()
                }
            }
        }
    }

    private func name(_ name: LocalName, _ json: inout JSONWriter) {
        json.member("name", name.text(in: language))
        guard !isDraft else { return }
        json.name("names")
        json.object {
            for (language, text) in name.all { $0.member(language.rawValue, text) }
        }
    }

    /// The member `links`, without what stands around it.
    private func links(_ resource: String, _ type: String) -> [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.name("links")
            $0.array {
                $0.object {
                    $0.member(
                        "href",
                        "\(service)/\(resource)/\(FigureFlow.agency)/\(FigureFlow.id)/"
                            + FigureFlow.version)
                    $0.member("rel", resource)
                    $0.member(
                        "urn",
                        "urn:sdmx:org.sdmx.infomodel.\(type)=\(FigureFlow.agency):"
                            + "\(FigureFlow.id)(\(FigureFlow.version))")
                }
            }
        }
        return Array(json.bytes.dropFirst().dropLast())
    }

    /// The indexes of a row's values: `0:3:1`.
    private static func index(_ dimensions: [Dimension], _ row: FigureSet.Row) -> String {
        dimensions.map { String(row.key[$0.rawValue]) }.joined(separator: ":")
    }
}

/// The values of attributes, numbered in the order of the observations.
private struct AttributeValues: Sendable {
    /// The attributes that some observation has.
    let attributes: [Attribute]
    private var values: [[String]]
    private var indexes: [[Int32]]

    init(_ layout: DataLayout) {
        var known = Attribute.allCases.map { _ in [String: Int32]() }
        values = Attribute.allCases.map { _ in [] }
        indexes = Attribute.allCases.map { _ in [] }
        if layout.detail == .full {
            for row in layout.figures.rows {
                for attribute in Attribute.allCases {
                    let place = attribute.rawValue
                    guard let value = layout.figures.value(of: attribute, in: row) else {
                        indexes[place].append(-1)
                        continue
                    }
                    if known[place][value] == nil {
                        known[place][value] = Int32(clamping: values[place].count)
                        values[place].append(value)
                    }
                    indexes[place].append(known[place][value] ?? -1)
                }
            }
        }
        let values = values
        attributes = Attribute.allCases.filter { !values[$0.rawValue].isEmpty }
    }

    func values(of attribute: Attribute) -> [String] { values[attribute.rawValue] }

    /// The number of a row's value; nil when it has none.
    func index(of attribute: Attribute, at row: Int) -> Int? {
        let index = indexes[attribute.rawValue][row]
        return index < 0 ? nil : Int(index)
    }
}

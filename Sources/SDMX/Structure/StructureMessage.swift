/// Structure messages of SDMX-ML 2.1 (SDMXStructure.xsd).
public struct StructureMessage: Sendable {
    private let structures: FigureStructures
    private let header: MessageHeader
    private let service: String

    /// Messages about structures.
    /// - Parameter service: where the service is, such as `http://127.0.0.1/sdmx/2.1`.
    public init(_ structures: FigureStructures, header: MessageHeader, service: String) {
        self.structures = structures
        self.header = header
        self.service = service
    }

    /// The message that answers a query.
    /// - Throws: `noResults` when an item asked for isn't there.
    public func answer(_ query: StructureQuery) throws(SDMXFault) -> [UInt8] {
        try check(query)
        return message { xml in
            group("str:OrganisationSchemes", query, &xml) { $0 == .agencyScheme }
            group("str:Dataflows", query, &xml) { $0 == .dataflow }
            group("str:Codelists", query, &xml) { $0.resource == .codelist }
            group("str:Concepts", query, &xml) { $0 == .conceptScheme }
            group("str:DataStructures", query, &xml) { $0 == .dataStructure }
            group("str:Constraints", query, &xml) { $0 == .constraint }
        }
    }

    /// The message that tells what is available of what a query wants.
    /// - Throws: `noResults` when nothing is.
    public func available(
        _ figures: FigureSet, _ query: DataQuery
    ) throws(SDMXFault) -> [UInt8] {
        var figures = figures
        try figures.narrow(to: query)
        var used: [Dimension: [Code]] = [:]
        for dimension in query.components where dimension != .time {
            used[dimension] = figures.codes(of: dimension)
        }
        let days = figures.times.map(\.firstDay) + figures.times.map(\.lastDay)
        var span: ClosedRange<Int32>?
        if query.components.contains(.time), let first = days.min(), let last = days.max() {
            span = first...last
        }
        return message { xml in
            xml.element("str:Constraints") { constraint(used, span, .full, &$0) }
        }
    }

    private func message(_ content: (inout XMLWriter) -> Void) -> [UInt8] {
        var xml = XMLWriter()
        xml.element(
            "mes:Structure",
            [
                ("xmlns:mes", XMLNamespace.message), ("xmlns:str", XMLNamespace.structure),
                ("xmlns:com", XMLNamespace.common),
            ]
        ) { xml in
            xml.element("mes:Header") { header.write(&$0) }
            xml.element("mes:Structures", [], content)
        }
        return xml.bytes
    }

    private func group(
        _ name: String, _ query: StructureQuery, _ xml: inout XMLWriter,
        _ belongs: (Artefact) -> Bool
    ) {
        let members = query.wanted.filter(belongs)
        guard !members.isEmpty else { return }
        xml.element(name) { xml in
            for artefact in members {
                let isMatched = query.matched.contains(artefact)
                write(
                    artefact, Extent(query.detail, isMatched: isMatched),
                    items: isMatched ? query.items : nil, &xml)
            }
        }
    }

    private func write(
        _ artefact: Artefact, _ extent: Extent, items: [String]?, _ xml: inout XMLWriter
    ) {
        switch artefact {
        case .agencyScheme:
            maintainable("str:AgencyScheme", artefact, extent, isPartial: items != nil, &xml) {
                $0.element("str:Agency", [("id", FigureFlow.agency)]) {
                    $0.names(MessageHeader.sender)
                }
            }
        case .dataflow:
            maintainable("str:Dataflow", artefact, extent, &xml) {
                $0.element("str:Structure") { $0.reference(to: .dataStructure) }
            }
        case .codelist(let list):
            maintainable("str:Codelist", artefact, extent, isPartial: items != nil, &xml) { xml in
                for code in structures.codes(of: list) where items?.contains(code.id) ?? true {
                    xml.element("str:Code", [("id", code.id)]) { $0.names(code.name) }
                }
            }
        case .conceptScheme:
            maintainable("str:ConceptScheme", artefact, extent, isPartial: items != nil, &xml) {
                for concept in Self.concepts where items?.contains(concept.id) ?? true {
                    $0.element("str:Concept", [("id", concept.id)]) {
                        $0.names(concept.name)
                        $0.description(concept.description)
                    }
                }
            }
        case .dataStructure:
            maintainable("str:DataStructure", artefact, extent, &xml) { $0.components() }
        case .constraint:
            constraint(structures.used, structures.span, extent, &xml)
        }
    }

    private func maintainable(
        _ name: String, _ artefact: Artefact, _ extent: Extent, isPartial: Bool = false,
        _ xml: inout XMLWriter, _ content: (inout XMLWriter) -> Void
    ) {
        var attributes: [(String, String?)] = [
            ("id", artefact.id), ("urn", artefact.urn), ("agencyID", artefact.agency),
            ("version", FigureFlow.version),
        ]
        if extent != .full {
            attributes += [
                ("isExternalReference", "true"),
                (
                    "structureURL",
                    "\(service)/\(artefact.resource.rawValue)/\(artefact.agency)/"
                        + "\(artefact.id)/\(FigureFlow.version)"
                ),
            ]
        }
        if isPartial { attributes.append(("isPartial", "true")) }
        if artefact == .constraint { attributes.append(("type", "Actual")) }
        xml.element(name, attributes) { xml in
            xml.names(artefact.name)
            if extent != .stub, let text = artefact.description { xml.description(text) }
            if extent == .full { content(&xml) }
        }
    }

    private func constraint(
        _ used: [Dimension: [Code]], _ span: ClosedRange<Int32>?, _ extent: Extent,
        _ xml: inout XMLWriter
    ) {
        maintainable("str:ContentConstraint", .constraint, extent, &xml) { xml in
            xml.element("str:ConstraintAttachment") {
                $0.element("str:Dataflow") { $0.reference(to: .dataflow) }
            }
            xml.element("str:CubeRegion", [("include", "true")]) { xml in
                for dimension in Dimension.ofSeries {
                    guard let codes = used[dimension], !codes.isEmpty else { continue }
                    xml.element("com:KeyValue", [("id", dimension.id)]) {
                        for code in codes { $0.leaf("com:Value", [], code.id) }
                    }
                }
                guard let span else { return }
                xml.element("com:KeyValue", [("id", Dimension.time.id)]) {
                    $0.element("com:TimeRange") {
                        $0.leaf(
                            "com:StartPeriod", [("isInclusive", "true")],
                            CalendarDay(span.lowerBound).text)
                        $0.leaf(
                            "com:EndPeriod", [("isInclusive", "true")],
                            CalendarDay(span.upperBound).text)
                    }
                }
            }
        }
    }

    private func check(_ query: StructureQuery) throws(SDMXFault) {
        guard let items = query.items else { return }
        var known: Set<String> = []
        for artefact in query.matched {
            switch artefact {
            case .agencyScheme: known.insert(FigureFlow.agency)
            case .codelist(let list): known.formUnion(structures.codes(of: list).map(\.id))
            case .conceptScheme: known.formUnion(Self.concepts.map(\.id))
            default: break
            }
        }
        guard items.contains(where: known.contains) else {
            throw .noResults(
                "there is no item \(SDMXFault.quoted(items.joined(separator: "+")))")
        }
    }

    private static let concepts: [(id: String, name: LocalName, description: String)] =
        Dimension.allCases.map { ($0.id, $0.name, $0.description) }
        + [(Measure.id, Measure.name, Measure.description)]
        + Attribute.allCases.map { ($0.id, $0.name, $0.description) }
}

/// How much of an artefact is written.
private enum Extent {
    case full, completeStub, stub

    init(_ detail: StructureQuery.Detail, isMatched: Bool) {
        self =
            switch detail {
            case .full, .referencePartial: .full
            case .allStubs: .stub
            case .allCompleteStubs: .completeStub
            case .referenceStubs: isMatched ? .full : .stub
            case .referenceCompleteStubs: isMatched ? .full : .completeStub
            }
    }
}

extension XMLWriter {
    fileprivate mutating func description(_ text: String) {
        leaf("com:Description", [("xml:lang", "en")], text)
    }
}

/// SDMX-ML 2.1 structure-specific data (SDMXDataStructureSpecificBase.xsd; the names of what it
/// derives for a data structure: SDMX 2.1, section 3A, part IV).
struct StructureSpecificForm: DataForm {
    private var xml = XMLWriter()
    private let header: MessageHeader

    init(_ layout: DataLayout, _ header: MessageHeader) {
        self.header = header
    }

    mutating func head(_ layout: DataLayout) -> [UInt8] {
        let namespace =
            "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=\(FigureFlow.agency):"
            + "\(FigureFlow.id)(\(FigureFlow.version)):ObsLevelDim:\(layout.observedID)"
        xml.open(
            "mes:StructureSpecificData",
            [
                ("xmlns:mes", XMLNamespace.message), ("xmlns:com", XMLNamespace.common),
                ("xmlns:ss", XMLNamespace.structureSpecific),
                ("xmlns:xsi", XMLNamespace.instance), ("xmlns:own", namespace),
            ])
        xml.element("mes:Header") {
            header.write(&$0)
            $0.element(
                "mes:Structure",
                [
                    ("structureID", FigureFlow.id), ("namespace", namespace),
                    ("dimensionAtObservation", layout.observedID),
                ]
            ) { $0.structureReference() }
            $0.leaf("mes:DataSetAction", [], "Information")
        }
        xml.open(
            "mes:DataSet",
            [
                ("ss:structureRef", FigureFlow.id), ("xsi:type", "own:DataSetType"),
                ("ss:dataScope", "DataStructure"), ("ss:action", "Information"),
            ])
        return xml.take()
    }

    mutating func group(_ rows: Range<Int>, _ layout: DataLayout) -> [UInt8] {
        guard let observed = layout.observed else {
            for row in rows { observation(row, Dimension.allCases, layout) }
            return xml.take()
        }
        let key = layout.values(of: layout.grouping, at: rows.lowerBound)
        guard layout.detail.hasObservations else {
            xml.leaf("Series", key)
            return xml.take()
        }
        xml.open("Series", key)
        for row in rows { observation(row, [observed], layout) }
        xml.close("Series")
        return xml.take()
    }

    mutating func tail(_ layout: DataLayout) -> [UInt8] {
        xml.close("mes:DataSet")
        xml.close("mes:StructureSpecificData")
        return xml.take()
    }

    private mutating func observation(
        _ row: Int, _ dimensions: [Dimension], _ layout: DataLayout
    ) {
        xml.leaf(
            "Obs",
            layout.values(of: dimensions, at: row) + [(Measure.id, layout.measure(at: row))]
                + layout.attributes(at: row))
    }
}

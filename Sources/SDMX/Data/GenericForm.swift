/// SDMX-ML 2.1 generic data (SDMXDataGenericBase.xsd).
struct GenericForm: DataForm {
    private var xml = XMLWriter()
    private let header: MessageHeader

    init(_ layout: DataLayout, _ header: MessageHeader) {
        self.header = header
    }

    mutating func head(_ layout: DataLayout) -> [UInt8] {
        xml.open(
            "mes:GenericData",
            [
                ("xmlns:mes", XMLNamespace.message), ("xmlns:gen", XMLNamespace.generic),
                ("xmlns:com", XMLNamespace.common),
            ])
        xml.element("mes:Header") {
            header.write(&$0)
            $0.element(
                "mes:Structure",
                [
                    ("structureID", FigureFlow.id),
                    ("dimensionAtObservation", layout.observedID),
                ]
            ) { $0.structureReference() }
            $0.leaf("mes:DataSetAction", [], "Information")
        }
        xml.open("mes:DataSet", [("structureRef", FigureFlow.id), ("action", "Information")])
        return xml.take()
    }

    mutating func group(_ rows: Range<Int>, _ layout: DataLayout) -> [UInt8] {
        guard let observed = layout.observed else {
            for row in rows {
                xml.element("gen:Obs") { xml in
                    xml.element("gen:ObsKey") {
                        $0.values(layout.values(of: Dimension.allCases, at: row))
                    }
                    Self.content(of: row, layout, &xml)
                }
            }
            return xml.take()
        }
        xml.element("gen:Series") { xml in
            xml.element("gen:SeriesKey") {
                $0.values(layout.values(of: layout.grouping, at: rows.lowerBound))
            }
            guard layout.detail.hasObservations else { return }
            for row in rows {
                xml.element("gen:Obs") { xml in
                    let value = layout.figures.value(
                        of: observed, in: layout.figures.rows[row])
                    xml.leaf("gen:ObsDimension", [("value", value)])
                    Self.content(of: row, layout, &xml)
                }
            }
        }
        return xml.take()
    }

    mutating func tail(_ layout: DataLayout) -> [UInt8] {
        xml.close("mes:DataSet")
        xml.close("mes:GenericData")
        return xml.take()
    }

    private static func content(of row: Int, _ layout: DataLayout, _ xml: inout XMLWriter) {
        xml.leaf("gen:ObsValue", [("value", layout.measure(at: row))])
        let attributes = layout.attributes(at: row)
        guard !attributes.isEmpty else { return }
        xml.element("gen:Attributes") { $0.values(attributes) }
    }
}

extension XMLWriter {
    fileprivate mutating func values(_ values: [(String, String?)]) {
        for (id, value) in values { leaf("gen:Value", [("id", id), ("value", value)]) }
    }

    /// Names the data structure in a header.
    mutating func structureReference() {
        element("com:Structure") {
            $0.leaf(
                "Ref",
                [
                    ("agencyID", FigureFlow.agency), ("id", FigureFlow.id),
                    ("version", FigureFlow.version),
                ])
        }
    }
}

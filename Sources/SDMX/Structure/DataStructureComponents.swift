extension XMLWriter {
    /// The components of the data structure (SDMXStructureDataStructure.xsd).
    mutating func components() {
        element("str:DataStructureComponents") { xml in
            xml.element("str:DimensionList", [("id", "DimensionDescriptor")]) { xml in
                for dimension in Dimension.allCases { xml.dimension(dimension) }
            }
            xml.element("str:AttributeList", [("id", "AttributeDescriptor")]) { xml in
                for attribute in Attribute.allCases { xml.attribute(attribute) }
            }
            xml.element("str:MeasureList", [("id", "MeasureDescriptor")]) {
                $0.element("str:PrimaryMeasure", [("id", Measure.id)]) {
                    $0.concept(Measure.id)
                    $0.representation(nil, text: "Decimal")
                }
            }
        }
    }

    /// Refers to an artefact.
    mutating func reference(to artefact: Artefact) {
        leaf(
            "Ref",
            [
                ("id", artefact.id), ("version", FigureFlow.version),
                ("agencyID", artefact.agency), ("package", artefact.type.package),
                ("class", artefact.type.name),
            ])
    }

    private mutating func dimension(_ dimension: Dimension) {
        let name = dimension == .time ? "str:TimeDimension" : "str:Dimension"
        element(
            name, [("id", dimension.id), ("position", String(dimension.rawValue + 1))]
        ) {
            $0.concept(dimension.id)
            $0.representation(dimension.codelist, text: "ObservationalTimePeriod")
        }
    }

    private mutating func attribute(_ attribute: Attribute) {
        element(
            "str:Attribute",
            [
                ("id", attribute.id),
                ("assignmentStatus", attribute.isMandatory ? "Mandatory" : "Conditional"),
            ]
        ) {
            $0.concept(attribute.id)
            $0.representation(
                attribute.codelist,
                text: attribute == .basePeriod ? "ObservationalTimePeriod" : "String")
            $0.element("str:AttributeRelationship") {
                $0.element("str:PrimaryMeasure") { $0.leaf("Ref", [("id", Measure.id)]) }
            }
        }
    }

    private mutating func concept(_ id: String) {
        element("str:ConceptIdentity") {
            $0.leaf(
                "Ref",
                [
                    ("id", id), ("maintainableParentID", FigureFlow.conceptScheme),
                    ("maintainableParentVersion", FigureFlow.version),
                    ("agencyID", FigureFlow.agency), ("package", "conceptscheme"),
                    ("class", "Concept"),
                ])
        }
    }

    private mutating func representation(_ list: CodelistID?, text: String) {
        element("str:LocalRepresentation") { xml in
            if let list {
                xml.element("str:Enumeration") { $0.reference(to: .codelist(list)) }
            } else {
                xml.leaf("str:TextFormat", [("textType", text)])
            }
        }
    }
}

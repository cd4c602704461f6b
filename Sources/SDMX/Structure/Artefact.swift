/// What the service maintains, and what refers to what.
enum Artefact: Hashable, Sendable {
    case agencyScheme
    case dataflow
    case codelist(CodelistID)
    case conceptScheme
    case dataStructure
    case constraint

    /// All of them in the order of a structure message.
    static let all: [Artefact] =
        [.agencyScheme, .dataflow] + CodelistID.allCases.map { .codelist($0) }
        + [.conceptScheme, .dataStructure, .constraint]

    /// The resource of the REST interface under which it is found.
    var resource: StructureResource {
        switch self {
        case .agencyScheme: .agencyscheme
        case .dataflow: .dataflow
        case .codelist: .codelist
        case .conceptScheme: .conceptscheme
        case .dataStructure: .datastructure
        case .constraint: .contentconstraint
        }
    }

    /// Its id.
    var id: String {
        switch self {
        case .agencyScheme: "AGENCIES"
        case .dataflow, .dataStructure: FigureFlow.id
        case .codelist(let list): list.rawValue
        case .conceptScheme: FigureFlow.conceptScheme
        case .constraint: FigureFlow.constraint
        }
    }

    /// The agency that maintains it; the scheme of agencies is SDMX's own.
    var agency: String { self == .agencyScheme ? "SDMX" : FigureFlow.agency }

    /// The package and class of the information model.
    var type: (package: String, name: String) {
        switch self {
        case .agencyScheme: ("base", "AgencyScheme")
        case .dataflow: ("datastructure", "Dataflow")
        case .codelist: ("codelist", "Codelist")
        case .conceptScheme: ("conceptscheme", "ConceptScheme")
        case .dataStructure: ("datastructure", "DataStructure")
        case .constraint: ("registry", "ContentConstraint")
        }
    }

    /// Its name in the information model.
    var urn: String {
        "urn:sdmx:org.sdmx.infomodel.\(type.package).\(type.name)=\(agency):\(id)"
            + "(\(FigureFlow.version))"
    }

    /// Its name.
    var name: LocalName {
        switch self {
        case .agencyScheme: LocalName("SDMX agency scheme")
        case .codelist(let list): list.name
        case .conceptScheme:
            LocalName(
                "Concepts of the figures", italian: "Concetti dei dati",
                russian: "Понятия данных")
        case .dataflow, .dataStructure: FigureFlow.name
        case .constraint:
            LocalName(
                "Values that occur", italian: "Valori presenti", russian: "Имеющиеся значения")
        }
    }

    /// What it is.
    var description: String? {
        self == .dataflow || self == .dataStructure ? FigureFlow.description : nil
    }

    /// What it refers to.
    var children: [Artefact] {
        switch self {
        case .dataflow: [.dataStructure]
        case .dataStructure: CodelistID.allCases.map { .codelist($0) } + [.conceptScheme]
        case .constraint: [.dataflow]
        default: []
        }
    }

    /// What refers to it.
    var parents: [Artefact] { Self.all.filter { $0.children.contains(self) } }
}

/// The resources of structural metadata in the SDMX 2.1 REST interface.
enum StructureResource: String, CaseIterable, Sendable {
    case structure
    case agencyscheme, organisationscheme, dataproviderscheme, dataconsumerscheme
    case organisationunitscheme
    case dataflow, metadataflow
    case datastructure, metadatastructure
    case codelist, hierarchicalcodelist
    case conceptscheme, categoryscheme, categorisation
    case contentconstraint, actualconstraint, allowedconstraint, attachmentconstraint
    case provisionagreement, reportingtaxonomy, structureset, process
    case transformationscheme, rulesetscheme, userdefinedoperatorscheme, customtypescheme
    case namepersonalisationscheme, namealiasscheme, vtlmappingscheme

    /// Whether an artefact is found under this resource.
    func holds(_ artefact: Artefact) -> Bool {
        switch self {
        case .structure: true
        case .organisationscheme: artefact == .agencyScheme
        case .actualconstraint: artefact == .constraint
        default: artefact.resource == self
        }
    }

    /// Whether its artefacts hold items that can be asked for one by one.
    var hasItems: Bool {
        switch self {
        case .agencyscheme, .organisationscheme, .codelist, .conceptscheme, .dataproviderscheme,
            .dataconsumerscheme, .organisationunitscheme, .categoryscheme, .reportingtaxonomy,
            .hierarchicalcodelist:
            true
        default: false
        }
    }
}

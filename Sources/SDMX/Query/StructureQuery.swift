/// A query for structural metadata: `{resource}/{agency}/{id}/{version}/{item}?detail&references`
/// (SDMX 2.1, section 7, 4.3).
public struct StructureQuery: Sendable {
    /// How much of the artefacts is wanted.
    enum Detail: String, CaseIterable, Sendable {
        case full
        case allStubs = "allstubs"
        case allCompleteStubs = "allcompletestubs"
        case referenceStubs = "referencestubs"
        case referenceCompleteStubs = "referencecompletestubs"
        case referencePartial = "referencepartial"
    }

    private enum References: String {
        case none, parents, parentsandsiblings, children, descendants, all
    }

    /// The artefacts asked for.
    let matched: [Artefact]
    /// The artefacts asked for and those that come with them, in the order of a message.
    let wanted: [Artefact]
    /// The items wanted of the artefacts asked for; nil for all.
    let items: [String]?
    let detail: Detail

    /// Whether a first segment of a path names structural metadata.
    public static func isResource(_ name: String) -> Bool {
        StructureResource(rawValue: name) != nil
    }

    /// Reads a query.
    /// - Parameters:
    ///   - path: the resource and what follows it in the path.
    ///   - parameters: the parameters.
    /// - Throws: `noResults` when there is no such artefact.
    public init(path: [String], _ parameters: [QueryItem]) throws(SDMXFault) {
        guard let resource = path.first.flatMap(StructureResource.init) else {
            throw .syntax(
                "the path begins with data, availableconstraint or a resource of structures: "
                    + StructureResource.allCases.map(\.rawValue).joined(separator: ", "))
        }
        let read = try QueryReader(parameters, knowing: ["detail", "references", "format"])
        if let format = read.text("format"), format != "structure" {
            throw .syntax("format: structures are given as structure")
        }
        detail = try read.choice("detail", Detail.self) ?? .full
        let most = resource.hasItems ? 5 : 4
        guard path.count <= most else {
            throw .syntax(
                "the path has more than /\(resource.rawValue)/AGENCY/ID/VERSION"
                    + (resource.hasItems ? "/ITEM" : ""))
        }
        let agencies = try Self.alternatives(path, 1, "all")
        let ids = try Self.alternatives(path, 2, "all")
        let versions = try Self.alternatives(path, 3, "latest")
        let items = try Self.alternatives(path, 4, "all")
        self.items = items.contains("all") ? nil : items
        matched = Artefact.all.filter { artefact in
            resource.holds(artefact)
                && (agencies.contains("all") || agencies.contains(artefact.agency))
                && (ids.contains("all") || ids.contains(artefact.id))
                && versions.contains { FigureFlow.isVersion($0) }
        }
        guard !matched.isEmpty else {
            throw .noResults(
                "there is no \(path.joined(separator: "/").prefix(200)); the agency is "
                    + "\(FigureFlow.agency), the version \(FigureFlow.version)")
        }
        wanted = try Self.related(matched, read.text("references") ?? "none")
    }

    private static func alternatives(
        _ path: [String], _ place: Int, _ standard: String
    ) throws(SDMXFault) -> [String] {
        guard path.indices.contains(place) else { return [standard] }
        let parts = path[place].split(separator: "+", omittingEmptySubsequences: false)
        for part in parts {
            guard !part.isEmpty,
                part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy({
                    CodeNotation.isCode($0)
                })
            else {
                throw .syntax("\(SDMXFault.quoted(path[place])) in the path is no identifier")
            }
        }
        // Keywords are matched in any case; identifiers as they are.
        return parts.map {
            ["all", "latest"].contains($0.lowercased()) ? $0.lowercased() : "\($0)"
        }
    }

    private static func related(
        _ matched: [Artefact], _ references: String
    ) throws(SDMXFault) -> [Artefact] {
        let found: [Artefact]
        if let kind = References(rawValue: references) {
            found =
                switch kind {
                case .none: []
                case .parents: parents(of: matched)
                case .parentsandsiblings: withSiblings(matched)
                case .children: matched.flatMap(\.children)
                case .descendants: descendants(of: matched)
                case .all: withSiblings(matched) + descendants(of: matched)
                }
        } else if let resource = StructureResource(rawValue: references) {
            found = (withSiblings(matched) + descendants(of: matched)).filter(resource.holds)
        } else {
            throw .syntax(
                "references: \(SDMXFault.quoted(references)) is none of none, parents, "
                    + "parentsandsiblings, children, descendants, all, nor a resource")
        }
        return Artefact.all.filter { matched.contains($0) || found.contains($0) }
    }

    private static func parents(of artefacts: [Artefact]) -> [Artefact] {
        artefacts.flatMap(\.parents)
    }

    private static func withSiblings(_ artefacts: [Artefact]) -> [Artefact] {
        let parents = parents(of: artefacts)
        return parents + parents.flatMap(\.children)
    }

    private static func descendants(of artefacts: [Artefact]) -> [Artefact] {
        let children = artefacts.flatMap(\.children)
        return children.isEmpty ? [] : children + descendants(of: children)
    }
}

/// What the service is and maintains.
public enum FigureFlow {
    /// The agency that maintains the structures and provides the data.
    public static let agency = "FONDACO"
    /// The id of the dataflow and of its data structure.
    public static let id = "FIGURES"
    /// The version of every structure.
    public static let version = "1.0"
    /// The most observations that are given at once.
    public static let mostObservations = 100_000

    static let conceptScheme = "CS_FIGURES"
    static let constraint = "CR_FIGURES"
    static let name = LocalName(
        "Figures of the register", italian: "Dati del registro", russian: "Данные реестра")
    static let description =
        "Every figure of the register with its period, unit, qualifier and source"

    static func isAgency(_ text: some StringProtocol) -> Bool {
        text == agency || text.lowercased() == "all"
    }

    static func isVersion(_ text: some StringProtocol) -> Bool {
        text == version || ["all", "latest"].contains(text.lowercased())
    }
}

extension FigureFlow {
    /// Checks that a reference (`FIGURES`, `FONDACO,FIGURES`, `FONDACO,FIGURES,1.0`) means the
    /// dataflow.
    static func check(flow reference: some StringProtocol) throws(SDMXFault) {
        let parts = reference.split(separator: ",", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), !parts.contains(where: \.isEmpty) else {
            throw .syntax(
                "the dataflow \(SDMXFault.quoted(reference)) is not ID, AGENCY,ID or "
                    + "AGENCY,ID,VERSION")
        }
        let flow = parts.count == 1 ? parts[0] : parts[1]
        guard flow == id, parts.count == 1 || isAgency(parts[0]),
            parts.count < 3 || isVersion(parts[2])
        else {
            throw .noResults(
                "there is no dataflow \(SDMXFault.quoted(reference)); there is "
                    + "\(agency),\(id),\(version)")
        }
    }

    /// Checks that a reference (`FONDACO`, `FONDACO,FONDACO`, `all`) means the provider.
    static func check(provider reference: some StringProtocol) throws(SDMXFault) {
        let parts = reference.split(separator: ",", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts.contains(where: \.isEmpty) else {
            throw .syntax(
                "the provider \(SDMXFault.quoted(reference)) is not ID or AGENCY,ID")
        }
        guard parts.allSatisfy({ isAgency($0) }) else {
            throw .noResults(
                "there is no provider \(SDMXFault.quoted(reference)); there is \(agency)")
        }
    }
}

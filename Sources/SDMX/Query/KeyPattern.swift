/// Which keys a query wants: for each dimension but the time its codes, or any.
public struct KeyPattern: Hashable, Sendable {
    /// The codes by dimension in their order; none for any.
    private let wanted: [[String]]

    /// Any key.
    public static let any = KeyPattern(wanted: Dimension.ofSeries.map { _ in [] })

    private init(wanted: [[String]]) {
        self.wanted = wanted
    }

    /// Reads `A..place_by+place_it....`: values in the order of the dimensions with dots between
    /// them, alternatives with `+`, nothing for any (`KeyType` in the SDMX 2.1 REST interface).
    init(_ text: some StringProtocol) throws(SDMXFault) {
        if text.lowercased() == "all" {
            self = .any
            return
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == Dimension.ofSeries.count else {
            throw .syntax(
                "the key \(SDMXFault.quoted(text)) has \(parts.count) values; it has "
                    + "\(Dimension.ofSeries.count) with dots between them: "
                    + Dimension.ofSeries.map(\.id).joined(separator: "."))
        }
        var wanted: [[String]] = []
        for (part, dimension) in zip(parts, Dimension.ofSeries) {
            guard !part.isEmpty else {
                wanted.append([])
                continue
            }
            var codes: [String] = []
            for code in part.split(separator: "+", omittingEmptySubsequences: false) {
                guard CodeNotation.isCode(code) else {
                    throw .syntax(
                        "\(dimension.id) in the key: \(SDMXFault.quoted(code)) is no code; codes "
                            + "are of A-Z a-z 0-9 _ @ $ -")
                }
                if !codes.contains(String(code)) { codes.append(String(code)) }
            }
            wanted.append(codes)
        }
        self.wanted = wanted
    }

    /// The codes that a dimension may have; none for any.
    public func codes(of dimension: Dimension) -> [String] {
        wanted.indices.contains(dimension.rawValue) ? wanted[dimension.rawValue] : []
    }
}

import Records
import Register
import SDMX

/// Reads the register's figures for SDMX messages.
struct FigureLoader: Sendable {
    let register: Register

    /// The names that the register doesn't hold, from the interface's catalogues.
    static let wording = Wording(
        indicator: { slug in
            LocalName(
                Catalogue(.english).indicator(slug), italian: Catalogue(.italian).indicator(slug),
                russian: Catalogue(.russian).indicator(slug))
        },
        unit: { unit in
            LocalName(
                Catalogue(.english).unit(unit), italian: Catalogue(.italian).unit(unit),
                russian: Catalogue(.russian).unit(unit))
        })

    /// The figures that a query can mean: those that fit all of its key but the number of the
    /// statement.
    /// - Throws: `SDMXFault.tooLarge` when there are more than are given at once.
    func figures(for query: DataQuery) throws -> FigureSet {
        var rows: [ObservationRow] = []
        if let narrowed = Self.narrowed(query) {
            try register.eachObservation(narrowed) { row in
                guard query.wants(row.observation) else { return }
                guard rows.count < FigureFlow.mostObservations else {
                    throw SDMXFault.tooLarge(
                        "over \(FigureFlow.mostObservations) observations fit; narrow the key or "
                            + "the periods, and ask in parts")
                }
                rows.append(row)
            }
        }
        let sources = try SourceTexts(rows, register)
        let figures = rows.map { Self.figure($0, source: sources.text($0.citations)) }
        let contested = FigureSet.contested(figures, wording: Self.wording)
        let ranks = try register.summaries(contested).mapValues(\.ordinal)
        return FigureSet(figures, wording: Self.wording, ranks: ranks)
    }

    /// The code lists of all figures.
    func structures() throws -> FigureStructures {
        var gatherer = StructureGatherer(wording: Self.wording)
        var all = ObservationQuery()
        all.limit = Int.max
        try register.eachObservation(all) { gatherer.add(Self.figure($0)) }
        return gatherer.structures()
    }

    /// What the register can narrow down itself; nil when nothing can fit.
    private static func narrowed(_ query: DataQuery) -> ObservationQuery? {
        var narrowed = ObservationQuery()
        narrowed.limit = Int.max
        narrowed.from = query.firstDay
        narrowed.to = query.lastDay
        narrowed.indicators = query.key.codes(of: .indicator)
        let subjects = query.key.codes(of: .subject)
        narrowed.subjects = subjects.compactMap { CodeNotation.id($0) }
        guard subjects.isEmpty == narrowed.subjects.isEmpty else { return nil }
        let counterparts = query.key.codes(of: .counterpart)
        if !counterparts.contains(CodeNotation.notApplicable) {
            narrowed.counterparts = counterparts.compactMap { CodeNotation.id($0) }
            guard counterparts.isEmpty == narrowed.counterparts.isEmpty else { return nil }
        }
        let products = query.key.codes(of: .product)
        if products.count == 1, let code = products.first, code != CodeNotation.notApplicable {
            guard let product = CodeNotation.phrase(code) else { return nil }
            narrowed.product = product
        }
        return narrowed
    }

    private static func figure(_ row: ObservationRow, source: String = "") -> Figure {
        Figure(
            id: row.id, observation: row.observation, subject: name(row.subject),
            counterpart: row.counterpart.map(name), source: source)
    }

    private static func name(_ summary: RecordSummary) -> LocalName {
        LocalName(summary.name, italian: summary.italian, russian: summary.russian)
    }
}

/// Sources in words, for the attribute SOURCE.
private struct SourceTexts {
    private let names: [RecordID: String]

    init(_ rows: [ObservationRow], _ register: Register) throws {
        var cited: Set<RecordID> = []
        for row in rows { for citation in row.citations { cited.insert(citation.source) } }
        names = try register.summaries(Array(cited)).mapValues(\.name)
    }

    /// `Title (src/000-n30); Title (seed/000 L860-L864)`.
    func text(_ citations: [Citation]) -> String {
        citations.map { citation in
            let place = citation.locator.map { "\(citation.source) \($0)" } ?? citation.source.text
            return names[citation.source].map { "\($0) (\(place))" } ?? place
        }.joined(separator: "; ")
    }
}

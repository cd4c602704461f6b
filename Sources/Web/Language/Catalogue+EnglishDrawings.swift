extension English {
    static func phrase(_ phrase: DrawingPhrase) -> String {
        switch phrase {
        case .noData: "no data"
        case .total: "Total"
        case .category: "Item"
        case .planned: "planned or forecast"
        case .othersInTable: "others: see the table"
        case .asTable: "The same as a table"
        case .embed: "Embed"
        case .embedHelp: "Copy this into a page of yours; it always shows the present state."
        case .openLarger: "Open to change it"
        case .computed(let formula): "Computed: \(formula)."
        case .outlinesBy(let source): "outlines: \(source)"
        case .countedRecords: "records of this register, counted"
        case .notAuthoritative:
            "Outlines are drawn for orientation only; they imply no opinion on any border."
        case .linkHere: "Link to exactly this"
        case .years(let first, let last): "\(first) to \(last)"
        case .year(let year): year
        }
    }
}

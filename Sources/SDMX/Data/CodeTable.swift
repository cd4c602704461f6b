import Records

/// The codes of one dimension, numbered as they come; each name is made once.
struct CodeTable: Sendable {
    private var numbers: [String: Int32] = [:]
    private(set) var codes: [Code] = []

    mutating func number(_ id: String, _ name: @autoclosure () -> LocalName) -> Int32 {
        if let number = numbers[id] { return number }
        let number = Int32(clamping: codes.count)
        numbers[id] = number
        codes.append(Code(id: id, name: name()))
        return number
    }

    /// Puts the codes in order.
    /// - Returns: the new number of each old one.
    mutating func sort(by precedes: (Code, Code) -> Bool) -> [Int32] {
        let order = codes.indices.sorted { precedes(codes[$0], codes[$1]) }
        var renumbered = [Int32](repeating: 0, count: codes.count)
        for (new, old) in order.enumerated() { renumbered[old] = Int32(clamping: new) }
        codes = order.map { codes[$0] }
        for (new, code) in codes.enumerated() { numbers[code.id] = Int32(clamping: new) }
        return renumbered
    }
}

/// The numbers of a figure's codes, one a dimension in the order of ``Dimension``.
typealias KeyNumbers = SIMD8<Int32>

/// The codes of the dimensions that a figure's own content decides: all but the statement's
/// number and the time.
struct KeyTables: Sendable {
    private(set) var tables = [CodeTable](repeating: CodeTable(), count: 8)
    private let wording: Wording

    init(_ wording: Wording) {
        self.wording = wording
    }

    /// The codes of a dimension.
    func codes(of dimension: Dimension) -> [Code] { tables[dimension.rawValue].codes }

    /// The numbers of a figure's codes; statement and time stay 0.
    mutating func numbers(of figure: Figure, _ time: TimePeriod) -> KeyNumbers {
        let observation = figure.observation
        var numbers = KeyNumbers()
        let frequency = time.frequency
        numbers[Dimension.frequency.rawValue] = tables[Dimension.frequency.rawValue].number(
            frequency, TimePeriod.name(ofFrequency: frequency))
        let indicator = observation.indicator
        numbers[Dimension.indicator.rawValue] = tables[Dimension.indicator.rawValue].number(
            indicator, wording.indicator(indicator))
        numbers[Dimension.subject.rawValue] = tables[Dimension.subject.rawValue].number(
            CodeNotation.code(observation.subject), figure.subject)
        numbers[Dimension.counterpart.rawValue] = tables[Dimension.counterpart.rawValue].number(
            observation.counterpart.map { CodeNotation.code($0) } ?? CodeNotation.notApplicable,
            figure.counterpart ?? CodelistID.notApplicable)
        numbers[Dimension.product.rawValue] = tables[Dimension.product.rawValue].number(
            observation.product.map { CodeNotation.code(phrase: $0) }
                ?? CodeNotation.notApplicable,
            observation.product.map { LocalName($0) } ?? CodelistID.notApplicable)
        numbers[Dimension.unit.rawValue] = tables[Dimension.unit.rawValue].number(
            CodeNotation.code(unit: observation.unit), wording.unit(observation.unit))
        return numbers
    }

    /// The number of a code, added when it is new.
    mutating func number(of code: Code, in dimension: Dimension) -> Int32 {
        tables[dimension.rawValue].number(code.id, code.name)
    }

    /// The number of a statement's code.
    mutating func number(ofStatement statement: Int) -> Int32 {
        tables[Dimension.statement.rawValue].number(
            String(statement),
            LocalName(
                "Statement \(statement)", italian: "Dichiarazione \(statement)",
                russian: "Сообщение \(statement)"))
    }

    /// Puts the codes of every dimension in order.
    /// - Returns: for each dimension the new number of each old one.
    mutating func sort() -> [[Int32]] {
        Dimension.ofSeries.map { dimension in
            tables[dimension.rawValue].sort { left, right in
                switch dimension {
                case .frequency: TimePeriod.precedes(frequency: left.id, right.id)
                case .statement: (Int(left.id) ?? 0) < (Int(right.id) ?? 0)
                default: left.id < right.id
                }
            }
        }
    }
}

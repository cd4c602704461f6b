import Records

/// A data message, given piece by piece so that a long one needs little memory.
public struct DataMessage: Sendable {
    private var form: any DataForm
    private let layout: DataLayout
    private var position = 0
    private var stage = Stage.head

    private enum Stage { case head, groups, ended }

    /// About how many observations make a piece.
    private static let piece = 1_000

    /// Selects what a query wants of the figures and prepares the message.
    /// - Parameters:
    ///   - figures: at least all that fit the query, with all that share their keys.
    ///   - format: the format of the message.
    ///   - hasLabels: whether CSV names its codes.
    ///   - header: what the message says of itself.
    ///   - service: where the service is, such as `http://127.0.0.1/sdmx/2.1`.
    /// - Throws: `noResults` when nothing fits.
    public init(
        _ figures: FigureSet, _ query: DataQuery, format: DataFormat, hasLabels: Bool,
        header: MessageHeader, service: String
    ) throws(SDMXFault) {
        var figures = figures
        try figures.narrow(to: query)
        layout = DataLayout(figures, query)
        form =
            switch format {
            case .generic: GenericForm(layout, header)
            case .structureSpecific: StructureSpecificForm(layout, header)
            case .json, .draftJSON:
                JSONForm(
                    layout, header, language: query.language, isDraft: format == .draftJSON,
                    service: service)
            case .csv: CSVForm(layout, names: hasLabels ? query.language : nil)
            }
    }

    /// The next piece; nil after the last.
    public mutating func next() -> [UInt8]? {
        switch stage {
        case .head:
            stage = .groups
            return form.head(layout)
        case .groups:
            guard position < layout.count else {
                stage = .ended
                return form.tail(layout)
            }
            var bytes: [UInt8] = []
            let start = position
            while position < layout.count, position - start < Self.piece {
                let group = layout.group(at: position)
                bytes += form.group(group, layout)
                position = group.upperBound
            }
            return bytes
        case .ended:
            return nil
        }
    }

    /// The whole message.
    public mutating func bytes() -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = next() { bytes += piece }
        return bytes
    }
}

/// What goes where in a message: which dimensions make groups (series or sections) and which one
/// stands at the observations, and how much is said of them.
struct DataLayout: Sendable {
    let figures: FigureSet
    /// The dimension at the observations; nil when all are there.
    let observed: Dimension?
    let detail: DataQuery.Detail
    /// The dimensions of a group's key.
    let grouping: [Dimension]

    init(_ figures: FigureSet, _ query: DataQuery) {
        self.figures = figures
        detail = query.detail
        switch query.observed {
        // Keys without observations are keys of series.
        case .all: observed = query.detail.hasObservations ? nil : .time
        case .dimension(let dimension): observed = dimension
        }
        let observed = observed
        grouping = observed == nil ? [] : Dimension.allCases.filter { $0 != observed }
    }

    /// How many observations there are.
    var count: Int { figures.count }

    /// The value of `dimensionAtObservation`.
    var observedID: String { observed?.id ?? "AllDimensions" }

    /// The rows that stand together with the one at `start` and after it.
    func group(at start: Int) -> Range<Int> {
        guard let observed else { return start..<(start + 1) }
        var key = figures.rows[start].key
        key[observed.rawValue] = 0
        var end = start + 1
        while end < figures.count {
            var other = figures.rows[end].key
            other[observed.rawValue] = 0
            guard other == key else { break }
            end += 1
        }
        return start..<end
    }

    /// The values of some dimensions in a row.
    func values(of dimensions: [Dimension], at row: Int) -> [(String, String?)] {
        dimensions.map { ($0.id, figures.value(of: $0, in: figures.rows[row])) }
    }

    /// The values of the attributes that a row has.
    func attributes(at row: Int) -> [(String, String?)] {
        guard detail == .full else { return [] }
        return Attribute.allCases.compactMap { attribute in
            figures.value(of: attribute, in: figures.rows[row]).map { (attribute.id, $0) }
        }
    }

    /// The figure of a row, exactly as the register has it.
    func measure(at row: Int) -> String { figures.rows[row].value.description }
}

extension DataQuery.Detail {
    /// Whether the message holds observations.
    var hasObservations: Bool { self == .full || self == .dataOnly }
}

/// Writes data messages of one format.
protocol DataForm: Sendable {
    mutating func head(_ layout: DataLayout) -> [UInt8]
    mutating func group(_ rows: Range<Int>, _ layout: DataLayout) -> [UInt8]
    mutating func tail(_ layout: DataLayout) -> [UInt8]
}

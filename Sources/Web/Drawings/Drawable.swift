import Charts
import Records

/// A drawing with an address of its own: what it shows stands in the address, so that it can be
/// linked, embedded and downloaded as exactly what is seen.
protocol Drawable: Sendable {
    /// Its name in addresses: `/drawings/<name>.svg`.
    static var name: String { get }
    /// The parameters that it knows.
    static var parameterNames: [String] { get }
    /// Reads its address and gathers what it shows.
    /// - Throws: `BadParameter` for an address that can't be understood.
    init(_ context: PageContext) throws
    /// The parameters that lead back to it, without those that have their usual values.
    var parameters: [(name: String, value: String)] { get }
    /// What is seen; nil when there is nothing to draw.
    func plate() throws -> PlateContent?
}

/// What is seen on a plate: a chart and all that belongs to it.
struct PlateContent: Sendable {
    /// What is seen, as a heading says it.
    let title: String
    /// What is seen in a sentence or two: for everybody, and for those who don't see it.
    let summary: String
    /// Makes the chart with ids that begin with this prefix.
    let chart: @Sendable (_ id: String) -> any Chart
    /// Where the figures come from.
    var sources: [SourceNote] = []
    /// Remarks under the drawing: what is computed and how, what was left out.
    var remarks: [String] = []
    /// The exact values behind the drawing, as files give them.
    let data: DrawingData
    /// The tallest that it may be.
    var maximumHeight = 720.0
}

/// The exact values behind a drawing: names of columns, and rows of texts and numbers.
struct DrawingData: Sendable {
    enum Value: Sendable, Equatable {
        case text(String)
        case number(ExactDecimal)
        case none
    }

    let columns: [String]
    let rows: [[Value]]

    init(columns: [String], rows: [[Value]]) {
        self.columns = columns
        self.rows = rows
    }

    /// A text, or none.
    static func text(_ text: String?) -> Value { text.map(Value.text) ?? .none }
}

/// The formats in which a drawing can be had.
enum DrawingFormat: String, CaseIterable, Sendable {
    case svg, png, csv, json

    var mediaType: String {
        switch self {
        case .svg: "image/svg+xml"
        case .png: "image/png"
        case .csv: CSV.contentType
        case .json: "application/json"
        }
    }
}

extension Drawable {
    /// Where the drawing is as a file.
    /// - Parameter language: the language of its words, where the file has any.
    func address(_ format: DrawingFormat, _ language: Language) -> Address {
        Address(
            path: SitePath.drawing(Self.name, format).text,
            query: query(hasWords: format == .svg || format == .png, language))
    }

    /// Where the drawing stands alone, to be shown in a frame of another site.
    func embedAddress(_ language: Language) -> Address {
        Address(path: SitePath.embedded(Self.name).text, query: query(hasWords: true, language))
    }

    private func query(hasWords: Bool, _ language: Language) -> [(name: String, value: String?)] {
        let own = parameters.map { (name: $0.name, value: String?.some($0.value)) }
        return own + [(LanguageChoice.parameter, hasWords ? language.rawValue : nil)]
    }
}

import Records
import Register
import Statistics

/// A drawing of chosen figures; its address holds the choice.
protocol SeriesDrawable: Drawable {
    /// Which figures.
    var choice: SeriesChoice { get }
    var context: PageContext { get }
    /// The figures, where they have been read already.
    var material: SeriesMaterial? { get }
    init(choice: SeriesChoice, material: SeriesMaterial?, _ context: PageContext)
    /// The form; nil for the one that the choice names or that suits.
    static var form: SeriesForm? { get }
}

extension SeriesDrawable {
    static var parameterNames: [String] {
        SeriesChoice.parameterNames.filter { form == nil || $0 != "drawing" }
    }

    init(_ context: PageContext) throws {
        self.init(choice: try SeriesChoice(context.request.query), material: nil, context)
    }

    /// A drawing of the figures of some subjects.
    /// - Parameters:
    ///   - subjects: any when empty; as are the indicators.
    ///   - counterparts: any, or none, when empty.
    ///   - material: the figures, where they have been read already.
    init(
        subjects: [RecordID] = [], indicators: [String] = [], counterparts: [RecordID] = [],
        product: String? = nil, reckoning: Reckoning = .stated, unit: String? = nil,
        period: Period? = nil, form: SeriesForm? = nil, material: SeriesMaterial? = nil,
        _ context: PageContext
    ) {
        var choice = SeriesChoice()
        choice.subjects = subjects
        choice.indicators = indicators
        choice.counterparts = counterparts
        choice.product = product
        choice.reckoning = reckoning
        choice.unit = unit
        choice.period = period
        choice.form = form
        self.init(choice: choice, material: material, context)
    }

    var parameters: [(name: String, value: String)] {
        choice.items.filter { Self.form == nil || $0.name != "drawing" }
    }

    /// The series of the choice.
    func reading() throws -> SeriesReading {
        SeriesReading(choice, try material ?? SeriesMaterial(choice, context), context)
    }

    func plate() throws -> PlateContent? {
        let reading = try reading()
        let form = Self.form ?? reading.form
        if Self.form != nil, reading.obstacle(to: form) != nil { return nil }
        return try SeriesPlate(reading, as: form).content()
    }
}

/// Figures through time: lines, bars, stacks or small multiples; where there's no time to show,
/// bars by size.
struct SeriesDrawing: SeriesDrawable {
    static let name = "series"
    static var form: SeriesForm? { nil }
    let choice: SeriesChoice
    let material: SeriesMaterial?
    let context: PageContext

    init(choice: SeriesChoice, material: SeriesMaterial?, _ context: PageContext) {
        (self.choice, self.material, self.context) = (choice, material, context)
    }
}

/// The partners of a subject by size, in one period.
struct PartnersDrawing: SeriesDrawable {
    static let name = "partners"
    static var form: SeriesForm? { .ranking }
    let choice: SeriesChoice
    let material: SeriesMaterial?
    let context: PageContext

    init(choice: SeriesChoice, material: SeriesMaterial?, _ context: PageContext) {
        (self.choice, self.material, self.context) = (choice, material, context)
    }
}

/// Who with whom, in one period, as a grid of colours.
struct MatrixDrawing: SeriesDrawable {
    static let name = "matrix"
    static var form: SeriesForm? { .matrix }
    let choice: SeriesChoice
    let material: SeriesMaterial?
    let context: PageContext

    init(choice: SeriesChoice, material: SeriesMaterial?, _ context: PageContext) {
        (self.choice, self.material, self.context) = (choice, material, context)
    }
}

/// What a total is made of, by partner or product, in one period.
struct StructureDrawing: SeriesDrawable {
    static let name = "structure"
    static var form: SeriesForm? { .treemap }
    let choice: SeriesChoice
    let material: SeriesMaterial?
    let context: PageContext

    init(choice: SeriesChoice, material: SeriesMaterial?, _ context: PageContext) {
        (self.choice, self.material, self.context) = (choice, material, context)
    }
}

/// Two periods side by side.
struct SlopeDrawing: SeriesDrawable {
    static let name = "slope"
    static var form: SeriesForm? { .slope }
    let choice: SeriesChoice
    let material: SeriesMaterial?
    let context: PageContext

    init(choice: SeriesChoice, material: SeriesMaterial?, _ context: PageContext) {
        (self.choice, self.material, self.context) = (choice, material, context)
    }
}

import Records
import Register
import Statistics

/// The explorer of indicators: what is chosen stands in the address; the drawing, its figures and
/// their sources follow from it.
struct TrackPage: Page {
    /// How many figures the table below the drawing lists.
    static let mostRows = 200
    /// How many choices one field of the form offers.
    static let mostChoices = 200

    let context: PageContext
    /// What is shown: what the address asks for, else the first suggestion.
    let choice: SeriesChoice
    /// Whether the address asks for nothing.
    let isStart: Bool
    let start: TrackStart
    /// False while suggestions are still being looked for.
    let isComplete: Bool
    let choices: ObservationChoices
    let reading: SeriesReading
    let plate: PlateContent?
    let names: NameBook
    /// The figures drawn, or computed from, in the drawing's order.
    let used: [Statistics.Figure]
    let sources: CitedSources

    var words: Catalogue { context.words }

    init(_ context: PageContext) throws {
        self.context = context
        let asked = try SeriesChoice(context.request.query)
        isStart = asked.isOpen
        let start = try PageMemory.of(context.register).trackStart(of: context.register)
        isComplete = start != nil
        self.start = start ?? .empty
        choice = asked.isOpen ? self.start.views.first?.choice ?? asked : asked
        var query = choice.with { $0.reckoning = .stated }.query
        query.limit = 1
        choices = try context.register.choices(query)
        // A wider reading serves all the ways to compute at once.
        reading = SeriesReading(choice, try SeriesMaterial(choice, context), context)
        plate = try SeriesPlate(reading, as: reading.form).content()
        var seen: Set<RecordID> = []
        used = reading.series.flatMap { $0.points.flatMap(\.figures) }
            .filter { seen.insert($0.id).inserted }
        let shown = used.prefix(Self.mostRows)
        sources = try CitedSources(shown.flatMap(\.citations), context)
        names = try NameBook(
            choice.subjects + choice.counterparts + self.start.views.flatMap(\.choice.subjects)
                + shown.flatMap {
                    [$0.observation.subject, $0.observation.counterpart].compactMap(\.self)
                }, context)
    }

    /// The drawing with its address.
    var drawing: any Drawable {
        let form = reading.form
        let chosen = choice.with { $0.form = form }
        let material = reading.material
        switch form {
        case .ranking: return PartnersDrawing(choice: chosen, material: material, context)
        case .matrix: return MatrixDrawing(choice: chosen, material: material, context)
        case .treemap: return StructureDrawing(choice: chosen, material: material, context)
        case .slope: return SlopeDrawing(choice: chosen, material: material, context)
        case .lines, .bars, .stacked, .multiples:
            return SeriesDrawing(choice: chosen, material: material, context)
        }
    }

    /// Why a way of computing can't be had. What it would rest on may not have been read for the
    /// present one; then only trying tells.
    func obstacle(to reckoning: Reckoning) -> SeriesObstacle? {
        guard reckoning != choice.reckoning else { return nil }
        let needsMore =
            (reckoning == .balance && choice.reckoning != .balance)
            || (reckoning == .share && (!choice.counterparts.isEmpty || choice.product != nil))
            || (reckoning == .growth && choice.from != nil)
        if needsMore {
            let other = choice.with { $0.reckoning = reckoning }
            guard let material = try? SeriesMaterial(other, context) else { return nil }
            return SeriesReading(other, material, context).obstacle(to: reckoning)
        }
        return reading.obstacle(to: reckoning)
    }
}

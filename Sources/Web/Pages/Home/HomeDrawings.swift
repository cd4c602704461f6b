import Records
import Register

/// Three drawings that tell what is in the register: who agrees with whom, the figures most often
/// stated, and what happens when. Kept while the register stays as it is: everybody asks for them.
struct HomeDrawings {
    private let context: PageContext
    private var words: Catalogue { context.words }

    /// As many lines as stand well beside the other drawing.
    private static let timelineLines = 12

    init(_ context: PageContext) { self.context = context }

    /// The section of the page; nothing where there is nothing to draw.
    func section() throws -> SafeHTML {
        let memory = PageMemory.of(context.register)
        // Until the view worth showing has been found the section is made without it, and not kept.
        guard let start = try memory.trackStart(of: context.register) else {
            return Self.section(try plates(nil), words)
        }
        return try memory.homeDrawings.answer(
            to: Seen(state: context.today, language: context.language),
            at: context.register.version()
        ) {
            Self.section(try plates(start.views.first?.choice), words)
        }
    }

    private func plates(_ choice: SeriesChoice?) throws -> [Plate] {
        var map = MapState()
        map.level = .country
        var plates = [
            try Plate(
                FlowsDrawing(map, context), id: "home-ties",
                more: (words(DashboardPhrase.homeTies), SiteAddress.page(.network)), words)
        ]
        if let choice {
            plates.append(
                try Plate(
                    SeriesDrawing(choice: choice, material: nil, context), id: "home-trade",
                    size: .half,
                    more: (words(DashboardPhrase.homeTrade), SiteAddress.track(choice)), words))
        }
        plates.append(
            try Plate(
                TimelineDrawing(of: nil, kinds: [.event], lines: Self.timelineLines, context),
                id: "home-time", size: .half,
                more: (words(DashboardPhrase.homeTime), SiteAddress.page(.calendar)), words))
        return plates.compactMap(\.self)
    }

    private static func section(_ plates: [Plate], _ words: Catalogue) -> SafeHTML {
        SafeHTML { page in
            guard !plates.isEmpty else { return }
            page.section(words(DashboardPhrase.homeDrawings), id: "drawings") { page in
                page.element(.div, class: "plates") { page in
                    for plate in plates { page.put(plate) }
                }
            }
        }
    }
}

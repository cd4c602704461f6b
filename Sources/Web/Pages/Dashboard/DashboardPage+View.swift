import Records
import Register

extension DashboardPage {
    /// The page.
    /// - Throws: errors of the register.
    func response() throws -> PageResponse {
        let name = summary?.name(in: context.language.rawValue) ?? id.text
        let title = words(DashboardPhrase.title(name))
        let sections = try sections(name)
        let shell = context.shell(
            title: title, description: words(DashboardPhrase.lead(name)), layout: .wide,
            division: .register, downloads: [.json(SiteAddress.data(of: id))])
        return PageResponse(
            html: shell.render { page in
                page.put(
                    Breadcrumbs(steps: [(name, SiteAddress.record(id))], words: words))
                page.put(
                    PageTitle(
                        title: title,
                        folio: [
                            .link(words(DashboardPhrase.asRecord), to: SiteAddress.record(id)),
                            .link(
                                words(DashboardPhrase.compare), to: SiteAddress.compare([id])),
                        ]))
                guard !sections.isEmpty else { return page.put(nothing(name)) }
                page.put(Lead(.text(words(DashboardPhrase.lead(name)))))
                page.put(
                    Contents(
                        sections: sections.map { ($0.title, $0.id, nil) }, words: words))
                for section in sections {
                    page.section(section.title, id: section.id) { page in
                        page.element(.div, class: "plates") { page in
                            for plate in section.plates { page.put(plate) }
                        }
                    }
                }
            })
    }

    private struct Section {
        let id: String
        let title: String
        let plates: [Plate]

        /// Nil without a plate.
        init?(_ id: String, _ title: String, _ plates: [Plate]) {
            guard !plates.isEmpty else { return nil }
            self.id = id
            self.title = title
            self.plates = plates
        }
    }

    private func sections(_ name: String) throws -> [Section] {
        let figures = try plates(of: own, "figures")
        let others = try plates(of: shared, "shared")
        return [
            Section("figures", words(.sectionFigures), figures),
            Section("shared", words(RecordPhrase.sharedFigures), others),
            Section("ties", words(DashboardPhrase.ties), try ties()),
            Section("time", words(DashboardPhrase.time), try time()),
        ].compactMap(\.self)
    }

    private func plates(of drawings: [SeriesDrawing], _ prefix: String) throws -> [Plate] {
        try drawings.enumerated().compactMap { index, drawing in
            try Plate(
                drawing, id: prefix + "-" + String(index + 1), size: .half,
                more: (
                    words(DrawingPhrase.openLarger), SiteAddress.track(drawing.choice)
                ), words)
        }
    }

    private func ties() throws -> [Plate] {
        var state = NetworkState()
        state.focus = id
        let network = try NetworkDrawing(state, context)
        return try [
            Plate(
                network, id: "network",
                more: (words(DrawingPhrase.openLarger), state.address), words)
        ].compactMap(\.self)
    }

    private func time() throws -> [Plate] {
        try [Plate(TimelineDrawing(of: id, context), id: "timeline", words)].compactMap(\.self)
    }

    private func nothing(_ name: String) -> EmptyState {
        EmptyState(
            title: words(DashboardPhrase.nothing(name)), why: words(DashboardPhrase.nothingWhy),
            ways: [
                .link(words(DashboardPhrase.asRecord), to: SiteAddress.record(id)),
                .link(words(.figuresTitle), to: SiteAddress.figures(FigureState())),
            ])
    }
}

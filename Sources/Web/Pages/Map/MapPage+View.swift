import Charts
import Records
import Register

extension MapPage {
    var response: PageResponse {
        let shell = context.shell(
            title: map.title, description: words(.mapHelp), layout: .list, division: .map,
            downloads: downloads)
        return PageResponse(
            html: shell.render { page in
                page.put(PageTitle(title: words(.navMap)))
                page.put(Lead(.text(words(.mapHelp))))
                page.put(modes)
                page.put(form)
                page.put(kinds)
                page.put(extents)
                page.put(filters)
                writeMap(to: &page)
            })
    }

    /// The two ways to look, as one line of links.
    private var modes: ChoiceLine {
        ChoiceLine(
            title: words(.modeTitle),
            choices: MapState.Mode.allCases.map { mode in
                ChoiceLine.Choice(
                    text: words(mode == .places ? .modePlaces : .modeFlows),
                    address: MapState().with { $0.mode = mode }.address,
                    isChosen: mode == state.mode)
            }, words: words)
    }

    /// What is counted.
    private var kinds: FilterLines? {
        guard state.indicator == nil else { return nil }
        let choices = kindCounts.map { kind, count in
            FacetChoice(
                label: words.kinds(kind.name), count: words.number(count),
                address: state.with {
                    $0.list = $0.list.toggling(.kind, kind.name)
                    $0.list.chosen[.type] = nil
                }.address, isChosen: state.list.chosen[.kind]?.contains(kind.name) ?? false)
        }
        return FilterLines(
            groups: [FacetGroup(title: words(.facetKind), choices: choices)], words: words)
    }

    /// The part where nearly everything is, or all of it.
    private var extents: ChoiceLine? {
        guard map.core != nil else { return nil }
        return ChoiceLine(
            title: words(.extent),
            choices: [false, true].map { isWhole in
                ChoiceLine.Choice(
                    text: words(isWhole ? .wholeMap : .coreMap),
                    address: state.with { $0.isWhole = isWhole }.address,
                    isChosen: isWhole == state.isWhole)
            }, words: words)
    }

    // MARK: Form

    private var form: FilterForm {
        var fields = [
            FormField(
                label: words(.measure), name: "indicator",
                control: .choice(selected: state.indicator ?? "", options: measures))
        ]
        if state.indicator == nil {
            fields.append(
                FormField(
                    label: words(.level), name: "level",
                    control: .choice(
                        selected: state.level == .place ? "" : state.level.rawValue,
                        options: MapState.levels.map {
                            ($0 == .place ? "" : $0.rawValue, words(.levelName($0)))
                        })))
        } else {
            fields.append(
                FormField(
                    label: words.field("period"), name: "period",
                    control: .choice(
                        selected: map.scene.period?.description ?? "", options: periodOptions)))
        }
        let kept = state.items().filter { !["indicator", "period", "level"].contains($0.name) }
        fields += kept.map {
            FormField(label: "", name: $0.name, control: .hidden(value: $0.value))
        }
        return FilterForm(
            action: SiteAddress.page(.map), fields: fields, submit: words(.apply))
    }

    private var measures: [(value: String, text: String)] {
        let records = words(state.mode == .flows ? .measureTies : .measureRecords)
        let known = indicators.map { ($0.indicator, words.indicator($0.indicator), $0.count) }
        let sorted = known.sorted { $0.1.lowercased() < $1.1.lowercased() }
        var options = sorted.map { (value: $0.0, text: words(ListPhrase.choice($0.1, $0.2))) }
        if let chosen = state.indicator, !options.contains(where: { $0.value == chosen }) {
            options.append((chosen, words.indicator(chosen)))
        }
        return [("", records)] + options
    }

    private var periodOptions: [(value: String, text: String)] {
        var counts: [Period: Int] = [:]
        for entry in periods { counts[entry.period, default: 0] += entry.count }
        let newest = counts.keys.sorted {
            ($1.lastDay, $1.firstDay, $1.description) < ($0.lastDay, $0.firstDay, $0.description)
        }
        var options = newest.map { period in
            (
                value: period.description,
                text: words(
                    ListPhrase.choice(words.date(period.description), counts[period] ?? 0))
            )
        }
        if let chosen = map.scene.period, counts[chosen] == nil {
            options.append((chosen.description, words.date(chosen.description)))
        }
        return options
    }

    // MARK: Map and list

    private func writeMap(to page: inout HTMLWriter) {
        let name = state.mode == .flows ? FlowsDrawing.name : MapDrawing.name
        guard let content = try? map.content(name) else {
            page.put(nothing)
            return
        }
        page.put(
            Plate(
                id: "map", content: content, size: .column, downloads: downloads, heading: .h2,
                words: words))
        page.section(words(.onTheMap), id: "on-the-map") { page in
            page.put(state.mode == .flows ? pairs : places)
            let total = state.mode == .flows ? map.scene.arcs.count : map.scene.spots.count
            if total > Self.listed {
                page.element(.p, class: "remark", text: words(.listedOf(Self.listed, total)))
            }
        }
    }

    private var nothing: EmptyState {
        EmptyState(
            title: words(.emptyListTitle),
            why: words(state.indicator == nil ? .emptyMapWhy : .emptyFiguresWhy),
            ways: [
                .link(words(.clearFilters), to: MapState().with { $0.mode = state.mode }.address)
            ])
    }

    private var places: DataTable {
        let value = state.indicator.map(words.indicator) ?? words(.columnRecords)
        return DataTable(
            id: "list", caption: words(.onTheMap),
            columns: [
                Column(words(PagePhrase.columnPlace)), Column(words(.facetType)),
                Column(words(.facetCountry)),
                Column(value, unit: map.scene.unit.map { words.unit($0) }, .number),
            ],
            rows: map.scene.spots.prefix(Self.listed).map { spot in
                [
                    link(spot), .text(words.type(spot.place.type.rawValue, of: "place")),
                    country(of: spot),
                    figure(spot),
                ]
            }, captionIsUnseen: true, words: words)
    }

    private func link(_ spot: MapScene.Spot) -> Inline {
        .link(spot.name, to: SiteAddress.record(spot.id))
    }

    private func country(of spot: MapScene.Spot) -> Inline {
        guard let country = spot.place.country, country != spot.id else { return "" }
        return countries.link(country)
    }

    /// A figure leads to its record, a number of records to the list of them.
    private func figure(_ spot: MapScene.Spot) -> Inline {
        guard let figure = spot.figure else { return .gap(words(.notRecorded)) }
        if let record = spot.record { return .link(figure.text, to: SiteAddress.record(record)) }
        var list = state.list
        list.chosen[.kind] = nil
        switch state.level {
        case .party, .place: list.places = [spot.id]
        case .region: list.chosen[.region] = [spot.id.text]
        case .country: list.chosen[.country] = [spot.id.text]
        }
        guard let kind = state.onlyKind else {
            list.chosen[.kind] = state.kinds.map(\.name)
            return .link(figure.text, to: SiteAddress.search(list))
        }
        return .link(figure.text, to: SiteAddress.list(kind, list))
    }

    private var pairs: DataTable {
        let isDirected = map.scene.arcs.contains(where: \.isDirected)
        let value = state.indicator.map(words.indicator) ?? words(.columnRecords)
        return DataTable(
            id: "list", caption: words(.onTheMap),
            columns: [
                Column(words(isDirected ? .columnFrom : .columnPartner)),
                Column(words(isDirected ? .columnTo : .columnPartner)),
                Column(value, unit: map.scene.unit.map { words.unit($0) }, .number),
            ],
            rows: map.scene.arcs.prefix(Self.listed).map { arc in
                let lead = arc.figure.href.map { Address($0) } ?? Address("")
                return [
                    link(map.scene.spots[arc.from]), link(map.scene.spots[arc.to]),
                    .link(arc.figure.text, to: lead),
                ]
            }, captionIsUnseen: true, words: words)
    }
}

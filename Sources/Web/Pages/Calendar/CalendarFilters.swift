import Records
import Register

/// The filters of the calendar, each with how much it would give.
struct CalendarFilters {
    let page: CalendarPage

    private var words: Catalogue { page.words }
    private var state: CalendarState { page.state }

    /// How many values of a group are shown before the rest folds.
    private static let shownAtOnce = 7
    /// How many series are offered.
    private static let mostSeries = 40

    var panel: FacetPanel {
        let clear =
            state.filter.isSet
            ? SiteAddress.calendar(state.with { $0.filter = CalendarFilter() }) : nil
        return FacetPanel(
            groups: [
                places, sorts, places(.country, words(.facetCountry), \.countries),
                places(.region, words(.facetRegion), \.regions), series, sectors,
            ], clearAddress: clear, words: words)
    }

    /// What the marks are, whatever sort of them is chosen.
    private var sorts: FacetGroup {
        var open = state.filter
        open.sorts = []
        let marks =
            open == state.filter ? page.marks : (try? open.marks(of: page.context.register)) ?? []
        let from = state.from?.firstDay ?? 0
        let to = state.to?.lastDay ?? .max
        var counts: [CalendarMark.Sort: Int] = [:]
        for mark in marks where mark.touches(from, to) { counts[mark.sort, default: 0] += 1 }
        return FacetGroup(
            title: words(CalendarPhrase.what),
            choices: CalendarMark.Sort.allCases.filter {
                counts[$0] != nil || state.filter.sorts.contains($0)
            }.map { sort in
                choice(words.calendarSort(sort), counts[sort] ?? 0, \.sorts, sort)
            })
    }

    private var series: FacetGroup {
        var open = state.filter
        open.series = []
        let marks =
            open == state.filter ? page.marks : (try? open.marks(of: page.context.register)) ?? []
        let from = state.from?.firstDay ?? 0
        let to = state.to?.lastDay ?? .max
        var counts: [String: Int] = [:]
        for mark in marks where mark.touches(from, to) {
            if let series = mark.series { counts[series, default: 0] += 1 }
        }
        for chosen in state.filter.series where counts[chosen] == nil { counts[chosen] = 0 }
        let sorted = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
            .prefix(Self.mostSeries)
        let names = try? EventSeriesNames(sorted.map(\.key), marks, page.context)
        return group(
            words(CalendarPhrase.seriesOfEvents),
            sorted.map { choice(names?.text($0.key, words) ?? $0.key, $0.value, \.series, $0.key) })
    }

    private var sectors: FacetGroup {
        group(
            words(.facetTopic),
            (page.facets[.sector] ?? []).map { choice($0.value, $0.count, \.sectors, $0.value) })
    }

    private func places(
        _ facet: RecordFacet, _ title: String, _ list: WritableKeyPath<CalendarFilter, [RecordID]>
    ) -> FacetGroup {
        group(
            title,
            (page.facets[facet] ?? []).compactMap { count in
                guard let place = count.place else { return nil }
                return choice(
                    place.name(in: words.language.rawValue), count.count, list, place.id)
            })
    }

    /// Places and words, which have no counts of their own.
    private var places: FacetGroup {
        var choices = state.filter.places.map { place in
            FacetChoice(
                label: words(.insidePlace(page.names.text(place))), count: "",
                address: address(\.places, place), isChosen: true)
        }
        if !state.filter.text.isEmpty {
            choices.append(
                FacetChoice(
                    label: state.filter.text, count: "",
                    address: SiteAddress.calendar(state.with { $0.filter.text = "" }),
                    isChosen: true))
        }
        return FacetGroup(title: words(.chosenFilters), choices: choices)
    }

    // MARK: Choices

    private func group(_ title: String, _ choices: [FacetChoice]) -> FacetGroup {
        let ordered = choices.filter(\.isChosen) + choices.filter { !$0.isChosen }
        let shown = ordered.count <= Self.shownAtOnce + 2 ? ordered.count : Self.shownAtOnce
        return FacetGroup(
            title: title, choices: Array(ordered.prefix(shown)),
            more: Array(ordered.dropFirst(shown)))
    }

    private func choice<Value: Hashable>(
        _ label: String, _ count: Int, _ list: WritableKeyPath<CalendarFilter, [Value]>,
        _ value: Value
    ) -> FacetChoice {
        FacetChoice(
            label: label, count: words.number(count), address: address(list, value),
            isChosen: state.filter[keyPath: list].contains(value))
    }

    private func address<Value: Hashable>(
        _ list: WritableKeyPath<CalendarFilter, [Value]>, _ value: Value
    ) -> Address {
        SiteAddress.calendar(
            state.with { state in
                if let index = state.filter[keyPath: list].firstIndex(of: value) {
                    state.filter[keyPath: list].remove(at: index)
                } else {
                    state.filter[keyPath: list].append(value)
                }
            })
    }
}

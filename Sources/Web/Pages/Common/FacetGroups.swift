import Records
import Register

/// The filters of a list, made from what the register counted.
struct FacetGroups {
    let state: ListState
    /// The kind that the list is of; nil for a list of all kinds.
    let kind: Kind?
    let words: Catalogue
    /// Where a changed state leads.
    let address: (ListState) -> Address

    /// How many values of a facet are shown before the rest folds.
    private static let shownAtOnce = 7

    /// The panel: first what no facet shows but narrows the list, then the facets.
    func panel(
        _ counted: [RecordFacet: [RecordFacetCount]], _ facets: [RecordFacet], names: NameBook
    ) -> FacetPanel {
        var groups = [chosenElsewhere(names)]
        for facet in facets {
            guard let counts = counted[facet] else { continue }
            groups.append(group(facet, counts, names))
        }
        let clear = state.isFiltered ? address(state.unfiltered) : nil
        return FacetPanel(groups: groups, clearAddress: clear, words: words)
    }

    private func group(
        _ facet: RecordFacet, _ counts: [RecordFacetCount], _ names: NameBook
    ) -> FacetGroup {
        var values = counts.map { (value: $0.value, place: $0.place, count: $0.count) }
        for value in state.chosen[facet] ?? [] where !values.contains(where: { $0.value == value })
        {
            values.append((value, nil, 0))
        }
        if facet == .year { values.sort { $0.value > $1.value } }
        let choices = values.map { value, place, count in
            FacetChoice(
                label: label(of: value, place, facet, names), count: words.number(count),
                address: address(state.toggling(facet, value)),
                isChosen: state.chosen[facet]?.contains(value) ?? false)
        }
        let ordered = choices.filter(\.isChosen) + choices.filter { !$0.isChosen }
        let shown = ordered.count <= Self.shownAtOnce + 2 ? ordered.count : Self.shownAtOnce
        return FacetGroup(
            title: title(of: facet), choices: Array(ordered.prefix(shown)),
            more: Array(ordered.dropFirst(shown)))
    }

    /// Places and days, which have no facet of their own.
    private func chosenElsewhere(_ names: NameBook) -> FacetGroup {
        var choices: [FacetChoice] = []
        for place in state.places {
            var without = state.onPage(1)
            without.places.removeAll { $0 == place }
            choices.append(chosen(words(.insidePlace(names.text(place))), address(without)))
        }
        if let from = state.from {
            var without = state.onPage(1)
            without.from = nil
            let day = words.date(from.description)
            choices.append(chosen(words(.periodFrom) + " " + day, address(without)))
        }
        if let to = state.to {
            var without = state.onPage(1)
            without.to = nil
            choices.append(
                chosen(words(.periodTo) + " " + words.date(to.description), address(without)))
        }
        return FacetGroup(title: words(.chosenFilters), choices: choices)
    }

    private func chosen(_ label: String, _ address: Address) -> FacetChoice {
        FacetChoice(label: label, count: "", address: address, isChosen: true)
    }

    private func title(of facet: RecordFacet) -> String {
        switch facet {
        case .kind: words(.facetKind)
        case .type: kind == .offer ? words.field("direction") : words(.facetType)
        case .status: words(.facetStatus)
        case .country: words(.facetCountry)
        case .region: words(.facetRegion)
        case .year: words(.facetYear)
        case .sector: words(.facetTopic)
        }
    }

    private func label(
        of value: String, _ place: RecordSummary?, _ facet: RecordFacet, _ names: NameBook
    ) -> String {
        switch facet {
        case .kind: words.kinds(value)
        case .type: words.typeOrIndicator(value, of: kind)
        case .status: words.sentenceCase(words.status(value))
        case .country, .region:
            place?.name(in: words.language.rawValue)
                ?? RecordID(value).map(names.text) ?? value
        case .year, .sector: value
        }
    }
}

extension Catalogue {
    /// The text with a capital letter at its beginning.
    func sentenceCase(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    /// A type's name, also in a list of all kinds, where figures have indicators for types.
    func typeOrIndicator(_ type: String, of kind: Kind?) -> String {
        if kind == .observation { return indicator(type) }
        if kind == nil, TypeWord(rawValue: type) == nil { return indicator(type) }
        return self.type(type, of: kind?.name ?? "")
    }
}

extension ListState {
    /// The records whose names the filters need.
    var namedPlaces: [RecordID] {
        let chosen = (chosen[.country] ?? []) + (chosen[.region] ?? [])
        return places + chosen.compactMap { RecordID($0) }
    }
}

import Records
import Register

extension NetworkPage {
    var response: PageResponse {
        let shell = context.shell(
            title: drawing.title, description: words(.networkHelp), layout: .list,
            division: .network, downloads: downloads)
        return PageResponse(
            html: shell.render { page in
                page.put(
                    PageTitle(
                        kicker: state.focus == nil
                            ? [] : [.link(words(.navNetwork), to: SiteAddress.page(.network))],
                        title: drawing.scene.focusName ?? words(.navNetwork)))
                page.put(Lead(.text(words(.networkHelp))))
                page.put(steps)
                page.put(choices)
                page.put(form)
                page.put(filters)
                writeNetwork(to: &page)
            })
    }

    // MARK: Choices

    /// What ties, and around whom.
    private var choices: FilterLines {
        let kinds = NetworkState.tying.map { kind in
            FacetChoice(
                label: words.kinds(kind.name), count: "", address: toggled(kind).address,
                isChosen: state.kinds.contains(kind))
        }
        return FilterLines(
            groups: [FacetGroup(title: words(.tiedBy), choices: kinds)], words: words)
    }

    /// How far around the focus, or the whole.
    private var steps: ChoiceLine? {
        guard state.focus != nil else { return nil }
        let steps = (1...NetworkState.mostSteps).map { depth in
            ChoiceLine.Choice(
                text: words(.steps(depth)), address: state.with { $0.depth = depth }.address,
                isChosen: depth == state.depth)
        }
        let whole = state.with {
            $0.focus = nil
            $0.depth = 1
        }
        return ChoiceLine(
            title: words(AtlasPhrase.around),
            choices: steps + [
                ChoiceLine.Choice(text: words(.wholeNetwork), address: whole.address)
            ], words: words)
    }

    private func toggled(_ kind: Kind) -> NetworkState {
        state.with {
            var kinds = $0.kinds
            if let index = kinds.firstIndex(of: kind) {
                kinds.remove(at: index)
            } else {
                kinds.append(kind)
            }
            let names = NetworkState.tying.filter(kinds.contains).map(\.name)
            $0.list.chosen[.kind] = names.isEmpty || names == ["agreement"] ? nil : names
        }
    }

    private var form: FilterForm {
        var fields = [
            FormField(
                label: words(.level), name: "level",
                control: .choice(
                    selected: state.level == .party ? "" : state.level.rawValue,
                    options: PartnerLevel.allCases.map {
                        ($0 == .party ? "" : $0.rawValue, words(.levelName($0)))
                    })),
            FormField(
                label: words(.leastTies), name: "least",
                control: .choice(
                    selected: state.least == 1 ? "" : String(state.least),
                    options: leastOptions)),
        ]
        if state.level == .party {
            fields.append(
                FormField(
                    label: words(.whichPartners), name: "who",
                    control: .choice(
                        selected: state.who.first?.name ?? "",
                        options: [("", words(.all))]
                            + NetworkState.partners.map { ($0.name, words.kinds($0.name)) })))
        }
        let kept = state.items.filter { !["level", "least", "who"].contains($0.name) }
        fields += kept.map {
            FormField(label: "", name: $0.name, control: .hidden(value: $0.value))
        }
        return FilterForm(
            action: SiteAddress.page(.network), fields: fields, submit: words(.apply))
    }

    private var leastOptions: [(value: String, text: String)] {
        var numbers = [1, 2, 3, 5, 10]
        if !numbers.contains(state.least) { numbers = (numbers + [state.least]).sorted() }
        return numbers.map { ($0 == 1 ? "" : String($0), words.number($0)) }
    }

    // MARK: Network and tables

    private func writeNetwork(to page: inout HTMLWriter) {
        guard let content = try? drawing.plate() else {
            page.put(
                EmptyState(
                    title: words(.emptyListTitle), why: words(.emptyNetworkWhy),
                    ways: [.link(words(.clearFilters), to: NetworkState().address)]))
            return
        }
        page.put(
            Plate(
                id: "network", content: content, size: .column, downloads: downloads,
                heading: .h2, words: words))
        page.section(
            words(state.focus == nil ? .mostConnected : .withWhom), id: "partners"
        ) { page in
            page.put(state.focus == nil ? partners : around)
            let total = network.nodes.count
            if total > Self.listed {
                page.element(.p, class: "remark", text: words(.listedOf(Self.listed, total)))
            }
        }
    }

    private func link(_ node: PartnerNetwork.Node) -> Inline { node.summary.link(words.language) }

    private func look(_ node: PartnerNetwork.Node) -> Inline {
        .link(
            words(.partners(node.partners)),
            to: state.with {
                $0.focus = node.summary.id
                $0.depth = 1
            }.address)
    }

    private func country(_ number: Int) -> Inline {
        guard let country = drawing.scene.countries[number],
            country != network.nodes[number].summary.id
        else { return "" }
        return names.link(country)
    }

    private var partners: DataTable {
        DataTable(
            id: "list", caption: words(.mostConnected),
            columns: [
                Column(words(.columnPartner)), Column(words(.facetCountry)),
                Column(words(.columnAround)), Column(words(.columnTies), .number),
            ],
            rows: network.nodes.prefix(Self.listed).enumerated().map { number, node in
                [link(node), country(number), look(node), .text(words.number(node.weight))]
            }, captionIsUnseen: true, words: words)
    }

    /// Those around the focus, with what they share with it.
    private var around: DataTable {
        let focus = network.nodes.firstIndex { $0.summary.id == state.focus }
        var counts: [Int: Int] = [:]
        for tie in network.ties {
            if tie.first == focus { counts[tie.second] = tie.count }
            if tie.second == focus { counts[tie.first] = tie.count }
        }
        let order = counts.keys.sorted {
            let (one, other) = (counts[$0] ?? 0, counts[$1] ?? 0)
            return one != other ? one > other : $0 < $1
        }
        return DataTable(
            id: "list", caption: words(.withWhom),
            columns: [
                Column(words(.columnPartner)), Column(words(.facetCountry)),
                Column(words(.columnAround)), Column(words(.columnTies), .number),
                Column(words(.columnShared)),
            ],
            rows: order.prefix(Self.listed).map { number in
                let node = network.nodes[number]
                let records = shared[node.summary.id] ?? []
                return [
                    link(node), country(number), look(node),
                    .text(words.number(counts[number] ?? 0)),
                    records.isEmpty ? "" : names.links(records, limit: Self.named, words),
                ]
            }, captionIsUnseen: true, words: words)
    }
}

import Charts
import Records
import Register

/// Who works with whom.
struct NetworkDrawing: Drawable {
    static let name = "network"
    static let parameterNames = NetworkState.parameterNames

    let state: NetworkState
    let context: PageContext
    let scene: NetworkScene

    private var words: Catalogue { context.words }
    private static let maximumHeight = 900.0

    init(_ context: PageContext) throws {
        try self.init(NetworkState(context.request.query), context)
    }

    init(_ state: NetworkState, _ context: PageContext) throws {
        self.state = state
        self.context = context
        scene = try NetworkScene.of(state, context)
    }

    var parameters: [(name: String, value: String)] { state.items }

    func plate() throws -> PlateContent? {
        guard !scene.network.nodes.isEmpty else { return nil }
        return PlateContent(
            title: title, summary: summary, chart: try chart(), sources: [.counted(words)],
            remarks: remarks, data: data, maximumHeight: Self.maximumHeight)
    }

    // MARK: Words

    /// What ties, in the plural.
    private var ties: String {
        state.kinds.map { words.kinds($0.name) }.joined(separator: ", ")
    }

    /// What is seen, as a heading says it.
    var title: String {
        guard let name = scene.focusName else { return words(.networkOf(ties)) }
        return words(.networkAround(name, ties))
    }

    private var summary: String {
        let network = scene.network
        if let focus = network.nodes.firstIndex(where: { $0.summary.id == state.focus }) {
            return words(.networkAroundSummary(network.nodes.count - 1, closest(to: focus)))
        }
        let heaviest = network.nodes.filter { $0.summary.id != state.focus }.prefix(3)
            .map { name($0) + " (" + words.number($0.weight) + ")" }.joined(separator: ", ")
        return words(
            .networkSummary(
                network.nodes.count, network.ties.count,
                words.counted(network.records, of: state.onlyKind), heaviest))
    }

    /// With whom the focus shares most.
    private func closest(to focus: Int) -> String {
        let network = scene.network
        return network.ties.lazy.filter { $0.first == focus || $0.second == focus }.prefix(3)
            .map { tie in
                let other = network.nodes[tie.first == focus ? tie.second : tie.first]
                return name(other) + " (" + words.number(tie.count) + ")"
            }.joined(separator: ", ")
    }

    private var remarks: [String] {
        var remarks = [words(state.focus == nil ? .networkHow : .networkAroundHow)]
        let network = scene.network
        if state.focus == nil, network.allNodes > network.nodes.count {
            remarks.append(words(.partnersLeftOut(network.nodes.count, of: network.allNodes)))
        }
        if state.focus == nil, network.allTies > network.ties.count {
            remarks.append(words(.tiesLeftOut(network.ties.count, of: network.allTies)))
        }
        if network.crowded > 0 { remarks.append(words(.crowded(network.crowded))) }
        return remarks
    }

    private func name(_ node: PartnerNetwork.Node) -> String {
        node.summary.name(in: words.language.rawValue)
    }

    // MARK: Chart

    private func chart() throws -> @Sendable (String) -> any Chart {
        let version = try context.register.version()
        let colours = state.level == .country ? [] : scene.colours
        let groups =
            colours.count < 2
            ? [] : colours.map { scene.countryNames[$0] ?? $0.text } + [words(.otherCountries)]
        let nodes = nodes(colours)
        let ties = chartTies
        let (words, title, summary, focus, depth) = (
            words, title, summary, state.focus?.text, state.depth
        )
        let tableWords = NetworkWords(
            name: words(.columnPartner), degree: words(.columnPartners),
            weightedDegree: words(.columnTies), betweenness: words(.columnBetween) + ", %",
            rank: words(.columnRank) + ", %")
        let key =
            words.language.rawValue + " " + state.address.text
        let memory = PageMemory.of(context.register)
        return { id in
            DrawnOnce(
                key: Self.name + " " + id + " " + key, version: version,
                memory: memory,
                chart: Network(
                    text: words.chartText(
                        id: id, title: title, description: summary, sources: [.counted(words)]),
                    words: tableWords, nodes: nodes, ties: ties, groups: groups, focus: focus,
                    rings: depth))
        }
    }

    private func nodes(_ colours: [RecordID]) -> [NetworkNode] {
        let grouped = colours.count >= 2
        return scene.network.nodes.enumerated().map { number, node in
            let country = scene.countries[number]
            let colour = country.flatMap { colours.firstIndex(of: $0) } ?? colours.count
            let detail =
                name(node) + ": " + words(.partners(node.partners)) + ", "
                + words.counted(node.weight, of: state.onlyKind)
            return NetworkNode(
                id: node.summary.id.text, name: name(node),
                kind: node.summary.kind == .organisation
                    ? .organisation : node.summary.kind == .person ? .agreement : .place,
                weight: Double(node.weight), detail: detail,
                href: SiteAddress.record(node.summary.id).text, group: grouped ? colour : nil)
        }
    }

    private var chartTies: [NetworkTie] {
        let nodes = scene.network.nodes
        // What no pointer can hit needs no words: the table has them.
        let isQuiet = scene.network.ties.count > 400
        return scene.network.ties.map { tie in
            let (first, second) = (nodes[tie.first], nodes[tie.second])
            let lead = tie.count == 1 ? tie.example.map { SiteAddress.record($0) } : nil
            let around = state.with { $0.focus = first.summary.id }.address
            return NetworkTie(
                from: first.summary.id.text, to: second.summary.id.text,
                weight: Double(tie.count),
                detail: isQuiet
                    ? ""
                    : name(first) + " – " + name(second) + ": "
                        + words.counted(tie.count, of: state.onlyKind),
                href: isQuiet ? nil : (lead ?? around).text)
        }
    }

    private var data: DrawingData {
        let nodes = scene.network.nodes
        return DrawingData(
            columns: ["partner", "partner_name", "other", "other_name", "ties", "record"],
            rows: scene.network.ties.map { tie in
                let (first, second) = (nodes[tie.first], nodes[tie.second])
                return [
                    .text(first.summary.id.text), .text(name(first)),
                    .text(second.summary.id.text), .text(name(second)),
                    ExactDecimal(String(tie.count)).map(DrawingData.Value.number) ?? .none,
                    DrawingData.text(tie.count == 1 ? tie.example?.text : nil),
                ]
            })
    }
}

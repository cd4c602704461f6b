import Charts
import Records
import Register

/// Who is tied to whom, gathered once for the page, the drawing and the files.
struct NetworkScene: Sendable {
    let network: PartnerNetwork
    /// The name of the focus, if there is such a record.
    let focusName: String?
    /// The country of each partner, by its number.
    let countries: [RecordID?]
    let countryNames: [RecordID: String]

    /// The scene of a state, kept while the register stays as it is.
    static func of(_ state: NetworkState, _ context: PageContext) throws -> NetworkScene {
        let register = context.register
        let scenes = PageMemory.of(register).networkScenes
        let question = Seen(state: state, language: context.language)
        return try scenes.answer(to: question, at: register.version()) {
            let language = context.language.rawValue
            let network = try register.partners(state.query)
            let ids = network.nodes.map(\.summary.id)
            let locations = try register.locations(of: ids.filter { $0.kind != .place })
            let places = try register.located(
                ids + locations.values.compactMap { $0.first?.place })
            let countries = ids.map { id in
                places[id.kind == .place ? id : locations[id]?.first?.place ?? id]?.country
            }
            let names = try register.summaries(countries.compactMap(\.self))
            return NetworkScene(
                network: network,
                focusName: try state.focus.flatMap { try register.summary($0) }?
                    .name(in: language),
                countries: countries, countryNames: names.mapValues { $0.name(in: language) })
        }
    }

    /// The countries with most partners, which have colours of their own.
    var colours: [RecordID] {
        var counts: [RecordID: Int] = [:]
        for country in countries { if let country { counts[country, default: 0] += 1 } }
        let order = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        return order.prefix(Self.mostColours).map(\.key)
    }

    private static let mostColours = 7
}

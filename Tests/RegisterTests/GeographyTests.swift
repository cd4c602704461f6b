import Records
import Register
import Testing

/// Where records are, and who is tied to whom.
struct GeographyTests {
    private let atlas: ScratchRegister

    init() throws { atlas = try ScratchRegister(withAtlas: true) }

    private func id(_ text: String) throws -> RecordID { try #require(RecordID(text)) }

    // MARK: Locations

    private static func place(
        _ slug: String, _ type: String, parent: String? = nil, at point: (String, String)? = nil
    ) -> String {
        let around = parent.map { #","parent":"place/\#($0)""# } ?? ""
        let degrees = point.map { #","lat":\#($0.0),"lon":\#($0.1)"# } ?? ""
        return #"{"kind":"place","id":"place/\#(slug)","name":"\#(slug)","type":"\#(type)""#
            + #"\#(around)\#(degrees),"cite":[{"source":"src/a"}]}"#
    }

    private static func record(_ kind: String, _ id: String, _ fields: String) -> String {
        #"{"kind":"\#(kind)","id":"\#(id)",\#(fields),"cite":[{"source":"src/a"}]}"#
    }

    private func located() throws -> ScratchRegister {
        let scratch = try ScratchRegister()
        try scratch.take(
            Sample.source, Self.place("xx", "country", at: ("50.5", "20.25")),
            Self.place("xx/reg", "region", parent: "xx"),
            Self.place("xx/town", "city", parent: "xx/reg", at: ("51", "21")),
            Self.place("yy", "country"),
            Self.record(
                "organisation", "org/a", #""name":"A","type":"bank","place":"place/xx/town""#),
            Self.record(
                "organisation", "org/b", #""name":"B","type":"bank","place":"place/xx/reg""#),
            Self.record("person", "person/p", #""name":"P","office":"Head","of":"org/a""#),
            Self.record(
                "agreement", "agreement/g",
                #""title":"G","type":"treaty","parties":["org/a","place/xx","place/yy"]"#),
            Self.record("offer", "offer/o", #""by":"person/p","direction":"offer","what":"O""#))
        return scratch
    }

    @Test func whoHasNoPointStandsAtTheNearestPlaceAround() throws {
        let scratch = try located()
        let register = scratch.register
        func points(_ text: String) throws -> [String] {
            let id = try id(text)
            return try register.locations(of: [id])[id, default: []].map {
                "\($0.place) \($0.pointOf) \($0.basis) \($0.latitude) \($0.longitude)"
            }
        }
        #expect(try points("place/xx") == ["place/xx place/xx own 50.5 20.25"])
        #expect(try points("place/xx/reg") == ["place/xx/reg place/xx around 50.5 20.25"])
        #expect(try points("org/a") == ["place/xx/town place/xx/town place 51 21"])
        #expect(try points("org/b") == ["place/xx/reg place/xx around 50.5 20.25"])
        #expect(try points("person/p") == points("org/a"))
        #expect(try points("offer/o") == points("org/a"))
        #expect(
            try points("agreement/g")
                == [
                    "place/xx/town place/xx/town place 51 21", "place/xx place/xx place 50.5 20.25",
                ])
        #expect(try points("place/yy").isEmpty)
        #expect(try points("src/a").isEmpty)
        #expect(try points("org/unknown").isEmpty)
    }

    @Test func aPlaceIsGivenWithItsCountry() throws {
        let scratch = try located()
        let register = scratch.register
        let places = try register.located([id("place/xx/town"), id("org/a"), id("place/yy")])
        #expect(places.count == 2)
        let town = try #require(places[id("place/xx/town")])
        #expect(town.country?.text == "place/xx" && town.type == .city)
        #expect(places[try id("place/yy")]?.location == nil)
    }

    @Test func everyPlaceOfTheAtlasWithCoordinatesStandsAtThem() throws {
        let register = atlas.register
        var query = RecordQuery()
        query.kinds = [.place]
        query.limit = 1_000
        let records = try register.find(query).items.map(\.record)
        let locations = try register.locations(of: records)
        for record in records {
            guard case .place(let place) = record.body, let latitude = place.latitude else {
                continue
            }
            #expect(locations[record.id]?.first?.latitude == latitude)
            #expect(locations[record.id]?.first?.basis == .own)
        }
    }

    // MARK: Spread

    @Test(arguments: [Kind.organisation, .agreement, .event, .project, .offer])
    func countsByCountryAreThoseOfTheFacet(_ kind: Kind) throws {
        let register = atlas.register
        var query = RecordQuery()
        query.kinds = [kind]
        query.facets = [.country]
        query.facetLimit = 500
        let page = try register.find(query)
        let spread = try register.spread(query, over: .country, limit: 500)
        #expect(spread.records == page.total)
        let counted = Dictionary(
            uniqueKeysWithValues: spread.spots.map { ($0.place.summary.id.text, $0.count) })
        let facet = Dictionary(
            uniqueKeysWithValues: (page.facets[.country] ?? []).map { ($0.value, $0.count) })
        #expect(counted == facet)
        #expect(zip(spread.spots, spread.spots.dropFirst()).allSatisfy { $0.count >= $1.count })
    }

    @Test func onlyTheLargestAreGiven() throws {
        let register = atlas.register
        var query = RecordQuery()
        query.kinds = [.organisation]
        let all = try register.spread(query, over: .place, limit: 1_000)
        let few = try register.spread(query, over: .place, limit: 3)
        #expect(few.spots.map(\.place) == all.spots.prefix(3).map(\.place))
        #expect(few.allPlaces == all.spots.count && few.located == all.located)
    }

    // MARK: Partners

    /// Counts pairs of parties by reading every agreement.
    private func slowPairs(_ register: Register) throws -> [Set<RecordID>: Int] {
        var query = RecordQuery()
        query.kinds = [.agreement]
        query.limit = 10_000
        var pairs: [Set<RecordID>: Int] = [:]
        try register.eachFound(query) { found in
            guard case .agreement(let agreement) = found.record.body else { return }
            let parties = Array(Set(agreement.parties))
            guard parties.count <= 40 else { return }
            for (index, one) in parties.enumerated() {
                for other in parties[(index + 1)...] { pairs[[one, other], default: 0] += 1 }
            }
        }
        return pairs
    }

    private func whole() -> PartnerQuery {
        var records = RecordQuery()
        records.kinds = [.agreement]
        var query = PartnerQuery(records)
        query.mostNodes = 10_000
        query.mostTies = 100_000
        return query
    }

    private func pairs(_ network: PartnerNetwork) -> [Set<RecordID>: Int] {
        Dictionary(
            uniqueKeysWithValues: network.ties.map {
                (
                    [network.nodes[$0.first].summary.id, network.nodes[$0.second].summary.id],
                    $0.count
                )
            })
    }

    @Test func tiesAreThoseThatReadingEveryAgreementGives() throws {
        let register = atlas.register
        let network = try register.partners(whole())
        #expect(try pairs(network) == slowPairs(register))
        for (index, node) in network.nodes.enumerated() {
            let own = network.ties.filter { $0.first == index || $0.second == index }
            #expect(node.weight == own.reduce(0) { $0 + $1.count })
            #expect(node.partners == own.count)
        }
        for tie in network.ties {
            let record = try #require(tie.example)
            let stored = try #require(try register.record(record)).record
            guard case .agreement(let agreement) = stored.body else {
                Issue.record("\(record) is no agreement")
                continue
            }
            #expect(agreement.parties.contains(network.nodes[tie.first].summary.id))
            #expect(agreement.parties.contains(network.nodes[tie.second].summary.id))
        }
    }

    @Test func thePartnersOfOneAreThoseTiedToIt() throws {
        let register = atlas.register
        let grodno = try id("place/by/grodno-region")
        let all = try slowPairs(register)
        var query = whole()
        query.focus = grodno
        let near = try register.partners(query)
        let expected = Set(all.keys.filter { $0.contains(grodno) }.joined())
        #expect(Set(near.nodes.map(\.summary.id)) == expected)
        #expect(near.nodes.first?.summary.id == grodno)
        query.depth = 2
        let far = try register.partners(query)
        #expect(Set(far.nodes.map(\.summary.id)).isSuperset(of: expected))
        #expect(far.nodes.count > near.nodes.count)
        query.focus = try id("place/unknown")
        #expect(try register.partners(query).nodes.isEmpty)
    }

    @Test func limitsKeepTheHeaviest() throws {
        let register = atlas.register
        let all = try register.partners(whole())
        var query = whole()
        query.mostNodes = 10
        let few = try register.partners(query)
        #expect(few.nodes.count <= 10 && few.allNodes == all.nodes.count)
        #expect(few.nodes.allSatisfy { node in node.weight >= all.nodes[9].weight })
        query.mostNodes = 10_000
        query.least = 2
        let strong = try register.partners(query)
        #expect(strong.ties.allSatisfy { $0.count >= 2 })
        #expect(strong.ties.count == all.ties.filter { $0.count >= 2 }.count)
    }

    @Test(arguments: [PartnerLevel.place, .region, .country])
    func partnersAreWhereTheyHaveTheirSeats(_ level: PartnerLevel) throws {
        let register = atlas.register
        var query = whole()
        query.level = level
        let network = try register.partners(query)
        #expect(!network.ties.isEmpty)
        #expect(network.nodes.allSatisfy { $0.summary.kind == .place })
        let places = try register.located(network.nodes.map(\.summary.id))
        if level == .country { #expect(places.values.allSatisfy { $0.type == .country }) }
        if level == .region { #expect(places.values.allSatisfy { $0.type == .region }) }
    }

    @Test func aChangeIsSeen() throws {
        let scratch = try located()
        let before = try scratch.register.partners(whole())
        #expect(before.ties.count == 3)
        try scratch.take(
            Self.record(
                "agreement", "agreement/h",
                #""title":"H","type":"treaty","parties":["org/a","org/b"]"#))
        try scratch.reopen()
        #expect(try scratch.register.partners(whole()).ties.count == 4)
    }

    // MARK: Periods

    @Test func periodsCountTheFigures() throws {
        let register = atlas.register
        for hasCounterpart in [false, true] {
            let indicators = try register.indicators(hasCounterpart: hasCounterpart)
            #expect(!indicators.isEmpty)
            for indicator in indicators.prefix(8) {
                let periods = try register.periods(
                    of: indicator.indicator, hasCounterpart: hasCounterpart)
                #expect(periods.reduce(0) { $0 + $1.count } == indicator.count)
                #expect(zip(periods, periods.dropFirst()).allSatisfy { $0.count >= $1.count })
            }
        }
        #expect(try register.periods(of: "unknown", hasCounterpart: false).isEmpty)
    }
}

struct RememberedTests {
    @Test func anAnswerIsMadeOnceAVersion() {
        let memory = Remembered<String, Int>(most: 2)
        var made = 0
        func ask(_ question: String, _ version: UInt64) -> Int {
            memory.answer(to: question, at: version) {
                made += 1
                return made
            }
        }
        #expect(ask("a", 1) == 1 && ask("a", 1) == 1)
        #expect(ask("b", 1) == 2 && ask("a", 1) == 1)
        // Full: the one asked for longest ago goes.
        #expect(ask("c", 1) == 3)
        #expect(ask("a", 1) == 1 && ask("b", 1) == 4)
        #expect(ask("a", 2) == 5)
    }
}

import Records
import Register
import Testing

struct ReadingTests {
    private let scratch: ScratchRegister
    private var register: Register { scratch.register }

    init() throws { scratch = try ScratchRegister(withAtlas: true) }

    private func id(_ text: String) throws -> RecordID { try #require(RecordID(text)) }

    @Test func figuresAreFiltered() throws {
        var query = ObservationQuery()
        query.indicators = ["trade-turnover"]
        query.subjects = [try id("place/by")]
        let page = try register.observations(query)
        #expect(page.total == page.items.count && page.total > 5)
        for item in page.items {
            #expect(item.observation.indicator == "trade-turnover")
            #expect(item.subject.id.text == "place/by")
            #expect(!item.citations.isEmpty)
        }
        query.from = 20_210_101
        query.to = 20_211_231
        let narrowed = try register.observations(query)
        #expect(narrowed.total < page.total)
        let all = try register.observations(ObservationQuery())
        #expect(all.total == 389)
    }

    @Test(arguments: ObservationQuery.Sort.allCases)
    func pagesOfFiguresAddUp(_ sort: ObservationQuery.Sort) throws {
        var query = ObservationQuery()
        query.sort = sort
        query.limit = 50
        var seen = Set<RecordID>()
        for offset in stride(from: 0, to: 400, by: 50) {
            query.offset = offset
            for item in try register.observations(query).items {
                #expect(seen.insert(item.id).inserted)
            }
        }
        #expect(seen.count == 389)
    }

    @Test func choicesCountWhatChoosingGives() throws {
        var query = ObservationQuery()
        query.subjects = [try id("place/by")]
        for choice in try register.choices(query).indicators.prefix(5) {
            var chosen = query
            chosen.indicators = [choice.value]
            #expect(try register.observations(chosen).total == choice.count)
        }
    }

    @Test func factsOfASource() throws {
        let facts = try register.facts(restingOn: id("seed/000"), offset: 0, limit: 5_000)
        #expect(facts.total == facts.items.count && facts.total > 2_000)
        #expect(facts.items.contains { $0.locator == "L4665-L4709" })
    }

    @Test func seriesAreInOrder() throws {
        let events = try register.events(ofSeries: "forum-of-regions-by-ru")
        let editions = events.compactMap { listed in
            if case .event(let event) = listed.record.body { event.edition } else { nil }
        }
        #expect(editions.count > 2 && editions == editions.sorted())
    }

    @Test func pathsLeadFromTheCountry() throws {
        let path = try register.path(of: id("place/by/grodno"))
        #expect(path.first?.id.text == "place/by" && path.last?.id.text == "place/by/grodno")
    }

    @Test func namesInOtherLanguages() throws {
        let summary = try #require(try register.summary(id("place/by")))
        #expect(summary.name(in: "en") == "Belarus")
        #expect(summary.name(in: "it") == "Bielorussia")
    }
}

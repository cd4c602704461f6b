import Testing

@testable import Search

/// The index beside a search that looks at every record.
@Suite struct SearchReferenceTests {
    @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
    func findsAndCountsTheSameAsTheSlowSearch(seed: UInt64) {
        var random = RandomSamples(seed: seed)
        let samples = random.samples(160)
        let index = makeIndex(samples)
        let slow = SlowSearch(samples)
        for turn in 0..<120 {
            let text = turn % 6 == 0 ? "" : random.queryText()
            let scope: SearchScope = turn % 4 == 0 ? .names : .everything
            var filter = random.filter(samples.count)
            if turn % 3 == 0 { filter = SearchFilter() }
            let order = SearchOrder.allCases[turn % SearchOrder.allCases.count]
            let result = index.search(
                SearchQuery(
                    text: text, scope: scope, filter: filter,
                    facets: Set(SearchFacet.allCases), order: order, limit: 1_000))
            let (basis, found) = text.isEmpty ? (.everything, samples) : slow.matches(text, scope)
            let check = SlowFilter(samples, filter)
            let expected = found.filter { check.passes($0.document) }
            let about: Comment = "seed \(seed), turn \(turn), text '\(text)', \(scope), \(filter)"
            #expect(result.basis == basis, about)
            #expect(
                Set(result.hits.map(\.ordinal)) == Set(expected.map(\.document.ordinal)), about)
            #expect(result.total == expected.count, about)
            for facet in SearchFacet.allCases {
                let counted = (result.facets[facet] ?? []).filter { $0.count > 0 }
                var counts: [SearchFacetValue: Int] = [:]
                for sample in found where check.passes(sample.document, ignoring: facet) {
                    for value in check.values(of: facet, sample.document) {
                        counts[value, default: 0] += 1
                    }
                }
                let pairs = Dictionary(uniqueKeysWithValues: counted.map { ($0.value, $0.count) })
                #expect(pairs == counts, "\(facet), \(about)")
                #expect(counted.map(\.count) == counted.map(\.count).sorted(by: >), about)
            }
            checkOrder(result, order, expected, about, index)
        }
    }

    private func checkOrder(
        _ result: SearchResult, _ order: SearchOrder, _ expected: [Sample], _ about: Comment,
        _ index: SearchIndex
    ) {
        let byName = expected.sorted {
            ($0.sortName, $0.document.ordinal) < ($1.sortName, $1.document.ordinal)
        }
        let sorted: [Sample]
        switch order {
        case .name: sorted = byName
        case .nameDescending: sorted = byName.reversed()
        case .rank: sorted = byName.stableSorted { $0.document.rank > $1.document.rank }
        case .dateDescending:
            sorted = byName.stableSorted { $0.document.firstDate > $1.document.firstDate }
        case .date:
            func day(_ sample: Sample) -> Int32 {
                sample.document.firstDate == 0 ? .max : sample.document.firstDate
            }
            sorted = byName.stableSorted { day($0) < day($1) }
        case .relevance:
            if result.basis == .everything {
                sorted = byName.stableSorted { $0.document.rank > $1.document.rank }
            } else {
                // Scores within the weight of the rank must not rise by more than that.
                for (one, next) in zip(result.hits, result.hits.dropFirst()) {
                    #expect(next.score <= one.score + 0.007, about)
                }
                return
            }
        }
        #expect(result.hits.map(\.ordinal) == sorted.map(\.document.ordinal), about)
    }

    @Test(arguments: SearchOrder.allCases)
    func pagesJoinToTheWholeListAcrossRebuilds(order: SearchOrder) throws {
        var random = RandomSamples(seed: 99)
        let samples = random.samples(150)
        let indexes = [makeIndex(samples), makeIndex(samples.reversed())]
        for text in ["", "gr"] {
            let query = SearchQuery(text: text, order: order, limit: 1_000)
            let whole = indexes[0].search(query).hits.map(\.ordinal)
            var pages: [Int64] = []
            var after: SearchCursor?
            var turn = 0
            repeat {
                var page = query
                page.limit = 7
                page.after = after
                let result = indexes[turn % 2].search(page)
                pages += result.hits.map(\.ordinal)
                after = try result.next.map { try #require(SearchCursor(text: $0.text)) }
                turn += 1
            } while after != nil && turn < 100
            #expect(pages == whole)
        }
    }
}

extension Array {
    fileprivate func stableSorted(_ isBefore: (Element, Element) -> Bool) -> [Element] {
        enumerated().sorted {
            if isBefore($0.element, $1.element) { return true }
            if isBefore($1.element, $0.element) { return false }
            return $0.offset < $1.offset
        }.map(\.element)
    }
}

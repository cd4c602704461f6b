/// One search, from the query to the result.
struct SearchRun {
    private let query: SearchQuery
    private let index: IndexStorage
    private let plan: FilterPlan
    private let offset: Int
    private let limit: Int

    init(_ query: SearchQuery, _ index: IndexStorage) {
        self.query = query
        self.index = index
        plan = FilterPlan(query.filter, index)
        // Bounded, so that sums of them can't overflow.
        offset = min(max(0, query.offset), index.ordinals.count)
        limit = min(max(0, query.limit), index.ordinals.count)
    }

    func result() -> SearchResult {
        let words = QueryReader.words(of: query.text)
        if !words.isEmpty { return textResult(words) }
        if !query.text.allSatisfy(\.isWhitespace) {
            return SearchResult(
                basis: .noWords, total: 0, hits: [],
                facets: Dictionary(uniqueKeysWithValues: query.facets.map { ($0, []) }),
                corrections: [])
        }
        let all = (0..<UInt32(index.ordinals.count))
        let tally = FacetTally(
            all, plan, facets: query.facets, columns: index.facets, isAll: true)
        let order: SearchOrder = query.order == .relevance ? .rank : query.order
        return page(tally, order, .everything, match: nil)
    }

    /// All documents that the query finds, in the order of names.
    func documents() -> [UInt32] {
        let words = QueryReader.words(of: query.text)
        if !words.isEmpty {
            let match = TextMatcher(index, query.scope).match(words)
            return FacetTally(
                match.documents, plan, facets: [], columns: index.facets, isAll: false
            ).documents
        }
        guard query.text.allSatisfy(\.isWhitespace) else { return [] }
        let all = (0..<UInt32(index.ordinals.count))
        return FacetTally(
            all, plan, facets: [], columns: index.facets, isAll: true
        ).documents
    }

    /// The ordinals of all that fits.
    func matching() -> [Int64] {
        documents().map { index.ordinals[Int($0)] }
    }

    /// The facets' counts among these documents, each counted as often as it is named.
    func facets(among ordinals: [Int64]) -> [SearchFacet: [SearchFacetCount]] {
        var times: [Int64: Int] = [:]
        for ordinal in ordinals { times[ordinal, default: 0] += 1 }
        let words = QueryReader.words(of: query.text)
        let candidates =
            words.isEmpty
            ? Array(0..<UInt32(index.ordinals.count))
            : TextMatcher(index, query.scope).match(words).documents
        var documents: [UInt32] = []
        for document in candidates {
            guard let count = times[index.ordinals[Int(document)]] else { continue }
            documents.append(contentsOf: repeatElement(document, count: count))
        }
        return facets(
            FacetTally(
                documents, plan, facets: query.facets, columns: index.facets, isAll: false))
    }

    private func textResult(_ words: [[UInt8]]) -> SearchResult {
        var match = TextMatcher(index, query.scope).match(words)
        let tally = FacetTally(
            match.documents, plan, facets: query.facets, columns: index.facets, isAll: false)
        guard query.order == .relevance else {
            return page(tally, query.order, match.basis, match: match)
        }
        // The documents that pass stand in the order in which they were found.
        if tally.documents.count < match.documents.count {
            var next = 0
            var points: [UInt32] = []
            for (place, document) in match.documents.enumerated()
            where next < tally.documents.count && tally.documents[next] == document {
                points.append(match.points[place])
                next += 1
            }
            match.documents = tally.documents
            match.points = points
        }
        return relevancePage(tally, match)
    }

    private func relevancePage(_ tally: FacetTally, _ match: TextMatch) -> SearchResult {
        let order = RelevanceOrder(match, index)
        let total = tally.documents.count
        var start = min(total, offset)
        if let after = query.after, after.order == .relevance {
            start = min(total, start + Int(min(after.key, UInt64(total))))
        }
        let end = min(total, start + limit)
        let best = order.best(max(end, 1))
        let page = best.dropFirst(start).prefix(end - start)
        return SearchResult(
            basis: match.basis, total: total,
            hits: page.map { entry in
                SearchHit(
                    ordinal: index.ordinals[Int(entry.document)], score: min(1, entry.score),
                    matched: order.matched(entry.document).terms)
            },
            facets: facets(tally),
            corrections: best.first.map { order.matched($0.document).corrections } ?? [],
            next: end < total && limit > 0
                ? SearchCursor(order: .relevance, key: UInt64(end)) : nil)
    }

    /// A page in an order that documents have by themselves.
    private func page(
        _ tally: FacetTally, _ order: SearchOrder, _ basis: SearchBasis, match: TextMatch?
    ) -> SearchResult {
        let keys = SortKeys(order, index)
        let bound = query.after.flatMap { $0.order == order ? keys.bound($0) : nil }
        var selection = TopSelection(offset + limit + 1)
        for document in tally.documents {
            let key = keys.key(of: document)
            if let bound, !bound.isBefore(document, key: key) { continue }
            selection.offer(document, key: key)
        }
        let entries = selection.finished().dropFirst(offset)
        let page = entries.prefix(limit)
        let relevance = match.map { RelevanceOrder($0, index) }
        return SearchResult(
            basis: basis, total: tally.documents.count,
            hits: page.map { entry in
                SearchHit(
                    ordinal: index.ordinals[Int(entry.document)],
                    score: relevance?.score(entry.document) ?? 0,
                    matched: relevance?.matched(entry.document).terms ?? [])
            },
            facets: facets(tally), corrections: [],
            next: entries.count > limit ? page.last.map(keys.cursor) : nil)
    }

    private func facets(_ tally: FacetTally) -> [SearchFacet: [SearchFacetCount]] {
        var result: [SearchFacet: [SearchFacetCount]] = [:]
        for (facet, counts) in tally.counts {
            var selection = TopSelection(query.facetLimit)
            for (value, count) in counts.enumerated() where count > 0 {
                selection.offer(UInt32(value), key: UInt64(count))
            }
            var values = selection.finished().map { Int($0.document) }
            for value in counts.indices
            where plan.isChosen(value, of: facet) && !values.contains(value) {
                values.append(value)
            }
            result[facet] = values.map { value in
                SearchFacetCount(
                    value: index.facets.value(value, of: facet), count: Int(counts[value]),
                    selected: plan.isChosen(value, of: facet))
            }
        }
        return result
    }
}

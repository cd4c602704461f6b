/// Finds the documents that match a text.
struct TextMatcher {
    private let index: IndexStorage
    private let scope: SearchScope
    private let weights: Weights

    init(_ index: IndexStorage, _ scope: SearchScope) {
        self.index = index
        self.scope = scope
        weights = Weights(scope)
    }

    /// First the words as they are, completed and by sound; if no document has them all, with
    /// typing errors in every word; if there is still none, the documents with most words.
    func match(_ texts: [[UInt8]]) -> TextMatch {
        var words = QueryReader.queryWords(texts, index)
        let expander = WordExpander(index, scope)
        expander.expand(&words)
        var accumulator = index.accumulators.take()
        collect(words, into: &accumulator, all: true)
        var required = UInt32(words.count { !$0.isOptional })
        var found = matches(words, in: accumulator, required, .allWords)
        if found.documents.isEmpty, expander.expandFurther(&words) {
            accumulator.clear()
            collect(words, into: &accumulator, all: true)
            found = matches(words, in: accumulator, required, .allWords)
        }
        if found.documents.isEmpty, required > 1 {
            accumulator.clear()
            collect(words, into: &accumulator, all: false)
            required = accumulator.touched.reduce(0) { max($0, accumulator.count($1)) }
            if required > 0 {
                found = matches(words, in: accumulator, required, .someWords)
            }
        }
        index.accumulators.giveBack(&accumulator)
        found.words = words
        return found
    }

    private func matches(
        _ words: [QueryWord], in accumulator: Accumulator, _ required: UInt32, _ basis: SearchBasis
    ) -> TextMatch {
        var match = TextMatch(basis: basis)
        func take(_ documents: some Sequence<UInt32>) {
            for document in documents where accumulator.count(document) == required {
                match.documents.append(document)
                match.points.append(accumulator.points(document))
            }
        }
        if accumulator.touched.count > index.ordinals.count / 8 {
            // So many that the walk through all in order is shorter than the jumps it saves later.
            take(0..<UInt32(index.ordinals.count))
        } else {
            take(accumulator.touched)
        }
        return match
    }

    /// Puts the words' documents into the accumulator, rarest word first, optional words last.
    private func collect(_ words: [QueryWord], into accumulator: inout Accumulator, all: Bool) {
        let costs = words.map(cost)
        let order = words.indices.sorted {
            words[$0].isOptional != words[$1].isOptional
                ? words[$1].isOptional : (costs[$0], $0) < (costs[$1], $1)
        }
        var before: UInt32 = 0
        for (place, word) in order.enumerated() {
            let isRequired = !words[word].isOptional
            if !all, !isRequired { break }
            add(
                words[word], to: &accumulator,
                Accumulator.Step(
                    word: UInt32(place + 1), needed: all ? before : nil,
                    counts: isRequired))
            if isRequired { before += 1 }
            if all, accumulator.touched.isEmpty { return }
        }
    }

    private func cost(_ word: QueryWord) -> Int {
        var cost = index.postings.range(of: word.prefix).count + word.splitDocuments.count
        if let exact = word.exact { cost += index.postings.count(of: Int(exact)) }
        for expansion in word.expansions { cost += index.postings.count(of: Int(expansion.term)) }
        return cost
    }

    private func add(
        _ word: QueryWord, to accumulator: inout Accumulator, _ step: Accumulator.Step
    ) {
        let postings = index.postings
        if let exact = word.exact {
            accumulator.add(
                postings.range(of: Int(exact)), of: postings, quality: MatchQuality.exact,
                weights: weights.exact, step)
        }
        for expansion in word.expansions {
            accumulator.add(
                postings.range(of: Int(expansion.term)), of: postings, quality: expansion.quality,
                weights: weights.others, step)
        }
        let points = UInt32(MatchQuality.joined)
        for document in word.splitDocuments { accumulator.add(document, points: points, step) }
        if !word.prefix.isEmpty {
            accumulator.add(
                postings.range(of: word.prefix), of: postings, quality: MatchQuality.anyPrefix,
                weights: weights.others, step)
        }
    }
}

extension TextMatcher {
    /// What a match is worth by where the word stands, in 128ths, by posting flags.
    private struct Weights {
        let exact: [UInt8]
        let others: [UInt8]

        init(_ scope: SearchScope) {
            others = (0..<UInt8(PostingFlags.limit)).map { raw in
                let flags = PostingFlags(rawValue: raw)
                var weight: UInt8 = 0
                if flags.contains(.main) {
                    weight = 128
                } else if flags.contains(.alias) {
                    weight = 123
                } else if flags.contains(.text), scope == .everything {
                    return 32
                }
                guard weight > 0 else { return 0 }
                if flags.contains(.start) { weight += 10 }
                if flags.contains(.end) { weight += 10 }
                return weight
            }
            exact = others.enumerated().map { raw, weight in
                weight < 110 && PostingFlags(rawValue: UInt8(raw)).contains(.initials)
                    ? 110 : weight
            }
        }
    }
}

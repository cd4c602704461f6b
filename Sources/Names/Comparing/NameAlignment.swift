/// Pairs the words of two names and turns the pairing into a score.
struct NameAlignment {
    let a: NameComparer.Prepared
    let b: NameComparer.Prepared
    private let nameClass: NameClass

    /// Words already paired, as bits.
    private var usedA: UInt32 = 0
    private var usedB: UInt32 = 0
    /// The product of all factors up to now.
    private var product = 1.0
    /// The weight of what is paired, and of what is paired in full.
    private var shared = 0.0
    private var sharedInFull = 0.0

    init(_ a: NameComparer.Prepared, _ b: NameComparer.Prepared, _ nameClass: NameClass) {
        self.a = a
        self.b = b
        self.nameClass = nameClass
    }

    mutating func score() -> Double {
        pairEqualWords()
        pairJoinedWords(of: true)
        pairJoinedWords(of: false)
        pairSimilarWords()
        pairInitials()
        pairAcronym(of: true)
        pairAcronym(of: false)
        guard shared > 0 else { return 0 }
        let open = weighOpenWords()
        let surplus = open.surplus * NameComparer.surplus(nameClass)
        var score = product * shared / (shared + surplus)
        score *= power(NameComparer.conflict, open.contradiction)
        if contradicts(a.legalFamilies, b.legalFamilies) { score *= NameComparer.otherLegalFamily }
        // Initials alone don't identify anybody.
        if nameClass == .person, sharedInFull == 0 { score *= 0.5 }
        return min(1, max(0, score))
    }

    private func isOpenA(_ index: Int) -> Bool {
        usedA & (1 << UInt32(index)) == 0 && a.tokens[index].role != .legalForm
    }

    private func isOpenB(_ index: Int) -> Bool {
        usedB & (1 << UInt32(index)) == 0 && b.tokens[index].role != .legalForm
    }

    private mutating func pair(_ i: Int, _ j: Int, factor: Double, inFull: Bool = true) {
        usedA |= 1 << UInt32(i)
        usedB |= 1 << UInt32(j)
        let weight = min(a.tokens[i].weight, b.tokens[j].weight)
        shared += weight
        if inFull { sharedInFull += weight }
        product *= 1 - (1 - factor) * weight
        // Father and son have changed places.
        if a.hasFather, b.hasFather, a.tokens[i].isFather != b.tokens[j].isFather {
            product *= NameComparer.otherFather
        }
    }

    // MARK: Equal words

    private mutating func pairEqualWords() {
        for i in a.tokens.indices where a.tokens[i].role != .legalForm {
            for j in b.tokens.indices where isOpenB(j) {
                let isEqual =
                    a.tokens[i].number >= 0 || b.tokens[j].number >= 0
                    ? a.tokens[i].number == b.tokens[j].number
                    : a.tokens[i].hash == b.tokens[j].hash
                if isEqual {
                    pair(i, j, factor: 1)
                    break
                }
            }
        }
    }

    // MARK: Joined words

    /// Pairs a word of one name with two to four neighbours of the other that spell it together.
    private mutating func pairJoinedWords(of isA: Bool) {
        let single = isA ? a : b
        let several = isA ? b : a
        for index in single.tokens.indices
        where (isA ? isOpenA(index) : isOpenB(index)) && single.tokens[index].letters >= 5 {
            let word = single.letters.span.extracting(single.tokens[index].letterRange)
            var first = 0
            while first + 1 < several.tokens.count {
                defer { first += 1 }
                var last = first
                while last + 1 < several.tokens.count, last < first + 3,
                    isFree(first, last + 1, isA)
                {
                    last += 1
                    let range =
                        several.tokens[first].letterRange
                        .lowerBound..<several.tokens[last].letterRange.upperBound
                    guard range.count <= word.count + 1 else { break }
                    guard range.count + 1 >= word.count else { continue }
                    let run = several.letters.span.extracting(range)
                    let edits = EditDistance.alignment(word, run)
                    let most = word.count >= 10 ? 2 : word.count >= 7 ? 1 : 0
                    guard edits <= most || soundsAlike(single, index, several, first...last) else {
                        continue
                    }
                    join(index, first...last, edits: edits, isA)
                    return pairJoinedWords(of: isA)
                }
            }
        }
    }

    /// Whether a word and a run of words differ by a vowel or, if long, two at most.
    private func soundsAlike(
        _ single: NameComparer.Prepared, _ index: Int,
        _ several: NameComparer.Prepared, _ run: ClosedRange<Int>
    ) -> Bool {
        let range =
            several.tokens[run.lowerBound].soundRange
            .lowerBound..<several.tokens[run.upperBound].soundRange.upperBound
        let word = single.sounds.span.extracting(single.tokens[index].soundRange)
        let most = word.count >= 8 ? 10 : 5
        return EditDistance.sounds(word, several.sounds.span.extracting(range), limit: most) <= most
    }

    /// Whether the words of the name with several are unpaired; legal forms may be part of a run.
    private func isFree(_ first: Int, _ last: Int, _ isA: Bool) -> Bool {
        let used = isA ? usedB : usedA
        for index in first...last where used & (1 << UInt32(index)) != 0 { return false }
        return true
    }

    private mutating func join(_ index: Int, _ run: ClosedRange<Int>, edits: Int, _ isA: Bool) {
        let bits = run.reduce(UInt32(0)) { $0 | 1 << UInt32($1) }
        let single = UInt32(1) << UInt32(index)
        usedA |= isA ? single : bits
        usedB |= isA ? bits : single
        let weight = Double(run.count)
        shared += weight
        sharedInFull += weight
        product *= edits == 0 ? 0.97 : edits == 1 ? 0.9 : 0.82
    }

    // MARK: Similar words

    /// Pairs the remaining words so that the sum of their likeness is greatest.
    private mutating func pairSimilarWords() {
        var rows: [32 of Int] = .init(repeating: 0)
        var columns: [32 of Int] = .init(repeating: 0)
        var rowCount = 0
        var columnCount = 0
        for i in a.tokens.indices where isOpenA(i) && a.tokens[i].role != .number {
            rows[rowCount] = i
            rowCount += 1
        }
        for j in b.tokens.indices where isOpenB(j) && b.tokens[j].role != .number {
            columns[columnCount] = j
            columnCount += 1
        }
        guard rowCount > 0, columnCount > 0 else { return }
        var matrix = Assignment(rows: rowCount, columns: columnCount)
        var similar = false
        for i in 0..<rowCount {
            for j in 0..<columnCount {
                let factor = likeness(rows[i], columns[j])
                matrix.set(i, j, factor)
                if factor > 0 { similar = true }
            }
        }
        guard similar else { return }
        matrix.solve()
        for i in 0..<rowCount {
            guard let j = matrix.column(of: i), matrix.value(i, j) > 0 else { continue }
            pair(rows[i], columns[j], factor: matrix.value(i, j))
        }
    }

    // MARK: Abbreviations

    private mutating func pairInitials() {
        for i in a.tokens.indices where isOpenA(i) && a.tokens[i].weight > 0 {
            for j in b.tokens.indices where isOpenB(j) && b.tokens[j].weight > 0 {
                guard a.tokens[i].role == .initial || b.tokens[j].role == .initial else { continue }
                guard a.tokens[i].role != .number, b.tokens[j].role != .number else { continue }
                if a.letters.span.extracting(a.tokens[i].letterRange)[0]
                    == b.letters.span.extracting(b.tokens[j].letterRange)[0]
                {
                    pair(i, j, factor: NameComparer.initial, inFull: false)
                    break
                }
            }
        }
    }

    /// Pairs an acronym of one name with the unpaired words of the other that it abbreviates.
    private mutating func pairAcronym(of isA: Bool) {
        let short = isA ? a : b
        for index in short.tokens.indices where isA ? isOpenA(index) : isOpenB(index) {
            let token = short.tokens[index]
            guard token.role == .word, (2...8).contains(token.letters) else { continue }
            for countsMinor in [false, true] {
                let words = initials(
                    short.letters.span.extracting(short.tokens[index].letterRange), isA,
                    countsMinor: countsMinor)
                guard words.count >= 2 else { continue }
                let bits = words.bits
                usedA |= isA ? 1 << UInt32(index) : bits
                usedB |= isA ? bits : 1 << UInt32(index)
                shared += Double(words.count)
                if nameClass != .person { sharedInFull += 1 }
                product *= words.count > 2 ? NameComparer.initial : 0.8
                break
            }
        }
    }

    /// The unpaired words whose initials are the acronym, all of them in order; none otherwise.
    private func initials(
        _ acronym: Span<UInt8>, _ isA: Bool, countsMinor: Bool
    ) -> (count: Int, bits: UInt32) {
        let long = isA ? b : a
        var place = 0
        var count = 0
        var bits: UInt32 = 0
        for index in long.tokens.indices where isA ? isOpenB(index) : isOpenA(index) {
            let token = long.tokens[index]
            if token.weight < 0.2, !countsMinor {
                bits |= 1 << UInt32(index)
                continue
            }
            let word = long.letters.span.extracting(long.tokens[index].letterRange)
            if place == acronym.count, nameClass == .person { break }
            guard place < acronym.count, acronym[place] == word[0] else { return (0, 0) }
            place += 1
            // One letter of another script may be two of ours: "chtz" for "chelyabinskiy…".
            if place < acronym.count, word.count > 1, acronym[place] == word[1],
                word[1] == "h" || (word[0] == "t" && word[1] == "s") || word[0] == "y"
            {
                place += 1
            }
            count += 1
            bits |= 1 << UInt32(index)
        }
        return place == acronym.count ? (count, bits) : (0, 0)
    }

    // MARK: What is left

    /// The weight of the words that have no counterpart: as far as both names have such words
    /// they contradict each other, the rest is surplus. Numbers are charged here.
    private mutating func weighOpenWords() -> (contradiction: Double, surplus: Double) {
        var openA = OpenWords()
        var openB = OpenWords()
        for i in a.tokens.indices where isOpenA(i) { openA.add(a.tokens[i]) }
        for j in b.tokens.indices where isOpenB(j) { openB.add(b.tokens[j]) }
        let numbers = min(openA.numbers, openB.numbers)
        if numbers > 0 {
            product *= NameComparer.otherNumber
        } else if openA.numbers + openB.numbers > 0 {
            product *= NameComparer.oneNumber
        }
        let weightA = openA.weight - Double(numbers)
        let weightB = openB.weight - Double(numbers)
        let optional = weightA > weightB ? openA.patronymics : openB.patronymics
        let surplus = abs(weightA - weightB) - NameComparer.patronymicDiscount * Double(optional)
        return (min(weightA, weightB), max(0, surplus))
    }

    private struct OpenWords {
        var weight = 0.0
        var numbers = 0
        var patronymics = 0

        mutating func add(_ token: NameToken) {
            weight += token.weight
            if token.number >= 0 { numbers += 1 }
            if token.isPatronymic { patronymics += 1 }
        }
    }

    private func contradicts(_ first: UInt8, _ second: UInt8) -> Bool {
        let any = UInt8(1) << LegalFamily.any.rawValue
        guard first != 0, second != 0, (first | second) & any == 0 else { return false }
        return first & second == 0
    }

    /// `base` to a power without a mathematics library: whole part by multiplication, the rest
    /// linearly, which is exact enough for weights.
    private func power(_ base: Double, _ exponent: Double) -> Double {
        var rest = exponent
        var result = 1.0
        while rest >= 1 {
            result *= base
            rest -= 1
        }
        return result * (1 - (1 - base) * rest)
    }
}

/// One word of an analysed name.
struct NameToken: Sendable {
    /// How a word takes part in the comparison.
    enum Role: UInt8, Sendable {
        case word
        /// A single letter that may stand for a word.
        case initial
        /// Compared by value only.
        case number
        case legalForm
        /// An article, preposition, title, particle or general word.
        case minor
    }

    var role = Role.word
    /// How much the word tells: 1 for an ordinary one.
    var weight = 1.0
    /// Equal for equal words (synonyms among them).
    var hash: UInt64 = 0
    /// Letters before folding.
    var letters = 0
    var isAbjad = false
    var isLatin = true
    /// Has a digit, which no typing error explains.
    var hasDigit = false
    /// Stands behind "bin" or its like, and so names the father.
    var isFather = false
    /// A Slavic patronymic, which is often left out.
    var isPatronymic = false
    var number: Int32 = -1
    /// Where the word stands in `Prepared.letters` and `.sounds`.
    var letterRange = 0..<0
    var soundRange = 0..<0
    /// Sounds of the word without a Slavic adjective's ending; 0 if it has none.
    var stem = 0

    /// Romanised from a script whose signs are syllables: an edit of ours is more than one there.
    var isSyllabic = false
}

extension NameComparer {
    /// A name analysed for comparison; made by `NameComparer.prepare(_:)`, for one class of names.
    public struct Prepared: Sendable {
        /// The folded words, without anything between them, so that neighbours can be read as one.
        var letters: [UInt8] = []
        /// The same words as sounds.
        var sounds: [UInt8] = []
        var tokens: [NameToken] = []
        /// The families of the name's legal forms, as a set of bits.
        var legalFamilies: UInt8 = 0
        /// Whether some word stands behind "bin" or its like.
        var hasFather = false

        /// The most words of a name that are compared.
        static let mostTokens = 32

        /// Whether there is nothing to compare: no letter or digit.
        public var isEmpty: Bool { tokens.isEmpty }
    }
}

/// Analyses a name: folds it, finds legal forms, numbers and minor words, and weighs the rest.
struct NameAnalysis {
    private var name = NameComparer.Prepared()
    private let nameClass: NameClass
    private let vocabulary = Vocabulary.shared

    static func prepare(_ text: String, _ nameClass: NameClass) -> NameComparer.Prepared {
        var analysis = NameAnalysis(nameClass: nameClass)
        analysis.split(text)
        analysis.findLegalForms()
        analysis.findMinorWords()
        analysis.findNumbers()
        analysis.raiseIfAllMinor()
        return analysis.name
    }

    private init(nameClass: NameClass) { self.nameClass = nameClass }

    private mutating func split(_ text: String) {
        var folder = TokenFolder(output: [], recordsTraits: true)
        folder.fold(text.utf8Span.span)
        let traits = folder.traits
        let folded = folder.finish()
        name.letters.reserveCapacity(folded.count)
        name.sounds.reserveCapacity(folded.count)
        name.tokens.reserveCapacity(traits.count)
        var start = 0
        for index in 0...folded.count where index == folded.count || folded[index] == 0x20 {
            defer { start = index + 1 }
            guard index > start, name.tokens.count < NameComparer.Prepared.mostTokens else {
                continue
            }
            let word = folded.span.extracting(start..<index)
            var token = NameToken()
            token.hash = Vocabulary.hash(folded[start..<index])
            let place = name.tokens.count
            token.letters = place < traits.count ? traits[place].letters : word.count
            token.isAbjad = place < traits.count && traits[place].isAbjad
            token.isLatin = place >= traits.count || traits[place].isLatin
            token.hasDigit = folded[start..<index].contains { (0x30...0x39).contains($0) }
            token.isSyllabic =
                !token.isLatin && !token.isAbjad && word[0] < 0x80
                && word.count >= 2 * token.letters
            token.isPatronymic = nameClass == .person && Self.isPatronymic(word)
            let firstLetter = name.letters.count
            let firstSound = name.sounds.count
            name.letters.append(contentsOf: folded[start..<index])
            Sounds.append(word, to: &name.sounds)
            token.letterRange = firstLetter..<name.letters.count
            token.soundRange = firstSound..<name.sounds.count
            if token.letters == 1 { token.role = .initial }
            name.tokens.append(token)
        }
    }

    /// The endings of East Slavic patronymics, and of the South Slavic surnames that were ones.
    private static func isPatronymic(_ word: Span<UInt8>) -> Bool {
        guard word.count >= 7 else { return false }
        let tail = word.extracting(last: 4)
        switch (tail[0], tail[1], tail[2], tail[3]) {
        case ("v", "i", "c", "h"), ("v", "y", "c", "h"): return true
        case ("o", "v", "n", "a"), ("e", "v", "n", "a"), ("i", "v", "n", "a"): return true
        default: return false
        }
    }

    // MARK: Legal forms

    private mutating func findLegalForms() {
        var index = 0
        while index < name.tokens.count {
            guard let (length, family) = legalForm(at: index) else {
                index += 1
                continue
            }
            // A name of nothing but a legal form is compared as it is.
            let isAll = length == name.tokens.count
            for place in index..<index + length where !isAll {
                name.tokens[place].role = .legalForm
                name.tokens[place].weight = 0
            }
            if !isAll { name.legalFamilies |= 1 << family.rawValue }
            index += length
        }
    }

    private func legalForm(at index: Int) -> (length: Int, family: LegalFamily)? {
        let token = name.tokens[index]
        switch nameClass {
        case .place, .other: return nil
        case .person where index == 0: return nil
        default: break
        }
        for form in vocabulary.legalForms[token.hash] ?? [] where matches(form, at: index) {
            return (form.words.count, form.family)
        }
        guard token.letters >= 5 else { return nil }
        for form in vocabulary.longForms
        where Int(form.words[0].count) - token.letters <= 1 && matches(form, at: index) {
            return (form.words.count, form.family)
        }
        return nil
    }

    /// Whether the form's words stand at `index`, long ones with one typing error at most.
    private func matches(_ form: Vocabulary.LegalForm, at index: Int) -> Bool {
        guard index + form.words.count <= name.tokens.count else { return false }
        for (offset, word) in form.words.enumerated() {
            let written = name.letters.span.extracting(name.tokens[index + offset].letterRange)
            if abs(written.count - word.count) > 1 { return false }
            if Self.equal(written, word.span) { continue }
            if word.count < 5 || written[0] != word[0] { return false }
            if EditDistance.alignment(written, word.span) > 1 { return false }
        }
        return true
    }

    private static func equal(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
        guard a.count == b.count else { return false }
        for index in a.indices where a[index] != b[index] { return false }
        return true
    }

    // MARK: Minor words

    private mutating func findMinorWords() {
        var isLeading = true
        for index in name.tokens.indices where name.tokens[index].role != .legalForm {
            let entry = vocabulary.entries[name.tokens[index].hash]
            if let canonical = entry?.canonical { name.tokens[index].hash = canonical }
            if nameClass == .person, entry?.isFiliation == true, index + 1 < name.tokens.count {
                name.tokens[index + 1].isFather = true
                name.hasFather = true
            }
            let isTitle = nameClass == .person && isLeading && entry?.isTitle == true
            isLeading = isTitle
            if let entry, let weight = minorWeight(entry, isTitle: isTitle) {
                if name.tokens[index].role == .initial && nameClass == .person && !isTitle {
                    continue
                }
                name.tokens[index].weight = weight
                name.tokens[index].role = .minor
                if entry.placeKind > 0, nameClass != .person {
                    name.tokens[index].hash = UInt64(entry.placeKind)
                }
            }
            if nameClass != .person { name.tokens[index].stem = stem(index) }
        }
    }

    private func minorWeight(_ entry: Vocabulary.Entry, isTitle: Bool) -> Double? {
        if nameClass == .person {
            if isTitle { return 0 }
            return entry.isParticle ? NameComparer.particleWeight : nil
        }
        if entry.isConnective { return NameComparer.connectiveWeight }
        if entry.isUsualPlace { return NameComparer.usualPlaceWeight }
        if entry.placeKind > 0 { return NameComparer.placeKindWeight }
        if entry.isFiller { return NameComparer.fillerWeight }
        return nil
    }

    /// The length in sounds of the stem of a Slavic adjective made of a place's name, such as
    /// "Mogilev-skaya"; 0 for other words.
    private func stem(_ index: Int) -> Int {
        let sounds = name.sounds.span.extracting(name.tokens[index].soundRange)
        var end = sounds.count
        while end > 0, Sounds.isVowel(sounds[end - 1]) { end -= 1 }
        guard end >= 5, end < sounds.count, sounds[end - 1] == "k" else { return 0 }
        // -sk-, and -tsk- after t.
        return sounds[end - 2] == "s" || sounds[end - 2] == "c" ? end - 2 : 0
    }

    // MARK: Numbers

    private mutating func findNumbers() {
        guard nameClass != .person else { return }
        var tens: Int?
        for index in name.tokens.indices {
            guard let value = numberValue(index) else {
                tens = nil
                continue
            }
            name.tokens[index].role = .number
            name.tokens[index].weight = 1
            // "forty-four" is one number in two words; the first of them falls away.
            if let first = tens, value > 0, value < 10 {
                let tensValue = name.tokens[first].number
                name.tokens[index].number = tensValue + value
                name.tokens[first].weight = 0
                name.tokens[first].role = .legalForm
                tens = nil
            } else {
                name.tokens[index].number = value
                let entry = vocabulary.entries[name.tokens[index].hash]
                tens = entry?.isTens == true ? index : nil
            }
        }
    }

    private func numberValue(_ index: Int) -> Int32? {
        let token = name.tokens[index]
        guard token.role != .legalForm else { return nil }
        let word = name.letters.span.extracting(name.tokens[index].letterRange)
        if (0x30...0x39).contains(word[0]) {
            var value: Int32 = 0
            var isNumber = true
            for place in word.indices {
                let digit = word[place]
                if place < 8, (0x30...0x39).contains(digit) {
                    value = value &* 10 &+ Int32(digit - 0x30)
                } else {
                    isNumber = false
                }
            }
            if isNumber { return value }
        }
        if let number = vocabulary.entries[token.hash]?.number { return number }
        return index > 0 ? romanValue(index, word) : nil
    }

    /// A Roman numeral up to 39; a single "I" only at the end, where it is no conjunction.
    private func romanValue(_ index: Int, _ word: Span<UInt8>) -> Int32? {
        guard word.count <= 6 else { return nil }
        if word.count == 1, word[0] != "v", word[0] != "x" {
            guard word[0] == "i" else { return nil }
            for later in index + 1..<max(index + 1, name.tokens.count)
            where name.tokens[later].role != .legalForm { return nil }
        }
        var value: Int32 = 0
        var largest: Int32 = 0
        for place in word.indices.reversed() {
            let digit: Int32
            switch word[place] {
            case "i": digit = 1
            case "v": digit = 5
            case "x": digit = 10
            default: return nil
            }
            value += digit < largest ? -digit : digit
            largest = max(largest, digit)
        }
        return value > 0 ? value : nil
    }

    /// If every word is minor ("Management Company"), the words count all the same.
    private mutating func raiseIfAllMinor() {
        for token in name.tokens where token.weight >= 0.9 && token.role != .number { return }
        for index in name.tokens.indices
        where name.tokens[index].role == .minor || name.tokens[index].role == .initial {
            name.tokens[index].weight = 1
            if name.tokens[index].role == .minor { name.tokens[index].role = .word }
        }
    }
}

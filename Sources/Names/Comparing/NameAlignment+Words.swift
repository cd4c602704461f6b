/// How alike two words are: the smallest of several distances, each of which excuses one way in
/// which the same word comes to be written differently.
extension NameAlignment {
    /// The factor of a pair of different words; 0 if they are too different to be the same.
    func likeness(_ i: Int, _ j: Int) -> Double {
        let first = a.tokens[i]
        let second = b.tokens[j]
        if first.role == .initial || second.role == .initial { return 0 }
        let budget = NameComparer.budget((first.letters + second.letters + 1) / 2)
        let edits = distance(i, j, limit: budget)
        guard edits <= budget else { return 0 }
        return 1 - (1 - NameComparer.worstPair) * Double(edits) / Double(budget)
    }

    private func distance(_ i: Int, _ j: Int, limit: Int) -> Int {
        let first = a.tokens[i]
        let second = b.tokens[j]
        let soundsA = a.sounds.span.extracting(a.tokens[i].soundRange)
        let soundsB = b.sounds.span.extracting(b.tokens[j].soundRange)
        if first.isAbjad != second.isAbjad { return abjadDistance(soundsA, soundsB) }
        let edits =
            10
            * EditDistance.alignment(
                a.letters.span.extracting(first.letterRange),
                b.letters.span.extracting(second.letterRange))
        let hasDigit = first.hasDigit || second.hasDigit
        var best = hasDigit ? .max : edits
        if abs(soundsA.count - soundsB.count) * 5 <= limit {
            let heard = EditDistance.sounds(soundsA, soundsB, limit: limit)
            if first.isLatin == second.isLatin, !hasDigit, edits > 20, heard < .max,
                !haveSameSkeleton(i, j)
            {
                // Cheap sounds excuse what transliteration does to a word, not typing errors.
                best = min(best, (edits + heard) / 2)
            } else {
                best = min(best, heard)
            }
        }
        if best > 4, first.isLatin != second.isLatin {
            best = min(best, silentEndDistance(i, j, limit: limit))
        }
        if first.isSyllabic, second.isSyllabic, best < .max { best *= 2 }
        if best > limit, first.stem > 0 || second.stem > 0, first.stem == 0 || second.stem == 0 {
            best = min(best, stemDistance(i, j, limit: limit))
        }
        return best
    }

    private func haveSameSkeleton(_ i: Int, _ j: Int) -> Bool {
        let first = a.letters.span.extracting(a.tokens[i].letterRange)
        let second = b.letters.span.extracting(b.tokens[j].letterRange)
        guard SkeletonReader.isReadable(first), SkeletonReader.isReadable(second) else {
            return false
        }
        for reading in [SkeletonReading.plain, .central] {
            let skeleton = SkeletonReader.read(first, reading)
            // Two consonants are no evidence.
            guard skeleton.rawValue >> 52 & 0xF != 0 else { continue }
            if skeleton == SkeletonReader.read(second, .plain) { return true }
            if skeleton == SkeletonReader.read(second, .central) { return true }
        }
        return false
    }

    /// A word in Latin letters may end with a consonant that is not heard: "Mans", "Roubaix".
    private func silentEndDistance(_ i: Int, _ j: Int, limit: Int) -> Int {
        let isFirst = a.tokens[i].isLatin
        let range = isFirst ? a.tokens[i].soundRange : b.tokens[j].soundRange
        let other = isFirst ? b.tokens[j].soundRange : a.tokens[i].soundRange
        let latin = isFirst ? a.sounds : b.sounds
        var end = range.upperBound
        while end > range.lowerBound + 2, end > range.upperBound - 2 {
            switch latin[end - 1] {
            case "s", "t", "d", "z", "p", "k": end -= 1
            default: return distance(to: end)
            }
        }
        return distance(to: end)

        func distance(to end: Int) -> Int {
            guard end < range.upperBound else { return .max }
            let heard = EditDistance.sounds(
                latin.span.extracting(range.lowerBound..<end),
                (isFirst ? b.sounds : a.sounds).span.extracting(other), limit: limit)
            return heard == .max ? heard : heard + 5
        }
    }

    /// An adjective and the name that it is made of: "Grodnen-skaya" and "Grodno".
    private func stemDistance(_ i: Int, _ j: Int, limit: Int) -> Int {
        let stemA = a.tokens[i].stem
        let stemB = b.tokens[j].stem
        let soundsA = a.sounds.span.extracting(a.tokens[i].soundRange)
        let soundsB = b.sounds.span.extracting(b.tokens[j].soundRange)
        let distance = EditDistance.sounds(
            stemA > 0 ? soundsA.extracting(0..<stemA) : soundsA,
            stemB > 0 ? soundsB.extracting(0..<stemB) : soundsB, limit: limit)
        // A part of the adjective's ending may belong to the name: "Min-skaya", "Minsk".
        let whole = EditDistance.sounds(
            stemA > 0 ? soundsA.extracting(0..<stemA + 2) : soundsA,
            stemB > 0 ? soundsB.extracting(0..<stemB + 2) : soundsB, limit: limit)
        let best = min(distance, whole)
        return best == .max ? best : best + 4
    }

    /// A script without short vowels against one with them: the consonants decide.
    private func abjadDistance(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Int {
        var consonantsA: [UInt8] = []
        var consonantsB: [UInt8] = []
        for index in first.indices where !Sounds.isVowel(first[index]) {
            if consonantsA.last != first[index] { consonantsA.append(first[index]) }
        }
        for index in second.indices where !Sounds.isVowel(second[index]) {
            if consonantsB.last != second[index] { consonantsB.append(second[index]) }
        }
        if consonantsA.isEmpty || consonantsB.isEmpty { return .max }
        let distance = EditDistance.sounds(consonantsA.span, consonantsB.span, limit: 100)
        return distance == .max ? distance : distance + 4
    }
}

/// Writes a folded token as a string of sounds: one letter a sound, spellings of the same sound
/// alike, doubled letters single.
///
/// Beside a–z there are `S` (sh), `C` (ch), `Z` (zh). What stays ambiguous (`C` may be German ch,
/// `j` may be a vowel) is settled by cheap substitutions in `SoundDistance`.
enum Sounds {
    /// Appends the sounds of a token; bytes other than a–z are appended as they are.
    static func append(_ token: Span<UInt8>, to sounds: inout [UInt8]) {
        let start = sounds.count
        var index = 0
        while index < token.count {
            let (sound, length) = sound(token, index)
            index += length
            if sound == 0 { continue }
            if sounds.count > start, let last = sounds.last {
                // Of neighbouring vowels the first is heard on paper: "oa", "ey", "ou" agree.
                // A last u is kept, for it may be a v: "Mahiliou", "Chisinau".
                let isLastU = index == token.count && sound == "u"
                if last == sound || (isVowel(last) && isVowel(sound) && !isLastU) { continue }
                if last == "n", sound == "g", index >= token.count || !isVowel(token[index]) {
                    continue
                }
            }
            sounds.append(sound)
            // x and qu are two sounds.
            if token[index - length] == "x", sound == "k" { sounds.append(UInt8(ascii: "s")) }
        }
        if sounds.count == start, !token.isEmpty { sounds.append(token[0]) }
    }

    /// The sound that begins at `index` (0 for a silent letter) and how many letters write it.
    private static func sound(_ token: Span<UInt8>, _ index: Int) -> (UInt8, Int) {
        let letter = token[index]
        let next = index + 1 < token.count ? token[index + 1] : 0
        let third = index + 2 < token.count ? token[index + 2] : 0
        switch letter {
        case "s" where next == "c" && third == "h": return (UInt8(ascii: "S"), 3)
        case "s" where next == "h" && third == "c": return (UInt8(ascii: "S"), 4)
        case "s" where next == "h" || next == "z": return (UInt8(ascii: "S"), 2)
        case "t" where next == "c" && third == "h": return (UInt8(ascii: "C"), 3)
        case "t" where next == "s" && third == "z": return (UInt8(ascii: "j"), 3)
        case "d" where next == "g" && third == "e": return (UInt8(ascii: "j"), 2)
        case "t" where next == "s" && third == "c": return (UInt8(ascii: "C"), 4)
        case "t" where next == "s" || next == "z": return (UInt8(ascii: "c"), 2)
        case "c" where next == "h" && third == "z": return (UInt8(ascii: "Z"), 4)
        case "c" where next == "h" || next == "z": return (UInt8(ascii: "C"), 2)
        case "c" where next == "k": return (UInt8(ascii: "k"), 2)
        case "c" where next != "e" && next != "i" && next != "y": return (UInt8(ascii: "k"), 1)
        case "k" where next == "h": return (UInt8(ascii: "h"), 2)
        case "g" where next == "h": return (UInt8(ascii: "g"), 2)
        case "k" where next == "s": return (UInt8(ascii: "k"), 1)
        case "p" where next == "h": return (UInt8(ascii: "f"), 2)
        case "t" where next == "h": return (letter, 2)
        case "d" where next == "z" && third == "h": return (UInt8(ascii: "j"), 3)
        case "d" where next == "j" || next == "z": return (UInt8(ascii: "j"), 2)
        case "z" where next == "h": return (UInt8(ascii: "Z"), 2)
        case "q": return (UInt8(ascii: "k"), 1)
        case "x": return (UInt8(ascii: index == 0 ? "S" : "k"), 1)
        case "w": return (UInt8(ascii: "v"), 1)
        case "h" where index > 0 && isVowel(token[index - 1]) && !isVowel(next): return (0, 1)
        case "a", "e", "i", "o", "u", "y": return vowel(letter, next, third)
        default: return (letter, 1)
        }
    }

    private static func vowel(_ letter: UInt8, _ next: UInt8, _ third: UInt8) -> (UInt8, Int) {
        switch letter {
        case "o" where next == "u" && third != 0, "o" where next == "o":
            return (UInt8(ascii: "u"), 2)
        case "e" where next == "e": return (UInt8(ascii: "i"), 2)
        case "a" where next == "e", "o" where next == "e": return (UInt8(ascii: "e"), 2)
        case "u" where next == "e": return (UInt8(ascii: "u"), 2)
        case "i" where next == "e", "y" where next == "e": return (UInt8(ascii: "e"), 2)
        case "y" where next == "o" || next == "u" || next == "a": return (next, 2)
        case "i" where next == "j" || next == "y": return (UInt8(ascii: "i"), 2)
        case "y" where next == "j" || next == "i": return (UInt8(ascii: "i"), 2)
        case "y": return (UInt8(ascii: "i"), 1)
        default: return (letter, 1)
        }
    }

    static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case "a", "e", "i", "o", "u", "y": true
        default: false
        }
    }
}

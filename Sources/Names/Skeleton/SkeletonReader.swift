/// A way in which the letters of a name may have been meant.
enum SkeletonReading: CaseIterable {
    /// As in English and in most romanisations.
    case plain
    /// As in Czech, Polish, Croatian or German: `c` and `č` are sibilants, `ch` is a guttural, `j`
    /// a vowel, `h` before a consonant silent.
    case central
    /// As in French or Italian: `g` before a front vowel is soft, `h` and a last consonant silent.
    case romance
    /// As in Spanish, Portuguese or Pinyin: `j` is a guttural, `x` and `q` are sibilants, `h` and
    /// `w` silent, `ll` a vowel.
    case iberian
}

/// Reads a folded token letter by letter and writes down the consonants' codes.
struct SkeletonReader {
    private enum Sound: UInt8 {
        case vowel = 1
        case b, p, v, t, d
        /// g, h, kh, k, c: the spellings of Г, Х, ح, غ, ch never agree on these.
        case guttural
        /// s, z, ts, sh, zh, ch, j: likewise.
        case sibilant
        case l, r, m, n
    }

    private let reading: SkeletonReading
    private var codes: UInt64 = 0
    private var count = 0
    private var last: Sound?

    private init(_ reading: SkeletonReading) { self.reading = reading }

    /// Whether the token is all letters a–z, so that it has a sound.
    static func isReadable(_ token: Span<UInt8>) -> Bool {
        for index in token.indices where !(0x61...0x7A).contains(token[index]) { return false }
        return !token.isEmpty
    }

    /// The skeleton of a readable token.
    static func read(_ token: Span<UInt8>, _ reading: SkeletonReading) -> NameSkeleton {
        var reader = SkeletonReader(reading)
        var index = 0
        while index < token.count, reader.count < 16 { index += reader.step(token, index) }
        return NameSkeleton(rawValue: reader.codes << UInt64(4 * (16 - reader.count)))
    }

    private mutating func write(_ sound: Sound) {
        guard last != sound, count < 16 else { return }
        codes = codes << 4 | UInt64(sound.rawValue)
        count += 1
        last = sound
    }

    /// Writes the sound that begins at `index`; returns how many letters it takes.
    private mutating func step(_ token: Span<UInt8>, _ index: Int) -> Int {
        let next = Self.letter(token, index + 1)
        switch token[index] {
        case "a", "e", "i", "o", "u", "y":
            readVowel(token, index)
        case "b":
            write(.b)
            if next == "h" { return 2 }
        case "p":
            if next == "h" {
                write(.v)
                return 2
            }
            write(.p)
        case "f", "v": write(.v)
        case "w": readW(token, index)
        case "t", "d": return readDental(token, index)
        case "c", "q", "x": return readC(token, index)
        case "g", "k", "h": return readGuttural(token, index)
        case "j": readJ(isFirst: index == 0)
        case "s", "z":
            if reading == .romance, isSilentEnd(token, index) { break }
            write(.sibilant)
            if next == "h" { return 2 }
            if next == "c", Self.letter(token, index + 2) == "h" { return 3 }
        case "l":
            if next == "l" {
                if reading == .iberian { last = nil } else { write(.l) }
                return 2
            }
            write(.l)
        case "r": write(.r)
        case "m":
            if !isNasalVowel(token, index) { write(.m) }
        case "n":
            if isNasalVowel(token, index) { break }
            write(.n)
            // The velar n has no spelling of its own in Cyrillic.
            if next == "g" { return 2 }
        default: break
        }
        return 1
    }

    private mutating func readVowel(_ token: Span<UInt8>, _ index: Int) {
        if index == 0 {
            let glides = token[0] == "u" && Self.isVowel(Self.letter(token, 1))
            write(glides ? .v : .vowel)
        } else if reading == .central, token[index] == "u", index + 1 == token.count,
            Self.isVowel(token[index - 1])
        {
            write(.v)
            return
        }
        last = nil
    }

    private mutating func readW(_ token: Span<UInt8>, _ index: Int) {
        if index > 0, reading == .iberian || !Self.isVowel(Self.letter(token, index + 1)) {
            if reading != .central {
                last = nil
                return
            }
        }
        write(.v)
    }

    private mutating func readDental(_ token: Span<UInt8>, _ index: Int) -> Int {
        let next = Self.letter(token, index + 1)
        // ts, tz, dz, dzh, tch, tsch… are one sibilant.
        if next == "s" || next == "z" || next == "j" || (next == "c" && token[index] == "t") {
            return 1
        }
        if token[index] == "d" {
            if next == "t" { return 1 }
            if next == "g", Self.letter(token, index + 2) == "e" {
                write(.sibilant)
                return 2
            }
        }
        if reading == .romance, isSilentEnd(token, index) { return 1 }
        write(token[index] == "t" ? .t : .d)
        return next == "h" ? 2 : 1
    }

    private mutating func readC(_ token: Span<UInt8>, _ index: Int) -> Int {
        let next = Self.letter(token, index + 1)
        switch token[index] {
        case "x":
            if reading == .romance, isSilentEnd(token, index) { break }
            if reading != .iberian, index > 0 { write(.guttural) }
            write(.sibilant)
        case "q":
            write(reading == .iberian && next != "u" ? .sibilant : .guttural)
            if reading == .central, next == "u", Self.isVowel(Self.letter(token, index + 2)) {
                write(.v)
                return 2
            }
        default:
            switch next {
            case "h":
                write(reading == .central ? .guttural : .sibilant)
                return 2
            case "z", "s", "e", "i", "y": write(.sibilant)
            case "k", "q", "c": write(.guttural)
            default: write(reading == .central ? .sibilant : .guttural)
            }
        }
        return 1
    }

    private mutating func readGuttural(_ token: Span<UInt8>, _ index: Int) -> Int {
        let next = Self.letter(token, index + 1)
        switch token[index] {
        case "g" where reading == .romance && (next == "e" || next == "i"):
            write(.sibilant)
        case "h":
            let silent: Bool =
                switch reading {
                case .plain: false
                case .central: index > 0 && !Self.isVowel(next)
                case .romance, .iberian: true
                }
            if silent {
                if index == 0 { write(.vowel) }
                last = nil
            } else {
                write(.guttural)
            }
        default:
            write(.guttural)
            if next == "h" { return 2 }
        }
        return 1
    }

    private mutating func readJ(isFirst: Bool) {
        switch reading {
        case .plain, .romance: write(.sibilant)
        case .central:
            if isFirst { write(.vowel) }
            last = nil
        case .iberian: write(.guttural)
        }
    }

    /// Whether n or m may stand for the tail of a Polish nasal vowel, which loses it with its ogonek.
    private func isNasalVowel(_ token: Span<UInt8>, _ index: Int) -> Bool {
        guard reading == .central, index > 0, index + 1 < token.count else { return false }
        guard token[index - 1] == "e" || token[index - 1] == "o" else { return false }
        let isGerman = token[index + 1] == "c" && Self.letter(token, index + 2) == "h"
        return !isGerman && !Self.isVowel(token[index + 1])
    }

    /// Whether the letter ends the token behind a vowel, n or r, as in "Bordeaux" or "Le Mans".
    private func isSilentEnd(_ token: Span<UInt8>, _ index: Int) -> Bool {
        index + 1 == token.count && index > 1
    }

    private static func letter(_ token: Span<UInt8>, _ index: Int) -> UInt8 {
        index < token.count ? token[index] : 0
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case "a", "e", "i", "o", "u", "y": true
        default: false
        }
    }
}

/// Lets a switch over bytes name letters.
func ~= (pattern: Unicode.Scalar, byte: UInt8) -> Bool { pattern.value == UInt32(byte) }

func == (byte: UInt8, letter: Unicode.Scalar) -> Bool { UInt32(byte) == letter.value }
func != (byte: UInt8, letter: Unicode.Scalar) -> Bool { UInt32(byte) != letter.value }

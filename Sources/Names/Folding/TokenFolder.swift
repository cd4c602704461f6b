/// How a token was written before folding; the comparer weighs differences by it.
struct TokenTraits {
    /// Letters and digits in the original script (`щ` is one).
    var letters: Int
    /// Written in a script without short vowels (Arabic, Hebrew).
    var isAbjad: Bool
    /// Written in Latin letters or digits.
    var isLatin: Bool
}

/// Folds UTF-8 text into tokens, scalar by scalar, without creating strings.
///
/// Invalid UTF-8 separates tokens and is otherwise ignored.
struct TokenFolder {
    /// The folded tokens, each but the first preceded by 0x20.
    private(set) var output: [UInt8]
    /// One for each token, if asked for.
    private(set) var traits: [TokenTraits] = []

    private let recordsTraits: Bool
    private let start: Int
    private var isOpen = false
    private var letters = 0
    private var isAbjad = false
    private var isLatin = true
    /// Letters since the token's start or the last full stop that joined.
    private var segment = 0
    /// Whether all segments up to now are single letters.
    private var isDotted = false
    private var joinIsPending = false
    /// Where a space goes if the segment after a joining full stop turns out to be a word.
    private var joint = -1
    private var tokenStart = 0
    private var previous: UInt32 = 0

    /// Appends to `output`, which is handed back by `finish()`.
    init(output: consuming [UInt8], recordsTraits: Bool = false) {
        self.start = output.count
        self.output = output
        self.recordsTraits = recordsTraits
    }

    mutating func fold(_ text: Span<UInt8>) {
        let table = FoldingTable.entries
        var index = 0
        let end = text.count
        while index < end {
            let byte = text[index]
            if byte < 0x80 {
                index += 1
                apply(table[Int(byte)], of: UInt32(byte))
            } else {
                let value = decode(text, &index)
                let entry =
                    value < FoldingTable.end
                    ? table[Int(value)] : FoldingTable.entry(beyond: value)
                apply(entry, of: value)
            }
        }
        closeToken()
    }

    @inline(__always)
    private mutating func apply(_ entry: FoldingEntry, of value: UInt32) {
        if entry.isSpelling {
            openToken(isDigit: entry < 0x3A)
            spell(entry)
            if value >= 0x250 {
                if value < 0x1E00 || value >= 0x1F00 { isLatin = false }
                if value >= 0x590, value < 0x780 { isAbjad = true }
            }
        } else {
            applyMark(entry, of: value)
        }
        previous = value
    }

    @inline(never)
    private mutating func applyMark(_ entry: FoldingEntry, of value: UInt32) {
        switch entry {
        case .vanishes:
            break
        case .joins where isOpen && isDotted && segment == 1:
            joinIsPending = true
        case .stays:
            keep(value)
        case .byContext:
            foldByContext(value)
        default:
            closeToken()
        }
    }

    @inline(__always)
    private mutating func spell(_ entry: FoldingEntry) {
        var rest = entry
        repeat {
            output.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        } while rest != 0
    }

    @inline(__always)
    private mutating func openToken(isDigit: Bool) {
        if !isOpen {
            if output.count > start { output.append(0x20) }
            isOpen = true
            tokenStart = output.count
            segment = 0
            letters = 0
            joint = -1
            isDotted = !isDigit
            isAbjad = false
            isLatin = true
        } else if joinIsPending {
            joinIsPending = false
            joint = output.count
            segment = 0
        }
        segment += 1
        letters += 1
        if segment == 2 { becomeWord() }
    }

    /// The segment has a second letter: it is a word, and no part of an abbreviation with stops.
    private mutating func becomeWord() {
        isDotted = false
        guard joint >= 0 else { return }
        output.insert(0x20, at: joint)
        if recordsTraits {
            traits.append(TokenTraits(letters: letters - 2, isAbjad: isAbjad, isLatin: isLatin))
        }
        tokenStart = joint + 1
        letters = 2
        joint = -1
    }

    private mutating func closeToken() {
        guard isOpen else { return }
        isOpen = false
        joinIsPending = false
        guard recordsTraits else { return }
        traits.append(TokenTraits(letters: letters, isAbjad: isAbjad, isLatin: isLatin))
    }

    /// Appends a letter of a script that is not romanised; an ideograph is a token by itself.
    private mutating func keep(_ value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else { return closeToken() }
        if scalar.properties.changesWhenLowercased {
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            if lower.first != scalar { return keep(lowerCase: lower) }
        }
        let isWord = scalar.properties.isIdeographic
        if isWord { closeToken() }
        openToken(isDigit: false)
        isLatin = false
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        if isWord { closeToken() }
    }

    /// The lower case of a letter without a spelling may have one.
    private mutating func keep(lowerCase scalars: some Sequence<Unicode.Scalar>) {
        for scalar in scalars {
            let entry =
                scalar.value < FoldingTable.end
                ? FoldingTable.entries[Int(scalar.value)]
                : FoldingTable.entry(beyond: scalar.value)
            apply(entry, of: scalar.value)
        }
    }

    private mutating func foldByContext(_ value: UInt32) {
        switch value {
        case 0x3C5, 0x3CD:  // Greek upsilon: alpha, epsilon and omicron make diphthongs with it.
            let letter: Character =
                switch previous {
                case 0x3B1, 0x391, 0x3B5, 0x395: "v"
                case 0x3BF, 0x39F: "u"
                default: "y"
                }
            add(FoldingEntry(letter.asciiValue ?? 0x79))
        case 0x3C0 where isOpen && output.count == tokenStart + 1 && previous | 0x20 == 0x3BC:
            // Initial mu pi writes the sound b.
            output[tokenStart] = 0x62
        case 0x3C0:
            add(0x70)
        case 0x582, 0x552:  // Armenian yiwn: vo yiwn writes the sound u.
            if isOpen, previous == 0x578 || previous == 0x548 {
                output[output.count - 1] = 0x75
            } else {
                add(0x76)
            }
        case Syllables.hangul:
            let (initial, vowel, final) = Syllables.hangul(value)
            openToken(isDigit: false)
            isLatin = false
            for part in [initial, vowel, final] where part.isSpelling { spell(part) }
        default:
            foldKana(value)
        }
    }

    private mutating func foldKana(_ value: UInt32) {
        guard let entry = Syllables.kana(value) else {
            // The long-vowel sign leaves no trace, the middle dot parts words.
            if value != 0x30FC { closeToken() }
            return
        }
        guard entry.isSpelling else { return }
        let isSmallY = UInt8(truncatingIfNeeded: entry) == 0x59
        guard isSmallY else { return add(entry) }
        let vowel = UInt8(truncatingIfNeeded: entry >> 8) | 0x20
        if isOpen, output.last == 0x69 {
            output.removeLast()
            let sibilant = output.last == 0x68 || output.last == 0x6A
            if !sibilant { output.append(0x79) }
            output.append(vowel)
        } else {
            add(0x79 | FoldingEntry(vowel) << 8)
        }
    }

    private mutating func add(_ entry: FoldingEntry) {
        openToken(isDigit: false)
        spell(entry)
    }

    /// Reads one scalar at `index` and moves past it; U+FFFD (which separates) for invalid bytes.
    private func decode(_ text: Span<UInt8>, _ index: inout Int) -> UInt32 {
        let first = UInt32(text[index])
        index += 1
        let length = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
        guard first >= 0xC2, first < 0xF5 else { return 0xFFFD }
        var value = first & (0x3F >> UInt32(length))
        for _ in 0..<length {
            guard index < text.count, text[index] & 0xC0 == 0x80 else { return 0xFFFD }
            value = value << 6 | UInt32(text[index] & 0x3F)
            index += 1
        }
        return value
    }

    /// The output, after all text has been folded.
    consuming func finish() -> [UInt8] { output }
}

extension FoldingTable {
    /// The entry of a scalar beyond the table: East Asian scripts, full-width forms, rarities.
    static func entry(beyond value: UInt32) -> FoldingEntry {
        switch value {
        case Syllables.hangul:
            return .byContext
        case 0xFF01...0xFF5E:
            return entries[Int(value - 0xFEE0)]
        case 0xFB00...0xFB02:
            return FoldingEntry(spelling: ["ff", "fi", "fl"][Int(value - 0xFB00)])
        case 0x1C90...0x1CBF:
            return entries[Int(value - 0xBC0)]
        default:
            guard let scalar = Unicode.Scalar(value) else { return .separates }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter,
                .modifierLetter, .letterNumber:
                return .stays
            case .nonspacingMark, .spacingMark, .enclosingMark:
                return value >= 0xFE00 && value <= 0xFE2F ? .vanishes : .stays
            case .format:
                return .vanishes
            case .decimalNumber:
                return digitEntry(scalar.properties.numericValue)
            default:
                return .separates
            }
        }
    }
}

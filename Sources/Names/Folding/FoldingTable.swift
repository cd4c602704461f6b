/// What becomes of one Unicode scalar when a name is folded.
///
/// An entry of the table is 32 bits: up to four ASCII bytes (lowest first), or one of the marks
/// below, all of which are below 0x20 and so no letters.
typealias FoldingEntry = UInt32

extension FoldingEntry {
    /// Ends the token.
    static let separates: FoldingEntry = 0
    /// Leaves no trace: apostrophes, soft signs, combining marks, format characters.
    static let vanishes: FoldingEntry = 1
    /// A full stop or slash: joins single letters ("S.p.A."), otherwise separates.
    static let joins: FoldingEntry = 2
    /// A letter of a script that is kept as it is.
    static let stays: FoldingEntry = 3
    /// The spelling depends on what came before; see `TokenFolder.foldByContext`.
    static let byContext: FoldingEntry = 4

    var isSpelling: Bool { self >= 0x20 }

    /// The entry that spells `text`, of which the first four ASCII bytes count.
    init(spelling text: some StringProtocol) {
        self = .vanishes
        var packed: UInt32 = 0
        for (position, byte) in text.utf8.prefix(4).enumerated() {
            packed |= UInt32(byte) << UInt32(8 * position)
        }
        if packed != 0 { self = packed }
    }
}

/// The table of the Basic Multilingual Plane's alphabets, by scalar value.
enum FoldingTable {
    /// Scalars from here on are folded by `FoldingTable.entry(beyond:)`.
    static let end: UInt32 = 0x3100

    static let entries: [FoldingEntry] = {
        var entries = (0..<end).map { value in
            Unicode.Scalar(value).map(generalEntry) ?? .separates
        }
        for alphabet in Alphabets.all {
            let fields = alphabet.split(whereSeparator: { $0 == " " || $0 == "\n" })
            for index in stride(from: 0, to: fields.count - 1, by: 2) {
                let spelling = fields[index + 1]
                let entry = spelling == "-" ? .vanishes : FoldingEntry(spelling: spelling)
                set(fields[index].unicodeScalars, to: entry)
                set(fields[index].uppercased().unicodeScalars, to: entry)
            }
        }
        func set(_ letter: some Collection<Unicode.Scalar>, to entry: FoldingEntry) {
            guard letter.count == 1, let scalar = letter.first, scalar.value < end else { return }
            if scalar.value >= 0x80 { entries[Int(scalar.value)] = entry }
        }
        for scalar in "'`´‘’‛′ʹ".unicodeScalars { entries[Int(scalar.value)] = .vanishes }
        for scalar in "./".unicodeScalars { entries[Int(scalar.value)] = .joins }
        for scalar in "υύπւՒ".unicodeScalars { entries[Int(scalar.value)] = .byContext }
        return entries
    }()

    /// The entry of a scalar by its Unicode properties alone.
    private static func generalEntry(_ scalar: Unicode.Scalar) -> FoldingEntry {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber:
            return digitEntry(properties.numericValue)
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter:
            return letterEntry(scalar)
        case .nonspacingMark, .enclosingMark, .spacingMark:
            // The vowels of Indic scripts are marks, and marks of these scripts stay.
            return scalar.value < 0x0900 || (0x1AB0..<0x3100).contains(scalar.value)
                ? .vanishes : .stays
        case .format, .control:
            return scalar.value < 0x20 || scalar.value == 0x7F ? .separates : .vanishes
        default:
            return .separates
        }
    }

    /// A digit of any script; fractions and numbers of more than one digit separate.
    static func digitEntry(_ value: Double?) -> FoldingEntry {
        for digit in UInt32(0)...9 where value == Double(digit) { return 0x30 + digit }
        return .separates
    }

    /// A letter of an alphabet by the base letter in its Unicode name: "LATIN SMALL LETTER E WITH
    /// ACUTE" is an E, "CYRILLIC SMALL LETTER KA WITH HOOK" a KA.
    private static func letterEntry(_ scalar: Unicode.Scalar) -> FoldingEntry {
        if scalar.isASCII { return FoldingEntry(scalar.value | 0x20) }
        if (0x3041...0x30FF).contains(scalar.value) { return .byContext }
        guard let words = scalar.properties.name?.split(separator: " "), words.count >= 2 else {
            return .stays
        }
        guard let mark = words.firstIndex(of: "LETTER"), mark + 1 < words.count else {
            return .stays
        }
        // Some names say "LETTER SMALL Q" or "LETTER CAPITAL A".
        let shift = words[mark + 1] == "SMALL" || words[mark + 1] == "CAPITAL" ? 2 : 1
        guard mark + shift < words.count else { return .stays }
        let base = words[mark + shift]
        switch words[0] {
        case "LATIN":
            return base.utf8.count <= 2 ? FoldingEntry(spelling: base.lowercased()) : .stays
        case "GREEK":
            return greekBases[String(base)].map { FoldingEntry(spelling: $0) } ?? .stays
        case "CYRILLIC":
            return cyrillicBases[String(base)].map { FoldingEntry(spelling: $0) } ?? .stays
        default:
            return .stays
        }
    }

    private static let greekBases = [
        "ALPHA": "a", "EPSILON": "e", "ETA": "i", "IOTA": "i", "OMICRON": "o", "UPSILON": "y",
        "OMEGA": "o", "RHO": "r",
    ]

    private static let cyrillicBases = [
        "A": "a", "BE": "b", "VE": "v", "GHE": "g", "DE": "d", "IE": "e", "ZHE": "zh", "ZE": "z",
        "I": "i", "SHORT": "y", "KA": "k", "EL": "l", "EM": "m", "EN": "n", "O": "o", "PE": "p",
        "ER": "r", "ES": "s", "TE": "t", "U": "u", "EF": "f", "HA": "kh", "TSE": "ts", "CHE": "ch",
        "SHA": "sh", "SHCHA": "shch", "YERU": "y", "E": "e", "YU": "yu", "YA": "ya",
    ]
}

/// Compares two names: 1 for the same name, 0 for names that have nothing in common.
///
/// The words of the names are paired so that the sum of their likeness is greatest, whatever their
/// order; a pair may differ by typing errors or by transliteration; several words may be written as
/// one, and a word may be abbreviated to its initial or the whole name to an acronym. Each
/// difference multiplies the score by a factor: how the factors are found, and why, is in
/// `Documentation/names.md`.
///
///     let comparer = NameComparer(.place)
///     comparer.score("Гродно", "Hrodna")  // 0.9…, a match
///
/// The score is symmetric, lies in 0…1, and is 1 for equal names that have a letter or digit.
public struct NameComparer: Sendable {
    /// Scores from here on call two names the same.
    public static let matchThreshold = 0.7

    /// What the names name.
    public let nameClass: NameClass

    /// A comparer of names of one class.
    public init(_ nameClass: NameClass) { self.nameClass = nameClass }

    /// Analyses a name once, to compare it with many others of the same class.
    public func prepare(_ name: String) -> Prepared { NameAnalysis.prepare(name, nameClass) }

    /// The score of two names.
    public func score(_ a: String, _ b: String) -> Double { score(prepare(a), prepare(b)) }

    /// The score of two names that this comparer, or one of the same class, has prepared.
    public func score(_ a: Prepared, _ b: Prepared) -> Double {
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        if Self.areEqual(a, b) { return 1 }
        // The same order whichever comes first makes the score exactly symmetric.
        let isOrdered = Self.precedes(a, b)
        var alignment = NameAlignment(isOrdered ? a : b, isOrdered ? b : a, nameClass)
        return alignment.score()
    }

    private static func areEqual(_ a: Prepared, _ b: Prepared) -> Bool {
        a.letters == b.letters
            && a.tokens.elementsEqual(b.tokens) { $0.letterRange == $1.letterRange }
    }

    private static func precedes(_ a: Prepared, _ b: Prepared) -> Bool {
        if a.tokens.count != b.tokens.count { return a.tokens.count < b.tokens.count }
        return a.letters.lexicographicallyPrecedes(b.letters)
    }
}

/// The constants of the comparison, set by hand from the reasons that `Documentation/names.md`
/// gives; none is critical to the second digit.
extension NameComparer {
    /// Weights of words that tell little.
    static let connectiveWeight = 0.05
    static let particleWeight = 0.15
    static let fillerWeight = 0.3
    static let placeKindWeight = 0.5
    static let usualPlaceWeight = 0.2

    /// What remains of the score when a pair of words differs by all that is allowed.
    static let worstPair = 0.72
    /// What remains for each pair of words that contradict each other.
    static let conflict = 0.5
    /// What remains when a name has a number and the other has another.
    static let otherNumber = 0.4
    /// What remains when only one of the names has a number.
    static let oneNumber = 0.85
    /// The part of a patronymic's weight that does not count if the other name lacks it.
    static let patronymicDiscount = 0.6
    /// What remains for a word that is the father's name in one name only.
    static let otherFather = 0.8
    /// What remains when legal forms are of different families.
    static let otherLegalFamily = 0.68
    /// What remains for a word given by its initial, or words by an acronym.
    static let initial = 0.9

    /// How much a word that the other name lacks counts against one that both have.
    static func surplus(_ nameClass: NameClass) -> Double {
        switch nameClass {
        case .person: 0.22
        case .organisation: 0.9
        case .place: 0.9
        case .other: 0.5
        }
    }

    /// The differences that two words of so many letters may have, in tenths of an edit.
    static func budget(_ letters: Int) -> Int {
        switch letters {
        case ..<3: 4
        case 3...4: 10
        case 5...6: 15
        case 7...11: 20
        default: 25
        }
    }
}

/// Romanisation of the scripts that write syllables: Japanese kana (Hepburn, long vowels written
/// short) and Korean Hangul (Revised Romanization of 2000, syllable by syllable).
enum Syllables {
    /// From U+3041; "-" leaves no trace. Small ya, yu, yo are marked by capitals: they replace the
    /// vowel of the syllable before them.
    private static let hiragana = """
        a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo
        ta da chi ji - tsu zu te de to do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe
        ho bo po ma mi mu me mo YA ya YU yu YO yo ra ri ru re ro wa wa i e o n vu ka ke
        """

    private static let kana: [FoldingEntry] = hiragana.split { $0 == " " || $0 == "\n" }
        .map { $0 == "-" ? .vanishes : FoldingEntry(spelling: $0) }

    /// The spelling of a kana letter, or nil for one without a syllable of its own.
    static func kana(_ value: UInt32) -> FoldingEntry? {
        // Katakana repeats hiragana 0x60 further on.
        let offset = Int(value) - (value >= 0x30A1 ? 0x30A1 : 0x3041)
        guard offset >= 0, offset < kana.count else { return nil }
        return kana[offset]
    }

    private static let initials = split("g kk n d tt r m b pp s ss - j jj ch k t p h")
    private static let vowels = split(
        "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
    private static let finals = split(
        "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t")

    private static func split(_ text: String) -> [FoldingEntry] {
        text.split(separator: " ").map { $0 == "-" ? .vanishes : FoldingEntry(spelling: $0) }
    }

    /// First Hangul syllable, and how many there are.
    static let hangul: Range<UInt32> = 0xAC00..<0xD7A4

    /// The three parts of a Hangul syllable; `vanishes` stands for an absent one.
    static func hangul(
        _ value: UInt32
    ) -> (initial: FoldingEntry, vowel: FoldingEntry, final: FoldingEntry) {
        let index = Int(value - hangul.lowerBound)
        return (initials[index / 588], vowels[index / 28 % 21], finals[index % 28])
    }
}

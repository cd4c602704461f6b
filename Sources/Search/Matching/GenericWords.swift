/// Words that a name may have or lack without being another: function words and legal forms, as
/// `NameFolding` folds them.
enum GenericWords {
    static func contains(_ word: [UInt8]) -> Bool {
        word.count <= 6 && words.contains(word)
    }

    /// The generic words of a vocabulary.
    static func terms(of vocabulary: Vocabulary) -> Set<UInt32> {
        Set(words.compactMap { vocabulary.term($0).map { UInt32($0) } })
    }

    private static let words: Set<[UInt8]> = Set(
        """
        a and by for from in of on the to with i iz na o ob po pri s so u v vo za do dlya k e
        di da del della dei con per il la le lo gli de des du et el los las y der die das und zu
        ag ao bv co corp cv gmbh inc jsc kft llc llp ltd nv oao ojsc ooo oy pao pjsc plc pt rup
        sa sas sarl sl snc sooo sp spa spol srl sro uab tdo tov too chup zao
        """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
}

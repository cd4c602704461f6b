extension Language {
    /// The noun's form beside a whole number (CLDR plural rules: English and Italian `one` and
    /// `other`, Russian `one`, `few` and `many`).
    func form(of noun: Noun, for count: Int) -> String {
        let magnitude = count.magnitude
        guard self == .russian else { return magnitude == 1 ? noun.one : noun.plural }
        let (last, lastTwo) = (magnitude % 10, magnitude % 100)
        if last == 1 && lastTwo != 11 { return noun.one }
        if (2...4).contains(last) && !(12...14).contains(lastTwo) { return noun.few }
        return noun.many
    }
}

import Records
import Statistics

/// A finding in words.
struct FindingWords: Sendable {
    let words: Catalogue
    let names: NameBook

    /// Looks up the names that findings speak of.
    init(_ findings: [Finding], also ids: [RecordID] = [], _ context: PageContext) throws {
        words = context.words
        names = try NameBook(
            ids
                + findings.flatMap { finding in
                    finding.evidence.flatMap { one in
                        [one.figure.observation.subject, one.figure.observation.counterpart]
                            .compactMap(\.self)
                    }
                }, context)
    }

    /// What is in question: the figure's name and its period.
    func title(_ finding: Finding) -> String {
        guard let one = finding.evidence.first?.figure.observation else { return finding.id }
        return words.name(of: one, names) + ", " + words.date(one.period.description, .short)
    }

    /// What was compared, in a sentence.
    func sentence(_ finding: Finding) -> String {
        words(
            TrackPhrase.finding(
                finding.comparison, amount(finding.stated, finding.unit, statedMark(finding)),
                amount(finding.expected, finding.unit)))
    }

    /// The difference, with its part of what is expected.
    func difference(_ finding: Finding) -> String {
        let sign = finding.difference > .zero ? "+" : ""
        var text = sign + amount(finding.difference, finding.unit)
        if let relative = finding.relative, finding.unit != "%" {
            let sign = relative > .zero ? "+" : ""
            text += " (" + sign + words.number(relative.description) + "\u{A0}%)"
        }
        return text
    }

    /// A number of the finding with its unit.
    func amount(_ value: ExactDecimal, _ unit: String, _ qualifier: Qualifier? = nil) -> String {
        let quantity = words.quantityInWords(
            value.description, unit: unit, qualifier: qualifier?.rawValue)
        return [quantity.qualifier?.mark, quantity.digits, quantity.unit]
            .compactMap(\.self).joined(separator: "\u{A0}")
    }

    /// What a number may mean, as its qualifier is usually read.
    func range(_ range: ValueRange, _ unit: String) -> String {
        switch (range.lower, range.upper) {
        case (let lower?, let upper?) where lower == upper: amount(lower, unit)
        case (let lower?, let upper?):
            words(
                TrackPhrase.between(
                    words.quantityInWords(lower.description).digits, amount(upper, unit)))
        case (let lower?, nil): words(TrackPhrase.atLeast(amount(lower, unit)))
        case (nil, let upper?): words(TrackPhrase.atMost(amount(upper, unit)))
        case (nil, nil): words(TrackPhrase.anything)
        }
    }

    private func statedMark(_ finding: Finding) -> Qualifier? {
        guard let first = finding.evidence.first?.figure.observation,
            first.value == finding.stated
        else { return nil }
        return first.qualifier
    }
}

public import Records

/// Numbers added to the last digit, as exact as the least exact of them.
public struct ExactSum: Sendable {
    /// The sum; nil when it has more digits than a figure can have.
    public let value: ExactDecimal?
    /// How exact it is; see ``Accuracy``.
    public let qualifier: Qualifier?
    let accuracy: Accuracy

    /// Adds.
    public init(_ terms: [(value: ExactDecimal, qualifier: Qualifier?)]) {
        var total: WideDecimal? = .zero
        var accuracy: Accuracy?
        for term in terms {
            total = try? total?.plus(WideDecimal(term.value))
            let own = Accuracy(term.qualifier)
            accuracy = accuracy?.adding(own) ?? own
        }
        value = total?.unrounded
        self.accuracy = accuracy ?? Accuracy(nil)
        qualifier = self.accuracy.result
    }
}

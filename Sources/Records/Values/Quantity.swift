/// An exact amount with its unit, and how exact the source is about it.
public struct Quantity: Hashable, Sendable {
    /// How much, in the base unit.
    public let amount: ExactDecimal
    /// The unit: an ISO 4217 currency code, a symbol such as `%` or `m2`, or words.
    public let unit: String
    /// How exact the source is; nil when it says nothing of it.
    public let qualifier: Qualifier?
}

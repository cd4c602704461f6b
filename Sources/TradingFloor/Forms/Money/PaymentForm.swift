public import Exchange

/// Money that comes in, goes out, or is charged.
///
/// ```json
/// {"kind": "in", "participant": "DAIRY", "currency": "BYN", "amount": "1250.50", "voucher": 7}
/// ```
public struct PaymentForm: CommandForm {
    /// `in` (a deposit came in at the bank), `out` (a free deposit goes out) or `fee` (the house
    /// charges it).
    public var kind: String
    /// The participant's code.
    public var participant: String
    /// The currency's three letters.
    public var currency: String
    /// In the currency, above 0.
    public var amount: String
    /// The voucher's number, above that of every payment before; left out, it isn't looked at.
    public var voucher: UInt64?

    /// A payment of given parts.
    public init(
        kind: String, participant: String, currency: String, amount: String,
        voucher: UInt64? = nil
    ) {
        self.kind = kind
        self.participant = participant
        self.currency = currency
        self.amount = amount
        self.voucher = voucher
    }

    /// Books the payment.
    public func action(in context: FormContext) throws(FormError) -> SectionAction {
        let currency = try MoneyText.currency(currency)
        let amount = try MoneyText.minor(amount, currency)
        guard amount > 0 else {
            throw FormError("amount", "\(self.amount) isn't above zero", "write what is paid")
        }
        let payment = Payment(
            voucher: voucher ?? 0,
            participant: try context.participant(participant, at: "participant"),
            currency: currency, amount: amount)
        switch kind {
        case "in": return .payIn(payment)
        case "out": return .payOut(payment)
        case "fee": return .chargeFee(payment)
        default:
            throw FormError(
                "kind", "\"\(kind.prefix(40))\" isn't one of its words",
                "it is one of in, out, fee")
        }
    }
}

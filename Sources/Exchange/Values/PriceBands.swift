/// The prices a book lets through. Nothing is checked where nothing is set.
public struct PriceBands: Sendable, Equatable {
    /// Limits of orders must be in here to be taken.
    public var entry: ClosedRange<Int64>?
    /// Trades must be in here (around the session's fixed reference price).
    public var fixed: ClosedRange<Int64>?
    /// Trades must be within this many ticks of the last price before the command.
    public var dynamic: Int64?

    /// Bands; what isn't said isn't checked.
    public init(
        entry: ClosedRange<Int64>? = nil, fixed: ClosedRange<Int64>? = nil, dynamic: Int64? = nil
    ) {
        self.entry = entry
        self.fixed = fixed
        self.dynamic = dynamic
    }

    var isEmpty: Bool { entry == nil && fixed == nil && dynamic == nil }
}

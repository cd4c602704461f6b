/// A moment: milliseconds since the beginning of 1970 in UTC, leap seconds not counted. It only
/// ever comes inside a command; nothing in here asks a clock.
public struct Instant: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z; negative before.
    public var rawValue: Int64

    /// A moment from its milliseconds since 1970 UTC.
    @inlinable public init(_ milliseconds: Int64) { rawValue = milliseconds }

    /// A moment from its milliseconds since 1970 UTC.
    @inlinable public init(rawValue: Int64) { self.rawValue = rawValue }

    /// The earliest moment there is.
    public static let distantPast = Instant(.min)
    /// The latest moment there is.
    public static let distantFuture = Instant(.max)

    /// Whether the left moment is earlier.
    @inlinable public static func < (left: Instant, right: Instant) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The moment so many milliseconds later (earlier if negative), held at the ends of time.
    @inlinable public func advanced(by milliseconds: Int64) -> Instant {
        let (sum, overflow) = rawValue.addingReportingOverflow(milliseconds)
        guard overflow else { return Instant(sum) }
        return milliseconds < 0 ? .distantPast : .distantFuture
    }

    /// Milliseconds from here to another moment, held at the ends of `Int64`.
    @inlinable public func milliseconds(to other: Instant) -> Int64 {
        let (difference, overflow) = other.rawValue.subtractingReportingOverflow(rawValue)
        guard overflow else { return difference }
        return other.rawValue < rawValue ? .min : .max
    }
}

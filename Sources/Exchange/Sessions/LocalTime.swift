/// A time of day by a place's clock, in seconds after midnight. It may reach into the next day (to
/// 47:59:59), for a session that ends after midnight.
public struct LocalTime: Sendable, Hashable, Comparable {
    /// Seconds after the day's midnight, 0 … 172 799.
    public let seconds: Int32

    /// A time from its seconds after midnight; nil beyond two days.
    public init?(seconds: Int32) {
        guard (0..<172_800).contains(seconds) else { return nil }
        self.seconds = seconds
    }

    /// The time that a text like `09:30` or `09:30:15` names; nil if it names none.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let digits: ClosedRange<UInt8> = 48...57
        let areNumbers = parts.allSatisfy {
            $0.utf8.count == 2 && $0.utf8.allSatisfy(digits.contains)
        }
        let numbers = parts.compactMap { UInt8($0) }.map(Int32.init)
        guard areNumbers, (2...3).contains(numbers.count),
            numbers.dropFirst().allSatisfy({ $0 < 60 })
        else { return nil }
        self.init(
            seconds: numbers[0] * 3_600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0))
    }

    /// The time as it is read, `09:30`, with seconds where there are any.
    public var text: String {
        func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let minutes = "\(padded(seconds / 3_600)):\(padded(seconds / 60 % 60))"
        return seconds % 60 == 0 ? minutes : "\(minutes):\(padded(seconds % 60))"
    }

    /// Whether the left time is earlier.
    public static func < (left: LocalTime, right: LocalTime) -> Bool {
        left.seconds < right.seconds
    }
}

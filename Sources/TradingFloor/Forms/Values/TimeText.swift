public import Exchange

/// Moments as ISO 8601 writes them, with the offset from UTC: `2026-11-23T10:00:00+03:00`.
public enum MomentText {
    /// The moment that a text names: a day, `T`, a time to the minute, second or millisecond, and
    /// `Z` or an offset.
    public static func moment(_ text: String, at path: String) throws(FormError) -> Instant {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = CivilDay(String(parts[0])),
            let (time, offset) = split(parts[1]), let clock = milliseconds(time)
        else {
            throw FormError(
                path, "\"\(text.prefix(40))\" isn't a moment",
                "write it like 2026-11-23T10:00:00+03:00 or 2026-11-23T07:00Z")
        }
        let seconds = Int64(try OffsetText.seconds(offset, at: path))
        return Instant(Int64(day.rawValue) * 86_400_000 + clock - seconds * 1_000)
    }

    /// A moment as it is written in UTC, to the millisecond where it has any.
    public static func text(_ moment: Instant) -> String {
        let text = moment.text
        return text.hasSuffix(".000Z") ? text.dropLast(5) + "Z" : text
    }

    /// A moment that may be left out.
    static func moment(ifGiven text: String?, at path: String) throws(FormError) -> Instant? {
        guard let text else { return nil }
        return try moment(text, at: path)
    }

    private static func split(_ text: Substring) -> (time: Substring, offset: String)? {
        guard let mark = text.firstIndex(where: { "Z+-".contains($0) }) else { return nil }
        let offset = String(text[mark...])
        return (text[..<mark], offset == "Z" ? "+00:00" : offset)
    }

    private static func milliseconds(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let clock = LocalTime(String(parts[0])), clock.seconds < 86_400 else { return nil }
        guard parts.count > 1 else { return Int64(clock.seconds) * 1_000 }
        guard parts.count == 2, parts[0].utf8.count == 8, parts[1].utf8.count == 3,
            parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let rest = Int64(parts[1])
        else { return nil }
        return Int64(clock.seconds) * 1_000 + rest
    }
}

/// Offsets from UTC: `+03:00`.
public enum OffsetText {
    /// Seconds east of UTC.
    public static func seconds(_ text: String, at path: String) throws(FormError) -> Int32 {
        let sign: Int32? = text.hasPrefix("+") ? 1 : text.hasPrefix("-") ? -1 : nil
        guard let sign, let time = LocalTime(String(text.dropFirst())),
            time.seconds <= TimeZoneTable.largestOffset
        else {
            throw FormError(
                path, "\"\(text.prefix(40))\" isn't an offset from UTC",
                "write it like +03:00, within 18 hours")
        }
        return sign * time.seconds
    }

    /// An offset as it is written.
    public static func text(_ seconds: Int32) -> String {
        let size = LocalTime(seconds: Int32(clamping: seconds.magnitude))?.text ?? "00:00"
        return (seconds < 0 ? "-" : "+") + size
    }
}

/// Lengths of time: a number and a unit, such as `10 minutes` or `1 day`.
public enum LengthText {
    private static let units: [(name: String, milliseconds: Int64)] = [
        ("day", 86_400_000), ("hour", 3_600_000), ("minute", 60_000), ("second", 1_000),
        ("millisecond", 1),
    ]

    /// Milliseconds of a length.
    public static func milliseconds(_ text: String, at path: String) throws(FormError) -> Int64 {
        let words = text.split(separator: " ")
        let unit = units.first { unit in
            words.count == 2 && (words[1] == unit.name || words[1] == unit.name + "s")
        }
        guard let unit, let number = words.first.flatMap({ Int64($0) }), number >= 0 else {
            throw FormError(
                path, "\"\(text.prefix(40))\" isn't a length of time",
                "write a number and days, hours, minutes, seconds or milliseconds: \"10 minutes\"")
        }
        let (product, overflow) = number.multipliedReportingOverflow(by: unit.milliseconds)
        guard !overflow, product <= Instrument.longestDeadline else {
            throw FormError(path, "\(text) is too long", "at most ten years may be")
        }
        return product
    }

    /// A length as it is written: in the largest unit that leaves nothing over.
    public static func text(_ milliseconds: Int64) -> String {
        for unit in units where milliseconds % unit.milliseconds == 0 && milliseconds != 0 {
            let number = milliseconds / unit.milliseconds
            return "\(number) \(unit.name)\(number == 1 ? "" : "s")"
        }
        return "0 seconds"
    }

    static func milliseconds(
        ifGiven text: String?, at path: String
    ) throws(FormError) -> Int64 {
        guard let text else { return 0 }
        return try milliseconds(text, at: path)
    }
}

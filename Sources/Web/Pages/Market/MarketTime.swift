import Exchange

/// Moments in words: in UTC, and by the clock of the place whose timetable holds.
struct MarketTime: Sendable {
    let words: Catalogue
    /// The place's clock; nil where no timetable names one.
    let zone: TimeZoneTable?

    init(_ words: Catalogue, _ zone: TimeZoneTable?) {
        self.words = words
        // A place that lives by UTC needs no second clock.
        self.zone = zone.flatMap { $0.initialOffset == 0 && $0.transitions.isEmpty ? nil : $0 }
    }

    /// The moment as ISO 8601 writes it, to the second.
    static func iso(_ moment: Instant) -> String {
        day(moment).text + "T" + clock(moment, seconds: true) + "Z"
    }

    /// The day of UTC.
    static func day(_ moment: Instant) -> CivilDay {
        CivilDay(Int32(clamping: days(moment)))
    }

    /// Minutes since midnight of UTC on a day; below 0 before it.
    static func minutes(_ moment: Instant, since day: CivilDay) -> Double {
        Double(moment.rawValue - Int64(day.rawValue) * 86_400_000) / 60_000
    }

    /// "23 November 2026, 07:00 UTC", and what the place's clock shows.
    func moment(_ moment: Instant) -> Inline {
        guard let local = local(moment) else { return words.moment(Self.iso(moment)) }
        return .sequence([words.moment(Self.iso(moment)), .muted(" (\(local))")])
    }

    /// "07:00 UTC", with the place's clock, and with the day if that isn't the day of `now`.
    func clock(_ moment: Instant, asOf now: Instant) -> String {
        let hour = Self.clock(moment) + " UTC" + (local(moment).map { " (\($0))" } ?? "")
        let day = Self.day(moment)
        return day == Self.day(now) ? hour : words.date(day.text) + ", " + hour
    }

    /// The time of a deal: "07:00:12", with the day before it if that isn't the day of `now`.
    func short(_ moment: Instant, asOf now: Instant) -> Inline {
        let hour = Self.clock(moment, seconds: true)
        let day = Self.day(moment)
        let text = day == Self.day(now) ? hour : words.date(day.text, .short) + ", " + hour
        return .time(text, iso: Self.iso(moment))
    }

    /// The hour by UTC: "07:00".
    func hour(_ moment: Instant) -> Inline { .time(Self.clock(moment), iso: Self.iso(moment)) }

    /// The hour by the place's clock: "10:00"; with the day where it is another one.
    func localHour(_ moment: Instant) -> String? {
        zone.map { zone in
            Self.clock(moment.advanced(by: Int64(zone.offset(at: moment)) * 1_000))
        }
    }

    private func local(_ moment: Instant) -> String? {
        zone.flatMap { zone in localHour(moment).map { $0 + " " + zone.name } }
    }

    /// "07:00", or "07:00:12".
    static func clock(_ moment: Instant, seconds: Bool = false) -> String {
        let second = Int((moment.rawValue - days(moment) * 86_400_000) / 1_000)
        let parts = [second / 3_600, second / 60 % 60] + (seconds ? [second % 60] : [])
        return parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
    }

    private static func days(_ moment: Instant) -> Int64 {
        let days = moment.rawValue / 86_400_000
        return moment.rawValue % 86_400_000 < 0 ? days - 1 : days
    }

    // MARK: Lengths

    /// "5 days", "36 h", "10 min", as exact as it is.
    func length(_ milliseconds: Int64) -> String {
        if milliseconds != 0, milliseconds % 86_400_000 == 0 {
            return words(.days(Int(milliseconds / 86_400_000)))
        }
        let (hours, minutes, seconds) = (
            milliseconds / 3_600_000, milliseconds / 60_000 % 60, milliseconds / 1_000 % 60
        )
        let parts: [String] = [
            hours > 0 ? words(.hours(Int(hours))) : nil,
            minutes > 0 ? words(.minutes(Int(minutes))) : nil,
            seconds > 0 || hours + minutes == 0 ? words(.seconds(Int(seconds))) : nil,
        ].compactMap(\.self)
        return parts.joined(separator: " ")
    }
}

/// How far a place's clocks were and will be from UTC, as a table: the first offset, and from which
/// moments on another holds. The table is data of the timetable (taken from the time zone database
/// outside), so that a replay years later still reads the clocks of that day.
public struct TimeZoneTable: Sendable, Equatable {
    /// A moment from which another offset holds.
    public struct Transition: Sendable, Equatable {
        /// The first moment of the new offset.
        public let at: Instant
        /// Seconds east of UTC from then on.
        public let offset: Int32

        /// A change of the clocks.
        public init(at: Instant, offset: Int32) {
            self.at = at
            self.offset = offset
        }
    }

    /// Offsets reach from minus to plus this many seconds (18 hours).
    public static let largestOffset: Int32 = 64_800

    /// The zone's name in the time zone database, such as `Europe/Minsk`.
    public let name: String
    /// Seconds east of UTC before the first transition.
    public let initialOffset: Int32
    /// The changes, in the order of time.
    public let transitions: [Transition]

    /// A table; refused if the changes aren't in the order of time or an offset is too large.
    public init(
        name: String, initialOffset: Int32, transitions: [Transition] = []
    ) throws(CalendarError) {
        let range = -Self.largestOffset...Self.largestOffset
        guard range.contains(initialOffset) else {
            throw .offsetOutOfRange(position: nil, seconds: initialOffset)
        }
        for (position, transition) in transitions.enumerated() {
            guard range.contains(transition.offset) else {
                throw .offsetOutOfRange(position: position, seconds: transition.offset)
            }
            guard position == 0 || transitions[position - 1].at < transition.at else {
                throw .transitionNotLater(position: position)
            }
        }
        self.name = name
        self.initialOffset = initialOffset
        self.transitions = transitions
    }

    /// Seconds east of UTC at a moment.
    public func offset(at moment: Instant) -> Int32 {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].at <= moment { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? initialOffset : transitions[low - 1].offset
    }

    /// The day that the place's calendar shows at a moment.
    public func day(at moment: Instant) -> CivilDay {
        let local = moment.advanced(by: Int64(offset(at: moment)) * 1_000).rawValue
        let days = local >= 0 ? local / 86_400_000 : (local + 1) / 86_400_000 - 1
        return CivilDay(Int32(clamping: days))
    }

    /// The moment at which the place's clock shows a time of a day. A time that comes twice (clocks
    /// put back) is the first of the two; one that never comes (clocks put forward) is as long after
    /// the change as the clock would have shown, which is what RFC 5545 (3.3.5) says of both.
    public func instant(of day: CivilDay, at time: LocalTime) -> Instant {
        let local = Int64(day.rawValue) * 86_400_000 + Int64(time.seconds) * 1_000
        var offset = initialOffset
        for transition in transitions {
            // With the old offset the clock shows the time before it is changed …
            if local - Int64(offset) * 1_000 < transition.at.rawValue { break }
            // … or else not at all, if with the new one it shows a later time at once.
            if local - Int64(transition.offset) * 1_000 < transition.at.rawValue { break }
            offset = transition.offset
        }
        return Instant(local - Int64(offset) * 1_000)
    }
}

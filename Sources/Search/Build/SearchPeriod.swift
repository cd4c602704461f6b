/// A period of days as `yyyymmdd`, put in order: 0 and 0 if nothing is known.
struct SearchPeriod {
    let first: Int32
    let last: Int32

    init(first: Int32, last: Int32) {
        let from = max(0, first)
        let until = max(0, last)
        self.first = from == 0 ? until : from
        self.last = max(self.first, until)
    }

    /// The year of a day, 0 for none.
    static func year(of day: Int32) -> UInt16 {
        UInt16(min(9_999, max(0, day / 10_000)))
    }
}

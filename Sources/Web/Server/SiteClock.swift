import Charts
import Foundation
import Records

/// What day it is: the one place from which pages, feeds and entity tags know it.
struct SiteClock: Sendable {
    /// The present day as yyyymmdd.
    let day: @Sendable () -> Int32

    /// The day of UTC by the machine's clock.
    static let utc = SiteClock {
        let seconds = Date().timeIntervalSince1970
        return CalendarDay(number: Int((seconds / 86_400).rounded(.down))).yyyymmdd
    }

    /// Always the same day, for tests.
    static func fixed(_ day: Int32) -> SiteClock { SiteClock { day } }
}

extension CalendarDay {
    /// The day as yyyymmdd.
    var yyyymmdd: Int32 {
        let (year, month, day) = parts
        return Int32(year * 10_000 + month * 100 + day)
    }
}

extension PartialDate {
    /// The day that a number yyyymmdd stands for; nil when there is no such day.
    init?(yyyymmdd day: Int32) {
        self.init(
            year: Int(day) / 10_000, month: Int(day) / 100 % 100, day: Int(day) % 100)
    }
}

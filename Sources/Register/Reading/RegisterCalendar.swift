/// All that stands in the calendar, in its order, and findable by the record that it is of.
struct RegisterCalendar: Sendable {
    /// In the order of the calendar.
    let marks: [CalendarMark]
    /// Indices of the marks, by the register's number of the record.
    private let byRecord: [Int32]

    init(_ marks: [CalendarMark]) {
        self.marks = marks
        byRecord = marks.indices.map { Int32(clamping: $0) }.sorted {
            (marks[Int($0)].ordinal, $0) < (marks[Int($1)].ordinal, $1)
        }
    }

    /// The marks of some records, in the order of the calendar.
    func marks(of ordinals: Set<Int64>) -> [CalendarMark] {
        // Looking up a great part of them one by one takes longer than looking at all.
        guard ordinals.count < marks.count / 8 else {
            return marks.filter { ordinals.contains($0.ordinal) }
        }
        var found: [Int32] = []
        for ordinal in ordinals {
            var place = start(of: ordinal)
            while place < byRecord.count, marks[Int(byRecord[place])].ordinal == ordinal {
                found.append(byRecord[place])
                place += 1
            }
        }
        return found.sorted().map { marks[Int($0)] }
    }

    /// Where the marks of a record begin, or would.
    private func start(of ordinal: Int64) -> Int {
        var (low, high) = (0, byRecord.count)
        while low < high {
            let middle = (low + high) / 2
            if marks[Int(byRecord[middle])].ordinal < ordinal {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}

/// The words of one chart, ready in the reader's language.
public struct ChartText: Sendable, Equatable {
    /// Prefix of every id inside the drawing; unique on the page (letters, digits, hyphens).
    public let id: String

    /// What is seen: the drawing's name, shown by the page or by the file.
    public let title: String

    /// What is seen, in words, for those who don't see it.
    public let description: String

    /// The unit of the values, as it follows a magnitude: "USD" gives "million USD".
    public let unit: String

    /// Where the figures come from; one line, shown in a file.
    public let sourceLine: String

    /// The language's fixed words and its way of writing numbers.
    public let words: ChartWords

    /// The words of a chart. Characters of `id` that can't stand in an id become hyphens.
    public init(
        id: String, title: String, description: String = "", unit: String = "",
        sourceLine: String = "", words: ChartWords = ChartWords()
    ) {
        let kept = id.utf8.map { byte -> UInt8 in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: byte
            default: 0x2D
            }
        }
        let prefix = String(decoding: kept, as: UTF8.self)
        let startsWithLetter = prefix.utf8.first.map { $0 >= 0x41 } ?? false
        self.id = startsWithLetter ? prefix : "chart-\(prefix)"
        self.title = title
        self.description = description
        self.unit = unit
        self.sourceLine = sourceLine
        self.words = words
    }
}

/// The few words that a chart itself puts down, and how its language writes numbers.
public struct ChartWords: Sendable, Equatable {
    /// For what has no figure; never the same as zero.
    public var noData: String
    /// For the sum of a row, a column or a stack.
    public var total: String
    /// Head of the table's column with periods.
    public var period: String
    /// Head of the table's column with categories.
    public var category: String
    /// Head of the table's column with figures.
    public var value: String
    /// For what a source plans or expects.
    public var planned: String
    /// Remark on a drawing where some names found no room: they stand in the table.
    public var more: String
    /// The twelve short names of the months, January first.
    public var months: [String]
    /// How numbers are written.
    public var numbers: NumberStyle

    /// The words, English unless given.
    public init(
        noData: String = "no data", total: String = "Total", period: String = "Period",
        category: String = "Category", value: String = "Value",
        planned: String = "planned or forecast", more: String = "others: see the table",
        months: [String] = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ],
        numbers: NumberStyle = NumberStyle()
    ) {
        self.noData = noData
        self.total = total
        self.period = period
        self.category = category
        self.value = value
        self.planned = planned
        self.more = more
        self.months = months
        self.numbers = numbers
    }
}

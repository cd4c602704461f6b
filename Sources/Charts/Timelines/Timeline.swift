/// What holds, happens and falls due, in time: validity of agreements as bars, editions of a series
/// as dots in a line, deadlines as diamonds.
///
/// Every date is a period as long as the source leaves open: a day, a month, a year. Where a bar
/// begins or ends in a period longer than a day, that part of it is hatched. Today is given by the
/// caller; without it nothing is overdue.
public struct Timeline: Chart {
    /// Titles, description, and how numbers are written.
    public var text: ChartText
    /// The timeline's own words.
    public var words: TimelineWords
    /// What is shown, under its headings, in the order given.
    public var groups: [TimelineGroup]
    /// The day on which the reader looks.
    public var today: CalendarDay?
    /// What to show; `nil` lets the timeline follow its items.
    public var span: ChartPeriod?

    /// A timeline.
    public init(
        text: ChartText, words: TimelineWords = TimelineWords(), groups: [TimelineGroup],
        today: CalendarDay? = nil, span: ChartPeriod? = nil
    ) {
        self.text = text
        self.words = words
        self.groups = groups
        self.today = today
        self.span = span
    }
}

/// Items under one heading.
public struct TimelineGroup: Sendable {
    /// What the items have in common; empty for no heading.
    public var heading: String
    /// Where the heading leads.
    public var href: String?
    /// What is shown; the most important ones stay when there isn't room for all.
    public var items: [TimelineItem]

    /// A group.
    public init(heading: String = "", href: String? = nil, items: [TimelineItem]) {
        self.heading = heading
        self.href = href
        self.items = items
    }
}

/// One thing in time.
public struct TimelineItem: Sendable {
    /// What it is in time, and so what it looks like.
    public enum Mark: Sendable {
        /// Holds from one date to another: a bar.
        case validity(from: ChartPeriod, to: End)
        /// Happened once: a dot.
        case moment(ChartPeriod)
        /// Happens again and again: numbered dots on a line.
        case series([Edition])
        /// Falls due: a diamond; hollow once it is done, with an exclamation mark when overdue.
        case deadline(ChartPeriod, isDone: Bool)
    }

    /// Until when something holds.
    public enum End: Sendable, Equatable {
        /// Until a date.
        case at(ChartPeriod)
        /// No end is set, or none is known: the bar fades out.
        case open
    }

    /// One of a series.
    public struct Edition: Sendable {
        /// When.
        public var period: ChartPeriod
        /// Its number, short: "8"; empty for none.
        public var number: String
        /// Everything about it in one line.
        public var detail: String
        /// Where it leads.
        public var href: String?

        /// An edition.
        public init(period: ChartPeriod, number: String, detail: String, href: String? = nil) {
            self.period = period
            self.number = number
            self.detail = detail
            self.href = href
        }
    }

    /// The label.
    public var label: String
    /// Everything about it in one line; the label where nothing more is known.
    public var detail: String
    /// Where it leads.
    public var href: String?
    /// What it is in time.
    public var mark: Mark
    /// The colour, an index into the palette.
    public var colour: Int
    /// The more important, the sooner it gets room.
    public var importance: Double

    /// An item.
    public init(
        label: String, detail: String? = nil, href: String? = nil, mark: Mark, colour: Int = 0,
        importance: Double = 0
    ) {
        self.label = label
        self.detail = detail ?? label
        self.href = href
        self.mark = mark
        self.colour = colour
        self.importance = importance.isFinite ? importance : 0
    }
}

/// The words that a timeline puts down, in the reader's language.
public struct TimelineWords: Sendable {
    /// At the line of today.
    public var today: String
    /// Behind a deadline that has passed undone, and behind one that is done.
    public var overdue, done: String
    /// In the table, for an end that isn't set.
    public var openEnd: String
    /// Heads of the table's columns.
    public var what, from, to: String

    /// The words, English unless given.
    public init(
        today: String = "today", overdue: String = "overdue", done: String = "done",
        openEnd: String = "open", what: String = "What", from: String = "From", to: String = "To"
    ) {
        self.today = today
        self.overdue = overdue
        self.done = done
        self.openEnd = openEnd
        self.what = what
        self.from = from
        self.to = to
    }
}

import Testing

@testable import Charts

/// Timelines: lanes, precision, deadlines, drawings.
struct TimelineTests {
    static func day(_ year: Int, _ month: Int, _ day: Int) -> ChartPeriod {
        let date = CalendarDay(year: year, month: month, day: day)
        return ChartPeriod(first: date, last: date, label: "\(year)-\(month)-\(day)")
    }

    static func timeline(_ items: [TimelineItem], today: CalendarDay? = nil) -> Timeline {
        Timeline(
            text: ChartText(id: "t", title: "Time"),
            groups: [TimelineGroup(heading: "Agreements", items: items)], today: today)
    }

    @Test func lanesHoldNothingTwice() {
        var random = SeededRandom(seed: 31)
        for _ in 0..<60 {
            let stretches = (0..<random.index(below: 60)).map { _ in
                let start = random.number(in: 0...500)
                return LanePacking.Stretch(start: start, end: start + random.number(in: 1...200))
            }
            let lanes = LanePacking.lanes(for: stretches, gap: 0)
            for a in stretches.indices {
                for b in 0..<a where lanes[a] == lanes[b] {
                    #expect(
                        stretches[a].end <= stretches[b].start
                            || stretches[b].end <= stretches[a].start, "seed \(random.seed)")
                }
            }
            // As few as can be: the most that lie over one place.
            let depth = stretches.map { at in
                stretches.filter { $0.start <= at.start && at.start < $0.end }.count
            }.max()
            #expect((lanes.max().map { $0 + 1 } ?? 0) == (depth ?? 0), "seed \(random.seed)")
        }
    }

    @Test func goldenTimeline() {
        let timeline = Self.timeline(
            [
                TimelineItem(
                    label: "Pact", detail: "Pact, 2019 to 30 June 2021", href: "/pact",
                    mark: .validity(from: .year(2019), to: .at(Self.day(2021, 6, 30)))),
                TimelineItem(label: "Report", mark: .deadline(Self.day(2020, 3, 1), isDone: false)),
            ], today: CalendarDay(year: 2020, month: 7))
        let svg = String(
            decoding: timeline.draw(in: Frame(width: 400)).svg(.inline), as: UTF8.self)
        #expect(svg == Self.golden)
    }

    static let golden = #"""
        <svg class="chart timeline" viewBox="0 0 400 130" width="400" height="130" font-size="12" role="document" aria-labelledby="t-title t-desc">
        <title id="t-title">Time</title>
        <desc id="t-desc"></desc>
        <defs><pattern id="t-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0v5"/></pattern></defs>
        <path class="hairline" d="M10 26l0 86"/>
        <text class="tick" x="14" y="19">2019</text>
        <path class="hairline" d="M136.6 26l0 86"/>
        <text class="tick" x="140.6" y="19">2020</text>
        <path class="hairline" d="M263.4 26l0 86"/>
        <text class="tick" x="267.4" y="19">2021</text>
        <rect class="target" data-first="17897" data-end="18993" x="10" y="0" width="380" height="112"/>
        <path class="rule" d="M10 26l380 0"/>
        <path class="today" d="M199.8 26l0 90"/>
        <text class="today-text" x="199.8" y="127" font-size="11" text-anchor="middle">today</text>
        <text class="label strong halo" x="10" y="50" font-size="13">Agreements</text>
        <a href="/pact" class="mark" data-x="2019"><title>Pact, 2019 to 30 June 2021</title><rect class="span-bar c1" x="136.6" y="61.5" width="189.6" height="17"/>
        <rect class="fade3 c1" x="10" y="61.5" width="126.6" height="17"/>
        <rect class="hatched" x="10" y="61.5" width="126.6" height="17" fill="url(#t-hatch)"/>
        <path class="edge-line ahead s1" d="M10 61.5l0 17"/>
        <path class="edge-line s1" d="M326.2 61.5l0 17"/>
        <text class="label" x="16" y="74.3">Pact</text>
        </a>
        <g class="mark" data-x="2020-3-1"><title>Report</title><path class="place alert" d="M157.5 86l8 8l-8 8l-8-8z"/>
        <path class="paper-fill" d="M156.5 89.6l2 0l-.4 5.6l-1.2 0zM156.6 96.4l1.8 0l0 1.8l-1.8 0z"/>
        <text class="label halo" x="171.5" y="98.3">Report (overdue)</text>
        </g>
        </svg>

        """#

    @Test func overdueIsSaidInWords() {
        let today = CalendarDay(year: 2021, month: 5, day: 2)
        let texts = [
            ("Late", Self.day(2021, 5, 1), false), ("Today", Self.day(2021, 5, 2), false),
            ("Open year", ChartPeriod.year(2021), false), ("Met", Self.day(2020, 5, 1), true),
        ].map { name, due, isDone in
            TimelineItem(label: name, mark: .deadline(due, isDone: isDone))
        }
        let labels = Self.timeline(texts, today: today).draw(in: Frame(width: 900)).labels.map(
            \.text)
        #expect(labels.contains("Late (overdue)"))
        #expect(labels.contains("Today"))
        #expect(labels.contains("Open year"))
        #expect(labels.contains("Met (done)"))
        let unknown = Self.timeline(texts).draw(in: Frame(width: 900)).labels.map(\.text)
        #expect(!unknown.contains("Late (overdue)"))
    }

    @Test func anyTimelineIsSound() {
        var random = SeededRandom(seed: 2024)
        for round in 0..<40 {
            let items = (0..<random.index(below: 50)).map { Self.item($0, &random) }
            let today = CalendarDay(number: random.index(below: 40_000))
            let timeline = Timeline(
                text: ChartText(id: "t", title: "Time"),
                groups: [
                    TimelineGroup(heading: "First", href: "/first", items: items),
                    TimelineGroup(items: Array(items.prefix(5))), TimelineGroup(items: []),
                ], today: round.isMultiple(of: 4) ? nil : today,
                span: round.isMultiple(of: 5) ? .year(1990) : nil)
            for (width, height) in [(300.0, 400.0), (340, 6000), (1100, 900)] {
                let frame = Frame(width: width, maximumHeight: height)
                let drawing = timeline.draw(in: frame)
                DrawingChecks.expectSound(drawing, "round \(round), seed \(random.seed)")
                let layout = TimelineLayout(timeline, width: width, top: 30, maximumHeight: height)
                for placed in layout.sections.flatMap(\.items) {
                    #expect(placed.start >= 0 && placed.end <= width && placed.start <= placed.end)
                }
                #expect(drawing.table.rows.count >= items.count)
            }
        }
    }

    private static func item(_ index: Int, _ random: inout SeededRandom) -> TimelineItem {
        func period(_ random: inout SeededRandom) -> ChartPeriod {
            let year = 1970 + random.index(below: 60)
            return switch random.index(below: 3) {
            case 0: .year(year)
            case 1: .months(year, 3, 3, label: "March \(year)")
            default: day(year, 1 + random.index(below: 12), 1 + random.index(below: 28))
            }
        }
        let mark: TimelineItem.Mark =
            switch random.index(below: 5) {
            case 0: .validity(from: period(&random), to: .open)
            case 1: .validity(from: period(&random), to: .at(period(&random)))
            case 2: .moment(period(&random))
            case 3: .deadline(period(&random), isDone: index.isMultiple(of: 2))
            default:
                .series(
                    (0..<random.index(below: 6)).map {
                        .init(period: period(&random), number: "\($0)", detail: "Edition \($0)")
                    })
            }
        return TimelineItem(
            label: String(repeating: "Agreement \(index) ", count: 1 + random.index(below: 5)),
            mark: mark, colour: index, importance: Double(index % 7))
    }

    @Test func theLeastImportantAreLeftOut() {
        let items = (0..<60).map { index in
            TimelineItem(
                label: "Item \(index)", mark: .moment(.year(2020)), importance: Double(index))
        }
        let drawing = Self.timeline(items).draw(in: Frame(width: 600, maximumHeight: 400))
        let texts = drawing.labels.map(\.text)
        #expect(drawing.height <= 400)
        #expect(texts.contains("Item 59") && !texts.contains("Item 0"))
        #expect(texts.contains("others: see the table"))
        #expect(drawing.table.rows.count == 60)
    }
}

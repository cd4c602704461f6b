import Testing

@testable import Charts

struct ScaleTests {
    @Test(arguments: 0..<300 as Range<UInt64>)
    func ticksAreRoundAndCover(seed: UInt64) {
        var random = Seeded(seed)
        let size = Decimal10.power(random.count(-290...290))
        let a = random.number(-1...1) * size
        let b = random.number(-1...1) * size
        let room = random.count(3...12)
        let ticks = Ticks.covering(min(a, b), max(a, b), atMost: room)
        #expect(ticks.count >= 2 && ticks.count <= room, "seed \(seed)")
        #expect((ticks.first?.value ?? 0) <= min(a, b), "seed \(seed)")
        #expect((ticks.last?.value ?? 0) >= max(a, b), "seed \(seed)")
        for (one, next) in zip(ticks, ticks.dropFirst()) {
            let step = next.mantissa - one.mantissa
            #expect([1, 2, 5].contains(step), "seed \(seed)")
            #expect(one.mantissa.isMultiple(of: step), "seed \(seed)")
            #expect(one.exponent == next.exponent)
        }
    }

    @Test(arguments: [
        (0.0, 0.0), (5, 5), (-3, -3), (1e300, 1e300), (-1e300, 1e300), (1e-300, 2e-300),
        (.nan, .infinity), (-.infinity, .infinity), (1e15, 1e15 + 1),
    ])
    func ticksOfAnything(low: Double, high: Double) {
        let ticks = Ticks.covering(low, high, atMost: 6)
        #expect(ticks.count >= 2 && ticks.count <= 6)
        #expect(ticks.allSatisfy { $0.value.isFinite })
        #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value })
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func scalesRise(seed: UInt64) throws {
        var random = Seeded(seed)
        let size = Decimal10.power(random.count(-250...250))
        let values = (0..<20).map { _ in random.number(0.001...1) * size }.sorted()
        let linear = LinearScale(covering: values, fromZero: false, start: 0, end: 500, ticks: 6)
        let log = try #require(LogScale(covering: values, start: 0, end: 500, ticks: 6))
        for positions in [values.map(linear.position), values.map(log.position)] {
            #expect(zip(positions, positions.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed)")
            #expect(positions.allSatisfy { (0...500).contains($0) }, "seed \(seed)")
        }
    }

    @Test func logarithmsAreExactAtPowersOfTen() {
        for power in -300...300 {
            #expect(Logarithm.floorOfLog10(Decimal10.power(power)) == power)
            let difference = Logarithm.log10(Decimal10.power(power)) - Double(power)
            #expect(difference.magnitude < 1e-10)
        }
    }

    @Test func logTicksAreRound() throws {
        let scale = try #require(LogScale(covering: [3, 4000], start: 0, end: 100, ticks: 7))
        #expect(scale.ticks.map(\.value) == [1, 10, 100, 1000, 10000])
        let many = try #require(LogScale(covering: [1, 1e250], start: 0, end: 100, ticks: 5))
        #expect(many.ticks.count <= 6)
        #expect((many.ticks.last?.value ?? 0) >= 1e250)
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func daysGoThereAndBack(seed: UInt64) {
        var random = Seeded(seed)
        let number = random.count(-700_000...700_000)
        let parts = CalendarDay(number: number).parts
        let back = CalendarDay(year: parts.year, month: parts.month, day: parts.day)
        #expect(back.number == number, "seed \(seed)")
        #expect(CalendarDay(year: 1970).number == 0)
        #expect(CalendarDay(year: 2000, month: 2, day: 29).number == 11_016)
    }

    @Test func linesJoinOnlyWhatFollows() {
        let first = ChartPeriod.months(2020, 1, 9, label: "Jan–Sep 2020")
        let second = ChartPeriod.months(2021, 1, 9, label: "Jan–Sep 2021")
        #expect(ChartPeriod.year(2020).leads(to: .year(2021)))
        #expect(!ChartPeriod.year(2020).leads(to: .year(2022)))
        #expect(!ChartPeriod.year(2020).leads(to: second))
        #expect(first.leads(to: second))
        #expect(
            ChartPeriod.quarter(2020, 4, label: "Q4").leads(to: .quarter(2021, 1, label: "Q1")))
    }
}

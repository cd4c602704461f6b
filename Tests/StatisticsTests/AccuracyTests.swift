import Records
import Statistics
import Testing

struct AccuracyTests {
    /// The table of Documentation/statistics.md.
    @Test(
        arguments: [
            (nil, nil, nil, nil), ("exact", "exact", "exact", "exact"), ("exact", nil, nil, nil),
            ("over", "exact", "over", "over"), ("exact", "over", "over", "under"),
            ("over", "over", "over", "about"), ("over", "under", "about", "over"),
            ("at-least", "at-least", "at-least", "about"), ("at-least", "over", "over", "about"),
            ("at-least", "up-to", "about", "at-least"), (nil, "at-least", "at-least", "up-to"),
            ("nearly", nil, "nearly", "nearly"), (nil, "nearly", "nearly", "over"),
            ("nearly", "up-to", "under", "about"), ("about", "exact", "about", "about"),
            ("over", "about", "about", "about"), ("planned", "exact", "planned", "planned"),
            ("planned", "forecast", "forecast", "forecast"),
            ("over", "forecast", "forecast", "forecast"),
        ] as [(String?, String?, String?, String?)])
    func qualifiersAreCalculatedWith(
        _ one: String?, _ other: String?, _ sum: String?, _ difference: String?
    ) {
        let one = Accuracy(one.flatMap { Qualifier(rawValue: $0) })
        let other = Accuracy(other.flatMap { Qualifier(rawValue: $0) })
        #expect(one.adding(other).result?.rawValue == sum)
        #expect(one.subtracting(other).result?.rawValue == difference)
    }

    /// No result looks more exact than an operand, and the order of adding doesn't matter.
    @Test func resultsNeverLookMoreExact() {
        let all: [Qualifier?] = [nil] + Qualifier.allCases
        for one in all {
            for other in all {
                let sum = Accuracy(one).adding(Accuracy(other))
                #expect(sum == Accuracy(other).adding(Accuracy(one)))
                let operands = [one, other].compactMap(\.self).filter { $0 != .exact }
                for result in [sum.result, Accuracy(one).subtracting(Accuracy(other)).result] {
                    #expect((result == nil || result == .exact) == operands.isEmpty)
                    #expect((result?.isOutlook ?? false) == operands.contains(where: \.isOutlook))
                }
                for third in all {
                    let left = sum.adding(Accuracy(third)).result
                    let right = Accuracy(one).adding(Accuracy(other).adding(Accuracy(third)))
                    #expect(left == right.result)
                }
            }
        }
    }

    @Test(
        arguments: [
            ("847900000", nil, "847850000", "847950000"), ("27", nil, "26.5", "27.5"),
            ("26.6", "exact", "26.55", "26.65"), ("1000000000", nil, "950000000", "1050000000"),
            ("7000000", nil, "6650000", "7350000"), ("20", nil, "19", "21"),
            ("0", nil, "-0.5", "0.5"),
            ("150", "about", "142.5", "157.5"), ("60", "over", "60", "70"),
            ("33.3", "over", "33.3", "36.63"),
            ("200", "at-least", "200", nil), ("62", "nearly", "55.8", "62"),
            ("-25", "nearly", "-25", "-22.5"),
            ("-25", "under", "-27.5", "-25"), ("9", "up-to", nil, "9"), ("-9", "up-to", "-9", nil),
            ("-3.1", nil, "-3.15", "-3.05"), ("40", "forecast", "38", "42"),
        ] as [(String, String?, String?, String?)])
    func aNumberMeansARange(
        _ value: String, _ qualifier: String?, _ lower: String?, _ upper: String?
    ) throws {
        let range = try #require(
            Tolerance.range(
                of: try Sample.decimal(value), qualifier.flatMap { Qualifier(rawValue: $0) },
                .usual))
        #expect(range.lower?.description == lower)
        #expect(range.upper?.description == upper)
    }

    /// A number is in its own range, and the wide reading holds the usual one.
    @Test func rangesHoldTheirNumber() throws {
        var random = SeededRandom(seed: 11)
        for _ in 0..<2_000 {
            let coefficient = Int64(truncatingIfNeeded: random.next()) % 1_000_000_000_000_000_000
            guard let value = ExactDecimal(coefficient: coefficient, scale: random.below(19)) else {
                continue
            }
            let qualifier: Qualifier? = random.pick([nil] + Qualifier.allCases.map { $0 })
            guard let usual = Tolerance.range(of: value, qualifier, .usual),
                let wide = Tolerance.range(of: value, qualifier, .wide)
            else { continue }
            let note: Comment = "seed 11, \(value) \(String(describing: qualifier))"
            // Ends that don't fit 18 digits are rounded to as many.
            let slack = 1 + abs(value.approximation) * 1e-15
            #expect((usual.lower?.approximation ?? -.infinity) <= value.approximation + slack, note)
            #expect((usual.upper?.approximation ?? .infinity) >= value.approximation - slack, note)
            if let lower = wide.lower, let inner = usual.lower { #expect(lower <= inner, note) }
            if let upper = wide.upper, let inner = usual.upper { #expect(upper >= inner, note) }
        }
    }

    /// Half to even: exact middles go to the even digit, on both sides of zero.
    @Test(arguments: [
        ("1", "8", 1, "12.5"), ("1", "16", 1, "6.2"), ("3", "16", 1, "18.8"),
        ("-1", "16", 1, "-6.2"),
        ("-3", "16", 1, "-18.8"), ("1", "3", 0, "33"), ("2", "3", 2, "66.67"), ("5", "200", 0, "2"),
        ("7", "200", 0, "4"),
    ])
    func percentagesAreRoundedHalfToEven(
        _ part: String, _ whole: String, _ decimals: Int, _ expected: String
    ) throws {
        let rounding = Rounding(decimals: decimals)
        let result = rounding.percentage(try Sample.decimal(part), of: try Sample.decimal(whole))
        #expect(result == (try Sample.decimal(expected)))
        #expect(rounding.percentage(try Sample.decimal(part), of: .zero) == nil)
    }

    /// Rounding is off by half a last digit at most: checked by multiplying back.
    @Test func percentagesMultiplyBack() throws {
        var random = SeededRandom(seed: 5)
        for _ in 0..<2_000 {
            let part = Int64(random.below(1_000_000_000)) - 500_000_000
            let whole = Int64(1 + random.below(1_000_000_000))
            let decimals = random.below(7)
            guard let one = ExactDecimal(coefficient: part, scale: 0),
                let all = ExactDecimal(coefficient: whole, scale: 0),
                let share = Rounding(decimals: decimals).percentage(one, of: all)
            else { continue }
            var coefficient = Int128(share.coefficient)
            var power: Int128 = 100
            for place in 0..<decimals {
                power *= 10
                if place >= share.scale { coefficient *= 10 }
            }
            let rest = (Int128(part) * power - coefficient * Int128(whole)) * 2
            #expect(rest.magnitude <= Int128(whole).magnitude, "seed 5, \(part)/\(whole)")
        }
    }
}

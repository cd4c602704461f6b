import Records
import Testing

struct ExactDecimalTests {
    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("115.4", "115.4"), ("115.40", "115.4"), ("0.001", "0.001"),
        ("-6.7", "-6.7"), ("847900000", "847900000"), ("1e3", "1000"), ("1.5E2", "150"),
        ("120e-1", "12"), ("1.0e-1", "0.1"), ("999999999999999999", "999999999999999999"),
        ("0.000000000000000001", "0.000000000000000001"), ("100.000", "100"),
    ])
    func canonicalText(_ given: String, _ expected: String) {
        #expect(ExactDecimal(given)?.description == expected)
    }

    @Test(arguments: [
        "", "-", "+1", "01", "1.", ".5", "1e", "1e+", "0x10", "NaN", "1e999999", "1e18",
        "1234567890123456789", "1 ", "--1", "0.0000000000000000001", "1e-99999999999999999999",
    ])
    func refused(_ text: String) { #expect(ExactDecimal(text) == nil) }

    @Test func orderIsNumeric() {
        let texts = ["-10", "-6.7", "-0.5", "0", "0.05", "0.5", "1", "1.01", "9.99", "10", "1e17"]
        let numbers = texts.compactMap { ExactDecimal($0) }
        #expect(numbers.count == texts.count)
        #expect(numbers.shuffled().sorted() == numbers)
    }

    /// A number's text gives the number again, whatever its digits.
    @Test func textRoundTrip() throws {
        var seed = UInt64(20_260_711)
        print("seed \(seed)")
        for _ in 0..<20_000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let coefficient = Int64(bitPattern: seed) % 1_000_000_000_000_000_000
            let scale = Int(seed >> 33) % 19
            let number = try #require(ExactDecimal(coefficient: coefficient, scale: scale))
            #expect(ExactDecimal(number.description) == number)
        }
    }
}

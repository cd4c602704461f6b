import Charts

/// How a language writes numbers.
struct NumberWords: Sendable {
    let groupSeparator: String
    let decimalSeparator: String
    /// Words for 10⁶, 10⁹ and 10¹² after exactly 1 and after anything else.
    let millions: (one: String, other: String)
    let billions: (one: String, other: String)
    /// nil where a language has no word that everybody reads alike.
    let trillions: (one: String, other: String)?
    /// What stands between such a word and a unit ("milioni *di* USD").
    let beforeUnit: String

    /// How charts write numbers: an axis leaves millions to its unit, in the plural.
    var chartStyle: NumberStyle {
        var magnitudes = [
            NumberStyle.Magnitude(exponent: 6, name: millions.other + beforeUnit),
            NumberStyle.Magnitude(exponent: 9, name: billions.other + beforeUnit),
        ]
        if let trillions {
            magnitudes.append(
                NumberStyle.Magnitude(exponent: 12, name: trillions.other + beforeUnit))
        }
        return NumberStyle(
            decimalMark: decimalSeparator, groupMark: groupSeparator, magnitudes: magnitudes)
    }

    /// A decimal in its parts.
    private struct Decimal {
        let isNegative: Bool
        let whole: Substring
        let fraction: Substring

        /// Plain decimals only: digits, one point, a leading minus sign.
        init?(_ text: String) {
            isNegative = text.hasPrefix("-")
            let parts = text.dropFirst(isNegative ? 1 : 0)
                .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = parts.first, !first.isEmpty else { return nil }
            whole = first
            fraction = parts.count > 1 ? parts[1] : ""
            guard Self.isDigits(whole), Self.isDigits(fraction),
                parts.count == 1 || !fraction.isEmpty
            else { return nil }
        }

        private static func isDigits(_ text: Substring) -> Bool {
            text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
    }

    /// The decimal with its digits grouped by three; other text as it is.
    func grouped(_ text: String) -> String {
        guard let decimal = Decimal(text) else { return text }
        return grouped(
            decimal.whole, fraction: decimal.fraction, isNegative: decimal.isNegative)
    }

    /// "847.9 million"; nil below a million, and where more than three decimals would be needed.
    func inWords(_ text: String) -> String? {
        guard let decimal = Decimal(text) else { return nil }
        let whole = decimal.whole.drop { $0 == "0" }
        let zeros: Int
        let word: (one: String, other: String)
        if let trillions, whole.count > 12 {
            (zeros, word) = (12, trillions)
        } else if whole.count > 9 {
            (zeros, word) = (9, billions)
        } else if whole.count > 6 {
            (zeros, word) = (6, millions)
        } else {
            return nil
        }
        var fraction = whole.suffix(zeros) + decimal.fraction
        while fraction.last == "0" { fraction.removeLast() }
        guard fraction.count <= 3 else { return nil }
        let front = whole.dropLast(zeros)
        let isOne = front == "1" && fraction.isEmpty
        return grouped(front, fraction: fraction, isNegative: decimal.isNegative)
            + "\u{A0}" + (isOne ? word.one : word.other)
    }

    private func grouped(
        _ whole: Substring, fraction: Substring, isNegative: Bool
    ) -> String {
        var result = isNegative ? "\u{2212}" : ""
        for (index, digit) in whole.enumerated() {
            if index > 0 && (whole.count - index) % 3 == 0 { result += groupSeparator }
            result.append(digit)
        }
        if !fraction.isEmpty { result += decimalSeparator + fraction }
        return result
    }
}

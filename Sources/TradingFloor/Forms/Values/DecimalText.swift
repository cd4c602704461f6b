public import Exchange

/// Exact decimal numbers as people write them: `3.4`, `-0.5`, `120`.
public enum DecimalText {
    /// The number that a text writes: digits, at most one point with digits on both sides, at most
    /// nine of them behind it.
    public static func decimal(
        _ text: String, at path: String
    ) throws(FormError) -> ExactDecimal {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        let areDigits = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
        }
        guard areDigits, (1...2).contains(parts.count) else {
            throw FormError(
                path, "\"\(text.prefix(40))\" isn't a decimal number",
                "write it like \"1250.50\", with a point and without spaces")
        }
        let scale = parts.count == 2 ? parts[1].utf8.count : 0
        guard scale <= 9, let units = Int64((text.hasPrefix("-") ? "-" : "") + parts.joined())
        else {
            throw FormError(
                path, "\(text.prefix(40)) has too many digits",
                "at most 18 digits, 9 of them behind the point")
        }
        return ExactDecimal(units, scale: UInt8(scale))
    }

    /// A number with all the places it is counted in: 188050 with scale 2 is `1880.50`.
    public static func text(_ number: ExactDecimal) -> String {
        text(Int128(number.units), scale: Int(number.scale))
    }

    /// A number of `units` × 10^−`scale`, with all its places.
    public static func text(_ units: Int128, scale: Int) -> String {
        let digits = String(units.magnitude)
        guard scale > 0 else { return (units < 0 ? "-" : "") + digits }
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
        return (units < 0 ? "-" : "") + padded.dropLast(scale) + "." + padded.suffix(scale)
    }

    /// The number without zeros at its end behind the point.
    public static func shortest(_ units: Int128, scale: Int) -> String {
        var (units, scale) = (units, scale)
        while scale > 0, units % 10 == 0 { (units, scale) = (units / 10, scale - 1) }
        return text(units, scale: scale)
    }

    static func power(_ scale: some BinaryInteger) -> Int128 {
        (0..<Int(scale)).reduce(Int128(1)) { power, _ in power * 10 }
    }
}

/// Whole steps of a decimal number: prices in ticks, quantities in lots.
struct StepCount {
    /// What one step is.
    let step: ExactDecimal
    /// What a step is called, such as `the price step`.
    let name: String

    /// How many steps a text is.
    func count(_ text: String, within most: Int64, at path: String) throws(FormError) -> Int64 {
        let number = try DecimalText.decimal(text, at: path)
        let scale = max(number.scale, step.scale)
        let wanted = Int128(number.units) * DecimalText.power(scale - number.scale)
        let size = Int128(step.units) * DecimalText.power(scale - step.scale)
        guard size > 0 else { throw FormError(path, "\(name) isn't above zero", "alter it first") }
        let count = wanted / size
        guard count * size == wanted else {
            let below = wanted < 0 ? count - 1 : count
            throw FormError(
                path, "\(text) isn't a multiple of \(name), \(DecimalText.text(step))",
                "\(self.text(below)) or \(self.text(below + 1)) would be")
        }
        guard count.magnitude <= Int128(most).magnitude else {
            throw FormError(path, "\(text) is too much", "at most \(self.text(Int128(most)))")
        }
        return Int64(count)
    }

    func text(_ count: some BinaryInteger) -> String {
        DecimalText.text(Int128(count) * Int128(step.units), scale: Int(step.scale))
    }
}

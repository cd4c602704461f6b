import Charts
import Foundation
import Testing

/// The colours of drawings can be read and told apart, by day and by night.
struct PaletteTests {
    /// Colours by name, as the stylesheet gives them to pages.
    private static func colours(dark: Bool) throws -> [String: Colour] {
        let roots = ChartStyle.css.components(separatedBy: ":root{").dropFirst()
        let text = try #require(dark ? roots.last : roots.first)
        var colours: [String: Colour] = [
            "paper": Colour(dark ? 0x191613 : 0xFBF8F3), "ink": Colour(dark ? 0xECE3D4 : 0x1F1A15),
        ]
        for entry in text.prefix(while: { $0 != "}" }).split(separator: ";") {
            let parts = entry.split(separator: ":#")
            let number = try #require(UInt32(parts[1], radix: 16))
            colours[String(parts[0].dropFirst("--chart-".count))] = Colour(number)
        }
        return colours
    }

    @Test(arguments: [false, true]) func contrast(dark: Bool) throws {
        let all = try Self.colours(dark: dark)
        func of(_ name: String) throws -> Colour { try #require(all[name], "\(name)") }
        let (paper, ink) = (try of("paper"), try of("ink"))
        for index in 1...8 {
            #expect(try of("\(index)").contrast(to: paper) >= 3, "mark \(index)")
            #expect(try of("k\(index)").contrast(to: paper) >= 4.5, "text \(index)")
            #expect(try of("t\(index)").contrast(to: ink) >= 4.5, "tint \(index)")
        }
        for step in 0...8 {
            let text = step >= 5 ? paper : ink
            #expect(try of("q\(step)").contrast(to: text) >= 4.5, "step \(step)")
            let other = (2...6).contains(step) ? ink : paper
            #expect(try of("d\(step)").contrast(to: other) >= 4.5, "diverging step \(step)")
        }
    }

    /// Two colours of series stay apart for the common kinds of colour blindness, and the steps of
    /// the ramp go one way.
    @Test(arguments: [false, true]) func toldApart(dark: Bool) throws {
        let all = try Self.colours(dark: dark)
        let series = try (1...8).map { try #require(all["\($0)"]) }
        for (name, sight) in Colour.sights {
            for (index, one) in series.enumerated() {
                for (offset, other) in series[..<index].enumerated() {
                    let distance = one.seen(by: sight).distance(to: other.seen(by: sight))
                    #expect(distance > 0.06, "\(name): \(offset + 1) and \(index + 1)")
                }
            }
        }
        let ramp = try (0...8).map { try #require(all["q\($0)"]).luminance }
        #expect(ramp == (dark ? ramp.sorted() : ramp.sorted(by: >)))
    }
}

/// A colour in linear light.
private struct Colour {
    let red, green, blue: Double

    init(_ number: UInt32) {
        func part(_ shift: UInt32) -> Double {
            let value = Double((number >> shift) & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        (red, green, blue) = (part(16), part(8), part(0))
    }

    private init(_ row: [Double]) {
        (red, green, blue) = (max(0, row[0]), max(0, row[1]), max(0, row[2]))
    }

    /// Relative luminance (WCAG 2.2).
    var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

    func contrast(to other: Colour) -> Double {
        let (high, low) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (high + 0.05) / (low + 0.05)
    }

    /// The matrices of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes (2009), severity 1.
    static let sights: [(String, [[Double]])] = [
        ("all colours", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
        (
            "protanopia",
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        ),
        (
            "deuteranopia",
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        ),
        (
            "tritanopia",
            [
                [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ]
        ),
    ]

    func seen(by sight: [[Double]]) -> Colour {
        Colour(sight.map { $0[0] * red + $0[1] * green + $0[2] * blue })
    }

    /// Distance in OKLab (B. Ottosson, 2020).
    func distance(to other: Colour) -> Double {
        zip(oklab, other.oklab).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
    }

    private var oklab: [Double] {
        let l = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let m = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let s = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        return [
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
        ]
    }
}

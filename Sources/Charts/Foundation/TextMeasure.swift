/// How wide a text is, in CSS pixels, without asking a browser.
///
/// The table holds, for each character, the widest advance among common sans-serif faces, so that
/// a text is as wide as measured or narrower: a label that fits here fits on the screen.
enum TextMeasure {
    /// The face a text is set in.
    enum Face {
        case sans
        case bold
        case serif

        /// How much wider than the regular sans at its widest.
        var factor: Double {
            switch self {
            case .sans: 1
            case .bold: 1.13
            case .serif: 1.1
            }
        }
    }

    /// The width of a text at a size in CSS pixels.
    static func width(_ text: String, size: Double, face: Face = .sans) -> Double {
        var hundredths = 0
        for scalar in text.unicodeScalars { hundredths += advance(scalar.value) }
        return Double(hundredths) * size * face.factor / 100
    }

    /// The text itself where it fits, else its beginning with an ellipsis; empty where not even
    /// two letters fit.
    static func fitted(_ text: String, size: Double, face: Face = .sans, within width: Double)
        -> String
    {
        if self.width(text, size: size, face: face) <= width { return text }
        let room = width * 100 / (size * face.factor) - 100
        var used = 0
        var kept = ""
        for character in text {
            used += character.unicodeScalars.reduce(0) { $0 + advance($1.value) }
            guard Double(used) <= room else { break }
            kept.append(character)
        }
        while kept.last == " " { kept.removeLast() }
        return kept.count >= 2 ? kept + "…" : ""
    }

    /// The text in lines no wider than `width`, broken at spaces; words too long are shortened,
    /// and the last line too when the lines don't suffice.
    static func lines(
        _ text: String, size: Double, face: Face = .sans, within width: Double, atMost: Int
    ) -> [String] {
        var lines: [String] = []
        var line = ""
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        for (index, word) in words.enumerated() {
            let longer = line.isEmpty ? String(word) : "\(line) \(word)"
            if self.width(longer, size: size, face: face) <= width || line.isEmpty {
                line = longer
                continue
            }
            if lines.count == atMost - 1 {
                line += " " + words[index...].joined(separator: " ")
                break
            }
            lines.append(line)
            line = String(word)
        }
        if !line.isEmpty { lines.append(line) }
        return lines.prefix(max(1, atMost)).map {
            fitted($0, size: size, face: face, within: width)
        }
    }

    /// Advance of a character in hundredths of the size.
    private static func advance(_ scalar: UInt32) -> Int {
        switch scalar {
        case 0x20...0x7E: Int(AdvanceWidths.basicLatin[Int(scalar) - 0x20])
        case 0xA0...0x17F: Int(AdvanceWidths.latin[Int(scalar) - 0xA0])
        case 0x400...0x45F: Int(AdvanceWidths.cyrillic[Int(scalar) - 0x400])
        case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x2000...0x200A, 0x202F: 32
        case 0x2018...0x201A, 0x2032: 34
        case 0x201C...0x201E, 0x2033: 54
        case 0x2026: 100
        case 0x2013, 0x2212, 0x2248, 0x2264...0x2265: 84
        case 0x0...0x1F: 60
        default: 105
        }
    }
}

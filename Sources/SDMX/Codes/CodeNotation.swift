public import Records

/// How values of the register become SDMX identifiers and back. An identifier of SDMX 2.1 is one
/// or more of `A…Z a…z 0…9 _ @ $ -` (`IDType` in SDMXCommon.xsd). Each notation is reversible: no
/// two values share a code, and ``notApplicable`` is none of them.
public enum CodeNotation {
    /// Stands where a figure names no counterpart or no product: the generic code of the SDMX
    /// guidelines for code lists.
    public static let notApplicable = "_Z"

    private static let percent = "PT"

    /// A record's id: `/` becomes `_`, which no id holds. `place/by/grodno-region` is
    /// `place_by_grodno-region`.
    public static func code(_ id: RecordID) -> String {
        String(decoding: id.text.utf8.map { $0 == 0x2F ? 0x5F : $0 }, as: UTF8.self)
    }

    /// The record's id that a code stands for; nil when it is none.
    public static func id(_ code: String) -> RecordID? {
        let bytes = code.utf8
        guard !bytes.contains(0x2F) else { return nil }
        return RecordID(
            String(decoding: bytes.map { $0 == 0x5F ? 0x2F : $0 }, as: UTF8.self))
    }

    /// A phrase: letters, digits and hyphens of ASCII stand for themselves, an inner space is
    /// `_`, every other byte of its UTF-8 is `$` with two hexadecimal digits; the empty phrase is
    /// `$`. `food products` is `food_products`, `pieces/month` is `pieces$2Fmonth`.
    public static func code(phrase: String) -> String {
        var code: [UInt8] = []
        for byte in phrase.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: code.append(byte)
            case 0x20 where !code.isEmpty: code.append(0x5F)
            default: code += [0x24, hexadecimal(byte >> 4), hexadecimal(byte & 15)]
            }
        }
        return code.isEmpty ? "$" : String(decoding: code, as: UTF8.self)
    }

    /// The phrase that a code stands for; nil when it is no code of a phrase.
    public static func phrase(_ code: String) -> String? {
        guard code != "$" else { return "" }
        var bytes: [UInt8] = []
        var rest = Array(code.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case 0x5F: bytes.append(0x20)
            case 0x24:
                guard let high = rest.popFirst().flatMap(value),
                    let low = rest.popFirst().flatMap(value)
                else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        // Only the one notation counts, so that a code and its phrase belong to each other.
        guard let phrase = String(validating: bytes, as: UTF8.self),
            self.code(phrase: phrase).utf8.elementsEqual(code.utf8)
        else { return nil }
        return phrase
    }

    /// A unit: as a phrase, but `%` is `PT`, its usual code; a unit that is really called PT is
    /// `$50T`.
    public static func code(unit: String) -> String {
        if unit == "%" { return percent }
        return unit == percent ? "$50T" : code(phrase: unit)
    }

    /// The unit that a code stands for; nil when it is none.
    public static func unit(_ code: String) -> String? {
        if code == percent { return "%" }
        if code == "$50T" { return percent }
        return code == "$25" ? nil : phrase(code)
    }

    /// Whether a text is an SDMX identifier.
    public static func isCode(_ text: some StringProtocol) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x40, 0x24, 0x2D: true
                default: false
                }
            }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? 0x30 + digit : 0x37 + digit
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        default: nil
        }
    }
}

/// Writes iCalendar (RFC 5545) into one buffer of bytes: lines end with CR LF and are folded at 75
/// octets, never inside a character (section 3.1).
struct ICalendarWriter {
    private(set) var bytes: [UInt8] = []

    /// The longest line in octets, without its end.
    private static let longest = 75

    /// A component with its properties and parts.
    mutating func component(_ name: String, _ content: (inout ICalendarWriter) throws -> Void)
        rethrows
    {
        line("BEGIN:" + name)
        try content(&self)
        line("END:" + name)
    }

    /// A property whose value is a TEXT: it is escaped (section 3.3.11).
    mutating func text(_ name: String, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        line(name + ":" + Self.escaped(text))
    }

    /// A property whose value is a list of TEXTs.
    mutating func texts(_ name: String, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        line(name + ":" + texts.map(Self.escaped).joined(separator: ","))
    }

    /// A property whose value is of another type and holds nothing to escape.
    mutating func value(_ name: String, _ value: String) {
        line(name + ":" + Self.plain(value))
    }

    /// Line breaks become `\n`, other control characters go.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case ";": result += "\\;"
            case ",": result += "\\,"
            case "\n", "\u{2028}", "\u{2029}", "\u{85}": result += "\\n"
            case "\t": result += "\t"
            default:
                guard scalar.properties.generalCategory != .control else { continue }
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A value without anything that would end its line.
    private static func plain(_ value: String) -> String {
        var result = ""
        for scalar in value.unicodeScalars
        where scalar.properties.generalCategory != .control {
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    private mutating func line(_ text: String) {
        var room = Self.longest
        for scalar in text.unicodeScalars {
            let length = UTF8.width(scalar)
            if length > room {
                // The space that marks a folded line counts as one of its octets.
                bytes += [0x0D, 0x0A, 0x20]
                room = Self.longest - 1
            }
            bytes += Array(String(scalar).utf8)
            room -= length
        }
        bytes += [0x0D, 0x0A]
    }
}

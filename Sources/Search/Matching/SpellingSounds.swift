/// A word's letters with the commonest groups that are written for one sound as one, in a buffer
/// that can be used again. A sound is the byte of its letter, or a capital for a group.
struct SpellingSounds {
    private var sounds: [UInt8] = []

    init() {}

    init(_ text: Span<UInt8>, _ range: Range<Int>) {
        read(text, range)
    }

    var count: Int { sounds.count }

    /// The sound at a place; 0 before the first.
    subscript(place: Int) -> UInt8 { place < 0 ? 0 : sounds[place] }

    /// Replaces what was read by another word.
    mutating func read(_ text: Span<UInt8>, _ range: Range<Int>) {
        sounds.removeAll(keepingCapacity: true)
        var place = range.lowerBound
        while place < range.upperBound {
            let letter = text[place]
            let next = place + 1 < range.upperBound ? text[place + 1] : 0
            let third = place + 2 < range.upperBound ? text[place + 2] : 0
            let (sound, length) = Self.group(letter, next, third)
            sounds.append(sound)
            place += length
            if letter == Self.x { sounds.append(Self.s) }
        }
    }

    private static let x = UInt8(ascii: "x")
    private static let s = UInt8(ascii: "s")

    private static func group(
        _ letter: UInt8, _ next: UInt8, _ third: UInt8
    ) -> (sound: UInt8, length: Int) {
        switch (Unicode.Scalar(letter), Unicode.Scalar(next), Unicode.Scalar(third)) {
        case ("s", "c", "h"): (UInt8(ascii: "S"), 3)
        case ("t", "c", "h"), ("t", "s", "h"): (UInt8(ascii: "C"), 3)
        case ("d", "z", "h"): (UInt8(ascii: "J"), 3)
        case ("s", "h", _), ("s", "z", _): (UInt8(ascii: "S"), 2)
        case ("c", "h", _): (UInt8(ascii: "C"), 2)
        case ("t", "s", _), ("t", "z", _), ("c", "z", _): (UInt8(ascii: "T"), 2)
        case ("d", "z", _), ("d", "j", _): (UInt8(ascii: "J"), 2)
        case ("z", "h", _): (UInt8(ascii: "Z"), 2)
        case ("k", "h", _), ("g", "h", _): (UInt8(ascii: "h"), 2)
        case ("p", "h", _): (UInt8(ascii: "f"), 2)
        case ("t", "h", _): (UInt8(ascii: "t"), 2)
        case ("c", "k", _): (UInt8(ascii: "k"), 2)
        case ("q", "u", _): (UInt8(ascii: "k"), 2)
        case ("o", "u", _): (UInt8(ascii: "u"), 2)
        case ("x", _, _): (UInt8(ascii: "k"), 1)
        default: (letter, 1)
        }
    }
}

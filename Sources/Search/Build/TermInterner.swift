/// Gives each different word a number in the order of first appearance.
///
/// Open addressing. A slot holds the word itself if it has up to sixteen bytes, so that most words
/// are found with one look into memory; of longer ones it holds a hash, and the bytes are compared.
struct TermInterner {
    private(set) var bytes: [UInt8] = []
    private(set) var offsets: [UInt32] = [0]
    private var slots: [Slot]

    private struct Slot {
        var mark: TermMark
        /// The word's number and 1; 0 in a free slot.
        var next: UInt32
    }

    var count: Int { offsets.count - 1 }

    init() {
        slots = Array(repeating: Slot(mark: TermMark(), next: 0), count: 1 << 10)
    }

    /// The number of the word that stands in `text` in the given range.
    mutating func number(of text: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
        let mark = TermMark(text, range)
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: mark.hash) & mask
        while true {
            let slot = slots[place]
            if slot.next == 0 { break }
            if slot.mark == mark, !mark.isLong || isEqual(slot.next - 1, text, range) {
                return slot.next - 1
            }
            place = (place + 1) & mask
        }
        let number = UInt32(count)
        for place in range { bytes.append(text[place]) }
        offsets.append(UInt32(bytes.count))
        slots[place] = Slot(mark: mark, next: number + 1)
        if count * 3 > slots.count * 2 { grow() }
        return number
    }

    private func isEqual(_ number: UInt32, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let start = Int(offsets[Int(number)])
        guard Int(offsets[Int(number) + 1]) - start == range.count else { return false }
        for place in 0..<range.count where bytes[start + place] != text[range.lowerBound + place] {
            return false
        }
        return true
    }

    private mutating func grow() {
        var larger = [Slot](
            repeating: Slot(mark: TermMark(), next: 0), count: slots.count * 2)
        let mask = larger.count - 1
        for slot in slots where slot.next != 0 {
            var place = Int(truncatingIfNeeded: slot.mark.hash) & mask
            while larger[place].next != 0 { place = (place + 1) & mask }
            larger[place] = slot
        }
        slots = larger
    }

    /// The words in the order of their bytes, and for each number its place there.
    consuming func sorted() -> (vocabulary: Vocabulary, places: [UInt32]) {
        var order: [(key: UInt64, number: UInt32)] = []
        order.reserveCapacity(count)
        for number in 0..<count { order.append((key(of: number), UInt32(number))) }
        order.sort { $0.key != $1.key ? $0.key < $1.key : isLess($0.number, $1.number) }
        var places = [UInt32](repeating: 0, count: count)
        var sortedBytes: [UInt8] = []
        sortedBytes.reserveCapacity(bytes.count)
        var sortedOffsets: [UInt32] = [0]
        sortedOffsets.reserveCapacity(count + 1)
        for (place, entry) in order.enumerated() {
            places[Int(entry.number)] = UInt32(place)
            let range =
                Int(offsets[Int(entry.number)])..<Int(offsets[Int(entry.number) + 1])
            sortedBytes += bytes[range]
            sortedOffsets.append(UInt32(sortedBytes.count))
        }
        return (Vocabulary(bytes: sortedBytes, offsets: sortedOffsets), places)
    }

    /// The first eight bytes, to be compared as one number.
    private func key(of number: Int) -> UInt64 {
        let start = Int(offsets[number])
        let length = Int(offsets[number + 1]) - start
        var key: UInt64 = 0
        for place in 0..<8 {
            key = key << 8 | (place < length ? UInt64(bytes[start + place]) : 0)
        }
        return key
    }

    private func isLess(_ left: UInt32, _ right: UInt32) -> Bool {
        let one = Int(offsets[Int(left)])..<Int(offsets[Int(left) + 1])
        let other = Int(offsets[Int(right)])..<Int(offsets[Int(right) + 1])
        return bytes[one].lexicographicallyPrecedes(bytes[other])
    }
}

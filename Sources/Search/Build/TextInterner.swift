/// Gives each different text a number.
struct TextInterner {
    private(set) var texts: [String] = []
    private var numbers: [String: UInt32] = [:]

    mutating func number(of text: String) -> UInt32 {
        if let known = numbers[text] { return known }
        let number = UInt32(texts.count)
        numbers[text] = number
        texts.append(text)
        return number
    }

    /// The texts in order, and for each number its place there.
    func sorted() -> (texts: [String], places: [UInt32]) {
        let order = texts.indices.sorted { texts[$0] < texts[$1] }
        var places = [UInt32](repeating: 0, count: texts.count)
        for (place, number) in order.enumerated() { places[number] = UInt32(place) }
        return (order.map { texts[$0] }, places)
    }
}

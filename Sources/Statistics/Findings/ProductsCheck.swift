import Records

/// The figure of one product against that of all products, and against that of a list of
/// products in which it is named: "food" against "agricultural and food products".
struct ProductsCheck {
    private let index: SeriesIndex
    private let phrases: [ProductPhrase]

    init(_ index: SeriesIndex) {
        self.index = index
        phrases = index.codes.products.map { ProductPhrase($0) }
    }

    func run(_ ledger: inout FindingLedger) {
        let groups = index.groups { _, key in
            guard index.isAdditive(key) else { return nil }
            var key = key
            key.product = 0
            return key
        }
        for group in 0..<groups.count where groups[group].count > 1 {
            for rows in index.outcomesByPeriod(groups[group]) { check(rows, &ledger) }
        }
    }

    private func check(
        _ rows: ArraySlice<SeriesIndex.Outcome>, _ ledger: inout FindingLedger
    ) {
        var whole: Figure?
        var lists: [String: [Figure]] = [:]
        for row in rows {
            let product = index.codes.keys[row.series].product
            guard product > 0 else {
                whole = row.figure
                continue
            }
            for item in phrases[Int(product) - 1].items {
                lists[item, default: []].append(row.figure)
            }
        }
        guard whole != nil || !lists.isEmpty else { return }
        for row in rows {
            let product = index.codes.keys[row.series].product
            guard product > 0 else { continue }
            if let whole { within(row.figure, whole, &ledger) }
            for list in lists[phrases[Int(product) - 1].plain] ?? [] {
                within(row.figure, list, &ledger)
            }
        }
    }

    private func within(_ part: Figure, _ whole: Figure, _ ledger: inout FindingLedger) {
        guard part.id != whole.id else { return }
        ledger.judge(.productsWithinWhole) { () throws(OutOfRange) in
            FindingLedger.Case(
                comparison: .productsWithinWhole, relation: .atMost,
                stated: try Estimate(part), expected: try Estimate(whole),
                unit: part.observation.unit)
        } evidence: {
            [part.as(.part), whole.as(.whole)]
        }
    }
}

/// A product's name, taken apart where it is a list.
struct ProductPhrase {
    /// The name without a general word at its end: "food" for "food products".
    let plain: String
    /// The items of a list, each without a general word at its end; empty when it is no list or
    /// a long one.
    let items: [String]

    init(_ name: String) {
        plain = Self.plain(name[...])
        var items: [String] = []
        var rest = name[...]
        while let (item, after) = Self.split(rest) {
            items.append(Self.plain(item))
            rest = after
        }
        if !items.isEmpty { items.append(Self.plain(rest)) }
        self.items = items.count <= 8 ? items.filter { !$0.isEmpty } : []
    }

    private static func split(_ text: Substring) -> (Substring, Substring)? {
        var place = text.startIndex
        while place < text.endIndex {
            for separator in [", ", " and "] where text[place...].hasPrefix(separator) {
                return (
                    text[..<place], text[place...].dropFirst(separator.count)
                )
            }
            place = text.index(after: place)
        }
        return nil
    }

    private static func plain(_ text: Substring) -> String {
        var words = text.split(separator: " ")
        if words.count > 1, let last = words.last, generalWords.contains(String(last)) {
            words.removeLast()
        }
        return words.joined(separator: " ")
    }

    private static let generalWords: Set<String> = ["goods", "products"]
}

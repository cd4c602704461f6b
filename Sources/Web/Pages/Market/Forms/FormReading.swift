import Exchange
import TradingFloor

/// Reads what a reader wrote into a form's fields, and notes what is wrong beside each.
struct FormReading {
    let words: Catalogue
    let instrument: Instrument
    var faults: FormFaults

    /// A price above zero, in ticks; nil with a fault if it is none.
    mutating func price(_ text: String, at field: FieldName = .price) -> Ticks? {
        let figures = MarketFigures(words: words)
        if let ticks = figures.ticks(text, of: instrument), ticks > 0 { return ticks }
        faults.add(
            words(.wrongPrice(figures.price(1, of: instrument), figures.unit(of: instrument))),
            at: field)
        return nil
    }

    /// A whole number of lots from 1 on; nil with a fault if it is none.
    mutating func lots(_ text: String, at field: FieldName = .lots) -> Int64? {
        if let lots = Int64(text.filter { !" \u{A0}\u{202F}".contains($0) }), lots > 0 {
            return lots
        }
        faults.add(words(.wrongLots), at: field)
        return nil
    }

    /// A day and an hour as a browser sends them, in UTC.
    mutating func moment(_ text: String, at field: FieldName) -> Instant? {
        if let moment = try? MomentText.moment(text + "Z", at: field.rawValue),
            moment.rawValue >= 0
        {
            return moment
        }
        faults.add(words(.wrongMoment), at: field)
        return nil
    }

    /// A receipt by its number, 0 if none is named; only one of those that are there is taken.
    mutating func receipt(_ text: String, of receipts: [Receipt]) -> UInt64 {
        if text.isEmpty { return 0 }
        if let number = UInt64(text), receipts.contains(where: { $0.number == number }) {
            return number
        }
        faults.add(words(.wrongReceipt), at: .receipt)
        return 0
    }
}

extension QueryParameters {
    /// What was written into a field, cut to what any field takes.
    func text(_ field: FieldName) -> String {
        let text = self[field.rawValue] ?? ""
        var cut = text.prefix(40).drop { $0.isWhitespace }
        while cut.last?.isWhitespace == true { cut.removeLast() }
        return String(cut)
    }
}

/// Numbers that forms are sent under, by which one that is sent twice is known.
enum FormNumber {
    /// Numbers that any program can hold exactly.
    private static let range: ClosedRange<UInt64> = 1...(1 << 53)

    /// One that no form had before.
    static func fresh() -> UInt64 { UInt64.random(in: range) }

    /// The one that was sent, or a fresh one if that isn't a number.
    static func sent(_ text: String?) -> UInt64 {
        text.flatMap { UInt64($0) }.flatMap { range.contains($0) ? $0 : nil } ?? fresh()
    }
}

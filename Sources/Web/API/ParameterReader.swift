import Records

/// Reads an endpoint's parameters strictly: each by its name, none that isn't known, none twice.
struct ParameterReader {
    private let query: QueryParameters

    /// - Parameters:
    ///   - names: the parameters that the endpoint knows.
    ///   - repeated: those among them that may stand more than once.
    ///   - isLenient: whether others are passed over, for clients that aren't ours to correct.
    init(
        _ query: QueryParameters, knowing names: [String], repeated: Set<String> = [],
        isLenient: Bool = false
    ) throws(RequestFault) {
        self.query = query
        var seen: Set<String> = []
        for item in query.items {
            guard names.contains(item.name) else {
                if isLenient { continue }
                throw .badParameter(
                    String(item.name.prefix(100)), Self.unknown(item.name, names))
            }
            guard item.value.utf8.count <= RequestLimits.parameterValue else {
                throw .badParameter(
                    item.name, "is longer than \(RequestLimits.parameterValue) bytes; shorten it")
            }
            guard seen.insert(item.name).inserted || repeated.contains(item.name) else {
                throw .badParameter(item.name, "is given twice; give it once")
            }
        }
    }

    /// A text of at most `limit` characters; nil when it isn't given.
    func text(_ name: String, limit: Int) throws(RequestFault) -> String? {
        guard let text = query[name] else { return nil }
        try check(text, name, limit)
        return text
    }

    /// Texts of at most `limit` characters each.
    func texts(_ name: String, limit: Int) throws(RequestFault) -> [String] {
        let texts = query.all(name)
        guard texts.count <= Self.mostValues else {
            throw .badParameter(name, "has over \(Self.mostValues) values; give fewer")
        }
        for text in texts { try check(text, name, limit) }
        return texts
    }

    private func check(_ text: String, _ name: String, _ limit: Int) throws(RequestFault) {
        guard !text.isEmpty else { throw .badParameter(name, "is empty; 1 to \(limit) characters") }
        guard text.unicodeScalars.count <= limit else {
            throw .badParameter(name, "has over \(limit) characters; shorten it")
        }
    }

    /// A whole number; `standard` when it isn't given.
    func integer(
        _ name: String, in range: ClosedRange<Int>, standard: Int
    ) throws(RequestFault) -> Int {
        guard let text = query[name] else { return standard }
        return try integer(text, name, range)
    }

    /// Whole numbers.
    func integers(_ name: String, in range: ClosedRange<Int>) throws(RequestFault) -> [Int] {
        var numbers: [Int] = []
        for text in try list(name) { numbers.append(try integer(text, name, range)) }
        return numbers
    }

    private func integer(
        _ text: String, _ name: String, _ range: ClosedRange<Int>
    ) throws(RequestFault) -> Int {
        guard text.utf8.count <= 18, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text), range.contains(number)
        else {
            throw .badParameter(
                name,
                "\(Self.quoted(text)) is not a whole number from \(range.lowerBound) "
                    + "to \(range.upperBound)")
        }
        return number
    }

    /// One of the cases of an enumeration; nil when it isn't given.
    func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ name: String, of _: Choice.Type = Choice.self
    ) throws(RequestFault) -> Choice? {
        guard let text = query[name] else { return nil }
        return try choice(text, name)
    }

    /// Some of the cases of an enumeration.
    func choices<Choice: CaseIterable & RawRepresentable<String>>(
        _ name: String, of _: Choice.Type = Choice.self
    ) throws(RequestFault) -> [Choice] {
        var choices: [Choice] = []
        for text in try list(name) { choices.append(try choice(text, name)) }
        return choices
    }

    private func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ text: String, _ name: String
    ) throws(RequestFault) -> Choice {
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw .badParameter(name, "\(Self.quoted(text)) is not known; one of \(known)")
        }
        return choice
    }

    /// Kinds of record.
    func kinds(_ name: String) throws(RequestFault) -> [Kind] {
        var kinds: [Kind] = []
        for text in try list(name) {
            guard let kind = Kind(name: text) else {
                let known = Kind.allCases.map(\.name).joined(separator: ", ")
                throw .badParameter(name, "\(Self.quoted(text)) is not a kind; one of \(known)")
            }
            kinds.append(kind)
        }
        return kinds
    }

    /// Slugs, such as types and indicators.
    func slugs(_ name: String) throws(RequestFault) -> [String] {
        let slugs = try list(name)
        for slug in slugs where !Self.isSlug(slug) {
            throw .badParameter(
                name,
                "\(Self.quoted(slug)) is not a slug; lower-case letters, digits and hyphens, "
                    + "such as free-economic-zone")
        }
        return slugs
    }

    /// The ids of records.
    func ids(_ name: String) throws(RequestFault) -> [RecordID] {
        var ids: [RecordID] = []
        for text in try list(name) {
            guard let id = RecordID(text) else {
                throw .badParameter(name, "\(Self.quoted(text)) is not an id; \(IDWords.form)")
            }
            ids.append(id)
        }
        return ids
    }

    /// The ids of places.
    func places(_ name: String) throws(RequestFault) -> [RecordID] {
        let ids = try ids(name)
        for id in ids where id.kind != .place {
            throw .badParameter(name, "\(id) is no place; an id such as place/by")
        }
        return ids
    }

    /// The first day of a date, as yyyymmdd.
    func firstDay(_ name: String) throws(RequestFault) -> Int32? { try date(name)?.firstDay }

    /// The last day of a date, as yyyymmdd.
    func lastDay(_ name: String) throws(RequestFault) -> Int32? { try date(name)?.lastDay }

    /// A date, as exact as it is given.
    func date(_ name: String) throws(RequestFault) -> PartialDate? {
        guard let text = query[name] else { return nil }
        guard let date = PartialDate(text) else {
            throw .badParameter(
                name, "\(Self.quoted(text)) is not a date; 2021, 2021-06 or 2021-06-29")
        }
        return date
    }

    /// Values that may be repeated or stand in one value with commas between them.
    private func list(_ name: String) throws(RequestFault) -> [String] {
        var values: [String] = []
        for text in query.all(name) {
            for part in text.split(separator: ",", omittingEmptySubsequences: false) {
                guard !part.isEmpty else {
                    throw .badParameter(name, "is empty; leave it out, or give it a value")
                }
                values.append(String(part))
            }
        }
        guard values.count <= Self.mostValues else {
            throw .badParameter(name, "has over \(Self.mostValues) values; give fewer")
        }
        return values
    }

    /// How many values a parameter may have.
    static let mostValues = 20

    private static func isSlug(_ text: String) -> Bool {
        text.utf8.count <= 100 && text.utf8.first != UInt8(ascii: "-")
            && text.utf8.last != UInt8(ascii: "-")
            && text.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
                    || byte == UInt8(ascii: "-")
            }
    }

    /// A value as it may stand in an error: short, and without what would break a line.
    static func quoted(_ text: String) -> String {
        let plain = text.unicodeScalars.prefix(60).map { scalar in
            scalar.properties.generalCategory == .control ? "\u{FFFD}" : String(scalar)
        }
        return "\"" + plain.joined() + (text.unicodeScalars.count > 60 ? "…" : "") + "\""
    }

    private static func unknown(_ name: String, _ known: [String]) -> String {
        guard let nearest = known.min(by: { distance($0, name) < distance($1, name) }) else {
            return "is not known; this address takes no parameters"
        }
        if distance(nearest, name) <= 2 { return "is not known; \(nearest) is" }
        return "is not known; one of \(known.joined(separator: ", "))"
    }

    /// Levenshtein's distance between short ASCII names; large for long ones.
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.utf8)
        let right = Array(right.utf8)
        guard left.count <= 32, right.count <= 32 else { return .max }
        var row = Array(0...right.count)
        for (index, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let substituted = diagonal + (byte == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(substituted, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}

/// What an id looks like, in words.
enum IDWords {
    static let form = "an id is lower-case slugs with / between them, such as place/by/grodno"

    /// The id that stands in a path.
    static func id(_ text: String) throws(RequestFault) -> RecordID {
        if let id = RecordID(text) { return id }
        let isPlain = text.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
        }
        let quoted = ParameterReader.quoted(text)
        guard isPlain, text.utf8.count <= RecordID.maximumLength else {
            throw .badPath("\(quoted) is not an id; \(form)")
        }
        throw .notFound("there is no record \(quoted); \(form)")
    }
}

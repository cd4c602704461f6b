/// The fields that several kinds have, read and written in one way.
extension FieldReader {
    mutating func aliases(_ field: String) -> [Alias] {
        objects(field, knowing: ["text", "lang"]) { reader in
            let text = reader.required("text") { $0.text($1) }
            let language = reader.language("lang")
            return text.map { Alias(text: $0, language: language) }
        }
    }

    mutating func quantity(_ field: String) -> Quantity? {
        object(field, knowing: ["amount", "unit", "qualifier"]) { reader in
            let amount = reader.required("amount") { $0.decimal($1) }
            let unit = reader.required("unit") { $0.text($1) }
            let qualifier: Qualifier? = reader.choice("qualifier")
            guard let amount, let unit else { return nil }
            return Quantity(amount: amount, unit: unit, qualifier: qualifier)
        }
    }

    mutating func citations(_ field: String) -> [Citation] {
        let before = problems.count
        let citations = objects(field, knowing: ["source", "at"]) { reader -> Citation? in
            let source = reader.required("source") { $0.reference($1, to: [.source]) }
            let locator = reader.text("at")
            return source.map { Citation(source: $0, locator: locator) }
        }
        if citations.isEmpty, problems.count == before {
            note(field, "is missing", "every fact cites its source")
        }
        return citations
    }

    mutating func party(_ field: String) -> Party? {
        guard let text = text(field) else { return nil }
        guard let id = RecordID(text) else { return .words(text) }
        guard Set<Kind>.actors.contains(id.kind) else {
            note(
                field, "\(id) is a record of kind \(id.kind.name)",
                "a place, an organisation, a person, or words")
            return nil
        }
        return .record(id)
    }

    mutating func slug(_ field: String) -> String? {
        guard let text = text(field) else { return nil }
        let bytes = text.utf8
        let allowed = bytes.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard allowed, bytes.first != UInt8(ascii: "-"), bytes.count <= RecordID.maximumLength
        else {
            note(
                field, "\"\(Self.printable(text))\" is not a slug", "a slug such as trade-turnover")
            return nil
        }
        return text
    }

    mutating func language(_ field: String) -> String? {
        guard let text = text(field) else { return nil }
        guard (2...3).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
        else {
            note(
                field, "\"\(Self.printable(text))\" is not a language code",
                "an ISO 639 code such as it")
            return nil
        }
        return text
    }

    mutating func countryCode(_ field: String) -> String? {
        guard let text = text(field) else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        func isCode(_ part: Substring, _ lengths: ClosedRange<Int>, digits: Bool) -> Bool {
            lengths.contains(part.utf8.count)
                && part.utf8.allSatisfy {
                    (0x41...0x5A).contains($0) || digits && (0x30...0x39).contains($0)
                }
        }
        guard let first = parts.first, parts.count <= 2, isCode(first, 2...2, digits: false),
            parts.count == 1 || isCode(parts[1], 1...3, digits: true)
        else {
            note(
                field, "\"\(Self.printable(text))\" is not a code of ISO 3166",
                "a code such as BY or BY-HR")
            return nil
        }
        return text
    }

    mutating func webAddress(_ field: String) -> String? {
        guard let text = text(field) else { return nil }
        let lower = text.prefix(8).lowercased()
        let host = text.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" }
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://"), !host.isEmpty,
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0 != "\"" && $0 != "<" })
        else {
            note(
                field, "\"\(Self.printable(text))\" is not a web address",
                "an address that begins with http:// or https://")
            return nil
        }
        return text
    }

    mutating func degrees(_ field: String, upTo limit: Int32) -> ExactDecimal? {
        guard let value = decimal(field) else { return nil }
        guard value <= ExactDecimal(limit), value >= ExactDecimal(-limit) else {
            note(field, "\(value) is outside the globe", "degrees from -\(limit) to \(limit)")
            return nil
        }
        return value
    }
}

extension JSONWriter {
    mutating func member(_ name: String, _ aliases: [Alias]) {
        guard !aliases.isEmpty else { return }
        self.name(name)
        array { writer in
            for alias in aliases {
                writer.object {
                    $0.member("text", alias.text)
                    $0.member("lang", alias.language)
                }
            }
        }
    }

    mutating func member(_ name: String, _ quantity: Quantity?) {
        guard let quantity else { return }
        self.name(name)
        object {
            $0.member("amount", quantity.amount)
            $0.member("unit", quantity.unit)
            $0.member("qualifier", quantity.qualifier?.rawValue)
        }
    }

    mutating func member(_ name: String, _ citations: [Citation]) {
        self.name(name)
        array { writer in
            for citation in citations {
                writer.object {
                    $0.member("source", citation.source.text)
                    $0.member("at", citation.locator)
                }
            }
        }
    }
}

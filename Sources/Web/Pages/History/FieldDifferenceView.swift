import Records

/// One field's change, to be read: what stays is plain, what went is struck out, what came is
/// underlined; words say the same to those who can't see it.
struct FieldDifferenceView: Component {
    let difference: RecordDifference.FieldDifference
    /// The record's kind.
    let kind: Kind
    /// In a record's first revision everything is new; marking it would say nothing.
    let isFirst: Bool
    let names: NameBook
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        page.element(.div) { page in
            page.element(.dt, text: words.field(difference.field))
            switch difference.change {
            case .added(let value): write(value, .added, to: &page)
            case .removed(let value): write(value, .removed, to: &page)
            case .replaced(let old, let new):
                write(old, .removed, to: &page)
                write(new, .added, to: &page)
            case .edited(let edit):
                page.element(.dd) { write(edit, to: &$0) }
            case .items(let items): write(items, to: &page)
            }
        }
    }

    /// What became of a piece.
    private enum Fate { case added, removed }

    /// A value; each item of a list has a line of its own.
    private func write(_ value: JSONValue, _ fate: Fate, to page: inout HTMLWriter) {
        if case .array(let items) = value {
            for item in items { write(item, fate, to: &page) }
            return
        }
        page.element(.dd) { page in
            mark(fate, in: &page) {
                $0.put(ValueWords(value, of: kind, names, words).inline(of: difference.field))
            }
        }
    }

    private func write(_ items: SequenceDifference<JSONValue>, to page: inout HTMLWriter) {
        for run in items.runs {
            switch run {
            case .kept: break
            case .removed(let items):
                for item in items { write(item, .removed, to: &page) }
            case .added(let items):
                for item in items { write(item, .added, to: &page) }
            }
        }
        if items.keptCount > 0 {
            page.element(.dd, class: "muted", text: words(.unchanged(items.keptCount)))
        }
    }

    private func write(_ edit: SequenceDifference<String>, to page: inout HTMLWriter) {
        for run in edit.runs {
            switch run {
            case .kept(let parts): page.text(parts.joined())
            case .removed(let parts): mark(.removed, in: &page) { $0.text(parts.joined()) }
            case .added(let parts): mark(.added, in: &page) { $0.text(parts.joined()) }
            }
        }
    }

    private func mark(
        _ fate: Fate, in page: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void
    ) {
        if isFirst {
            content(&page)
            return
        }
        page.element(.span, class: "unseen", text: words(fate == .added ? .added : .removed) + " ")
        page.element(fate == .added ? .ins : .del, content: content)
    }
}

/// A value of a record's JSON in words.
struct ValueWords {
    private let value: JSONValue
    private let kind: Kind
    private let names: NameBook
    private let words: Catalogue

    init(_ value: JSONValue, of kind: Kind, _ names: NameBook, _ words: Catalogue) {
        self.value = value
        self.kind = kind
        self.names = names
        self.words = words
    }

    /// The fields whose texts are dates or periods.
    private static let times: Set<String> = [
        "date", "signed", "valid_from", "valid_to", "start", "end", "deadline", "founded",
        "period", "base_period",
    ]

    /// The value as it stands in a field.
    func inline(of field: String) -> Inline {
        switch value {
        case .null, .bool: return .text("–")
        case .number(let number):
            // Years and numbers of notes aren't quantities.
            let isLabel = field == "note_number" || field == "edition"
            return .text(isLabel ? number.description : words.number(number.description))
        case .string(let text): return inline(text, of: field)
        case .array(let items):
            return .joined(items.map { ValueWords($0, of: kind, names, words).inline(of: field) })
        case .object: return object(of: field)
        }
    }

    private func inline(_ text: String, of field: String) -> Inline {
        if let id = RecordID(text), names[id] != nil { return names.link(id) }
        if Self.times.contains(field) { return words.time(text) }
        switch field {
        case "type": return .text(words.type(text, of: kind.name))
        case "status": return .text(words.status(text))
        case "indicator": return .text(words.indicator(text))
        case "setting": return .text(words.setting(text))
        case "unit": return .text(words.unit(text))
        case "qualifier": return .text(words.qualifier(text)?.meaning ?? words(.exactly))
        case "lang": return .text(words.languageName(text))
        default: return .name(text)
        }
    }

    private func object(of field: String) -> Inline {
        if case .string(let source)? = value["source"] {
            let name = inline(source, of: field)
            guard case .string(let locator)? = value["at"] else { return name }
            return .sequence([name, ", ", .text(Locator.words([locator], words))])
        }
        if case .number(let amount)? = value["amount"] {
            let quantity = words.quantity(
                amount.description, unit: value["unit"]?.string,
                qualifier: value["qualifier"]?.string)
            return .quantity(quantity)
        }
        if case .string(let text)? = value["text"] {
            let language = value["lang"]?.string
            let name = Inline.name(text, language: language)
            guard let language else { return name }
            return .sequence([name, " ", .muted(words.languageName(language))])
        }
        guard case .object(let members) = value else { return .text("") }
        return .joined(
            members.map { ValueWords($0.value, of: kind, names, words).inline(of: $0.name) },
            separator: " · ")
    }
}

extension JSONValue {
    /// The text, when it is one.
    fileprivate var string: String? {
        if case .string(let text) = self { text } else { nil }
    }
}

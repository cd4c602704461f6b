/// A piece of running text: what stands in a fact, a cell, a sentence or a list entry.
indirect enum Inline: Sendable {
    case text(String)
    /// A name in its own direction and, where known, its own language (ISO 639-1).
    case name(String, language: String? = nil)
    case link(String, to: Address, language: String? = nil)
    /// A link that leads away from this site; it says so.
    case external(String, to: Address)
    case quantity(Quantity)
    /// A date or period in words, with its ISO 8601 form where HTML's `time` knows it.
    case time(String, iso: String)
    case strong(String)
    case muted(String)
    case code(String)
    /// Nothing is on record here; the text says so to those who can't see the dash.
    case gap(String)
    /// Text of which parts matched a search.
    case snippet([SnippetPart])
    case tag(String, to: Address? = nil)
    case sequence([Inline])
    /// The pieces with a separator between them ("A, B, C").
    case joined([Inline], separator: String = ", ")
    case markup(SafeHTML)
}

/// A part of a search result's text, and whether it is what was looked for.
struct SnippetPart: Sendable {
    let text: String
    let matched: Bool
}

/// A figure, ready to be shown: the digits as the catalogue grouped them, the unit, and how exact
/// the source is.
struct Quantity: Sendable {
    /// The digits, grouped for the reader's language.
    let digits: String
    /// The unit, or nil where the table's head has it.
    let unit: String?
    /// The qualifier's mark ("≈", ">") and what it means ("about", "over").
    let qualifier: (mark: String, meaning: String)?

    init(_ digits: String, unit: String? = nil, qualifier: (mark: String, meaning: String)? = nil) {
        self.digits = digits
        self.unit = unit
        self.qualifier = qualifier
    }
}

extension Inline: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    init(stringLiteral value: String) {
        self = .text(value)
    }
}

extension Inline: Component {
    func write(to page: inout HTMLWriter) {
        switch self {
        case .text(let text): page.text(text)
        case .name(let text, let language): page.name(text, language: language)
        case .link(let text, let address, let language):
            page.link(to: address) { $0.name(text, language: language) }
        case .external(let text, let address):
            page.link(to: address, class: "out", .rel("external noopener")) { $0.text(text) }
        case .quantity(let quantity): page.put(quantity)
        case .time(let text, let iso): page.element(.time, .datetime(iso), text: text)
        case .strong(let text): page.element(.strong, text: text)
        case .muted(let text): page.element(.span, class: "muted", text: text)
        case .code(let text): page.element(.code, text: text)
        case .gap(let meaning): page.gap(meaning)
        case .snippet(let parts): page.snippet(parts)
        case .tag(let text, let address): page.tag(text, to: address)
        case .sequence(let pieces):
            for piece in pieces { page.put(piece) }
        case .joined(let pieces, let separator):
            for (index, piece) in pieces.enumerated() {
                if index > 0 { page.text(separator) }
                page.put(piece)
            }
        case .markup(let markup): page.markup(markup)
        }
    }
}

extension Quantity: Component {
    func write(to page: inout HTMLWriter) {
        page.element(.span, class: "quantity") { page in
            if let qualifier {
                page.element(.span, class: "qualifier", .title(qualifier.meaning)) { page in
                    page.element(.span, .hiddenFromReaders, text: qualifier.mark)
                    page.element(.span, class: "unseen", text: qualifier.meaning + " ")
                }
            }
            page.text(digits)
            if let unit {
                page.text(" ")
                page.element(.span, class: "unit", text: unit)
            }
        }
    }
}

extension HTMLWriter {
    /// A name, kept apart from the direction of the text around it.
    fileprivate mutating func name(_ text: String, language: String?) {
        if let language {
            element(.bdi, .lang(language), text: text)
        } else {
            element(.bdi, text: text)
        }
    }

    fileprivate mutating func gap(_ meaning: String) {
        element(.span, class: "gap", .title(meaning)) { page in
            page.element(.span, .hiddenFromReaders, text: "·")
            page.element(.span, class: "unseen", text: meaning)
        }
    }

    fileprivate mutating func snippet(_ parts: [SnippetPart]) {
        for part in parts {
            if part.matched {
                element(.mark, text: part.text)
            } else {
                text(part.text)
            }
        }
    }

    fileprivate mutating func tag(_ text: String, to address: Address?) {
        if let address {
            link(to: address, class: "tag", text: text)
        } else {
            element(.span, class: "tag", text: text)
        }
    }
}

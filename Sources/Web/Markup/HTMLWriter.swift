/// Writes HTML into one buffer of bytes.
///
/// Everything is escaped: text by ``text(_:)``, attribute values by ``Attribute``. Elements are
/// opened and closed around a closure, so that what comes out is always balanced. The only text
/// that is copied as it stands is ``SafeHTML``, which can be made from a literal in this room or
/// from another writer, and from nothing else.
///
/// ```swift
/// var page = HTMLWriter()
/// page.element(.p, class: "lead") { page in
///     page.text("Signed in ")
///     page.link(to: "/records/place/by/minsk") { $0.text("Minsk") }
/// }
/// let bytes = page.finish()
/// ```
struct HTMLWriter: ~Copyable {
    private var bytes: ByteSink

    /// A writer with room for `capacity` bytes before it has to grow.
    init(capacity: Int = 24_576) {
        bytes = ByteSink(capacity: capacity)
    }

    /// The number of bytes written so far.
    var count: Int { bytes.count }

    /// The document, as UTF-8.
    consuming func finish() -> [UInt8] { bytes.bytes }

    // MARK: Elements

    /// Writes an element with what `content` writes inside it.
    mutating func element(
        _ tag: Tag, class name: String? = nil, _ attributes: Attribute...,
        content: (inout HTMLWriter) -> Void
    ) {
        open(tag.rawValue, class: name, attributes)
        // A parser drops the first newline of preformatted text: give it one to drop.
        if tag == .pre { bytes.append(0x0A) }
        content(&self)
        close(tag.rawValue)
    }

    /// Writes an element that holds nothing but `text`.
    mutating func element(
        _ tag: Tag, class name: String? = nil, _ attributes: Attribute..., text: String
    ) {
        open(tag.rawValue, class: name, attributes)
        if tag == .pre { bytes.append(0x0A) }
        self.text(text)
        close(tag.rawValue)
    }

    /// Writes an element whose attributes depend on what there is to say.
    mutating func element(
        _ tag: Tag, class name: String? = nil, attributes: [Attribute],
        content: (inout HTMLWriter) -> Void
    ) {
        open(tag.rawValue, class: name, attributes)
        content(&self)
        close(tag.rawValue)
    }

    /// Writes an element without content whose attributes depend on what there is to say.
    mutating func void(_ tag: VoidTag, class name: String? = nil, attributes: [Attribute]) {
        open(tag.rawValue, class: name, attributes)
    }

    /// Writes an element that can't have content (`<input>`, `<br>`, …).
    mutating func void(_ tag: VoidTag, class name: String? = nil, _ attributes: Attribute...) {
        open(tag.rawValue, class: name, attributes)
    }

    /// Writes a link. An address that isn't safe leaves plain content without a link.
    mutating func link(
        to address: Address, class name: String? = nil, _ attributes: Attribute...,
        content: (inout HTMLWriter) -> Void
    ) {
        guard address.isSafe else {
            open(Tag.span.rawValue, class: name, [])
            content(&self)
            close(Tag.span.rawValue)
            return
        }
        open(Tag.a.rawValue, class: name, href: address, attributes)
        content(&self)
        close(Tag.a.rawValue)
    }

    /// Writes a link that reads `text`.
    mutating func link(to address: Address, class name: String? = nil, text: String) {
        link(to: address, class: name) { $0.text(text) }
    }

    // MARK: Text

    /// Writes text. Whatever it holds, it stays text (see ``Escaping``).
    mutating func text(_ text: String) {
        Escaping.append(text, quotes: false, to: &bytes)
    }

    /// Writes a whole number in plain ASCII digits.
    mutating func number(_ value: Int) {
        bytes.append(String(value))
    }

    /// Copies markup that is known to be safe.
    mutating func markup(_ markup: SafeHTML) {
        unsafe markup.bytes.withUnsafeBufferPointer { unsafe bytes.append($0) }
    }

    /// Writes a script of this site, to be run when the page has been read.
    mutating func script(at address: Address) {
        guard address.isSafe else { return }
        bytes.append("<script defer src=\"")
        Escaping.append(address.text, quotes: true, to: &bytes)
        bytes.append("\"></script>")
    }

    /// Writes the document type; a page begins with it.
    mutating func doctype() {
        bytes.append("<!doctype html>")
    }

    // MARK: Pieces

    private mutating func open(
        _ tag: String, class name: String?, href: Address? = nil, _ attributes: [Attribute]
    ) {
        bytes.append(0x3C)
        bytes.append(tag)
        if let name {
            bytes.append(" class=\"")
            Escaping.append(name, quotes: true, to: &bytes)
            bytes.append(0x22)
        }
        if let href {
            value(href.text, of: "href")
        }
        for attribute in attributes {
            write(attribute)
        }
        bytes.append(0x3E)
    }

    private mutating func close(_ tag: String) {
        bytes.append("</")
        bytes.append(tag)
        bytes.append(0x3E)
    }

    private mutating func write(_ attribute: Attribute) {
        switch attribute.value {
        case .flag(false):
            break
        case .flag(true):
            bytes.append(0x20)
            bytes.append(attribute.name)
        case .text(let text):
            value(text, of: attribute.name)
        case .number(let number):
            value(String(number), of: attribute.name)
        case .address(let address):
            if address.isSafe { value(address.text, of: attribute.name) }
        }
    }

    private mutating func value(_ text: String, of name: String) {
        bytes.append(0x20)
        bytes.append(name)
        bytes.append("=\"")
        Escaping.append(text, quotes: true, to: &bytes)
        bytes.append(0x22)
    }
}

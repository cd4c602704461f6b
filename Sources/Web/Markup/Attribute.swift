/// An attribute of an element. Names come from this file only; values are escaped when written.
struct Attribute: Sendable, Equatable {
    /// What an attribute holds.
    enum Value: Sendable, Equatable {
        case text(String)
        case number(Int)
        /// Present without a value, or absent.
        case flag(Bool)
        /// Left out if the address isn't safe.
        case address(Address)
    }

    let name: String
    let value: Value

    private init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }
}

extension Attribute {
    // MARK: Anywhere

    static func id(_ id: String) -> Self { Self("id", .text(id)) }
    static func lang(_ code: String) -> Self { Self("lang", .text(code)) }
    static func title(_ text: String) -> Self { Self("title", .text(text)) }
    static func tabindex(_ index: Int) -> Self { Self("tabindex", .number(index)) }
    static func role(_ role: Role) -> Self { Self("role", .text(role.rawValue)) }
    /// `dir="auto"`: the text's own direction.
    static let directionOfText = Self("dir", .text("auto"))

    enum Role: String { case list, listitem, region, search, status, alert, note }

    /// For the script: where a stretch of time leads. Left out without an address.
    static func brush(_ address: Address?) -> Self {
        Self("data-brush", .address(address ?? Address("")))
    }

    /// For the script: where what happens is told as it happens.
    static func stream(_ address: Address) -> Self { Self("data-stream", .address(address)) }
    /// For the script: what of a market stands here.
    static func live(_ part: LivePart) -> Self { Self("data-live", .text(part.rawValue)) }
    /// For the script: this part is to be fetched anew when something was dealt.
    static let refreshed = Self("data-refreshed", .flag(true))
    /// For the script: a price, quantity or word as data.
    static func raw(_ value: String) -> Self { Self("data-raw", .text(value)) }
    /// For the script: a text that it may show.
    static func says(_ part: LivePart, _ text: String) -> Self {
        Self("data-says-" + part.rawValue, .text(text))
    }

    /// For the script: how many digits prices have behind the point.
    static func digits(_ count: Int) -> Self { Self("data-digits", .number(count)) }

    enum LivePart: String {
        case bids, offers, bid, offer, trades, last, value, phase, status, none
        case continuous, call, closed, fresh, lost, ended, group, point
        case sourceBook = "source-book"
        case sourceCall = "source-call"
        case sourceNegotiated = "source-negotiated"
        case sourceAuction = "source-auction"
    }

    // MARK: ARIA

    static func label(_ text: String) -> Self { Self("aria-label", .text(text)) }
    static func labelled(by id: String) -> Self { Self("aria-labelledby", .text(id)) }
    static func described(by id: String) -> Self { Self("aria-describedby", .text(id)) }
    /// What was entered here is at fault.
    static let invalid = Self("aria-invalid", .text("true"))
    static func current(_ current: Current) -> Self {
        Self("aria-current", .text(current.rawValue))
    }
    static let hiddenFromReaders = Self("aria-hidden", .text("true"))
    static func sorted(_ order: SortOrder) -> Self { Self("aria-sort", .text(order.rawValue)) }

    enum Current: String { case page, `true`, step, location }
    enum SortOrder: String { case ascending, descending }

    // MARK: Links and forms

    static func href(_ address: Address) -> Self { Self("href", .address(address)) }
    static func src(_ address: Address) -> Self { Self("src", .address(address)) }
    static func action(_ address: Address) -> Self { Self("action", .address(address)) }
    /// Links open in a window of their own.
    static let targetBlank = Self("target", .text("_blank"))
    static func rel(_ relation: String) -> Self { Self("rel", .text(relation)) }
    static func hreflang(_ code: String) -> Self { Self("hreflang", .text(code)) }
    static let download = Self("download", .flag(true))
    static func mediaType(_ type: String) -> Self { Self("type", .text(type)) }
    /// The method of a form that only asks.
    static let methodGet = Self("method", .text("get"))
    /// The method of a form that changes something.
    static let methodPost = Self("method", .text("post"))
    static let required = Self("required", .flag(true))
    static let numeric = Self("inputmode", .text("decimal"))
    /// Where the keyboard is when the page has been read.
    static let focused = Self("autofocus", .flag(true))
    static func type(_ type: InputType) -> Self { Self("type", .text(type.rawValue)) }
    static func name(_ name: String) -> Self { Self("name", .text(name)) }
    static func value(_ value: String) -> Self { Self("value", .text(value)) }
    static func placeholder(_ text: String) -> Self { Self("placeholder", .text(text)) }
    static func `for`(_ id: String) -> Self { Self("for", .text(id)) }
    static func selected(_ isSelected: Bool) -> Self { Self("selected", .flag(isSelected)) }
    static func checked(_ isChecked: Bool) -> Self { Self("checked", .flag(isChecked)) }
    static func maxlength(_ length: Int) -> Self { Self("maxlength", .number(length)) }
    static func autocomplete(_ isOn: Bool) -> Self {
        Self("autocomplete", .text(isOn ? "on" : "off"))
    }
    static let spellcheckOff = Self("spellcheck", .text("false"))

    enum InputType: String {
        case search, text, password, submit, hidden, checkbox, radio, button
        /// A day and an hour without a time zone.
        case moment = "datetime-local"
    }

    // MARK: Tables, time, details, head

    static func scope(_ scope: Scope) -> Self { Self("scope", .text(scope.rawValue)) }
    static func colspan(_ count: Int) -> Self { Self("colspan", .number(count)) }
    static func datetime(_ iso: String) -> Self { Self("datetime", .text(iso)) }
    static func open(_ isOpen: Bool) -> Self { Self("open", .flag(isOpen)) }
    static let utf8 = Self("charset", .text("utf-8"))
    static func content(_ text: String) -> Self { Self("content", .text(text)) }
    static func media(_ query: String) -> Self { Self("media", .text(query)) }

    enum Scope: String { case col, row, colgroup, rowgroup }
}

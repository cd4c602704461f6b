/// A field of the market's forms, by the name under which it is sent.
enum FieldName: String, Sendable {
    case token, instrument, side, kind, price, lots, validity, through, stop, protection, display
    case minimum, receipt, client, counterparty
    case allOrNone = "all-or-none"
    case postOnly = "post-only"
}

/// What is wrong with a form that was sent: with one of its fields, or with the whole.
struct FormFaults: Sendable, Equatable {
    struct Fault: Sendable, Equatable {
        /// The field that is at fault; nil for the whole.
        let field: FieldName?
        let text: String
    }

    /// What the ids of the form's fields begin with; empty where a page has one form.
    let form: String
    private(set) var list: [Fault] = []

    init(form: String = "") { self.form = form }

    /// A form that is refused as a whole.
    init(form: String = "", _ text: String) {
        self.form = form
        add(text)
    }

    var isEmpty: Bool { list.isEmpty }

    /// The first fault of a field is the one to mend.
    mutating func add(_ text: String, at field: FieldName? = nil) {
        guard field == nil || self[field] == nil else { return }
        list.append(Fault(field: field, text: text))
    }

    /// What is wrong with a field.
    subscript(field: FieldName?) -> String? { list.first { $0.field == field }?.text }

    /// The faults where they belong to this form; none where they belong to another of the page.
    func of(_ form: String) -> FormFaults {
        form == self.form ? self : FormFaults(form: form)
    }

    /// The id of a field in the page.
    func id(_ field: FieldName) -> String {
        form.isEmpty ? field.rawValue : form + "-" + field.rawValue
    }
}

/// What is wrong with a form, at the top of the page: the first thing that is read out, with a way to
/// each field that is at fault.
struct FormNotice: Component {
    let faults: FormFaults
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        guard !faults.isEmpty else { return }
        page.element(
            .div, class: "notice", .id("faults"), .role(.alert), .tabindex(-1), .focused
        ) { page in
            page.element(.p) { $0.element(.strong, text: words(.notDone)) }
            page.element(.ul, class: "plain", .role(.list)) { page in
                for fault in faults.list {
                    page.element(.li) { page in
                        if let field = fault.field {
                            page.link(
                                to: Address("#" + faults.id(field)),
                                text: words.label(of: field) + ": " + fault.text)
                        } else {
                            page.text(fault.text)
                        }
                    }
                }
            }
        }
    }
}

extension Catalogue {
    /// What a field of the market's forms is called.
    func label(of field: FieldName) -> String {
        switch field {
        case .token: self(.token)
        case .instrument: self(.instrument)
        case .side: self(.side)
        case .kind: self(.kindName)
        case .price: self(.price)
        case .lots: self(.quantity)
        case .validity: self(.validityName)
        case .through: self(.throughName)
        case .stop: self(.stopName)
        case .protection: self(.protectionName)
        case .display: self(.displayName)
        case .minimum: self(.minimumName)
        case .receipt: self(.receipt)
        case .client: self(.forWhomField)
        case .counterparty: self(.counterparty)
        case .allOrNone: self(.allOrNoneName)
        case .postOnly: self(.postOnlyName)
        }
    }
}

/// A field of a form with its label, what helps to fill it in, and what is wrong with it.
struct EntryField: Component {
    /// What is entered.
    enum Entry: Sendable {
        case number, text, secret
        /// A day and an hour, in UTC.
        case moment
        /// One of these.
        case choice([(value: String, text: String)])
        /// Yes or no.
        case mark
    }

    let name: FieldName
    let label: String
    var entry = Entry.number
    var value = ""
    var help: String?
    var isRequired = false
    let faults: FormFaults

    private var id: String { faults.id(name) }
    private var fault: String? { faults[name] }

    func write(to page: inout HTMLWriter) {
        page.element(.div, class: isMark ? "field field-mark" : "field") { page in
            if isMark { writeEntry(to: &page) }
            page.element(.label, .for(id), text: label)
            if !isMark { writeEntry(to: &page) }
            if let help { page.element(.p, class: "field-help", .id(id + "-help"), text: help) }
            if let fault { page.element(.p, class: "field-fault", .id(id + "-fault"), text: fault) }
        }
    }

    private var isMark: Bool { if case .mark = entry { true } else { false } }

    private func writeEntry(to page: inout HTMLWriter) {
        switch entry {
        case .choice(let options):
            page.element(.select, attributes: common) { page in
                for option in options {
                    page.element(
                        .option, .value(option.value), .selected(option.value == value),
                        text: option.text)
                }
            }
        case .mark:
            page.void(
                .input,
                attributes: common + [.type(.checkbox), .value("yes"), .checked(value == "yes")])
        case .number: page.void(.input, attributes: typed(.text) + [.numeric, .maxlength(40)])
        case .text: page.void(.input, attributes: typed(.text) + [.maxlength(40)])
        case .moment: page.void(.input, attributes: typed(.moment))
        case .secret:
            page.void(
                .input, attributes: typed(.password) + [.maxlength(200), .spellcheckOff])
        }
    }

    private func typed(_ type: Attribute.InputType) -> [Attribute] {
        common + [.type(type), .value(value), .autocomplete(false)]
            + (isRequired ? [.required] : [])
    }

    private var common: [Attribute] {
        let notes = [help.map { _ in id + "-help" }, fault.map { _ in id + "-fault" }]
            .compactMap(\.self)
        return [.id(id), .name(name.rawValue)]
            + (fault == nil ? [] : [.invalid])
            + (notes.isEmpty ? [] : [.described(by: notes.joined(separator: " "))])
    }
}

/// What stands in the fields of a form, by their names.
protocol EntryValues {
    subscript(field: FieldName) -> String { get }
}

/// A form of several fields, with what was written into them and what is wrong with it.
protocol EntryForm {
    associatedtype Values: EntryValues
    var values: Values { get }
    var faults: FormFaults { get }
}

extension EntryForm {
    /// A field of the form.
    func field(
        _ name: FieldName, _ label: String, _ entry: EntryField.Entry = .number,
        help: String? = nil, isRequired: Bool = false
    ) -> EntryField {
        EntryField(
            name: name, label: label, entry: entry, value: values[name], help: help,
            isRequired: isRequired, faults: faults)
    }
}

extension HTMLWriter {
    /// A value that is sent along with a form and isn't for its reader to change.
    mutating func hidden(_ name: String, _ value: String) {
        void(.input, .type(.hidden), .name(name), .value(value))
    }
}

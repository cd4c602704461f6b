public import Exchange

/// A property of goods.
///
/// ```json
/// {"name": "fat", "from": "3.4", "to": "3.9", "unit": "%"}
/// ```
public struct QualityForm: Codable, Sendable, Equatable {
    /// What it measures.
    public var name: String
    /// The least value; left out: no lower end.
    public var from: String?
    /// The greatest value; left out: no upper end.
    public var to: String?
    /// The value in words where it isn't a number.
    public var text: String?
    /// The unit of the numbers.
    public var unit: String?

    /// An attribute as a form that says the same.
    public init(_ attribute: QualityAttribute) {
        name = attribute.name
        from = attribute.from.map { DecimalText.text($0) }
        to = attribute.to.map { DecimalText.text($0) }
        text = attribute.text.isEmpty ? nil : attribute.text
        unit = attribute.unit.isEmpty ? nil : attribute.unit
    }

    func attribute(at path: String) throws(FormError) -> QualityAttribute {
        var attribute = QualityAttribute(name: name, text: text ?? "", unit: unit ?? "")
        if let from { attribute.from = try DecimalText.decimal(from, at: "\(path).from") }
        if let to { attribute.to = try DecimalText.decimal(to, at: "\(path).to") }
        return attribute
    }

    static func attributes(
        _ forms: [QualityForm]?, at path: String
    ) throws(FormError) -> [QualityAttribute] {
        var found: [QualityAttribute] = []
        for (number, form) in (forms ?? []).enumerated() {
            found.append(try form.attribute(at: "\(path)[\(number)]"))
        }
        return found
    }

    static func forms(_ attributes: [QualityAttribute]) -> [QualityForm]? {
        attributes.isEmpty ? nil : attributes.map { QualityForm($0) }
    }
}

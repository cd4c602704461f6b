import Records
import Register

/// Exact values, periods and qualifiers in the reader's language.
extension Catalogue {
    /// A quantity of a record.
    func quantity(_ quantity: Records.Quantity) -> Quantity {
        quantityInWords(
            quantity.amount.description, unit: quantity.unit,
            qualifier: quantity.qualifier?.rawValue)
    }

    /// A figure with its unit and how exact its source is.
    func value(of figure: Observation) -> Quantity {
        quantityInWords(
            figure.value.description, unit: figure.unit, qualifier: figure.qualifier?.rawValue)
    }

    /// A figure to the last digit, for a column of figures.
    func exactValue(of figure: Observation, withUnit: Bool = true) -> Quantity {
        quantity(
            figure.value.description, unit: withUnit ? figure.unit : nil,
            qualifier: figure.qualifier?.rawValue)
    }

    /// The period of a figure, and for a growth what it is compared with.
    func period(of figure: Observation) -> Inline {
        let period = time(figure.period.description, .short)
        guard let base = figure.basePeriod else { return period }
        return .sequence([
            period, " ", .muted(self(.comparedWith(date(base.description, .short)))),
        ])
    }

    /// A date of a record.
    func date(_ date: PartialDate, _ style: DateStyle = .full) -> Inline {
        time(date.description, style)
    }

    /// A start and an end as one time; nil when neither is known.
    func span(_ start: PartialDate?, _ end: PartialDate?, _ style: DateStyle = .full) -> Inline? {
        LeadFacts.period(start?.description, end?.description).map { time($0, style) }
    }

    /// What a figure is called in a list: its indicator, whose it is, with whom, and of what.
    func name(of figure: Observation, _ names: NameBook) -> String {
        var text = indicator(figure.indicator) + ": " + names.text(figure.subject)
        if let counterpart = figure.counterpart { text += " – " + names.text(counterpart) }
        if let product = figure.product { text += " (" + product + ")" }
        return text
    }
}

import Records

/// The dimensions of the data structure in the order of its key.
public enum Dimension: Int, CaseIterable, Sendable, Hashable {
    case frequency, indicator, subject, counterpart, product, unit, statement, time

    /// Those that make a series: all but the time.
    static let ofSeries = allCases.dropLast()

    /// The concept's id.
    public var id: String {
        switch self {
        case .frequency: "FREQ"
        case .indicator: "INDICATOR"
        case .subject: "SUBJECT"
        case .counterpart: "COUNTERPART"
        case .product: "PRODUCT"
        case .unit: "UNIT_MEASURE"
        case .statement: "STATEMENT"
        case .time: "TIME_PERIOD"
        }
    }

    /// The dimension with this id, or nil.
    init?(id: some StringProtocol) {
        guard let dimension = Self.allCases.first(where: { $0.id == id }) else { return nil }
        self = dimension
    }

    /// The code list of its values; nil for the time.
    var codelist: CodelistID? {
        switch self {
        case .frequency: .frequency
        case .indicator: .indicator
        case .subject, .counterpart: .party
        case .product: .product
        case .unit: .unit
        case .statement: .statement
        case .time: nil
        }
    }

    /// Its name.
    var name: LocalName {
        switch self {
        case .frequency: LocalName("Frequency", italian: "Frequenza", russian: "Периодичность")
        case .indicator: LocalName("Indicator", italian: "Indicatore", russian: "Показатель")
        case .subject: LocalName("Subject", italian: "Soggetto", russian: "Субъект")
        case .counterpart: LocalName("Counterpart", italian: "Controparte", russian: "Контрагент")
        case .product: LocalName("Product", italian: "Prodotto", russian: "Продукция")
        case .unit:
            LocalName(
                "Unit of measure", italian: "Unità di misura", russian: "Единица измерения")
        case .statement:
            LocalName("Statement", italian: "Dichiarazione", russian: "Номер сообщения")
        case .time: LocalName("Time period", italian: "Periodo", russian: "Период")
        }
    }

    /// What it means.
    var description: String {
        switch self {
        case .frequency:
            "Length of the period: CL_FREQ, or such a code with a number of units (M9: 9 months)"
        case .indicator: "What is measured"
        case .subject: "Whose figure it is: a record of the register"
        case .counterpart: "With whom: a record of the register; _Z where none is named"
        case .product: "The good, or what else narrows the figure; _Z where nothing does"
        case .unit: "Unit of the value; no multiplier is applied"
        case .statement:
            "Number of the statement among those with the same key and period; nearly always 1"
        case .time: "The period that the figure speaks of"
        }
    }
}

/// The attributes of an observation.
enum Attribute: Int, CaseIterable, Sendable {
    case status, qualifier, source, record, basePeriod

    /// The concept's id.
    var id: String {
        switch self {
        case .status: "OBS_STATUS"
        case .qualifier: "QUALIFIER"
        case .source: "SOURCE"
        case .record: "RECORD"
        case .basePeriod: "BASE_PERIOD"
        }
    }

    /// The code list of its values; nil for what is text.
    var codelist: CodelistID? {
        switch self {
        case .status: .status
        case .qualifier: .qualifier
        default: nil
        }
    }

    /// Whether every observation has it.
    var isMandatory: Bool { self == .status || self == .source || self == .record }

    /// Its name.
    var name: LocalName {
        switch self {
        case .status:
            LocalName(
                "Observation status", italian: "Stato dell'osservazione",
                russian: "Статус наблюдения")
        case .qualifier:
            LocalName("Qualifier", italian: "Qualificatore", russian: "Степень точности")
        case .source: LocalName("Source", italian: "Fonte", russian: "Источник")
        case .record: LocalName("Record", italian: "Scheda", russian: "Запись")
        case .basePeriod:
            LocalName("Base period", italian: "Periodo base", russian: "Базисный период")
        }
    }

    /// What it means.
    var description: String {
        switch self {
        case .status: "A: stated by a source; F: planned or forecast by it"
        case .qualifier: "How exact the source is about the value"
        case .source: "The sources that the figure is cited from, with the places in them"
        case .record: "Id of the register's record of the figure"
        case .basePeriod: "For a growth: the period it is measured against, when not a year before"
        }
    }
}

/// The measure.
enum Measure {
    static let id = "OBS_VALUE"
    static let name = LocalName(
        "Observation value", italian: "Valore dell'osservazione", russian: "Значение наблюдения")
    static let description = "The figure, an exact decimal"
}

extension Qualifier {
    /// The status that a figure so qualified has. A rounded or bounded figure is still a normal
    /// one; CL_OBS_STATUS keeps E for what was estimated by a method, which no source says.
    var status: String {
        self == .planned || self == .forecast ? "F" : "A"
    }

    /// Its name.
    var name: LocalName {
        switch self {
        case .exact: LocalName("exact", italian: "esatto", russian: "точно")
        case .about: LocalName("about", italian: "circa", russian: "около")
        case .over: LocalName("over", italian: "oltre", russian: "более")
        case .under: LocalName("under", italian: "meno di", russian: "менее")
        case .nearly: LocalName("nearly", italian: "quasi", russian: "почти")
        case .atLeast: LocalName("at least", italian: "almeno", russian: "не менее")
        case .upTo: LocalName("up to", italian: "fino a", russian: "до")
        case .planned: LocalName("planned", italian: "previsto", russian: "запланировано")
        case .forecast: LocalName("forecast", italian: "stima futura", russian: "прогноз")
        }
    }
}

import Records

/// A code and its name.
public struct Code: Hashable, Sendable {
    /// The code.
    public let id: String
    /// What it stands for.
    public let name: LocalName
}

/// The code lists of the structure.
enum CodelistID: String, CaseIterable, Sendable {
    case frequency = "CL_FREQ"
    case indicator = "CL_INDICATOR"
    case party = "CL_PARTY"
    case product = "CL_PRODUCT"
    case unit = "CL_UNIT_MEASURE"
    case statement = "CL_STATEMENT"
    case status = "CL_OBS_STATUS"
    case qualifier = "CL_QUALIFIER"

    /// Its name.
    var name: LocalName {
        switch self {
        case .frequency:
            LocalName(
                "Frequency and length of periods", italian: "Frequenza e durata dei periodi",
                russian: "Периодичность и длина периодов")
        case .indicator: LocalName("Indicators", italian: "Indicatori", russian: "Показатели")
        case .party:
            LocalName(
                "Places, organisations and other records that figures speak of",
                italian: "Luoghi, organizzazioni e altre schede di cui parlano i dati",
                russian: "Места, организации и другие записи, о которых говорят данные")
        case .product: LocalName("Products", italian: "Prodotti", russian: "Продукция")
        case .unit:
            LocalName("Units of measure", italian: "Unità di misura", russian: "Единицы измерения")
        case .statement:
            LocalName(
                "Numbers of statements", italian: "Numeri delle dichiarazioni",
                russian: "Номера сообщений")
        case .status:
            LocalName(
                "Observation status", italian: "Stato dell'osservazione",
                russian: "Статус наблюдения")
        case .qualifier: LocalName("Qualifiers", italian: "Qualificatori", russian: "Точность")
        }
    }

    /// The observation statuses in use (CL_OBS_STATUS of the SDMX cross-domain code lists).
    static let statuses = [
        Code(
            id: "A",
            name: LocalName("Normal value", italian: "Valore normale", russian: "Обычное значение")),
        Code(
            id: "F",
            name: LocalName(
                "Forecast value", italian: "Valore previsto", russian: "Прогнозное значение")),
    ]

    /// The qualifiers that a figure can have.
    static let qualifiers = Qualifier.allCases.map { Code(id: $0.rawValue, name: $0.name) }

    /// The name of ``CodeNotation/notApplicable``.
    static let notApplicable = LocalName(
        "Not applicable: none is named", italian: "Non applicabile: non indicato",
        russian: "Не применимо: не указано")
}

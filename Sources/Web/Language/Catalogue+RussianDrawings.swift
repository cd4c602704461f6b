extension Russian {
    static func phrase(_ phrase: DrawingPhrase) -> String {
        switch phrase {
        case .noData: "нет данных"
        case .total: "Всего"
        case .category: "Позиция"
        case .planned: "план или прогноз"
        case .othersInTable: "остальные — в таблице"
        case .asTable: "То же таблицей"
        case .embed: "Встроить"
        case .embedHelp: "Скопируйте в свою страницу: там всегда будет текущее состояние."
        case .openLarger: "Открыть и изменить"
        case .computed(let formula): "Рассчитано: \(formula)."
        case .outlinesBy(let source): "контуры: \(source)"
        case .countedRecords: "подсчёт по записям этого реестра"
        case .notAuthoritative:
            "Контуры нанесены только для ориентировки и не выражают мнения о границах."
        case .linkHere: "Ссылка на этот вид"
        case .years(let first, let last): "\(first) – \(last)"
        case .year(let year): year
        }
    }
}

extension Russian {
    static func phrase(_ phrase: DashboardPhrase) -> String {
        switch phrase {
        case .title(let name): "\(name) в графиках"
        case .lead(let name):
            "Что есть в реестре (\(name)): графики по показателям и связям с указанием "
                + "источников. Каждая отметка ведёт к записи."
        case .ties: "С кем сотрудничает"
        case .time: "Во времени"
        case .nothing(let name): "\(name): рисовать пока нечего"
        case .nothingWhy:
            "Для графика нужны хотя бы два показателя или связи с датами. В записи "
                + "показано всё, что есть."
        case .asRecord: "Запись"
        case .compare: "Сравнить с другими"
        case .inDrawings: "В графиках"
        case .homeDrawings: "В трёх графиках"
        case .homeTrade: "Все показатели в графиках"
        case .homeTies: "Вся сеть"
        case .homeTime: "Календарь"
        }
    }
}

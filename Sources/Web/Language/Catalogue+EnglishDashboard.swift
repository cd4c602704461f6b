extension English {
    static func phrase(_ phrase: DashboardPhrase) -> String {
        switch phrase {
        case .title(let name): "\(name) in drawings"
        case .lead(let name):
            "What the register holds about \(name), drawn from its cited figures and ties. "
                + "Every mark leads to its record."
        case .ties: "Who it works with"
        case .time: "Through time"
        case .nothing(let name): "Nothing to draw about \(name) yet"
        case .nothingWhy:
            "A drawing needs at least two figures, or ties with a date. The record shows "
                + "all that there is."
        case .asRecord: "The record"
        case .compare: "Compare with others"
        case .inDrawings: "In drawings"
        case .homeDrawings: "In three drawings"
        case .homeTrade: "All figures, drawn"
        case .homeTies: "The whole network"
        case .homeTime: "The calendar"
        }
    }
}

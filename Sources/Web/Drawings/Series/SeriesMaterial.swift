import Records
import Register
import Statistics

/// The figures that drawings are made from, read once for several of them.
struct SeriesMaterial: Sendable {
    let set: SeriesSet
    let containment: Containment
    /// Whether there are more figures than were read.
    let isCut: Bool

    /// The most figures that are read for one drawing.
    static let mostFigures = 4_000

    /// The figures of a choice.
    init(_ choice: SeriesChoice, _ context: PageContext) throws {
        guard !choice.isOpen else {
            self.init([])
            return
        }
        var query = choice.query
        query.limit = Self.mostFigures
        query.sort = .subject
        let figures = try context.register.figures(query)
        self.init(
            figures, containment: try context.register.containment(of: figures),
            isCut: figures.count == Self.mostFigures)
    }

    /// Figures that are there already.
    init(_ figures: [Statistics.Figure], containment: Containment = .none, isCut: Bool = false) {
        set = SeriesSet(figures)
        self.containment = containment
        self.isCut = isCut
    }

    /// The series of a choice, of whatever unit, in the order of their keys.
    func series(_ choice: SeriesChoice) -> [DrawnSeries] {
        DrawnSeries.joined(compute(choice)).compactMap { $0.between(choice.from, choice.to) }
    }

    private func matching(_ choice: SeriesChoice) -> [Series] {
        let partners = choice.counterparts.isEmpty ? nil : choice.counterparts
        return set.matching(
            indicators: choice.indicators.isEmpty ? nil : Set(choice.indicators),
            counterparts: partners.map { Set($0) },
            products: choice.product.map { [$0] }
        ).filter {
            (choice.subjects.isEmpty || choice.subjects.contains($0.key.subject))
                && !(choice.isAlone && $0.key.counterpart != nil)
                && !(choice.isWhole && $0.key.product != nil)
        }
    }

    private func compute(_ choice: SeriesChoice) -> [DrawnSeries] {
        switch choice.reckoning {
        case .stated: matching(choice).map { DrawnSeries($0) }
        case .growth:
            matching(choice).filter { Self.isLevel($0.key.indicator) }
                .map { DrawnSeries(ComputedSeries.growth(of: $0)) }
        case .index: matching(choice).compactMap { index($0, choice.base) }
        case .balance: balances(choice)
        case .share: matching(choice).compactMap(share)
        case .sum: sums(choice)
        }
    }

    /// Whether growths and shares of it say anything.
    private static func isLevel(_ indicator: String) -> Bool {
        switch IndicatorRoles.standard.nature(of: indicator) {
        case .growth, .share, .balance: false
        default: true
        }
    }

    private func index(_ series: Series, _ base: Period?) -> DrawnSeries? {
        guard series.points.count > 1, Self.isLevel(series.key.indicator),
            let first = base ?? series.points.first?.period,
            let index = try? ComputedSeries.index(of: series, base: first)
        else { return nil }
        return DrawnSeries(index)
    }

    private func balances(_ choice: SeriesChoice) -> [DrawnSeries] {
        var seen: Set<SeriesKey> = []
        return set.series.compactMap { series in
            guard let (family, role) = IndicatorRoles.standard.role(of: series.key.indicator),
                role == .export,
                choice.indicators.isEmpty || choice.indicators.contains(where: family.contains),
                choice.subjects.isEmpty || choice.subjects.contains(series.key.subject),
                choice.product == nil || choice.product == series.key.product,
                choice.counterparts.isEmpty
                    || choice.counterparts.contains(where: { $0 == series.key.counterpart }),
                !(choice.isAlone && series.key.counterpart != nil),
                !(choice.isWhole && series.key.product != nil),
                seen.insert(series.key).inserted,
                let bought = set[series.key.with(indicator: family.import)],
                let balance = try? ComputedSeries.balance(export: series, import: bought)
            else { return nil }
            return DrawnSeries(balance)
        }
    }

    /// Of the figure with all partners; else of that of all products.
    private func share(_ series: Series) -> DrawnSeries? {
        let key = series.key
        guard Self.isLevel(key.indicator) else { return nil }
        let wholes = [
            key.counterpart == nil ? nil : key.with(counterpart: nil),
            key.product == nil ? nil : key.withoutProduct,
        ]
        for case .some(let whole) in wholes {
            if let whole = set[whole],
                let share = try? ComputedSeries.share(of: series, in: whole), !share.points.isEmpty
            {
                return DrawnSeries(share)
            }
        }
        return nil
    }

    private func sums(_ choice: SeriesChoice) -> [DrawnSeries] {
        var order: [SeriesKey] = []
        var groups: [SeriesKey: [Series]] = [:]
        for series in matching(choice)
        where series.key.counterpart != nil && Self.isAdditive(series.key) {
            let key = series.key.with(counterpart: nil)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(series)
        }
        return order.compactMap { key in
            guard let partners = groups[key], partners.count > 1,
                let sum = try? ComputedSeries.sum(of: partners, containment)
            else { return nil }
            return DrawnSeries(sum)
        }
    }

    /// Whether figures of it can be added up.
    static func isAdditive(_ key: SeriesKey) -> Bool {
        guard key.unit != "%", key.unit != "rank" else { return false }
        switch IndicatorRoles.standard.nature(of: key.indicator) {
        case .flow, .stock: return true
        case .balance, .growth, .share: return false
        case .other: return IndicatorRoles.standard.role(of: key.indicator) != nil
        }
    }
}

extension IndicatorRoles.Family {
    fileprivate func contains(_ indicator: String) -> Bool {
        [export, `import`, turnover, balance].contains(indicator)
    }
}

extension SeriesKey {
    fileprivate var withoutProduct: SeriesKey {
        SeriesKey(
            subject: subject, counterpart: counterpart, indicator: indicator, length: length,
            unit: unit)
    }
}

extension Register {
    /// What the counterparts and subjects of figures lie in.
    func containment(of figures: [Statistics.Figure]) throws -> Containment {
        var wanted: Set<RecordID> = []
        for figure in figures {
            wanted.insert(figure.observation.subject)
            if let partner = figure.observation.counterpart { wanted.insert(partner) }
        }
        var known: [RecordID: Record] = [:]
        // A place lies in a region, that in a country: a few steps reach the top.
        for _ in 0..<4 where !wanted.isEmpty {
            let found = try records(wanted.sorted())
            known.merge(found) { $1 }
            var next: Set<RecordID> = []
            for record in found.values {
                switch record.body {
                case .place(let place): if let parent = place.parent { next.insert(parent) }
                case .organisation(let body):
                    for whole in [body.place, body.parent].compactMap(\.self) { next.insert(whole) }
                default: break
                }
            }
            wanted = next.filter { known[$0] == nil }
        }
        return Containment(known.keys.sorted().compactMap { known[$0] })
    }
}

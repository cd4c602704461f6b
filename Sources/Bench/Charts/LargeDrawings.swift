import Charts

/// Drawings as large as they may become, for the benchmark: the same each time.
enum LargeDrawings {
    /// 20 lines of 60 yearly figures, each with a link and its words.
    static func lines() -> LineChart {
        LineChart(
            text: ChartText(id: "bench", title: "Goods exports of regions", unit: "USD"),
            series: (0..<20).map { number in
                ChartSeries(
                    id: "region-\(number)", name: "Region \(number + 1)",
                    points: (0..<60).map { year in
                        let wave = Double((year * 37 + number * 101) % 53) / 53
                        let value = (Double(number + 1) + wave) * 1e8
                        return .init(
                            .year(1962 + year),
                            Figure(
                                value: value, text: "\(Int(value)) USD",
                                detail: "Region \(number + 1), \(1962 + year): \(Int(value)) USD",
                                href: "/records/obs/\(number)-\(year)"))
                    })
            })
    }

    /// A repeatable sequence of numbers (Knuth's linear congruential generator).
    private struct Numbers {
        private var state: UInt64 = 42
        mutating func next(below count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, count)))
        }
    }

    /// A map of 300 places and 2,000 arcs, each with a link and its words.
    static func flowMap() -> PlaceMap {
        var numbers = Numbers()
        let places = (0..<300).compactMap { index -> MapPlace? in
            let point = GeoPoint(
                latitude: 36 + Double(numbers.next(below: 300)) / 10,
                longitude: 8 + Double(numbers.next(below: 1200)) / 10)
            return point.map {
                MapPlace(
                    id: "\(index)", name: "Place \(index)", point: $0,
                    figure: Figure(
                        value: Double(numbers.next(below: 90)), text: "", detail: "Place \(index)",
                        href: "/places/\(index)"))
            }
        }
        let flows = (0..<2000).map { index -> MapFlow in
            let from = numbers.next(below: 300)
            let to = numbers.next(below: 300)
            return MapFlow(
                from: "\(from)", to: "\(to)",
                figure: Figure(
                    value: Double(1 + numbers.next(below: 40)), text: "",
                    detail: "Place \(from) – Place \(to): agreement \(index)",
                    href: "/flows/\(index)"), isDirected: index.isMultiple(of: 2))
        }
        return PlaceMap(
            text: ChartText(id: "map", title: "2,000 arcs"),
            words: MapWords(sizeTitle: "Agreements", flowTitle: "Agreements"), places: places,
            flows: flows)
    }

    /// 500 nodes and 2,000 ties, most of them within groups of 50, each tie with a link.
    static func network() -> Network {
        var numbers = Numbers()
        var ties: [NetworkTie] = []
        for node in 1..<500 {
            ties.append(
                NetworkTie(
                    from: "\(node)", to: "\(numbers.next(below: node))", detail: "tie \(node)",
                    href: "/ties/\(node)"))
        }
        while ties.count < 2000 {
            let from = numbers.next(below: 500)
            let near = from / 50 * 50 + numbers.next(below: 50)
            let to = numbers.next(below: 8) == 0 ? numbers.next(below: 500) : near
            ties.append(
                NetworkTie(
                    from: "\(from)", to: "\(to)", weight: Double(1 + numbers.next(below: 4)),
                    detail: "tie \(ties.count)", href: "/ties/\(ties.count)"))
        }
        let nodes = (0..<500).map {
            NetworkNode(
                id: "\($0)", name: "Enterprise \($0)", weight: Double(numbers.next(below: 20)),
                href: "/nodes/\($0)")
        }
        return Network(text: ChartText(id: "net", title: "500 nodes"), nodes: nodes, ties: ties)
    }
}

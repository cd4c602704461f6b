import Testing

@testable import Charts

/// Maps as drawings: nothing collides, nothing leaves the frame, arcs join their places.
struct PlaceMapTests {
    static func words() -> MapWords {
        MapWords(sizeTitle: "Agreements", flowTitle: "Agreements", regionTitle: "Turnover")
    }

    static func place(
        _ id: String, _ latitude: Double, _ longitude: Double, _ value: Double?
    ) -> MapPlace? {
        GeoPoint(latitude: latitude, longitude: longitude).map { point in
            MapPlace(
                id: id, name: "Place \(id)", point: point,
                figure: Figure(
                    value: value, text: value.map { "\($0)" } ?? "", detail: "Place \(id)",
                    href: "/places/\(id)"))
        }
    }

    static func flow(_ from: String, _ to: String, _ value: Double?, directed: Bool) -> MapFlow {
        MapFlow(
            from: from, to: to, figure: Figure(value: value, text: "", detail: "\(from)–\(to)"),
            isDirected: directed)
    }

    /// A small map, written out in full. The grid of the graticule is left to other tests.
    @Test func goldenMap() throws {
        var map = PlaceMap(
            text: ChartText(id: "m", title: "Two towns", description: "An arc joins them."),
            places: [
                try #require(Self.place("a", 54, 28, 4)),
                try #require(Self.place("b", 52, 35, nil)),
            ],
            flows: [Self.flow("a", "b", 3, directed: true)])
        map.flows[0].figure = Figure(value: 3, text: "3", detail: "a to b: 3", href: "/f")
        let svg = String(decoding: map.draw(in: Frame(width: 400)).svg(.inline), as: UTF8.self)
        let lines = svg.split(separator: "\n").filter {
            !$0.contains("graticule") && !$0.contains("neat") && !$0.contains("tick")
        }
        #expect(lines.joined(separator: "\n") == Self.golden)
    }

    static let golden = #"""
        <svg class="chart place-map" viewBox="0 0 400 277" width="400" height="277" font-size="12" role="document" aria-labelledby="m-title m-desc">
        <title id="m-title">Two towns</title>
        <desc id="m-desc">An arc joins them.</desc>
        <g class="flows">
        <a href="/f" class="mark"><title>a to b: 3</title><path class="flow c1" d="M80.1 59.4c116.8-19.4 205.4 21.7 266 123.3l.6-.3c-59.9-103.7-149.1-147-267.7-129.9z"/>
        </a>
        </g>
        <g class="places">
        <a href="/places/a" class="mark"><title>Place a</title><circle class="place plain" cx="79.6" cy="55.9" r="15"/>
        </a>
        <a href="/places/b" class="mark"><title>Place b</title><circle class="place plain" cx="346.4" cy="182.6" r="3.2"/>
        </a>
        </g>
        <text class="label halo" x="97.6" y="59" font-size="11">Place a</text>
        <text class="label halo" x="299.5" y="185.7" font-size="11">Place b</text>
        </svg>
        """#

    @Test func nothingCollidesNorLeavesTheFrame() {
        var random = SeededRandom(seed: 1982)
        for round in 0..<12 {
            let places = (0..<(1 + random.index(below: 90))).compactMap { index in
                Self.place(
                    "\(index)", random.number(in: -60...70), random.number(in: -180...180),
                    random.index(below: 4) == 0 ? nil : random.number(in: 0...1e6))
            }
            let flows = (0..<random.index(below: 80)).map { index in
                Self.flow(
                    "\(random.index(below: places.count))", "\(random.index(below: places.count))",
                    random.number(in: 0...50), directed: index.isMultiple(of: 2))
            }
            let map = PlaceMap(
                text: ChartText(id: "m", title: "Map"), words: Self.words(), places: places,
                flows: flows, groups: ["One", "Two", "Three"])
            for width in [300.0, 340, 700, 1100, 1600] {
                let drawing = map.draw(in: Frame(width: width))
                DrawingChecks.expectSound(drawing, "round \(round), seed \(random.seed)")
            }
        }
    }

    @Test func oddInputIsDrawnWithoutNumbersThatAreNone() throws {
        let odd = [
            (90.0, 0.0), (-90, 0), (90, 180), (0, 180), (0, -180), (0, 179.999), (0, 0), (0, 0),
            (0, 0), (54, 27),
        ]
        let places = odd.enumerated().compactMap { index, at in
            Self.place(
                "\(index)", at.0, at.1,
                [Double.nan, .infinity, -5, 0, 1e308, 1, nil, 2, 3, 4][index])
        }
        #expect(places.count == odd.count)
        let flows = (0..<10).flatMap { a in
            (0..<10).map { b in
                Self.flow("\(a)", "\(b)", [.nan, 1, nil, -1][b % 4], directed: a < b)
            }
        }
        let boundaries = try Boundaries(bytes: BoundariesTests.sample())
        let regions = [
            MapRegion(iso: "AA", name: "Alpha", figure: Figure(value: nil, text: "")),
            MapRegion(iso: "FJ", name: "Gamma", figure: Figure(value: .nan, text: "")),
            MapRegion(iso: "AA-B", name: "Beta", figure: Figure(value: 3, text: "3")),
            MapRegion(iso: "??", name: "Nowhere", figure: Figure(value: 4, text: "4")),
        ]
        let extents = [
            nil, GeoExtent(south: -90, west: -180, north: 90, east: 180),
            GeoExtent(south: 80, west: 0, north: 90, east: 360),
            GeoExtent(south: 0, west: 0, north: 0, east: 0),
            GeoExtent(south: -1, west: 179, north: 1, east: -179),
            GeoExtent(south: 50, west: 20, north: 56, east: 33),
        ]
        for extent in extents {
            for subset in 0...places.count {
                let map = PlaceMap(
                    text: ChartText(id: "m", title: "Map"), words: Self.words(),
                    places: Array(places.prefix(subset)), flows: flows, regions: regions,
                    groups: [], boundaries: boundaries, extent: extent)
                DrawingChecks.expectSound(map.draw(in: Frame(width: 340)), "\(subset)")
            }
        }
        let empty = PlaceMap(text: ChartText(id: "m", title: "Nothing"))
        DrawingChecks.expectSound(empty.draw(in: Frame(width: 340)), "empty")
    }

    @Test func arcsStartAndEndAtTheirPlaces() throws {
        var random = SeededRandom(seed: 5)
        let rect = PlaneRect(minX: 0, minY: 0, maxX: 1000, maxY: 700)
        for index in 0..<500 {
            let a = PlanePoint(x: random.number(in: 300...700), y: random.number(in: 300...400))
            let b = PlanePoint(x: random.number(in: 300...700), y: random.number(in: 300...400))
            let flow = Self.flow("a", "b", 1, directed: index.isMultiple(of: 2))
            let flows = MapFlows([flow], positions: ["a": a, "b": b], in: rect)
            let ribbon = try #require(flows.ribbons.first)
            #expect(ribbon.arc.point(at: 0) == a)
            #expect(ribbon.arc.point(at: 1) == b)
            let ends = DrawingChecks.points(of: MapFlows.path(ribbon, in: rect).data)
            // The outline: along one side, across the end, back along the other side.
            #expect(ends.count == 4, "seed \(random.seed)")
            if ends.count == 4 {
                let start = (ends[0] + ends[3]) * 0.5
                let end = (ends[1] + ends[2]) * 0.5
                #expect((start - a).length < 0.2 && (end - b).length < 0.2, "seed \(random.seed)")
            }
        }
    }

    @Test func arcsBesideTheFrameAreCut() throws {
        let rect = PlaneRect(minX: 0, minY: 0, maxX: 100, maxY: 100)
        let flows = MapFlows(
            [Self.flow("a", "b", 1, directed: false), Self.flow("c", "d", 1, directed: false)],
            positions: [
                "a": PlanePoint(x: -500, y: 60), "b": PlanePoint(x: 50, y: 50),
                "c": PlanePoint(x: -50, y: -50), "d": PlanePoint(x: -60, y: -90),
            ], in: rect)
        for ribbon in flows.ribbons {
            for point in DrawingChecks.points(of: MapFlows.path(ribbon, in: rect).data) {
                #expect(rect.insetBy(-0.1).contains(point))
            }
        }
    }

    @Test func regionsAreClassedAndGapsHatched() throws {
        let boundaries = try Boundaries(bytes: BoundariesTests.sample())
        let map = PlaceMap(
            text: ChartText(id: "m", title: "Map"), words: Self.words(),
            regions: [
                MapRegion(iso: "AA", name: "Alpha", figure: Figure(value: 12, text: "12")),
                MapRegion(iso: "FJ", name: "Gamma", figure: Figure(value: nil, text: "")),
            ], boundaries: boundaries)
        let drawing = map.draw(in: Frame(width: 600))
        let svg = String(decoding: drawing.svg(.inline), as: UTF8.self)
        #expect(svg.contains("class=\"region q"))
        #expect(svg.contains("class=\"region no-figure"))
        #expect(svg.contains("class=\"hatching"))
        #expect(drawing.table.rows.map { $0[1].text } == ["12", "no data"])
        let classes = try #require(
            RegionClasses([10.0, 20, 35, 50].map { Figure(value: $0, text: "") }))
        let steps = [10.0, 20, 35, 50].compactMap { classes.step(of: Figure(value: $0, text: "")) }
        #expect(steps == steps.sorted() && steps.first == 0 && steps.last == 8)
        #expect(classes.step(of: Figure(value: nil, text: "")) == nil)
        #expect(RegionClasses([Figure(value: .nan, text: "")]) == nil)
    }

    /// The hatching of a square with a hole is as long as its area asks.
    @Test func hatchingStaysInside() {
        func square(_ low: Double, _ high: Double) -> [PlanePoint] {
            [(low, low), (high, low), (high, high), (low, high)].map {
                PlanePoint(x: $0.0, y: $0.1)
            }
        }
        let path = OutlineProjector.hatching([square(10, 110), square(40, 80)], step: 5)
        let data = String(decoding: path.data, as: UTF8.self)
        var length = 0.0
        for part in data.split(separator: "M") {
            let ends = DrawingChecks.points(of: Array("M\(part)".utf8))
            #expect(ends.count == 2)
            if ends.count == 2 { length += (ends[1] - ends[0]).length }
        }
        // Lines stand 5 / √2 apart.
        let area = length * 5 / 2.0.squareRoot()
        #expect(abs(area / (100 * 100 - 40 * 40) - 1) < 0.03)
    }

    /// A flow that leaves the picture is as wide as the legend says, where it can be seen.
    @Test(arguments: [false, true]) func cutFlowsKeepTheirWidth(directed: Bool) throws {
        let rect = PlaneRect(minX: 0, minY: 0, maxX: 400, maxY: 300)
        let arc = try #require(
            FlowArc(
                from: PlanePoint(x: 20, y: 30), to: PlanePoint(x: 380, y: 30), directed: directed))
        #expect(!arc.lies(in: rect))
        let flow = Self.flow("a", "b", 1, directed: directed)
        let path = MapFlows.path(MapFlows.Ribbon(flow: flow, arc: arc, width: 11), in: rect)
        let parts = String(decoding: path.data, as: UTF8.self).split(separator: "M")
        #expect(parts.count == 2)
        for part in parts {
            // There on one side of the line and back on the other.
            let points = DrawingChecks.points(of: Array("M\(part)".utf8))
            let (first, last) = (try #require(points.first), try #require(points.last))
            #expect(abs((first - last).length - 11) < 0.3)
            #expect(points.allSatisfy { rect.insetBy(-0.2).contains($0) })
        }
    }

    @Test func scaleBarIsTrueInTheMiddle() throws {
        let a = try #require(GeoPoint(latitude: 48, longitude: 20))
        let b = try #require(GeoPoint(latitude: 60, longitude: 90))
        let room = MapWindow.Room(left: 0, top: 0, width: 1000, heights: 200...700)
        let window = MapWindow(extent: nil, places: [a, b], in: room)
        let bar = try #require(ScaleBar(window, atMost: 120))
        #expect(bar.length <= 120)
        let west = try #require(
            window.place(at: window.centre - PlanePoint(x: bar.length / 2, y: 0)))
        let east = try #require(
            window.place(at: window.centre + PlanePoint(x: bar.length / 2, y: 0)))
        let kilometres = Angle.radians(west.distance(to: east)) * MapWindow.earthRadius
        #expect(abs(kilometres / bar.kilometres - 1) < 0.01)
        #expect(
            window.rect.contains(window.position(a)) && window.rect.contains(window.position(b)))
    }

    @Test func sameMapSameBytes() {
        let map = PlaceMap(
            text: ChartText(id: "m", title: "Map"), words: Self.words(),
            places: (0..<30).compactMap {
                Self.place("\($0)", Double($0) + 30, Double($0) * 3, Double($0))
            },
            flows: (1..<30).map { Self.flow("0", "\($0)", Double($0), directed: false) })
        let first = map.draw(in: Frame(width: 500)).svg(.standalone)
        #expect(first == map.draw(in: Frame(width: 500)).svg(.standalone))
    }
}

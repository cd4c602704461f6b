import Foundation
import Testing

@testable import Charts

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What every drawing must keep, whatever it is given.
struct DrawingTests {
    private func width(_ seed: UInt64) -> Double {
        var random = Seeded(seed &+ 1000)
        return random.number(300...1600)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func textsNeitherOverlapNorLeave(seed: UInt64) {
        for chart in Samples.charts(seed: seed) {
            let drawing = chart.draw(in: Frame(width: width(seed)))
            for use in Use.allCases {
                let labels = drawing.labels(in: use)
                let across = drawing.width + (use == .standalone ? 24 : 0) + 0.01
                for (index, label) in labels.enumerated() {
                    let isInside =
                        label.x >= -0.01 && label.y >= -0.01
                        && label.x + label.width <= across
                    #expect(isInside, "seed \(seed), \(type(of: chart)): \(label)")
                    for other in labels[(index + 1)...] where label.overlaps(other) {
                        Issue.record("seed \(seed), \(type(of: chart)): \(label) and \(other)")
                    }
                }
                let lowest = drawing.labels.map { $0.y + $0.height }.max() ?? 0
                #expect(lowest <= drawing.height + 0.01, "seed \(seed), \(type(of: chart))")
            }
        }
    }

    @Test(arguments: 0..<45 as Range<UInt64>)
    func drawingsAreSoundXML(seed: UInt64) {
        for chart in Samples.charts(seed: seed) {
            let drawing = chart.draw(in: Frame(width: width(seed)))
            for use in Use.allCases {
                let bytes = drawing.svg(use)
                let parser = XMLParser(data: Data(bytes))
                let reader = Reader(width: drawing.width)
                parser.delegate = reader
                #expect(parser.parse(), "seed \(seed), \(type(of: chart))")
                #expect(reader.faults.isEmpty, "seed \(seed), \(type(of: chart)): \(reader.faults)")
            }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func sameInputGivesSameBytes(seed: UInt64) {
        let frame = Frame(width: width(seed))
        for (one, again) in zip(Samples.charts(seed: seed), Samples.charts(seed: seed)) {
            #expect(one.draw(in: frame).svg(.inline) == again.draw(in: frame).svg(.inline))
            #expect(one.draw(in: frame).table == again.draw(in: frame).table)
        }
    }

    @Test func onlyLinksAreStopsOfTheTabKey() {
        let series = ChartSeries(
            id: "a", name: "A",
            points: (2000...2020).map {
                .init(.year($0), Figure(value: Double($0), text: "\($0)"))
            })
        let plain = LineChart(text: ChartText(id: "a", title: "A"), series: [series])
        let svg = String(decoding: plain.draw(in: Frame(width: 600)).svg(.inline), as: UTF8.self)
        #expect(!svg.contains("<a ") && !svg.contains("tabindex") && svg.contains("role=\"img\""))
    }

    /// Reads a drawing: its numbers must be plain, its shapes inside the width, its ids unique.
    private final class Reader: NSObject, XMLParserDelegate {
        var faults: [String] = []
        private var ids: Set<String> = []
        private let width: Double

        init(width: Double) { self.width = width }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            if attributes["style"] != nil { faults.append("style on \(name)") }
            if let id = attributes["id"], !ids.insert(id).inserted { faults.append("id \(id)") }
            for key in ["x", "y", "width", "height", "cx", "cy", "r"] {
                guard let text = attributes[key], text != "100%" else { continue }
                guard let number = Double(text), number.magnitude < 100_000 else {
                    faults.append("\(key)=\(text)")
                    continue
                }
                if ["x", "cx"].contains(key), number < -0.5 || number > width + 0.5 {
                    faults.append("\(name) \(key)=\(text) is outside")
                }
                if ["width", "height", "r"].contains(key), number < 0 {
                    faults.append("\(key)=\(text)")
                }
            }
            if let path = attributes["d"],
                !path.allSatisfy({ "0123456789.- MlczvhZ".contains($0) })
            {
                faults.append("d=\(path)")
            }
        }
    }
}

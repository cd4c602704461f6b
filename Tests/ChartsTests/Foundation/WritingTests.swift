import Testing

@testable import Charts

struct WritingTests {
    private func written(_ pixels: Double) -> String {
        var writer = SVGWriter()
        writer.number(pixels)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (0.0, "0"), (-0.0, "0"), (-0.04, "0"), (0.06, ".1"), (-0.1, "-.1"), (12.34, "12.3"),
        (100, "100"), (.nan, "0"), (.infinity, "100000"), (-1e300, "-100000"),
    ])
    func numbersKeepATenth(pixels: Double, text: String) { #expect(written(pixels) == text) }

    @Test func pathsDoNotDrift() {
        var path = PathWriter()
        path.move(0, 0)
        for step in 1...1000 { path.line(Double(step) * 0.3333, 10.04) }
        let numbers = String(decoding: path.data, as: UTF8.self)
            .split { "Ml z".contains($0) }.map(String.init)
        let x = stride(from: 0, to: numbers.count, by: 2).compactMap { Double(numbers[$0]) }
        #expect(abs(x.reduce(0, +) - 333.3) < 0.06)
    }

    @Test func textIsEscaped() {
        var writer = SVGWriter()
        writer.text("<a href=\"x\"> & \u{0}\u{7}Гродно\u{FFFF}!")
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == "&lt;a href=&quot;x&quot;&gt; &amp;   Гродно !")
    }

    @Test(arguments: [
        (847_900_000.0, 4, "847.9"), (-2_500_000, 2, "−2.5"), (0, 3, "0"), (999_999, 3, "1"),
        (1, 3, "0.000001"), (1e300, 3, "1e294"), (12_345_678_901, 5, "12\u{202F}346"),
    ])
    func numbersReadWell(value: Double, significant: Int, text: String) {
        let million = NumberStyle.Magnitude(exponent: 6, name: "million")
        #expect(NumberStyle().text(value, significant: significant, in: million) == text)
    }

    @Test func fittedTextFits() {
        var random = Seeded(7)
        for _ in 0..<300 {
            let text = String(
                (0..<random.count(1...60)).map { _ in
                    "aЖ é,Wi1".randomElement(using: &random) ?? "x"
                })
            let room = random.number(1...200)
            let fitted = TextMeasure.fitted(text, size: 12, within: room)
            #expect(TextMeasure.width(fitted, size: 12) <= room, "\(text)")
            for line in TextMeasure.lines(text, size: 12, within: room, atMost: 3) {
                #expect(TextMeasure.width(line, size: 12) <= room, "\(text)")
            }
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func columnsOfLabelsDoNotOverlap(seed: UInt64) {
        var random = Seeded(seed)
        let wishes = (0..<random.count(1...20)).map { _ in random.number(-50...400) }.sorted()
        let middles = LabelColumn.spread(wishes, height: 15, top: 0, bottom: 310) ?? []
        #expect(middles.count == wishes.count, "seed \(seed)")
        #expect(middles.allSatisfy { $0 >= 7.49 && $0 <= 302.51 }, "seed \(seed)")
        #expect(
            zip(middles, middles.dropFirst()).allSatisfy { $1 - $0 >= 14.999 }, "seed \(seed)")
        #expect(LabelColumn.spread(wishes, height: 400, top: 0, bottom: 310) == nil)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func placedLabelsAreFree(seed: UInt64) {
        // The slow reference: every box against every other.
        var random = Seeded(seed)
        let area = Box(x: 0, y: 0, width: 400, height: 300)
        var placer = LabelPlacer(area: area)
        var placed: [Box] = []
        for _ in 0..<120 {
            let box = Box(
                x: random.number(-20...400), y: random.number(-20...300),
                width: random.number(1...120), height: 12)
            let isFree = box.lies(in: area) && !placed.contains { $0.overlaps(box) }
            #expect(placer.place(box) == isFree, "seed \(seed)")
            if isFree { placed.append(box) }
        }
    }
}

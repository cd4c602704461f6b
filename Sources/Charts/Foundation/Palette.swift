/// Names of the colours; what they look like by day and by night stands in `ChartStyle`.
///
/// The eight colours of series are told apart with the common kinds of colour blindness, and keep
/// a contrast of at least 3 : 1 to paper and to ink; a shape or a label says the same again.
public enum Palette {
    /// How many colours there are for series.
    public static let count = 8
    /// How many steps a sequential ramp has.
    public static let steps = 9

    /// The class that fills with a series' colour: "c1" to "c8", beginning again after the eighth.
    public static func fill(_ index: Int) -> String { fills[wrapped(index)] }

    /// The class that draws lines in a series' colour: "s1" to "s8".
    public static func stroke(_ index: Int) -> String { strokes[wrapped(index)] }

    /// The class for text in a series' colour, "k1" to "k8": the same hues with a contrast of at
    /// least 4.5 : 1.
    static func text(_ index: Int) -> String { texts[wrapped(index)] }

    /// The class of a tint of a series' colour that text can stand on, "t1" to "t8".
    static func tint(_ index: Int) -> String { tints[wrapped(index)] }

    /// The class of a step of the sequential ramp, "q0" (least) to "q8" (most).
    static func step(_ index: Int) -> String { ramp[min(max(index, 0), steps - 1)] }

    /// The class of a step of the diverging ramp, "d0" (most below) over "d4" to "d8".
    static func divergingStep(_ index: Int) -> String { diverging[min(max(index, 0), steps - 1)] }

    /// The class for text on a step of the sequential ramp.
    static func text(onStep index: Int) -> String {
        index >= 5 ? "label on-dark" : "label on-light"
    }

    /// The class for text on a step of the diverging ramp.
    static func text(onDivergingStep index: Int) -> String {
        (2...6).contains(index) ? "label on-light" : "label on-dark"
    }

    private static let fills = (1...count).map { "c\($0)" }
    private static let strokes = (1...count).map { "s\($0)" }
    private static let texts = (1...count).map { "k\($0)" }
    private static let tints = (1...count).map { "t\($0)" }
    private static let ramp = (0..<steps).map { "q\($0)" }
    private static let diverging = (0..<steps).map { "d\($0)" }

    private static func wrapped(_ index: Int) -> Int {
        let rest = index % count
        return rest < 0 ? rest + count : rest
    }
}

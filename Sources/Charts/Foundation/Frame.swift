/// The room a drawing gets on the page: a width in CSS pixels, and a height it must not exceed.
public struct Frame: Sendable, Equatable {
    /// The narrowest and the widest drawing that is laid out; other widths are brought into it.
    public static let widths: ClosedRange<Double> = 300...1600

    /// Width of the drawing in CSS pixels, within `widths`.
    public let width: Double

    /// The height that the drawing stays below, in CSS pixels, 120 to 6000.
    public let maximumHeight: Double

    /// A frame of the given size; what lies outside the limits, or is no number, is brought in.
    public init(width: Double, maximumHeight: Double = 720) {
        self.width = width.brought(into: Self.widths, otherwise: 640)
        self.maximumHeight = maximumHeight.brought(into: 120...6000, otherwise: 720)
    }

    /// Whether the drawing stands on a telephone's screen: fewer ticks, shorter margins.
    var isNarrow: Bool { width < 480 }

    /// The height of a plot as wide as the frame: flatter as it widens, as the eye reads slopes
    /// best near 45°.
    func plotHeight(share: Double = 0.5, atLeast: Double = 200, atMost: Double = 420) -> Double {
        let wanted = min(max(width * share, atLeast), atMost)
        return min(wanted, max(80, maximumHeight - 80))
    }
}

extension Double {
    /// The number inside the range; `otherwise` for NaN.
    func brought(into range: ClosedRange<Double>, otherwise: Double) -> Double {
        isNaN ? otherwise : min(max(self, range.lowerBound), range.upperBound)
    }
}

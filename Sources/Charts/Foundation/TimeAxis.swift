/// The horizontal axis of time: names of years or months below the plot.
struct TimeAxis {
    let scale: PeriodScale
    static let height = 22.0

    /// Draws the names below `bottom`; a name that would leave the frame is left out.
    func draw(
        on canvas: inout Canvas, bottom: Double, width: Double, text: ChartText, size: Double = 12
    ) {
        var free = -Double.infinity
        for mark in scale.marks(months: text.words.months, size: size) {
            let box = Canvas.box(of: mark.label, mark.middle, 0, size: size, anchor: .middle)
            guard box.x >= 0, box.right <= width, box.x >= free else { continue }
            free = box.right + 4
            canvas.line("rule", mark.middle, bottom, mark.middle, bottom + 4)
            canvas.text(
                mark.label, mark.middle, bottom + 5 + size, size: size, anchor: .middle,
                classes: "tick")
        }
    }
}

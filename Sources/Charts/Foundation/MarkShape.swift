/// The form of a point, which tells series apart where colour doesn't.
enum MarkShape: CaseIterable {
    case circle, square, diamond, triangle

    /// The form for a series, in turn.
    static func of(_ index: Int) -> MarkShape { allCases[abs(index % allCases.count)] }

    /// Draws the form around a point, about as large as a circle of that radius.
    func draw(
        on canvas: inout Canvas, _ classes: String, _ x: Double, _ y: Double, radius: Double
    ) {
        var path = PathWriter()
        switch self {
        case .circle:
            canvas.circle(classes, x, y, radius: radius)
            return
        case .square:
            let half = radius * 0.9
            canvas.rectangle(
                classes, Box(x: x - half, y: y - half, width: 2 * half, height: 2 * half))
            return
        case .diamond:
            let reach = radius * 1.3
            path.move(x, y - reach)
            path.line(x + reach, y)
            path.line(x, y + reach)
            path.line(x - reach, y)
        case .triangle:
            let reach = radius * 1.25
            path.move(x, y - reach)
            path.line(x + reach * 0.95, y + reach * 0.75)
            path.line(x - reach * 0.95, y + reach * 0.75)
        }
        path.close()
        canvas.path(classes, path)
    }
}

import Charts
import Register

/// A chart whose drawing is kept while the register stays as it is: for those that take long to
/// lay out.
struct DrawnOnce: Chart {
    /// What is drawn: the drawing's name, its parameters, the language, the prefix of its ids.
    let key: String
    let version: UInt64
    let memory: PageMemory
    let chart: any Chart

    func draw(in frame: Frame) -> Drawing {
        memory.drawings.answer(
            to: key + " \(frame.width) \(frame.maximumHeight)", at: version
        ) { chart.draw(in: frame) }
    }
}

/// Something that must never be: what a run of the simulator ends with if it finds a fault.
public struct Finding: Error, Sendable, Equatable, CustomStringConvertible {
    /// Which rule is broken.
    public let rule: String
    /// How.
    public let text: String

    init(_ rule: String, _ text: String) {
        self.rule = rule
        self.text = text
    }

    /// Rule and text.
    public var description: String { "\(rule): \(text)" }
}

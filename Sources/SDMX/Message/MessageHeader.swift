/// What every message says of itself.
public struct MessageHeader: Hashable, Sendable {
    /// The message's id, an SDMX identifier.
    public let id: String
    /// When what it says was true: `2026-11-21T12:00:00Z`.
    public let prepared: String

    /// A header.
    public init(id: String, prepared: String) {
        self.id = id
        self.prepared = prepared
    }

    static let sender = LocalName("Fondaco")

    /// The parts that all messages share.
    func write(_ xml: inout XMLWriter) {
        xml.leaf("mes:ID", [], id)
        xml.leaf("mes:Test", [], "false")
        xml.leaf("mes:Prepared", [], prepared)
        xml.element("mes:Sender", [("id", FigureFlow.agency)]) {
            $0.names(Self.sender)
        }
    }
}

extension XMLWriter {
    /// A name in its languages.
    mutating func names(_ name: LocalName) {
        for (language, text) in name.all {
            leaf("com:Name", [("xml:lang", language.rawValue)], text)
        }
    }
}

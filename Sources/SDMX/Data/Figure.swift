public import Records

/// A figure of the register with what messages need to know of it.
public struct Figure: Sendable {
    /// Its record's id.
    public let id: RecordID
    /// What it says.
    public let observation: Observation
    /// The name of its subject.
    public let subject: LocalName
    /// The name of its counterpart, when it names one.
    public let counterpart: LocalName?
    /// Its sources as a text; not needed for structures.
    public let source: String

    /// A figure.
    public init(
        id: RecordID, observation: Observation, subject: LocalName, counterpart: LocalName?,
        source: String = ""
    ) {
        self.id = id
        self.observation = observation
        self.subject = subject
        self.counterpart = counterpart
        self.source = source
    }
}

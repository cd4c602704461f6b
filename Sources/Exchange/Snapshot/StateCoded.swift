/// A value that a snapshot carries: written and read field by field, and hashed as it is written.
public protocol StateCoded: Sendable {
    /// Writes the value.
    func write(to writer: inout StateWriter)

    /// Reads a value and checks it: what is read is as sound as what was written.
    init(from reader: inout StateReader) throws(StateError)
}

extension StateCoded {
    /// Mixes the value's bytes into a state's hash.
    public func mix(into hash: inout StateHash) {
        var writer = StateWriter()
        write(to: &writer)
        hash.mix(bytes: writer.bytes)
    }
}

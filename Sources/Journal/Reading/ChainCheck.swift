/// Holds each entry against the one before.
struct ChainCheck: Sendable {
    /// The sequence number that must come next.
    private(set) var sequence: UInt64
    /// The hash of the entry before; nil if it isn't known.
    private(set) var previous: EntryHash?
    /// The time of the entry before.
    private(set) var time: Int64

    init(sequence: UInt64, previous: EntryHash?, time: Int64 = .min) {
        self.sequence = sequence
        self.previous = previous
        self.time = time
    }

    /// What is wrong with the next entry, or nil, in which case the check moves on to the one after.
    ///
    /// - Parameter hashing: Whether to compute the entry's hash, too.
    mutating func problem(
        _ frame: EntryFrame, _ buffer: borrowing ByteBuffer, hashing: Bool
    ) -> String? {
        guard frame.sequence == sequence else {
            return "entry \(frame.sequence) stands where entry \(sequence) should"
        }
        if let previous, frame.previous(buffer) != previous {
            return "it doesn't continue the entry before: that one's hash is \(previous)"
        }
        guard frame.time >= time else {
            return "its time, \(frame.time), is before that of the entry before, \(time)"
        }
        let hash = frame.hash(buffer)
        if hashing, frame.computedHash(buffer) != hash {
            return "its hash isn't that of its content"
        }
        // Wraps rather than traps on a forged number; the next entry then can't match.
        sequence &+= 1
        previous = hash
        time = frame.time
        return nil
    }
}

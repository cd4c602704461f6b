import Records
import Register

/// Records as the API writes them: all fields of the canonical form, and what the register adds.
enum RecordJSON {
    /// Writes one object: the canonical members, `name` where the kind has no such field of its
    /// own, then `more`.
    /// - Parameter body: the record's canonical form.
    static func write(
        _ body: [UInt8], _ record: Record, to writer: inout JSONWriter,
        more: (inout JSONWriter) throws -> Void
    ) rethrows {
        try writer.object {
            $0.raw(body[1..<(body.count - 1)])
            if !Self.hasName(record.kind) { $0.member("name", record.name) }
            try more(&$0)
        }
    }

    /// Whether records of this kind have a field `name` themselves.
    private static func hasName(_ kind: Kind) -> Bool {
        switch kind {
        case .place, .organisation, .person: true
        default: false
        }
    }

    /// Writes what a revision is and where it came from.
    static func writeProvenance(_ stored: StoredRecord, to writer: inout JSONWriter) {
        writer.member("revision", stored.revision)
        writer.member("sequence", Int(clamping: stored.sequence))
        writer.member("updated", Timestamp.text(microseconds: stored.time))
        writer.member("actor", stored.actor)
    }

    /// Writes a citation as records write it.
    static func write(_ citation: Citation, to writer: inout JSONWriter) {
        writer.object {
            $0.member("source", citation.source.text)
            $0.member("at", citation.locator)
        }
    }
}

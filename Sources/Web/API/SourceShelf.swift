import Records
import Register
import Synchronization

/// Sources as records name them under `sources`. Few sources carry many records, so each is read
/// once and kept until the register changes.
final class SourceShelf: Sendable {
    private struct Kept {
        var version: UInt64 = 0
        var sources: [RecordID: [UInt8]] = [:]
    }

    private static let mostKept = 4_096

    private let register: Register
    private let clock: RegisterClock
    private let kept = Mutex(Kept())

    init(_ register: Register, _ clock: RegisterClock) {
        self.register = register
        self.clock = clock
    }

    /// Writes the sources that a record cites, once each, with where they can be read.
    func write(sourcesOf record: Record, to writer: inout JSONWriter) throws {
        let cited = Self.cited(record)
        let sources = try sources(cited)
        writer.name("sources")
        writer.array { list in
            for id in cited { if let source = sources[id] { list.raw(source) } }
        }
    }

    private static func cited(_ record: Record) -> [RecordID] {
        var cited: [RecordID] = []
        for citation in record.citations where !cited.contains(citation.source) {
            cited.append(citation.source)
        }
        return cited
    }

    private func sources(_ ids: [RecordID]) throws -> [RecordID: [UInt8]] {
        let version = try clock.version()
        var found: [RecordID: [UInt8]] = [:]
        kept.withLock { kept in
            guard kept.version == version else { return }
            for id in ids { found[id] = kept.sources[id] }
        }
        let missing = ids.filter { found[$0] == nil }
        guard !missing.isEmpty else { return found }
        for (id, source) in try register.records(missing) { found[id] = Self.json(source) }
        kept.withLock { kept in
            if kept.version != version || kept.sources.count >= Self.mostKept {
                kept = Kept(version: version)
            }
            for id in missing { kept.sources[id] = found[id] }
        }
        return found
    }

    private static func json(_ source: Record) -> [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.member("id", source.id.text)
            $0.member("name", source.name)
            guard case .source(let body) = source.body else { return }
            $0.member("publisher", body.publisher)
            $0.member("date", body.date?.description)
            $0.member("url", body.url)
        }
        return writer.bytes
    }
}

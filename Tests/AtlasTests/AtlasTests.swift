import Atlas
import Foundation
import Records
import Testing

struct AtlasTests {
    private static func lines() throws -> [(file: String, bytes: [UInt8])] {
        try Atlas.files().flatMap { file in
            try Data(contentsOf: URL(filePath: file)).split(separator: 0x0A)
                .map { (file, Array($0)) }
        }
    }

    /// Every record of the set is valid, in canonical form it stays itself, ids are unique,
    /// references lead somewhere and nothing of the file is lost.
    @Test func wholeSetIsValid() throws {
        var records: [RecordID: Record] = [:]
        for (file, line) in try Self.lines() {
            do {
                let record = try Record(json: line)
                #expect(records.updateValue(record, forKey: record.id) == nil, "\(record.id)")
                #expect(try Record(json: record.canonicalJSON) == record)
                let given = try JSONParser.parse(line)
                let kept = try JSONParser.parse(record.canonicalJSON)
                #expect(Self.sorted(given) == Self.sorted(kept), "\(record.id)")
            } catch {
                Issue.record("\(file): \(error)")
            }
        }
        #expect(records.count == 1_736)
        for record in records.values {
            for link in record.content.links { #expect(records[link.target] != nil) }
            for citation in record.citations {
                #expect(records[citation.source]?.kind == .source)
            }
        }
    }

    private static func sorted(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members):
            .object(
                members.map { .init($0.name, sorted($0.value)) }.sorted { $0.name < $1.name })
        case .array(let items): .array(items.map(sorted))
        default: value
        }
    }
}

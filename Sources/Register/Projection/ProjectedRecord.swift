import Names
import Records

/// All that the projection keeps of a record, worked out from the record alone: made on many
/// cores, written by one.
struct ProjectedRecord: Sendable {
    let record: Record
    let body: [UInt8]
    let name: String
    let italian: String?
    let russian: String?
    let names: [UInt8]
    let words: [UInt8]
    let topics: String
    let status: String?
    let series: String?
    let type: String?
    /// The first and last day as yyyymmdd; zeros when it names no time.
    let days: ClosedRange<Int32>
    let links: [Link]

    /// Between names in `names` and topics in `topics`.
    static let separator: UInt8 = 0x1F

    init(_ record: Record) {
        let content = record.content
        self.record = record
        body = record.canonicalJSON
        name = record.name
        italian = content.aliases.first { $0.language == "it" }?.text
        russian = content.aliases.first { $0.language == "ru" }?.text
        var names: [UInt8] = []
        NameFolding.appendTokens(of: record.name, to: &names)
        for alias in content.aliases {
            names.append(Self.separator)
            NameFolding.appendTokens(of: alias.text, to: &names)
        }
        self.names = names
        var words: [UInt8] = []
        for text in content.texts {
            if !words.isEmpty { words.append(0x20) }
            NameFolding.appendTokens(of: text, to: &words)
        }
        self.words = words
        topics = content.topics.joined(separator: "\u{1F}")
        status = Self.status(of: record)
        if case .event(let event) = record.body { series = event.series } else { series = nil }
        type = content.type
        days = content.days ?? 0...0
        links = content.links
    }

    private static func status(of record: Record) -> String? {
        switch record.body {
        case .agreement(let agreement): agreement.status?.rawValue
        case .project(let project): project.status?.rawValue
        case .measure(let measure): measure.status?.rawValue
        default: nil
        }
    }
}

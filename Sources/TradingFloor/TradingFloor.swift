public import Exchange
internal import Journal
internal import Synchronization

/// All sections of a data directory, and who may use them.
///
/// ```
/// <data>/exchange/tokens.json                   who may use the sections
/// <data>/exchange/<section>/journal/            the section's journal
/// <data>/exchange/<section>/snapshots/          its snapshots
/// ```
public final class TradingFloor: Sendable {
    /// The folder of all sections.
    public let folder: String
    /// The tokens.
    public let tokens: TokenBook
    /// Who may do what.
    public let gate: Gate
    private let options: FloorOptions
    private let open: Mutex<[String: SectionFloor]>

    /// Opens the sections that there are, all or those that are named.
    ///
    /// - Throws: ``FloorError`` of the first section that can't be opened; none stays open then.
    public static func open(
        dataDirectory: String, options: FloorOptions = FloorOptions(),
        limits: GateLimits = GateLimits(), only names: [String]? = nil
    ) throws(FloorError) -> TradingFloor {
        let folder = "\(dataDirectory)/exchange"
        try PosixFiles.makeFolder(folder)
        let tokens = try TokenBook(folder: folder)
        var sections: [String: SectionFloor] = [:]
        do throws(FloorError) {
            let present = try sectionNames(in: dataDirectory)
            for name in names ?? present {
                guard present.contains(name) else {
                    throw .unknownSection(name, directory: folder)
                }
                sections[name] = try SectionFloor.open(
                    name, folder: "\(folder)/\(name)", options: options)
            }
        } catch {
            for section in sections.values { section.close() }
            throw error
        }
        return TradingFloor(folder, tokens, options, limits, sections)
    }

    /// The names of the sections in a data directory.
    public static func sectionNames(in dataDirectory: String) throws(FloorError) -> [String] {
        let folder = "\(dataDirectory)/exchange"
        var found: [String] = []
        for name in try PosixFiles.names(in: folder) ?? [] where isName(name) {
            if try PosixFiles.names(in: "\(folder)/\(name)/journal") != nil { found.append(name) }
        }
        return found
    }

    private init(
        _ folder: String, _ tokens: TokenBook, _ options: FloorOptions, _ limits: GateLimits,
        _ sections: [String: SectionFloor]
    ) {
        self.folder = folder
        self.tokens = tokens
        self.options = options
        open = Mutex(sections)
        gate = Gate(tokens: tokens, limits: limits, clock: options.clock)
    }

    /// The sections that are open, by name.
    public var sections: [String: SectionFloor] { open.withLock { $0 } }

    /// A section by its name.
    public func section(_ name: String) throws(FloorError) -> SectionFloor {
        guard let section = open.withLock({ $0[name] }) else {
            throw .unknownSection(name, directory: folder)
        }
        return section
    }

    /// Whether a text can be a section's name: 1 to 32 of a-z, 0-9 and `-`.
    public static func isName(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 45
            }
    }

    /// Makes a section that holds so much, and opens it. How much it holds never changes.
    @discardableResult
    public func makeSection(
        _ name: String, limits: SectionLimits = SectionLimits()
    ) throws(FloorError) -> SectionFloor {
        guard Self.isName(name) else { throw .badName(name) }
        guard open.withLock({ $0[name] }) == nil else { throw .sectionExists(name) }
        let path = "\(folder)/\(name)"
        let journal = try SectionKeeper.openJournal("\(path)/journal")
        let isNew = journal.head().sequence == 0
        if isNew { try SectionKeeper.begin(limits, on: journal) }
        journal.close()
        guard isNew else { throw .sectionExists(name) }
        let section = try SectionFloor.open(name, folder: path, options: options)
        open.withLock { $0[name] = section }
        return section
    }

    /// Closes all sections; each takes a snapshot.
    public func close() {
        let sections = open.withLock { open in
            defer { open = [:] }
            return open.values.sorted { $0.name < $1.name }
        }
        for section in sections { section.close() }
    }
}

internal import Exchange
internal import Journal
internal import TradingFloor

extension Run {
    /// A bit turns over in a file while the section is down. The journal must be refused, or found
    /// to be damaged when it is verified, by the file's name; a snapshot must be passed over, by its
    /// name. The state is never another one.
    func damage() throws(Finding) {
        let good = disk.files
        guard let path = fileToDamage(good), let count = good[path]?.count else {
            return try recover()
        }
        let bit = chance.number(0...count * 8 - 1)
        disk.flip(path, bit: bit)
        trace.add("bit \(bit) of \(path) turns over")
        tally.add("flipped bits in \(Self.sort(of: path))")
        if let error = openingError() {
            try refused(error, path)
            disk.restore(good)
            return try recover()
        }
        tally.add("recoveries")
        try opened(path)
        guard Self.sort(of: path) == "segments" else { return }
        letGo()
        disk.restore(good)
        try recover()
    }

    private func fileToDamage(_ files: [String: [UInt8]]) -> String? {
        let wanted = chance.one(of: ["segments", "segments", "snapshots", "heads"])
        let paths = files.keys.sorted().filter {
            Self.sort(of: $0) == wanted && files[$0]?.isEmpty == false
        }
        return paths.isEmpty ? nil : chance.one(of: paths)
    }

    private static func sort(of path: String) -> String {
        if path.hasSuffix(".log") { return "segments" }
        if path.hasSuffix(".snapshot") { return "snapshots" }
        return path.hasSuffix("/head") ? "heads" : "others"
    }

    private func refused(_ error: FloorError, _ path: String) throws(Finding) {
        trace.add("refused: \(error)")
        tally.add("refused after a flipped bit: \(Self.name(of: error))")
        guard Self.sort(of: path) == "segments" else {
            throw Finding("damage", "a bit of \(path) turned over, and all is refused: \(error)")
        }
        try checkNames(error, path)
    }

    /// The section opened all the same: then its state is right, and whoever looks finds the damage.
    private func opened(_ path: String) throws(Finding) {
        guard let desk else { return }
        let place = "a bit of \(path) turned over"
        guard desk.keeper.commands == UInt64(history.count),
            desk.keeper.section.stateHash == shadow.stateHash
        else { throw Finding("damage", "\(place), and the state is another one") }
        try auditor.compare(with: desk.keeper.section)
        latest = desk.keeper.section.clock
        switch Self.sort(of: path) {
        case "segments":
            let report = try? desk.journal.verify()
            guard let damage = report?.damage, path.hasSuffix("/" + damage.place.segment) else {
                throw Finding("damage", "\(place), and nothing is found")
            }
            tally.add("damage found by verifying")
        case "snapshots":
            let isNewest = !disk.files.keys.contains {
                $0.hasSuffix(".snapshot") && $0 > path
            }
            let said = desk.keeper.report.passedOver.contains { $0.path == path }
            guard said || !isNewest else {
                throw Finding("damage", "\(place), and it isn't passed over by name")
            }
            if said { tally.add("snapshots passed over") }
        default: break
        }
    }

    // MARK: Names

    /// A refusal says where: the file or the folder, and the entry.
    func checkNames(_ error: FloorError, _ path: String? = nil) throws(Finding) {
        let text = "\(error)"
        let isNamed: Bool
        switch error {
        case .journal(.corrupt(let place, _)):
            isNamed =
                text.contains(place.segment) && text.contains("entry \(place.sequence)")
                && (path.map { $0.hasSuffix("/" + place.segment) } ?? true)
        case .journal(.lost(let directory, let committed, _)):
            isNamed = text.contains(directory) && text.contains("\(committed)")
        case .journalBehind(_, let snapshot, let entry, _):
            isNamed = text.contains(snapshot) && text.contains("entry \(entry)")
        case .badEntry(let section, let entry, _):
            isNamed = text.contains(section) && text.contains("entry \(entry)")
        default: isNamed = false
        }
        guard isNamed else { throw Finding("damage", "a refusal doesn't say where: \(error)") }
    }

    static func isReading(_ error: FloorError) -> Bool {
        switch error {
        case .journal(.file), .file: true
        default: false
        }
    }

    static func name(of error: FloorError) -> String {
        switch error {
        case .journal(.corrupt): "corrupt"
        case .journal(.lost): "lost"
        case .journal(.file), .file: "file"
        case .journalBehind: "journalBehind"
        case .badEntry: "badEntry"
        default: "other"
        }
    }
}

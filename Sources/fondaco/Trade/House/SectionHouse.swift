import Exchange
import Journal
import TradingFloor

/// Where a section's commands go: the section's own journal, or a server that has it at work.
protocol SectionHouse {
    var name: String { get }
    /// Codes and numbers, as they are now.
    var directory: SectionDirectory { get throws }
    /// Sends commands together; the events of each in its place.
    func send(_ actions: [SectionAction]) throws -> [[SectionEvent]]
}

extension SectionFloor: SectionHouse {
    func send(_ actions: [SectionAction]) throws -> [[SectionEvent]] {
        let reply = try submitAndWait(actions)
        return actions.indices.map { Array(reply[$0]) }
    }
}

extension SectionHouse {
    /// Sends one command of the operator; a refusal is an error with its numbered reason.
    @discardableResult
    func order(_ action: SectionAction) throws -> [SectionEvent] {
        let events = try send([action]).first ?? []
        let refused = events.first {
            [.commandRefused, .refused, .cancelRefused, .replaceRefused, .bidRefused].contains(
                $0.kind)
        }
        if let refused {
            throw Refusal(
                "section \(name) refuses: \(refused.reason.name) (\(refused.reason.rawValue))")
        }
        return events
    }

    /// Sends what a form says.
    @discardableResult
    func order(_ form: some CommandForm) throws -> [SectionEvent] {
        try order(try form.action(in: directory))
    }

    func participant(named code: String) throws -> ParticipantIndex {
        let directory = try directory
        guard let index = directory.participant(code) else {
            let codes = directory.participants.dropFirst().map(\.code).joined(separator: ", ")
            throw Refusal("section \(name) has no participant \(code); it has: \(codes)")
        }
        return index
    }
}

extension FloorArguments {
    /// Does something in a section: through the server that is named, or else in its own journal.
    func with<Value>(_ name: String, _ body: (any SectionHouse) throws -> Value) throws -> Value {
        if let remote = try remote(name) { return try body(remote) }
        let floor = try openAlone(name)
        defer { floor.close() }
        return try body(try floor.section(name))
    }

    private func openAlone(_ name: String) throws -> TradingFloor {
        do throws(FloorError) {
            return try TradingFloor.open(dataDirectory: directory, only: [name])
        } catch {
            guard case .journal(.locked(_, let holder)) = error else { throw error }
            let process = holder.map { " (process \($0))" } ?? ""
            throw Refusal(
                "section \(name) is at work in another process\(process); add --server http://… "
                    + "with an operator's token in --token-file or FONDACO_TOKEN, or stop it first")
        }
    }

    /// Codes, instruments and participants of a section: from the server that is named, or else
    /// from its files.
    func directory(of name: String) throws -> SectionDirectory {
        if let remote = try remote(name) { return try remote.directory }
        return try look(name) { section, _ in
            SectionDirectory(
                instruments: section.instruments, participants: section.participants)
        }
    }
}

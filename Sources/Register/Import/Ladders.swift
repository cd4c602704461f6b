import Records

/// The ties that must not lead back to where they begin: a place inside itself by way of its
/// parents, an organisation that belongs to itself, an agreement that carries out itself.
struct Ladders {
    private struct Step {
        let to: RecordID
        let field: String
        let place: ImportPlace
    }

    private var steps: [RecordID: Step] = [:]

    mutating func add(_ record: Record, at place: ImportPlace) {
        guard let (to, field) = Self.step(of: record) else { return }
        steps[record.id] = Step(to: to, field: field, place: place)
    }

    /// Walks up from every imported record and notes those that come back to themselves.
    func check(
        with projector: Projector, _ note: (ImportPlace, Problem) -> Void
    ) throws {
        var done = Set<RecordID>()
        var stored: [RecordID: RecordID?] = [:]
        for (start, _) in steps.sorted(by: { $0.value.place < $1.value.place })
        where !done.contains(start) {
            var walked: [RecordID] = []
            var seen = Set<RecordID>()
            var next: RecordID? = start
            while let id = next, !done.contains(id), seen.insert(id).inserted {
                walked.append(id)
                next = try above(id, projector, &stored)
            }
            if let id = next, seen.contains(id), let first = walked.firstIndex(of: id) {
                for member in walked[first...] {
                    guard let step = steps[member] else { continue }
                    note(
                        step.place,
                        Problem(
                            field: step.field, message: "leads back to \(member) itself",
                            remedy: "a chain that ends"))
                }
            }
            done.formUnion(walked)
        }
    }

    private func above(
        _ id: RecordID, _ projector: Projector, _ stored: inout [RecordID: RecordID?]
    ) throws -> RecordID? {
        if let step = steps[id] { return step.to }
        if let known = stored[id] { return known }
        let up = try projector.stored(id).flatMap { Self.step(of: $0)?.to }
        stored[id] = .some(up)
        return up
    }

    private static func step(of record: Record) -> (to: RecordID, field: String)? {
        switch record.body {
        case .place(let place): place.parent.map { ($0, "parent") }
        case .organisation(let organisation): organisation.parent.map { ($0, "parent") }
        case .agreement(let agreement): agreement.implements.map { ($0, "implements") }
        default: nil
        }
    }
}

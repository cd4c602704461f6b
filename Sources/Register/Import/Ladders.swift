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
        var sound = Set<RecordID>()
        var stored: [RecordID: RecordID?] = [:]
        for (start, step) in steps.sorted(by: { $0.value.place < $1.value.place })
        where !sound.contains(start) {
            var walked: [RecordID] = [start]
            var seen: Set<RecordID> = [start]
            var next: RecordID? = step.to
            while let id = next, !sound.contains(id), seen.insert(id).inserted {
                walked.append(id)
                next = try above(id, projector, &stored)
            }
            if next == start {
                note(
                    step.place,
                    Problem(
                        field: step.field, message: "leads back to \(start) itself",
                        remedy: "a chain that ends"))
            }
            // Those on the way to somebody else's ring are named when their own turn comes.
            if next == nil || next.map(sound.contains) == true { sound.formUnion(walked) }
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

public import Records

/// Where records are on the globe.
extension Register {
    /// The points at which records are.
    ///
    /// A place is at its own coordinates. An organisation, an event and a project are at the place
    /// that they name; an offer is where who makes it is, a figure where its subject is, a person
    /// where the body is that they speak for, a measure where its executor is. An agreement, and a
    /// project without a place, are where their parties are, at most one point a party. A place
    /// without coordinates stands at those of the nearest place around it that has some.
    /// - Returns: the points by record; what is nowhere is left out.
    public func locations(of records: [Records.Record]) throws -> [RecordID: [RecordLocation]] {
        try reading {
            let places = try placesNamed(by: records)
            let atlas = try PlaceShelf(places.values.flatMap(\.self), self)
            return places.compactMapValues { ids in
                let points = ids.compactMap { atlas.location(of: $0) }
                return points.isEmpty ? nil : points
            }.reduce(into: [:]) { result, entry in
                let isPlace = entry.key.kind == .place
                result[entry.key] = isPlace ? entry.value : entry.value.map(\.asSeenFromInside)
            }
        }
    }

    /// The points at which records are, by their ids; unknown ids are left out. See
    /// ``locations(of:)-(Array<Record>)``.
    public func locations(of ids: [RecordID]) throws -> [RecordID: [RecordLocation]] {
        try reading { try locations(of: Array(records(ids).values)) }
    }

    /// Places with their points; what isn't a place is left out.
    public func located(_ ids: [RecordID]) throws -> [RecordID: LocatedPlace] {
        try reading {
            let atlas = try PlaceShelf(ids, self)
            let names = try summaries(ids)
            var located: [RecordID: LocatedPlace] = [:]
            for id in ids {
                guard let summary = names[id], let place = atlas[id] else { continue }
                located[id] = LocatedPlace(
                    summary: summary, type: place.placeType, iso: place.iso,
                    country: atlas.country(of: id), location: atlas.location(of: id))
            }
            return located
        }
    }

    /// The places at which records are, in the order in which the records name them.
    private func placesNamed(by records: [Records.Record]) throws -> [RecordID: [RecordID]] {
        var wanted: [RecordID: [RecordID]] = [:]
        for record in records { wanted[record.id] = Self.anchors(of: record) }
        var known: [RecordID: [RecordID]] = [:]
        // A person speaks for an organisation that is at a place: two steps to a place at most.
        for _ in 0..<3 {
            let open = Set(wanted.values.joined()).filter { $0.kind != .place && known[$0] == nil }
            guard !open.isEmpty else { break }
            for (id, record) in try self.records(Array(open)) {
                known[id] = Self.anchors(of: record)
            }
            for id in open where known[id] == nil { known[id] = [] }
            wanted = wanted.mapValues { ids in
                ids.flatMap { $0.kind == .place ? [$0] : known[$0] ?? [] }
            }
        }
        return wanted.mapValues { ids in
            var seen: Set<RecordID> = []
            return ids.filter { $0.kind == .place && seen.insert($0).inserted }
        }
    }

    /// What tells where a record is: places, or records that are at places themselves.
    private static func anchors(of record: Records.Record) -> [RecordID] {
        switch record.body {
        case .source: []
        case .place: [record.id]
        case .organisation(let body): [body.place].compactMap(\.self)
        case .person(let person): [person.of].compactMap(\.self)
        case .agreement(let agreement): agreement.parties
        case .measure(let measure): [measure.executor?.id].compactMap(\.self)
        case .event(let event): [event.place].compactMap(\.self)
        case .project(let project): project.place.map { [$0] } ?? project.parties
        case .offer(let offer): [offer.by]
        case .observation(let figure): [figure.subject]
        }
    }
}

extension RecordLocation {
    /// The same for what is at the place rather than the place itself.
    fileprivate var asSeenFromInside: RecordLocation {
        guard basis == .own else { return self }
        return RecordLocation(
            place: place, pointOf: pointOf, basis: .place, latitude: latitude,
            longitude: longitude)
    }
}

/// Places and all that is around them, read a ring at a time.
private struct PlaceShelf {
    private var places: [RecordID: Place] = [:]

    /// The deepest that a place may lie.
    private static let deepest = 12

    init(_ ids: some Sequence<RecordID>, _ register: Register) throws {
        var wanted = Set(ids.filter { $0.kind == .place })
        for _ in 0..<Self.deepest where !wanted.isEmpty {
            var around: Set<RecordID> = []
            for (id, record) in try register.records(Array(wanted)) {
                guard case .place(let place) = record.body else { continue }
                places[id] = place
                if let parent = place.parent { around.insert(parent) }
            }
            wanted = around.filter { places[$0] == nil }
        }
    }

    subscript(id: RecordID) -> Place? { places[id] }

    /// The point of a place: its own, or that of the nearest place around it.
    func location(of id: RecordID) -> RecordLocation? {
        climb(from: id) { around, place in
            guard let latitude = place.latitude, let longitude = place.longitude else {
                return nil
            }
            return RecordLocation(
                place: id, pointOf: around, basis: around == id ? .own : .around,
                latitude: latitude, longitude: longitude)
        }
    }

    func country(of id: RecordID) -> RecordID? {
        climb(from: id) { around, place in place.placeType == .country ? around : nil }
    }

    private func climb<Found>(
        from id: RecordID, _ look: (RecordID, Place) -> Found?
    ) -> Found? {
        var current = id
        for _ in 0...Self.deepest {
            guard let place = places[current] else { return nil }
            if let found = look(current, place) { return found }
            guard let parent = place.parent else { return nil }
            current = parent
        }
        return nil
    }
}

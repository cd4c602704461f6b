/// What the documents are, in the order in which they were added.
struct CollectedColumns {
    private var ordinals: [Int64] = []
    private var kinds: [UInt8] = []
    private var types: [UInt32] = []
    private var typeNames = TextInterner()
    private var statuses: [UInt32] = []
    private var statusNames = TextInterner()
    private var topicNames = TextInterner()
    private var topics: [UInt32] = []
    private var topicEnds: [UInt32] = []
    private var places: [Int64] = []
    private var placeEnds: [UInt32] = []
    private var firstDates: [Int32] = []
    private var lastDates: [Int32] = []
    private var ranks: [UInt32] = []
    private var isPlace: [Bool] = []
    private var placeRanks: [Int64: (rank: SearchPlaceRank, parent: Int64?)] = [:]

    mutating func append(_ document: SearchDocument) {
        ordinals.append(document.ordinal)
        kinds.append(document.kind)
        types.append(document.type.map { typeNames.number(of: $0) } ?? MultiColumn.none)
        statuses.append(document.status.map { statusNames.number(of: $0) } ?? MultiColumn.none)
        var seen: [UInt32] = []
        for topic in document.topics {
            let number = topicNames.number(of: topic)
            if !seen.contains(number) { seen.append(number) }
        }
        topics += seen
        topicEnds.append(UInt32(topics.count))
        places += document.places
        placeEnds.append(UInt32(places.count))
        let period = SearchPeriod(first: document.firstDate, last: document.lastDate)
        firstDates.append(period.first)
        lastDates.append(period.last)
        ranks.append(document.rank)
        isPlace.append(document.placeRank != .notAPlace)
        if document.placeRank != .notAPlace {
            placeRanks[document.ordinal] = (document.placeRank, document.parentPlace)
        }
    }

    /// The documents by main name, then ordinal: the place in the result is the final number.
    func order(by words: CollectedWords) -> [UInt32] {
        var keyed: [(key: UInt64, document: UInt32)] = []
        keyed.reserveCapacity(ordinals.count)
        for document in ordinals.indices {
            let range = words.nameRange(of: document)
            var key: UInt64 = 0
            if range.count > 0, !words.nameEntries[range.lowerBound].isInitials {
                key = UInt64(words.nameEntries[range.lowerBound].term + 1) << 32
                if range.count > 1, !words.nameEntries[range.lowerBound + 1].startsName {
                    key |= UInt64(words.nameEntries[range.lowerBound + 1].term + 1)
                }
            }
            keyed.append((key, UInt32(document)))
        }
        keyed.sort {
            $0.key != $1.key ? $0.key < $1.key : isLess($0.document, $1.document, words)
        }
        return keyed.map(\.document)
    }

    private func isLess(_ left: UInt32, _ right: UInt32, _ words: CollectedWords) -> Bool {
        let one = words.nameRange(of: Int(left))
        let other = words.nameRange(of: Int(right))
        // The first words are known to be equal, if there are any.
        var step = 1
        while step < NameEntry.longestSortKey {
            let oneEnds = step >= one.count || words.nameEntries[one.lowerBound + step].startsName
            let otherEnds =
                step >= other.count || words.nameEntries[other.lowerBound + step].startsName
            if oneEnds || otherEnds {
                if oneEnds != otherEnds { return oneEnds }
                break
            }
            let oneTerm = words.nameEntries[one.lowerBound + step].term
            let otherTerm = words.nameEntries[other.lowerBound + step].term
            if oneTerm != otherTerm { return oneTerm < otherTerm }
            step += 1
        }
        return ordinals[Int(left)] < ordinals[Int(right)]
    }

    func ordinals(in order: [UInt32]) -> [Int64] { order.map { ordinals[Int($0)] } }

    /// The columns with the documents in their final order.
    func facets(in order: [UInt32]) -> FacetColumns {
        let tree = placeTree()
        let (typeTexts, typePlaces) = typeNames.sorted()
        let (statusTexts, statusPlaces) = statusNames.sorted()
        let (topicTexts, topicPlaces) = topicNames.sorted()
        var columns = FacetColumns(
            typeNames: typeTexts, statusNames: statusTexts, topicNames: topicTexts, tree: tree,
            kinds: order.map { kinds[Int($0)] },
            types: order.map {
                let type = types[Int($0)]
                return type == MultiColumn.none ? type : typePlaces[Int(type)]
            },
            statuses: order.map {
                let status = statuses[Int($0)]
                return status == MultiColumn.none ? status : statusPlaces[Int(status)]
            },
            firstDates: order.map { firstDates[Int($0)] },
            lastDates: order.map { lastDates[Int($0)] }, ranks: order.map { ranks[Int($0)] })
        columns.reserve(order.count)
        var spot = DocumentPlaces()
        for document in order.lazy.map({ Int($0) }) {
            spot.reset()
            let ordinal = ordinals[document]
            if isPlace[document], let place = placeRanks[ordinal] {
                spot.lies(in: place.parent == ordinal ? nil : place.parent, tree)
                spot.belongs(to: ordinal, tree)
            }
            let start = document == 0 ? 0 : Int(placeEnds[document - 1])
            for place in places[start..<Int(placeEnds[document])] where place != ordinal {
                spot.lies(in: place, tree)
            }
            let topicStart = document == 0 ? 0 : Int(topicEnds[document - 1])
            columns.append(
                spot,
                topics: topics[topicStart..<Int(topicEnds[document])].map { topicPlaces[Int($0)] })
        }
        columns.countAll()
        return columns
    }

    /// All places that were added or are spoken of.
    private func placeTree() -> PlaceTree {
        var known = Set(placeRanks.keys)
        for place in places { known.insert(place) }
        for place in placeRanks.values { if let parent = place.parent { known.insert(parent) } }
        let sorted = known.sorted()
        return PlaceTree(
            ordinals: sorted, ranks: sorted.map { placeRanks[$0]?.rank ?? .notAPlace },
            parents: sorted.map { placeRanks[$0]?.parent })
    }
}

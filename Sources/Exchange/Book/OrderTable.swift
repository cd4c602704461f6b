/// Finds an order's slot by its id.
///
/// Ids that are handed out in sequence are the usual case, so an id near those before it has a place
/// of its own by its low bits (the window): one look, next to its neighbours in the cache. Which
/// places are taken is also kept in a bit each, 32 times smaller, which mostly stays in the cache:
/// an id that is gone is found to be so, and a new one is entered, without waiting for the window's
/// memory. Any other id, and one whose place is taken, goes to a second table, which scatters by a
/// keyed mixer and probes linearly, at most half full. Deletion there moves the followers back, so
/// there are no tombstones and the speed doesn't decay. It uses only as much of its memory as the
/// ids in it need, doubling in place, so that few orders stay in a near cache however many there
/// may be.
///
/// Both hold slot numbers; the ids are in the order pool.
struct OrderTable: ~Copyable, Sendable {
    private var window: Slab<UInt32>
    private var taken: Slab<UInt64>
    private let windowMask: UInt64
    private var windowCount = 0
    /// Every id in the window is in low ..< low + span.
    private var low: UInt64 = 0
    private var span: UInt64 = 0
    private var scattered: Slab<ScatteredEntry>
    private var scatteredMask: Int
    private var scatteredCount = 0
    private let key: UInt64

    /// Room for `capacity` orders.
    init(capacity: Int, mixingKey: UInt64) {
        var size = 16
        while size < capacity &* 2 { size &*= 2 }
        window = Slab(repeating: 0, count: size)
        taken = Slab(repeating: 0, count: (size + 63) / 64)
        windowMask = UInt64(size - 1)
        scattered = Slab(repeating: ScatteredEntry(mixed: 0, slot: 0), count: size)
        scatteredMask = min(size, 64) - 1
        key = mixingKey
    }

    /// The slot of an id, or 0.
    @inline(__always) func slot(of id: UInt64, in pool: borrowing OrderPool) -> UInt32 {
        if id &- low < span {
            let place = place(id)
            if isTaken(place) {
                let slot = window[place]
                if pool.orders[slot].id == id { return slot }
            }
        }
        return scatteredCount == 0 ? 0 : scatteredSlot(of: id, in: pool)
    }

    @inline(__always) private func place(_ id: UInt64) -> Int {
        Int(truncatingIfNeeded: id & windowMask)
    }

    @inline(__always) private func isTaken(_ place: Int) -> Bool {
        taken[place &>> 6] &>> UInt64(place & 63) & 1 != 0
    }

    /// Enters an id that isn't in the table.
    @inline(__always) mutating func insert(_ id: UInt64, slot: UInt32) {
        if isNear(id) {
            let place = place(id)
            if !isTaken(place) {
                taken[place &>> 6] |= 1 &<< UInt64(place & 63)
                window[place] = slot
                windowCount &+= 1
                return
            }
        }
        insertScattered(id, slot: slot)
    }

    /// Whether an id belongs in the window, which reaches as far as needed if it is near its end.
    @inline(__always) private mutating func isNear(_ id: UInt64) -> Bool {
        let distance = id &- low
        if distance < span { return true }
        if windowCount == 0 {
            low = id
            span = 1
            return true
        }
        if distance &- span > windowMask || distance == .max { return false }
        span = distance &+ 1
        return true
    }

    /// Removes an id that is in the table with this slot.
    @inline(__always) mutating func remove(_ id: UInt64, slot: UInt32) {
        if id &- low < span {
            let place = place(id)
            if isTaken(place) && window[place] == slot {
                taken[place &>> 6] &= ~(1 &<< UInt64(place & 63))
                windowCount &-= 1
                return
            }
        }
        removeScattered(id, slot: slot)
    }

    // MARK: The scattered table

    /// A keyed 64-bit finaliser: the variant 13 of D. Stafford's "Better bit mixing" (2011), as in
    /// SplitMix64; its upper half is used.
    @inline(__always) private func mix(_ id: UInt64) -> UInt32 {
        var word = id ^ key
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return UInt32(truncatingIfNeeded: (word ^ (word >> 31)) >> 32)
    }

    private func scatteredSlot(of id: UInt64, in pool: borrowing OrderPool) -> UInt32 {
        let mixed = mix(id)
        var place = Int(mixed) & scatteredMask
        while scattered[place].slot != 0 {
            let entry = scattered[place]
            if entry.mixed == mixed && pool.orders[entry.slot].id == id { return entry.slot }
            place = (place &+ 1) & scatteredMask
        }
        return 0
    }

    private mutating func insertScattered(_ id: UInt64, slot: UInt32) {
        scatteredCount &+= 1
        if scatteredCount &* 2 > scatteredMask { grow() }
        enter(ScatteredEntry(mixed: mix(id), slot: slot))
    }

    @inline(__always) private mutating func enter(_ entry: ScatteredEntry) {
        var place = Int(entry.mixed) & scatteredMask
        while scattered[place].slot != 0 { place = (place &+ 1) & scatteredMask }
        scattered[place] = entry
    }

    /// Uses twice as much of the memory. Every entry is taken out and entered anew, in the order of
    /// the probing from an empty place on: then none lands behind its old place, and no way to an
    /// entry is broken by one that is taken out later.
    @inline(never)
    private mutating func grow() {
        let size = scatteredMask &+ 1
        guard size &* 2 <= scattered.count else { return }
        var start = 0
        while scattered[start].slot != 0 { start &+= 1 }
        let oldMask = scatteredMask
        scatteredMask = size &* 2 &- 1
        for step in 1..<size {
            let place = (start &+ step) & oldMask
            let entry = scattered[place]
            if entry.slot == 0 { continue }
            scattered[place].slot = 0
            enter(entry)
        }
    }

    /// Knuth, The Art of Computer Programming 3, section 6.4, algorithm R.
    private mutating func removeScattered(_ id: UInt64, slot: UInt32) {
        var place = Int(mix(id)) & scatteredMask
        while scattered[place].slot != slot {
            // An id that was never entered: nothing to do.
            if scattered[place].slot == 0 { return }
            place = (place &+ 1) & scatteredMask
        }
        var hole = place
        while true {
            place = (place &+ 1) & scatteredMask
            let entry = scattered[place]
            if entry.slot == 0 { break }
            let home = Int(entry.mixed) & scatteredMask
            // The entry may fill the hole unless its home lies cyclically after the hole.
            if (place &- home) & scatteredMask >= (place &- hole) & scatteredMask {
                scattered[hole] = entry
                hole = place
            }
        }
        scattered[hole].slot = 0
        scatteredCount &-= 1
    }
}

/// A place of the scattered table. (Not nested: the 6.3 compiler fails on a private type as the
/// parameter of a generic type from another file, in debug builds.)
struct ScatteredEntry {
    /// The mixed id's upper half.
    var mixed: UInt32
    /// The order's slot; 0 in an empty place.
    var slot: UInt32
}

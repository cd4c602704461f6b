/// All orders of one ladder at one price, first come first.
struct PriceLevel {
    var key: UInt64
    /// The sum of what the orders show.
    var quantity: Int64
    var first: UInt32
    var last: UInt32
    /// The leaf it hangs on; in a free level, the next free one.
    var leaf: UInt32
    var count: UInt32
}

/// One ladder: where its tree begins and what is best in it.
struct LadderHead {
    /// The best level's key; 0 if the ladder is empty.
    var bestKey: UInt64 = 0
    var best: UInt32 = 0
    var root: UInt32 = 0
    /// What all keys under the root have in common: key >> (6 × (height + 1)).
    var prefix: UInt64 = 0
    /// 0 if the root is a leaf.
    var height: UInt64 = 0
}

/// The price levels of a book: six ladders over one store of levels and tree nodes.
///
/// A ladder is a radix tree with 64 branches a node and a bit map of those in use. The root covers no
/// more than it must, so prices within 64 ticks need one step, within 4,096 two, within 262,144
/// three; the tree is as good for one lone price a billion ticks away as for a dense book. A key is
/// made of the price so that **a greater key always has priority**, on either side: one code serves all
/// ladders without a branch on the side.
struct Ladders: ~Copyable, Sendable {
    static let bids = 0
    static let asks = 1
    static let buyStops = 2
    static let sellStops = 3
    static let bidTerms = 4
    static let askTerms = 5
    static let count = 6

    /// Half of the keys' range; twice the largest price, so that there is room beyond every price.
    static let middle: Int64 = 1 << 41
    /// The key of orders without a limit in a call: before every price.
    static let unpriced = UInt64(bitPattern: middle * 2 - 1)

    var heads: Slab<LadderHead>
    var levels: Slab<PriceLevel>
    /// What icebergs hide at each level.
    var reserves: Slab<Int64>
    private(set) var levelsUsed = 0
    private var freeLevel: UInt32 = 0
    private let levelCapacity: Int

    private var bits: Slab<UInt64>
    private var branches: Slab<UInt32>
    private var parents: Slab<UInt32>
    private(set) var nodesUsed = 0
    private var freeNode: UInt32 = 0
    private let nodeCapacity: Int

    init(levels capacity: Int) {
        levelCapacity = capacity
        // Scattered prices share few nodes; 4,096 more let every small book use all its levels.
        nodeCapacity = capacity &+ 4_096
        heads = Slab(repeating: LadderHead(), count: Self.count)
        levels = Slab(capacity: capacity + 1)
        reserves = Slab(capacity: capacity + 1)
        bits = Slab(capacity: nodeCapacity + 1)
        parents = Slab(capacity: nodeCapacity + 1)
        branches = Slab(capacity: (nodeCapacity + 1) &* 64)
        levels.append(Self.freshLevel)
        reserves.append(0)
        appendNode()
    }

    private static let freshLevel = PriceLevel(
        key: 0, quantity: 0, first: 0, last: 0, leaf: 0, count: 0)

    /// Whether a new price surely finds room: no insertion needs more than 14 nodes.
    @inline(__always) var hasRoom: Bool {
        levelsUsed < levelCapacity && nodesUsed &+ 14 <= nodeCapacity
    }

    // MARK: Keys

    /// 0 where a higher price goes first, else −1.
    @inline(__always) private static func sign(_ ladder: Int) -> Int64 {
        0 &- Int64((ladder ^ ladder >> 1) & 1)
    }

    @inline(__always) static func key(_ price: Int64, _ ladder: Int) -> UInt64 {
        let sign = sign(ladder)
        return UInt64(bitPattern: middle &+ ((price ^ sign) &- sign))
    }

    @inline(__always) static func price(_ key: UInt64, _ ladder: Int) -> Int64 {
        let sign = sign(ladder)
        return ((Int64(bitPattern: key) &- middle) ^ sign) &- sign
    }

    @inline(__always) func price(ofLevel level: UInt32, _ ladder: Int) -> Int64 {
        Self.price(levels[level].key, ladder)
    }

    // MARK: Finding

    /// The level of a key, or 0.
    @inline(__always) func level(_ key: UInt64, _ ladder: Int) -> UInt32 {
        let head = heads[ladder]
        if head.bestKey == key { return head.best }
        var shift = head.height &* 6
        if head.root == 0 || (key &>> shift) &>> 6 != head.prefix { return 0 }
        var node = head.root
        while true {
            node = branches[branch(node, key, shift)]
            if shift == 0 || node == 0 { return node }
            shift &-= 6
        }
    }

    @inline(__always) private func branch(_ node: UInt32, _ key: UInt64, _ shift: UInt64) -> Int {
        Int(node) &<< 6 | Int(truncatingIfNeeded: (key &>> shift) & 63)
    }

    /// The level that follows a key in priority, or 0; the key needn't be in use.
    func level(after key: UInt64, _ ladder: Int) -> UInt32 {
        let head = heads[ladder]
        var shift = head.height &* 6
        guard head.root != 0 else { return 0 }
        let prefix = (key &>> shift) &>> 6
        if prefix < head.prefix { return 0 }
        if prefix > head.prefix { return head.best }
        var node = head.root
        var fallback: (node: UInt32, shift: UInt64, bits: UInt64) = (0, 0, 0)
        while true {
            let place = (key &>> shift) & 63
            let lower = bits[node] & ((1 &<< place) &- 1)
            if lower != 0 { fallback = (node, shift, lower) }
            if shift == 0 { break }
            node = branches[Int(node) &<< 6 | Int(place)]
            if node == 0 { break }
            shift &-= 6
        }
        guard fallback.node != 0 else { return 0 }
        let place = 63 &- fallback.bits.leadingZeroBitCount
        let next = branches[Int(fallback.node) &<< 6 | place]
        return fallback.shift == 0 ? next : last(under: next, shift: fallback.shift &- 6)
    }

    /// The greatest level under a node that stands at a shift.
    @inline(__always) private func last(under start: UInt32, shift: UInt64) -> UInt32 {
        var node = start
        var shift = shift
        while true {
            let place = 63 &- bits[node].leadingZeroBitCount
            node = branches[Int(node) &<< 6 | place]
            if shift == 0 { return node }
            shift &-= 6
        }
    }

    // MARK: Changing

    /// Makes the level of a key that has none; there is room.
    @inline(never) mutating func insert(_ key: UInt64, _ ladder: Int) -> UInt32 {
        var head = heads[ladder]
        if head.root == 0 {
            head.root = takeNode(parent: 0)
            head.height = 0
            head.prefix = key &>> 6
        } else {
            while (key &>> (head.height &* 6)) &>> 6 != head.prefix { grow(&head) }
        }
        var node = head.root
        var shift = head.height &* 6
        while shift != 0 {
            let place = branch(node, key, shift)
            var next = branches[place]
            if next == 0 {
                next = takeNode(parent: node)
                branches[place] = next
                bits[node] |= 1 &<< ((key &>> shift) & 63)
            }
            node = next
            shift &-= 6
        }
        let level = takeLevel(key, leaf: node)
        branches[branch(node, key, 0)] = level
        bits[node] |= 1 &<< (key & 63)
        if key > head.bestKey {
            head.bestKey = key
            head.best = level
        }
        heads[ladder] = head
        return level
    }

    /// Puts a root of 64 times the range above the root.
    private mutating func grow(_ head: inout LadderHead) {
        let root = takeNode(parent: 0)
        branches[Int(root) &<< 6 | Int(truncatingIfNeeded: head.prefix & 63)] = head.root
        bits[root] = 1 &<< (head.prefix & 63)
        parents[head.root] = root
        head.root = root
        head.height &+= 1
        head.prefix &>>= 6
    }

    /// Takes a level without orders away.
    @inline(never) mutating func remove(_ level: UInt32, _ ladder: Int) {
        let key = levels[level].key
        var node = levels[level].leaf
        freeLevel(level)
        var shift: UInt64 = 0
        while true {
            branches[branch(node, key, shift)] = 0
            bits[node] &= ~(1 &<< ((key &>> shift) & 63))
            if bits[node] != 0 { break }
            let parent = parents[node]
            releaseNode(node)
            if parent == 0 {
                heads[ladder] = LadderHead()
                return
            }
            node = parent
            shift &+= 6
        }
        if heads[ladder].bestKey == key {
            // All that is left has lower keys, so the next best is the last under this node.
            let best = last(under: node, shift: shift)
            heads[ladder].best = best
            heads[ladder].bestKey = levels[best].key
        }
        if node == heads[ladder].root { shrink(ladder) }
    }

    /// Drops roots with a single branch, so that one far price doesn't leave its steps behind.
    private mutating func shrink(_ ladder: Int) {
        while heads[ladder].height > 0 {
            let root = heads[ladder].root
            let map = bits[root]
            guard map & (map &- 1) == 0 else { return }
            let place = map.trailingZeroBitCount
            let child = branches[Int(root) &<< 6 | place]
            branches[Int(root) &<< 6 | place] = 0
            bits[root] = 0
            releaseNode(root)
            parents[child] = 0
            heads[ladder].root = child
            heads[ladder].height &-= 1
            heads[ladder].prefix = heads[ladder].prefix &<< 6 | UInt64(place)
        }
    }

    // MARK: Stores

    private mutating func takeLevel(_ key: UInt64, leaf: UInt32) -> UInt32 {
        levelsUsed &+= 1
        let level = freeLevel
        let fresh = PriceLevel(key: key, quantity: 0, first: 0, last: 0, leaf: leaf, count: 0)
        if level != 0 {
            freeLevel = levels[level].leaf
            levels[level] = fresh
            return level
        }
        levels.append(fresh)
        reserves.append(0)
        return UInt32(truncatingIfNeeded: levels.count &- 1)
    }

    private mutating func freeLevel(_ level: UInt32) {
        levelsUsed &-= 1
        levels[level].leaf = freeLevel
        freeLevel = level
    }

    private mutating func takeNode(parent: UInt32) -> UInt32 {
        nodesUsed &+= 1
        let node = freeNode
        if node != 0 {
            freeNode = parents[node]
            parents[node] = parent
            return node
        }
        appendNode()
        let fresh = UInt32(truncatingIfNeeded: bits.count &- 1)
        parents[fresh] = parent
        return fresh
    }

    private mutating func appendNode() {
        bits.append(0)
        parents.append(0)
        for _ in 0..<64 { branches.append(0) }
    }

    /// A released node is all zeros again, ready for the next use.
    private mutating func releaseNode(_ node: UInt32) {
        nodesUsed &-= 1
        parents[node] = freeNode
        freeNode = node
    }
}

private import Names

/// From the sound of a word to the words of names that sound so.
struct SkeletonIndex: Sendable {
    /// Upper half: hash of a skeleton; lower half: word. Sorted, so that a skeleton's words stand
    /// together. Two skeletons of one hash do no harm: a word found is compared anyway.
    private let keys: [UInt64]

    /// Only words for which `include` is true can be found.
    init(_ vocabulary: Vocabulary, include: (Int) -> Bool) {
        var keys: [UInt64] = []
        let bytes = vocabulary.bytes.span
        for term in 0..<vocabulary.count where include(term) {
            NameFolding.forEachSkeleton(of: bytes.extracting(vocabulary.range(of: term))) {
                keys.append(Self.hash($0) << 32 | UInt64(term))
            }
        }
        keys.sort()
        self.keys = keys
    }

    /// Calls back with the words that share a skeleton with this one; some come twice.
    func forEach(like word: [UInt8], _ body: (Int) -> Void) {
        NameFolding.forEachSkeleton(of: word.span) { skeleton in
            let hash = Self.hash(skeleton)
            var low = 0
            var high = keys.count
            while low < high {
                let middle = (low + high) / 2
                if keys[middle] >> 32 < hash { low = middle + 1 } else { high = middle }
            }
            while low < keys.count, keys[low] >> 32 == hash {
                body(Int(keys[low] & 0xFFFF_FFFF))
                low += 1
            }
        }
    }

    private static func hash(_ skeleton: NameSkeleton) -> UInt64 {
        let mixed = (skeleton.rawValue ^ skeleton.rawValue >> 31) &* 0x9E37_79B9_7F4A_7C15
        return mixed >> 32
    }
}

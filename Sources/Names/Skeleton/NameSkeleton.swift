/// The sound of a folded token, reduced until spellings from different languages and
/// transliteration systems meet: one code of four bits for each consonant, first in the highest
/// bits; vowels and whatever follows the sixteenth consonant are left out.
///
/// Letters whose sound depends on the language (`ch`, `j`, `g`, `x`, `w`…) give a token up to four
/// skeletons, one a *reading*. Two tokens may be the same word if they share one. Sharing one says
/// no more than "worth comparing"; `NameComparer` decides.
public struct NameSkeleton: Hashable, Sendable {
    /// The codes; 0 for a token without any letter or digit.
    public let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }
}

extension NameFolding {
    /// The skeletons of one folded token, one to four, the most likely reading first.
    public static func skeletons(of token: String) -> [NameSkeleton] {
        skeletons(of: token.utf8Span.span)
    }

    /// The skeletons of one folded token in UTF-8, one to four, the most likely reading first.
    public static func skeletons(of token: Span<UInt8>) -> [NameSkeleton] {
        var result: [NameSkeleton] = []
        forEachSkeleton(of: token) { result.append($0) }
        return result
    }

    /// Calls `body` with each of the token's skeletons, the most likely first, without allocating.
    public static func forEachSkeleton(
        of token: Span<UInt8>, _ body: (NameSkeleton) -> Void
    ) {
        guard SkeletonReader.isReadable(token) else { return body(literal(token)) }
        var found: [4 of NameSkeleton] = .init(repeating: NameSkeleton(rawValue: 0))
        var count = 0
        for reading in SkeletonReading.allCases {
            let skeleton = SkeletonReader.read(token, reading)
            var isNew = true
            for index in 0..<count where found[index] == skeleton { isNew = false }
            guard isNew else { continue }
            found[count] = skeleton
            count += 1
            body(skeleton)
        }
    }

    /// A token with digits or of another script sounds like nothing but itself: its FNV-1a hash,
    /// marked by the highest code, which no sound has.
    private static func literal(_ token: Span<UInt8>) -> NameSkeleton {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in token.indices { hash = (hash ^ UInt64(token[index])) &* 0x100_0000_01B3 }
        return NameSkeleton(rawValue: token.isEmpty ? 0 : hash | 0xF000_0000_0000_0000)
    }
}

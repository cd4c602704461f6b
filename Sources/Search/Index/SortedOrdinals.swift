/// Ascending ordinals, to be looked up.
struct SortedOrdinals {
    private let ordinals: [Int64]

    init(_ ordinals: [Int64]) {
        self.ordinals = ordinals
    }

    func place(of ordinal: Int64) -> Int? {
        var low = 0
        var high = ordinals.count
        while low < high {
            let middle = (low + high) / 2
            if ordinals[middle] < ordinal { low = middle + 1 } else { high = middle }
        }
        return low < ordinals.count && ordinals[low] == ordinal ? low : nil
    }
}

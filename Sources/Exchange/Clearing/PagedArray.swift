internal import BasicContainers

/// A list that grows by pages of 4,096 elements, so that nothing is ever moved: a list that is added
/// to in the midst of trading must not copy itself just then.
struct PagedArray<Element>: ~Copyable {
    private var pages = UniqueArray<RigidArray<Element>>()
    private(set) var count = 0

    private static var bits: Int { 12 }
    private static var size: Int { 1 << bits }

    @inline(__always) mutating func append(_ element: Element) {
        if count & (Self.size &- 1) == 0 { pages.append(RigidArray(capacity: Self.size)) }
        pages[count >> Self.bits].append(element)
        count &+= 1
    }

    @inline(__always) subscript(position: Int) -> Element {
        _read { yield pages[position >> Self.bits][position & (Self.size &- 1)] }
        _modify { yield &pages[position >> Self.bits][position & (Self.size &- 1)] }
    }
}

extension PagedArray: Sendable where Element: Sendable {}

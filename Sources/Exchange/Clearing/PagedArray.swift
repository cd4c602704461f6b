internal import BasicContainers

/// A list that grows by pages of 4,096 elements, so that nothing is ever moved: a list that is added
/// to in the midst of trading must not copy itself just then.
struct PagedArray<Element>: ~Copyable {
    private var pages = UniqueArray<RigidArray<Element>>()
    /// Empty pages to come.
    private var spare = UniqueArray<RigidArray<Element>>()
    private(set) var count = 0

    private static var bits: Int { 12 }
    private static var size: Int { 1 << bits }

    @inline(__always) mutating func append(_ element: Element) {
        if count & (Self.size &- 1) == 0 { addPage() }
        pages[count >> Self.bits].append(element)
        count &+= 1
    }

    @inline(never)
    private mutating func addPage() {
        pages.append(spare.popLast() ?? RigidArray(capacity: Self.size))
    }

    @inline(__always) subscript(position: UInt32) -> Element {
        _read { yield self[Int(position)] }
        _modify { yield &self[Int(position)] }
    }

    @inline(__always) subscript(position: Int) -> Element {
        _read { yield pages[position >> Self.bits][position & (Self.size &- 1)] }
        _modify { yield &pages[position >> Self.bits][position & (Self.size &- 1)] }
    }

    // MARK: Memory made elsewhere

    /// How many empty pages there are to come.
    var spareCount: Int { spare.count }

    /// Takes pages that another thread has made.
    mutating func supply(_ page: consuming RigidArray<Element>) { spare.append(page) }

    /// An empty page whose memory has been written to, so that whoever fills it doesn't wait for
    /// the kernel: a fresh piece of memory costs a microsecond or more for each 4 KiB when it is
    /// first touched, as much as some ten orders.
    static func touchedPage(_ filling: Element) -> RigidArray<Element> {
        var page = RigidArray<Element>(capacity: size)
        for _ in 0..<size { page.append(filling) }
        page.removeAll()
        return page
    }
}

extension PagedArray: Sendable where Element: Sendable {}

internal import BasicContainers

/// A fixed piece of memory for elements of one kind, addressed by 32-bit numbers; what is used of it
/// only grows, so that memory that was never needed is never touched.
struct Slab<Element>: ~Copyable {
    private var items: RigidArray<Element>

    /// Room for `capacity` elements, none in use.
    init(capacity: Int) { items = RigidArray(capacity: capacity) }

    /// `count` equal elements, all in use.
    init(repeating element: Element, count: Int) {
        items = RigidArray(repeating: element, count: count)
    }

    @inline(__always) var count: Int { items.count }

    @inline(__always) mutating func append(_ element: Element) { items.append(element) }

    @inline(__always) subscript(position: Int) -> Element {
        _read { yield items[position] }
        _modify { yield &items[position] }
    }

    @inline(__always) subscript(position: UInt32) -> Element {
        _read { yield items[Int(position)] }
        _modify { yield &items[Int(position)] }
    }
}

extension Slab: Sendable where Element: Sendable {}

public import BasicContainers

/// Where a book writes its events, and where its caller reads them in the same thread.
///
/// The caller owns it, may hand it to any number of commands and books in turn, and empties it when
/// the events are consumed; its memory is kept, so that it is only ever allocated while it grows to
/// the largest batch seen.
public struct EventBuffer: ~Copyable, Sendable {
    @usableFromInline var storage: RigidArray<Event>

    /// An empty buffer with room for `capacity` events before it has to grow.
    public init(capacity: Int = 4_096) {
        storage = RigidArray(capacity: max(1, capacity))
    }

    /// How many events there are.
    @inlinable public var count: Int { storage.count }

    /// Whether there are none.
    @inlinable public var isEmpty: Bool { storage.count == 0 }

    /// The event at a position in 0 ..< `count`, oldest first.
    @inlinable public subscript(position: Int) -> Event { storage[position] }

    /// Forgets the events and keeps the memory.
    @inlinable public mutating func removeAll() { storage.removeAll() }

    /// A copy of the events, for tests and slow consumers.
    public func array() -> [Event] { (0..<count).map { storage[$0] } }

    /// Inlined, so that an event is written where it will lie and not copied on its way.
    @inline(__always) mutating func append(_ event: Event) {
        if storage.isFull { grow() }
        storage.append(event)
    }

    @inline(never) private mutating func grow() {
        storage.reserveCapacity(storage.capacity * 2)
    }
}

/// What a book does with orders.
public enum BookPhase: UInt8, Sendable, CaseIterable {
    /// Orders trade as they come.
    case continuous = 0
    /// Orders gather; nothing trades until `uncross`.
    case call = 1
    /// Nothing comes in; cancellations are still done.
    case closed = 2
}

/// The order of hits. Documents that are equal in it come in the order of their names.
public enum SearchOrder: UInt8, Sendable, Hashable, CaseIterable {
    /// Best match first; without words the same as `rank`.
    case relevance
    /// Largest static rank first.
    case rank
    /// By folded main name.
    case name
    /// By folded main name, from the end.
    case nameDescending
    /// By the first day of the period, the earliest first; undated documents come last.
    case date
    /// By the first day of the period, the latest first; undated documents come last.
    case dateDescending
}

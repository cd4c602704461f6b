public import Records

/// The axis of a drawing: every period from the first to the last of some series of one length,
/// those included for which nothing is stated.
public enum PeriodGrid {
    /// The longest axis; where there'd be more, only periods with a figure are given.
    public static let maximumPeriods = 2_400

    /// The periods, in the order of time. Series of another length than the first one's are
    /// passed over. Days, ranges of days and several years together aren't steps: of those only
    /// the periods with a figure are given.
    public static func periods(_ series: [Series]) -> [Period] {
        guard let length = series.first?.key.length else { return [] }
        let points = series.lazy.filter { $0.key.length == length }.map(\.points)
        let ordinals = points.joined().map(\.ordinal)
        guard let first = ordinals.min(), let last = ordinals.max() else { return [] }
        if length.isStep, last - first < maximumPeriods {
            return (first...last).compactMap { PeriodSlot(length: length, ordinal: $0).period }
        }
        return Set(ordinals).sorted().compactMap {
            PeriodSlot(length: length, ordinal: $0).period
        }
    }

    /// The values of a series on an axis, nil for a gap.
    public static func cells(of series: Series, on grid: [Period]) -> [Series.Point?] {
        grid.map { series.point(at: $0) }
    }
}

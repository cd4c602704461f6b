public import Records

/// How a computed series was made.
public enum Formula: Hashable, Sendable {
    /// 100 × (x(t) ÷ x(t − 1 year) − 1).
    case growth
    /// 100 × x(t) ÷ x(base).
    case index(base: Period)
    /// export(t) − import(t).
    case balance
    /// export(t) + import(t).
    case turnover
    /// 100 × part(t) ÷ whole(t).
    case share
    /// x(t) of each of several partners, added.
    case sum

    /// A name for addresses and files.
    public var name: String {
        switch self {
        case .growth: "growth"
        case .index: "index"
        case .balance: "balance"
        case .turnover: "turnover"
        case .share: "share"
        case .sum: "sum"
        }
    }

    /// The formula in signs that need no language.
    public var notation: String {
        switch self {
        case .growth: "100 × (x(t) ÷ x(t − 1 y) − 1)"
        case .index(let base): "100 × x(t) ÷ x(\(base))"
        case .balance: "x(t) − m(t)"
        case .turnover: "x(t) + m(t)"
        case .share: "100 × x(t) ÷ w(t)"
        case .sum: "Σ x(i, t)"
        }
    }
}

/// What an indicator is to others: a table by slug, general for any data set. A slug that isn't
/// in it makes series like any other but takes part in no check that needs to know its meaning.
public struct IndicatorRoles: Sendable {
    /// How an indicator goes with time and with parts.
    public enum Nature: Sendable, Hashable {
        /// An amount over a period, such as trade: months add to a year, regions to a country.
        case flow
        /// An amount at a time, such as residents: regions add to a country, months don't add.
        case stock
        /// Plus or minus, such as a balance: no limit to a part.
        case balance
        /// A change on an earlier period, in percent.
        case growth
        /// A part of a whole, in percent.
        case share
        /// A rank, a price, a length of time: nothing adds.
        case other
    }

    /// What a slug is to one of its family.
    public enum Role: Sendable, Hashable {
        case export, `import`, turnover, balance
    }

    /// Which end of a share is the whole.
    public enum ShareOf: Sendable, Hashable {
        /// The subject is a part of the counterpart: a zone's share of its region's exports.
        case counterpart
        /// The counterpart is a part of the subject's total: a partner's share of its exports.
        case subjectTotal
    }

    /// The four figures of one kind of trade.
    public struct Family: Sendable, Hashable {
        /// The slug of what is sold.
        public let export: String
        /// The slug of what is bought.
        public let `import`: String
        /// The slug of both together.
        public let turnover: String
        /// The slug of the one less the other.
        public let balance: String
        /// Whether imports are usually valued with freight and insurance (CIF) and exports
        /// without (FOB), so that a mirror import is higher.
        public let importsIncludeFreight: Bool

        /// A family.
        public init(
            export: String, import: String, turnover: String, balance: String,
            importsIncludeFreight: Bool = true
        ) {
            self.export = export
            self.import = `import`
            self.turnover = turnover
            self.balance = balance
            self.importsIncludeFreight = importsIncludeFreight
        }
    }

    /// An indicator that counts a part of what another counts.
    public struct Component: Sendable, Hashable {
        /// The part's slug.
        public let part: String
        /// The whole's slug.
        public let whole: String
        /// Parts of the same whole and set are disjoint and, all together, make the whole; nil
        /// when the part stands alone.
        public let completeSet: Int?

        /// A part and its whole.
        public init(_ part: String, of whole: String, completeSet: Int? = nil) {
            self.part = part
            self.whole = whole
            self.completeSet = completeSet
        }
    }

    /// A growth's or a share's level.
    struct Derived: Sendable {
        let level: String
        /// Growth in constant prices can't be checked with levels in current ones.
        let inCurrentPrices: Bool
        let shareOf: ShareOf?
    }

    /// The families of trade.
    public let families: [Family]
    /// Which indicator counts a part of what another counts.
    public let components: [Component]
    private let natures: [String: Nature]
    private let derived: [String: Derived]
    private let roles: [String: (family: Int, role: Role)]

    /// A table.
    /// - Parameters:
    ///   - flows: amounts over a period, besides exports, imports and turnovers.
    ///   - stocks: amounts at a time.
    ///   - growths: growth slugs with their level; without one for growth in constant prices.
    ///   - shares: share slugs with their level and with the end that is the whole.
    public init(
        families: [Family], flows: [String], stocks: [String],
        growths: [(slug: String, level: String, inCurrentPrices: Bool)],
        shares: [(slug: String, level: String, of: ShareOf)], components: [Component]
    ) {
        var natures: [String: Nature] = [:]
        var derived: [String: Derived] = [:]
        var roles: [String: (family: Int, role: Role)] = [:]
        for slug in flows { natures[slug] = .flow }
        for slug in stocks { natures[slug] = .stock }
        for (index, family) in families.enumerated() {
            let members: [(String, Role, Nature)] = [
                (family.export, .export, .flow), (family.import, .import, .flow),
                (family.turnover, .turnover, .flow), (family.balance, .balance, .balance),
            ]
            for (slug, role, nature) in members {
                roles[slug] = (index, role)
                natures[slug] = nature
                derived[slug + "-growth"] = Derived(
                    level: slug, inCurrentPrices: true, shareOf: nil)
                natures[slug + "-growth"] = .growth
            }
        }
        for growth in growths {
            natures[growth.slug] = .growth
            derived[growth.slug] = Derived(
                level: growth.level, inCurrentPrices: growth.inCurrentPrices, shareOf: nil)
        }
        for share in shares {
            natures[share.slug] = .share
            derived[share.slug] = Derived(
                level: share.level, inCurrentPrices: true, shareOf: share.of)
        }
        self.families = families
        self.components = components
        self.natures = natures
        self.derived = derived
        self.roles = roles
    }

    /// How an indicator goes with time and parts. An unknown slug is ``Nature/other``.
    public func nature(of indicator: String) -> Nature { natures[indicator] ?? .other }

    /// The level that a growth or a share is of.
    public func level(of indicator: String) -> String? { derived[indicator]?.level }

    /// The growth slugs of a level, in alphabetical order.
    public func growths(of level: String) -> [String] {
        derived.filter { $0.value.level == level && natures[$0.key] == .growth }.keys.sorted()
    }

    /// The share's whole; nil when the slug isn't a share.
    public func shareOf(_ indicator: String) -> ShareOf? { derived[indicator]?.shareOf }

    /// Whether a growth can be checked with levels.
    public func isInCurrentPrices(_ growth: String) -> Bool {
        derived[growth]?.inCurrentPrices ?? false
    }

    /// What an indicator is to its family of trade; nil when it has none.
    public func role(of indicator: String) -> (family: Family, role: Role)? {
        roles[indicator].map { (families[$0.family], $0.role) }
    }
}

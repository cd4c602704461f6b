/// What the index knows of one record besides its words.
public struct SearchDocument: Sendable, Hashable {
    /// The record's number in its store; unique, and given back in a hit.
    public var ordinal: Int64
    /// The record's kind, as the register numbers kinds.
    public var kind: UInt8
    /// The record's type within its kind, such as `technopark`; nil if it has none.
    public var type: String?
    /// How far it has come, such as `in-force`; nil if that can't be said of it.
    public var status: String?
    /// Whether the record is a place that others can lie in, and of which rank.
    public var placeRank: SearchPlaceRank
    /// The ordinal of the place that a place lies in; ignored for other records.
    public var parentPlace: Int64?
    /// The ordinals of the places that the record lies in or is about.
    public var places: [Int64]
    /// First day of the period that the record covers, as `yyyymmdd`; 0 if unknown.
    public var firstDate: Int32
    /// Last day of that period, as `yyyymmdd`; 0 if it is the first day.
    public var lastDate: Int32
    /// Sectors, areas and other subject words, as they are shown.
    public var topics: [String]
    /// Static weight, for example the number of records that link to this one; larger comes first.
    public var rank: UInt32

    /// A record's description; everything but the ordinal and the kind may be left out.
    public init(
        ordinal: Int64, kind: UInt8, type: String? = nil, status: String? = nil,
        placeRank: SearchPlaceRank = .notAPlace,
        parentPlace: Int64? = nil, places: [Int64] = [], firstDate: Int32 = 0, lastDate: Int32 = 0,
        topics: [String] = [], rank: UInt32 = 0
    ) {
        self.ordinal = ordinal
        self.kind = kind
        self.type = type
        self.status = status
        self.placeRank = placeRank
        self.parentPlace = parentPlace
        self.places = places
        self.firstDate = firstDate
        self.lastDate = lastDate
        self.topics = topics
        self.rank = rank
    }
}

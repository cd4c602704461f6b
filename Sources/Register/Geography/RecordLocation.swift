public import Records

/// A point at which a record is.
public struct RecordLocation: Sendable, Hashable {
    /// Whose point it is.
    public enum Basis: String, Sendable, Hashable {
        /// The record's own: it is a place that states its coordinates.
        case own
        /// That of the place at which the record is.
        case place
        /// That of a wider place in which the record's place lies; its own isn't known.
        case around
    }

    /// The place at which the record is: for a place, itself.
    public let place: RecordID
    /// The place whose coordinates these are.
    public let pointOf: RecordID
    /// Whose point it is.
    public let basis: Basis
    /// Degrees north, WGS 84.
    public let latitude: ExactDecimal
    /// Degrees east, WGS 84.
    public let longitude: ExactDecimal
}

/// A place with its point, in a list of places.
public struct LocatedPlace: Sendable, Hashable {
    /// Its name and id.
    public let summary: RecordSummary
    /// What sort of place it is.
    public let type: Place.PlaceType
    /// Its code: ISO 3166-1 alpha-2 for a country, 3166-2 for a part of one.
    public let iso: String?
    /// The country that it is or lies in.
    public let country: RecordID?
    /// Its point; nil when neither its own coordinates are known nor those of a place around it.
    public let location: RecordLocation?
}

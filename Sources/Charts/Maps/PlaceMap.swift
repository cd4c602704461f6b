/// A map of places, of flows between them, and of regions, on a projection made for what it shows.
///
/// Circles have areas in proportion to their figures; flows are arcs whose width is in proportion;
/// regions are filled by classes. What has no figure is a small dot, or hatched, never a zero.
public struct PlaceMap: Chart {
    /// Titles, description, and how numbers are written.
    public var text: ChartText
    /// The map's own words.
    public var words: MapWords
    /// The places; those that share an id with an earlier one are left out.
    public var places: [MapPlace]
    /// Flows between places of this map; others are left out.
    public var flows: [MapFlow]
    /// Figures of whole countries or divisions; drawn where the boundaries know them.
    public var regions: [MapRegion]
    /// Names of the groups by which places and flows are coloured, for the legend.
    public var groups: [String]
    /// Outlines, if a set is installed.
    public var boundaries: Boundaries?
    /// What to show; `nil` lets the map follow its places.
    public var extent: GeoExtent?

    /// A map. All but the words may be empty.
    public init(
        text: ChartText, words: MapWords = MapWords(), places: [MapPlace] = [],
        flows: [MapFlow] = [], regions: [MapRegion] = [], groups: [String] = [],
        boundaries: Boundaries? = nil, extent: GeoExtent? = nil
    ) {
        self.text = text
        self.words = words
        self.places = places
        self.flows = flows
        self.regions = regions
        self.groups = groups
        self.boundaries = boundaries
        self.extent = extent
    }
}

/// A place on a map.
public struct MapPlace: Sendable {
    /// Names it for flows.
    public var id: String
    /// The label.
    public var name: String
    /// Where it lies.
    public var point: GeoPoint
    /// What gives its circle the area; a value of `nil` (or below zero) draws a small dot.
    public var figure: Figure
    /// The colour, an index into the map's groups; `nil` for the quiet one.
    public var group: Int?
    /// The more important, the sooner its label is placed; by default the figure's value.
    public var importance: Double?

    /// A place.
    public init(
        id: String, name: String, point: GeoPoint, figure: Figure, group: Int? = nil,
        importance: Double? = nil
    ) {
        self.id = id
        self.name = name
        self.point = point
        self.figure = figure
        self.group = group
        self.importance = importance
    }
}

/// Something that goes, or is shared, between two places.
public struct MapFlow: Sendable {
    /// Id of the place at which it starts.
    public var from: String
    /// Id of the place at which it ends.
    public var to: String
    /// What gives the arc its width; a value of `nil` draws the thinnest, dashed.
    public var figure: Figure
    /// Whether it has a direction: then the arc narrows towards its end.
    public var isDirected: Bool
    /// The colour, an index into the map's groups; `nil` for the usual one.
    public var group: Int?

    /// A flow.
    public init(
        from: String, to: String, figure: Figure, isDirected: Bool = false, group: Int? = nil
    ) {
        self.from = from
        self.to = to
        self.figure = figure
        self.isDirected = isDirected
        self.group = group
    }
}

/// A figure of a country or a first-level division.
public struct MapRegion: Sendable {
    /// ISO 3166-1 alpha-2 (`IT`) or ISO 3166-2 (`RU-VOR`).
    public var iso: String
    /// Its name, for the table.
    public var name: String
    /// What chooses the class; a value of `nil` is hatched.
    public var figure: Figure

    /// A region.
    public init(iso: String, name: String, figure: Figure) {
        self.iso = iso
        self.name = name
        self.figure = figure
    }
}

/// The words and signs that a map puts down, in the reader's language.
public struct MapWords: Sendable {
    /// Letters behind degrees.
    public var north, south, east, west: String
    /// Behind the number of the scale bar.
    public var kilometres: String
    /// What the area of a circle says; empty for no legend.
    public var sizeTitle: String
    /// What the width of an arc says; empty for no legend.
    public var flowTitle: String
    /// What the fill of a region says; empty for no legend.
    public var regionTitle: String
    /// Heads of the table's columns.
    public var place, from, to, region: String

    /// The words, English unless given.
    public init(
        north: String = "N", south: String = "S", east: String = "E", west: String = "W",
        kilometres: String = "km", sizeTitle: String = "", flowTitle: String = "",
        regionTitle: String = "", place: String = "Place", from: String = "From",
        to: String = "To", region: String = "Region"
    ) {
        self.north = north
        self.south = south
        self.east = east
        self.west = west
        self.kilometres = kilometres
        self.sizeTitle = sizeTitle
        self.flowTitle = flowTitle
        self.regionTitle = regionTitle
        self.place = place
        self.from = from
        self.to = to
        self.region = region
    }
}

/// A text of the map and the network.
enum AtlasPhrase: Sendable {
}

import Records

/// The steps above records that lie in no place.
enum Crumbs {
    /// The list of a kind.
    static func list(_ kind: Kind, _ words: Catalogue) -> [(text: String, address: Address)] {
        [(words.kinds(kind.name), SiteAddress.list(kind))]
    }

    /// The list of a kind, and a record under which this one stands.
    static func list(
        _ kind: Kind, _ above: RecordID?, _ pen: RecordPen
    ) -> [(text: String, address: Address)] {
        list(kind, pen.words) + (above.map { [(pen.names.text($0), SiteAddress.record($0))] } ?? [])
    }
}

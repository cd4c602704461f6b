/// What a name names; it decides which words count and how much a missing word matters.
public enum NameClass: Sendable {
    /// A natural person: word order is free, initials and missing middle names are usual.
    case person
    /// A company, authority, university…: legal forms count little, other missing words much.
    case organisation
    /// A country, region, city…: the word for the kind of place counts little.
    case place
    /// Anything else: events, agreements, projects, ships.
    case other
}

import Records

/// The other names of a record under its title.
enum OtherNames {
    /// The English name and the aliases, without the one that is the title, each once.
    static func of(
        _ name: String, _ aliases: [Alias], without title: String
    ) -> [(text: String, language: String?)] {
        var names: [(text: String, language: String?)] = []
        let all =
            [(text: name, language: String?.some("en"))]
            + aliases.map { (text: $0.text, language: $0.language) }
        for other in all where other.text != title {
            guard !names.contains(where: { $0.text == other.text }) else { continue }
            names.append(other)
        }
        return names
    }
}

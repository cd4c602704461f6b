/// Choices by their names.
enum Words {
    /// The case of an enumeration that a word names.
    static func choice<Choice: CaseIterable>(
        _ type: Choice.Type, _ word: String, at path: String
    ) throws(FormError) -> Choice {
        guard let found = Choice.allCases.first(where: { "\($0)" == word }) else {
            throw FormError(
                path, "\"\(word.prefix(40))\" isn't one of its words",
                "it is one of " + names(of: type))
        }
        return found
    }

    static func names<Choice: CaseIterable>(of type: Choice.Type) -> String {
        Choice.allCases.map { "\($0)" }.joined(separator: ", ")
    }

    /// What may have been meant, or what there is.
    static func suggestion(_ word: String, from known: some Collection<String>) -> String {
        let lowered = word.lowercased()
        let near = known.first {
            $0.lowercased() == lowered || $0.lowercased().hasPrefix(lowered)
                || lowered.hasPrefix($0.lowercased()) && !$0.isEmpty
        }
        if let near { return "\(near) may be meant" }
        guard !known.isEmpty else { return "there is none yet" }
        let shown = known.prefix(30).joined(separator: ", ")
        return known.count > 30
            ? "there are \(known.count), such as \(shown)" : "there is \(shown)"
    }
}

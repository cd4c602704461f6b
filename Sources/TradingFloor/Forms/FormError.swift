/// What is wrong in a form, at which member, and what would be right.
public struct FormError: Error, Sendable, Hashable {
    /// The member by its path in the JSON, such as `lot.documents[1].sha256`; empty for the whole.
    public let path: String
    /// What is wrong, in words.
    public let problem: String
    /// What would be right, in words.
    public let remedy: String

    /// An error of given parts.
    public init(_ path: String, _ problem: String, _ remedy: String) {
        self.path = path
        self.problem = problem
        self.remedy = remedy
    }
}

extension FormError: CustomStringConvertible {
    /// The error as a sentence: `price: 1880.30 isn't …; 1880.00 or 1880.50 would be`.
    public var description: String {
        (path.isEmpty ? "" : "\(path): ") + problem + (remedy.isEmpty ? "" : "; \(remedy)")
    }
}

extension FormError {
    /// The same error, seen from outside: with the path of what the form stands in before its own.
    func within(_ outer: String) -> FormError {
        FormError(path.isEmpty ? outer : Self.join(outer, path), problem, remedy)
    }

    static func join(_ outer: String, _ inner: String) -> String {
        outer.isEmpty || inner.hasPrefix("[") ? outer + inner : "\(outer).\(inner)"
    }
}

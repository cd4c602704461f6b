/// Markup that may be copied into a page as it stands.
///
/// It comes from a literal in the source (a drawing) or from an ``HTMLWriter``, and from nowhere
/// else: there is no initialiser that takes a string made at run time.
struct SafeHTML: Sendable, Equatable {
    let bytes: [UInt8]

    /// Markup written in the source.
    init(_ literal: StaticString) {
        bytes = Array(literal.description.utf8)
    }

    /// Markup that a writer writes, to be kept and used more than once.
    init(_ content: (inout HTMLWriter) -> Void) {
        var writer = HTMLWriter(capacity: 1_024)
        content(&writer)
        bytes = writer.finish()
    }
}

/// A piece of a page: values in, markup out.
protocol Component {
    /// Writes the piece.
    func write(to page: inout HTMLWriter)
}

extension HTMLWriter {
    /// Writes a component.
    mutating func put(_ component: some Component) {
        component.write(to: &self)
    }
}

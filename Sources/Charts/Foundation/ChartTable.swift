/// A chart's figures as rows and columns of text, to stand beside the drawing.
public struct ChartTable: Sendable, Equatable {
    /// A column's head.
    public struct Column: Sendable, Equatable {
        /// What stands in the column, with its unit.
        public let title: String
        /// Whether it holds figures, to be set to the right.
        public let isNumeric: Bool

        /// A column's head.
        public init(_ title: String, isNumeric: Bool = false) {
            self.title = title
            self.isNumeric = isNumeric
        }
    }

    /// One entry.
    public struct Cell: Sendable, Equatable {
        /// The exact text; empty for nothing.
        public let text: String
        /// Where it leads.
        public let href: String?

        /// An entry.
        public init(_ text: String, href: String? = nil) {
            self.text = text
            self.href = href
        }
    }

    /// Heads of the columns; the first column names the row.
    public let columns: [Column]
    /// The rows, each with one cell for each column.
    public let rows: [[Cell]]

    /// A table; rows are brought to the number of columns.
    public init(columns: [Column], rows: [[Cell]]) {
        self.columns = columns
        self.rows = rows.map { row in
            Array(row.prefix(columns.count))
                + Array(repeating: Cell(""), count: max(0, columns.count - row.count))
        }
    }
}

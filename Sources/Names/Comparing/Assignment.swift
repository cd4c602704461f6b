/// The assignment problem: pairs rows and columns so that the sum of the values is greatest.
///
/// The shortest augmenting path form of the Hungarian method (H. W. Kuhn, "The Hungarian method for
/// the assignment problem", 1955; J. Munkres, 1957): potentials of rows and columns, one row added
/// at a time, O(n³). All storage is in place.
struct Assignment {
    static let most = 32

    private let rows: Int
    private let columns: Int
    private var values: [1024 of Double] = .init(repeating: 0)
    /// The row (from 1) that a column (from 1) is paired with; 0 for none.
    private var rowOfColumn: [33 of Int] = .init(repeating: 0)

    /// At most 32 rows and columns.
    init(rows: Int, columns: Int) {
        self.rows = min(rows, Self.most)
        self.columns = min(columns, Self.most)
    }

    mutating func set(_ row: Int, _ column: Int, _ value: Double) {
        values[row * Self.most + column] = value
    }

    func value(_ row: Int, _ column: Int) -> Double { values[row * Self.most + column] }

    /// The column that a row is paired with, after `solve()`.
    func column(of row: Int) -> Int? {
        for column in 1...max(columns, rows) where rowOfColumn[column] == row + 1 {
            return column <= columns ? column - 1 : nil
        }
        return nil
    }

    mutating func solve() {
        // Columns that stand for "no partner" are added if there are more rows.
        let width = max(rows, columns)
        var rowPotential: [33 of Double] = .init(repeating: 0)
        var columnPotential: [33 of Double] = .init(repeating: 0)
        for row in 1...rows {
            var way: [33 of Int] = .init(repeating: 0)
            var slack: [33 of Double] = .init(repeating: .infinity)
            var visited: UInt64 = 0
            var column = 0
            rowOfColumn[0] = row
            repeat {
                visited |= 1 << UInt64(column)
                let current = rowOfColumn[column]
                var delta = Double.infinity
                var nextColumn = 0
                for other in 1...width where visited & (1 << UInt64(other)) == 0 {
                    let cost =
                        other <= columns ? -values[(current - 1) * Self.most + other - 1] : 0
                    let reduced = cost - rowPotential[current] - columnPotential[other]
                    if reduced < slack[other] {
                        slack[other] = reduced
                        way[other] = column
                    }
                    if slack[other] < delta {
                        delta = slack[other]
                        nextColumn = other
                    }
                }
                for other in 0...width {
                    if visited & (1 << UInt64(other)) != 0 {
                        rowPotential[rowOfColumn[other]] += delta
                        columnPotential[other] -= delta
                    } else {
                        slack[other] -= delta
                    }
                }
                column = nextColumn
            } while rowOfColumn[column] != 0
            while column != 0 {
                let previous = way[column]
                rowOfColumn[column] = rowOfColumn[previous]
                column = previous
            }
        }
    }
}

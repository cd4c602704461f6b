import Testing

@testable import Names

@Suite("Edit distances")
struct EditDistanceTests {
    @Test(
        "Examples",
        arguments: [
            ("", "", 0), ("a", "", 1), ("minsk", "minks", 1), ("ca", "abc", 3),
            ("scholz", "schulze", 2), ("kitten", "sitting", 3),
        ])
    func examples(one: String, other: String, distance: Int) {
        #expect(EditDistance.alignment(Array(one.utf8).span, Array(other.utf8).span) == distance)
    }

    @Test("The bit-parallel distance equals the table's")
    func bitParallel() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        for _ in 0..<5_000 {
            let one = random.letters(most: 70)
            let other = random.letters(most: 70)
            #expect(
                EditDistance.alignment(one.span, other.span)
                    == table(Array(one.prefix(64)), Array(other.prefix(64))),
                "seed \(seed), \(one), \(other)")
        }
    }

    @Test("The distance of sounds equals the table's with the same costs, or gives up rightly")
    func sounds() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        let costs = SoundCosts.table
        for _ in 0..<3_000 {
            let one = random.letters(most: 20)
            let other = random.letters(most: 20)
            let expected = table(
                one, other, insertion: costs.insertion, substitution: costs.substitution,
                swap: SoundCosts.swap)
            let limit = Int.random(in: 0...80, using: &random)
            let found = EditDistance.sounds(one.span, other.span, limit: limit)
            if found == .max {
                #expect(expected > limit, "seed \(seed)")
            } else {
                #expect(found == expected, "seed \(seed)")
            }
        }
    }

    /// The whole table, cell by cell, as the definition has it.
    private func table(
        _ a: [UInt8], _ b: [UInt8], insertion: (UInt8) -> Int = { _ in 1 },
        substitution: (UInt8, UInt8) -> Int = { $0 == $1 ? 0 : 1 }, swap: Int = 1
    ) -> Int {
        var cells = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count {
            for j in 0...b.count where i + j > 0 {
                var best = Int.max
                if i > 0 { best = min(best, cells[i - 1][j] + insertion(a[i - 1])) }
                if j > 0 { best = min(best, cells[i][j - 1] + insertion(b[j - 1])) }
                if i > 0, j > 0 {
                    best = min(best, cells[i - 1][j - 1] + substitution(a[i - 1], b[j - 1]))
                }
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = min(best, cells[i - 2][j - 2] + swap)
                }
                cells[i][j] = best
            }
        }
        return cells[a.count][b.count]
    }

    @Test("The assignment is the best of all permutations")
    func assignment() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            let rows = Int.random(in: 1...5, using: &random)
            let columns = Int.random(in: 1...5, using: &random)
            var assignment = Assignment(rows: rows, columns: columns)
            var values = Array(repeating: Array(repeating: 0.0, count: columns), count: rows)
            for row in 0..<rows {
                for column in 0..<columns {
                    values[row][column] = Double(Int.random(in: 0...8, using: &random)) / 8
                    assignment.set(row, column, values[row][column])
                }
            }
            assignment.solve()
            let chosen = (0..<rows).compactMap { row in
                assignment.column(of: row).map { values[row][$0] }
            }
            let best = bestSum(values, row: 0, used: [])
            #expect(abs(chosen.reduce(0, +) - best) < 1e-9, "seed \(seed)")
        }
    }

    private func bestSum(_ values: [[Double]], row: Int, used: Set<Int>) -> Double {
        guard row < values.count else { return 0 }
        var best = bestSum(values, row: row + 1, used: used)
        for column in values[row].indices where !used.contains(column) {
            let rest = bestSum(values, row: row + 1, used: used.union([column]))
            best = max(best, values[row][column] + rest)
        }
        return best
    }
}

extension SeededRandom {
    /// Few different letters, so that they often agree.
    fileprivate mutating func letters(most: Int) -> [UInt8] {
        let alphabet = Array("abegikSsz1".utf8)
        return (0..<Int.random(in: 0...most, using: &self)).map { _ in
            alphabet.randomElement(using: &self) ?? 0x61
        }
    }
}

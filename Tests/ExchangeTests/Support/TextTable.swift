/// The rows of a table in text: words on the left of `|`, what is wanted on the right; `#` begins a
/// remark, a row that begins with `|` goes on with the row before.
enum TextTable {
    struct Row {
        let number: Int
        let words: [String]
        var wanted: String
    }

    static func rows(_ text: String) -> [Row] {
        var rows: [Row] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let cells = line.prefix { $0 != "#" }
                .split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            guard let command = cells.first else { continue }
            let wanted = cells.count > 1 ? cells[1] : ""
            if !command.isEmpty {
                let words = command.split(separator: " ").map(String.init)
                rows.append(Row(number: number + 1, words: words, wanted: wanted))
            } else if !wanted.isEmpty, var last = rows.popLast() {
                last.wanted += last.wanted.isEmpty ? wanted : " " + wanted
                rows.append(last)
            }
        }
        return rows
    }
}

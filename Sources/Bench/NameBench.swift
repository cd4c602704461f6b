import Foundation
import Names

/// Measures the name comparer on a table of labelled pairs: a CSV file with the columns `schema`,
/// `name1`, `name2` and `is_match`, such as nomenklatura's `contrib/name_bench/cases.csv`.
///
/// Prints precision, recall and F1 over all, by schema, and for the two halves of the table (by
/// line), and the mean time that a pair takes in the best of 20 rounds, with the analysis of both
/// names; beside it the same for a plain Levenshtein similarity of the lower-case names. With
/// `NAME_BENCH_ERRORS=N` in the environment it lists the wrong answers among the first N lines.
func nameBench(casesPath: String) throws {
    let cases = try NameCase.load(casesPath)
    let comparers: [NameClass: NameComparer] = [
        .person: NameComparer(.person), .organisation: NameComparer(.organisation),
        .other: NameComparer(.other),
    ]
    func compare(_ pair: NameCase) -> Double {
        comparers[pair.nameClass]?.score(pair.first, pair.second) ?? 0
    }
    report("NameComparer", cases, threshold: NameComparer.matchThreshold, compare)
    report("Levenshtein similarity", cases, threshold: 0.7) { pair in
        levenshteinSimilarity(pair.first, pair.second)
    }
    if let limit = ProcessInfo.processInfo.environment["NAME_BENCH_ERRORS"].flatMap(Int.init) {
        for (line, pair) in cases.enumerated().prefix(limit) {
            let score = compare(pair)
            guard (score >= NameComparer.matchThreshold) != pair.isMatch else { continue }
            let kind = pair.isMatch ? "missed" : "false"
            let figure = String(format: "%.3f", score)
            print(line % 2, kind, pair.schema, figure, pair.first, "|", pair.second)
        }
    }
}

private struct NameCase {
    let schema: String
    let first: String
    let second: String
    let isMatch: Bool

    var nameClass: NameClass {
        switch schema {
        case "Person": .person
        case "Company", "Organization", "LegalEntity": .organisation
        default: .other
        }
    }

    static func load(_ path: String) throws -> [NameCase] {
        let rows = rows(ofCSV: try String(contentsOfFile: path, encoding: .utf8))
        guard let head = rows.first,
            let schema = head.firstIndex(of: "schema"), let first = head.firstIndex(of: "name1"),
            let second = head.firstIndex(of: "name2"), let match = head.firstIndex(of: "is_match")
        else {
            throw CocoaError(
                .fileReadCorruptFile,
                userInfo: [NSFilePathErrorKey: path, "expected": "schema,name1,name2,is_match"])
        }
        let last = max(schema, first, second, match)
        return rows.dropFirst().filter { $0.count > last }.map {
            NameCase(
                schema: $0[schema], first: $0[first], second: $0[second],
                isMatch: $0[match].lowercased() == "true")
        }
    }

    /// RFC 4180, with `\n` or `\r\n` at the end of lines.
    private static func rows(ofCSV text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field = ""
        var isQuoted = false
        var previousWasQuote = false
        func endField() {
            row.append(field)
            field = ""
        }
        for scalar in text.unicodeScalars where scalar != "\r" {
            if scalar == "\"" {
                if previousWasQuote { field.append("\"") }
                previousWasQuote = isQuoted
                isQuoted.toggle()
                continue
            }
            previousWasQuote = false
            if isQuoted {
                field.unicodeScalars.append(scalar)
            } else if scalar == "," {
                endField()
            } else if scalar == "\n" {
                endField()
                rows.append(row)
                row = []
            } else {
                field.unicodeScalars.append(scalar)
            }
        }
        if !field.isEmpty || !row.isEmpty {
            endField()
            rows.append(row)
        }
        return rows
    }
}

private struct Confusion {
    var truePositives = 0.0
    var falsePositives = 0.0
    var falseNegatives = 0.0
    var count = 0

    var line: String {
        let precision = truePositives / max(1, truePositives + falsePositives)
        let recall = truePositives / max(1, truePositives + falseNegatives)
        let f1 = 2 * precision * recall / max(.leastNonzeroMagnitude, precision + recall)
        return String(
            format: "n %4d  P %.3f  R %.3f  F1 %.3f  false %3.0f  missed %3.0f",
            count, precision, recall, f1, falsePositives, falseNegatives)
    }
}

private func report(
    _ title: String, _ cases: [NameCase], threshold: Double, _ compare: (NameCase) -> Double
) {
    var groups: [String: Confusion] = [:]
    for (line, pair) in cases.enumerated() {
        let isFound = compare(pair) >= threshold
        for group in ["all", pair.schema, line.isMultiple(of: 2) ? "even lines" : "odd lines"] {
            groups[group, default: Confusion()].count += 1
            if pair.isMatch, isFound { groups[group]?.truePositives += 1 }
            if pair.isMatch, !isFound { groups[group]?.falseNegatives += 1 }
            if !pair.isMatch, isFound { groups[group]?.falsePositives += 1 }
        }
    }
    let rounds = 20
    var checksum = 0.0
    var best = Duration.seconds(3_600)
    for _ in 0..<rounds {
        best = min(
            best, ContinuousClock().measure { for pair in cases { checksum += compare(pair) } })
    }
    let perPair = best / max(1, cases.count)
    let time = perPair.formatted(.units(allowed: [.nanoseconds]))
    print("\(title), threshold \(threshold), \(time) a pair")
    for (group, confusion) in groups.sorted(by: { $0.key < $1.key }) {
        print("  " + group.padding(toLength: 14, withPad: " ", startingAt: 0) + confusion.line)
    }
    precondition(checksum >= 0)
}

/// 1 - distance / longer length, of the lower-case names: what one would write in five minutes.
private func levenshteinSimilarity(_ first: String, _ second: String) -> Double {
    let a = Array(first.lowercased().unicodeScalars)
    let b = Array(second.lowercased().unicodeScalars)
    if a.isEmpty || b.isEmpty { return a.isEmpty && b.isEmpty ? 1 : 0 }
    var row = Array(0...b.count)
    for i in 1...a.count {
        var diagonal = row[0]
        row[0] = i
        for j in 1...b.count {
            let above = row[j]
            let substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)
            row[j] = min(substitution, above + 1, row[j - 1] + 1)
            diagonal = above
        }
    }
    return 1 - Double(row[b.count]) / Double(max(a.count, b.count))
}

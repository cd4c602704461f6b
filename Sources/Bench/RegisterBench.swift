import Foundation
import Records
import Register

/// The synthetic register: import, record by id, search with a typing error, facet page.
func registerBench(records: Int) throws {
    Bench.printMachine()
    print("synthetic register of \(records) records, seed \(SyntheticRegister.seed)")
    let directory = NSTemporaryDirectory() + "fondaco-bench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    var synthetic = SyntheticRegister(records: records)
    let file = directory + "/records.jsonl"
    try synthetic.write(to: file)
    let register = try Register.open(directory + "/data", creating: true)
    var imported = 0.0
    imported = try Bench.seconds {
        try register.importRecords(from: [file], actor: "bench")
    }
    let importing = Bench.memory("VmHWM")
    let indexed = try Bench.seconds { try register.warmUp() }
    print(
        String(
            format: "import: %.1f s with journal and projection, %.1f s index: %.0f records/s "
                + "(at least 25,000); memory at most %d MB while importing (under 600), %d MB with the index",
            imported, indexed, Double(records) / (imported + indexed), importing,
            Bench.memory("VmHWM")))
    print("memory now \(Bench.memory("VmRSS")) MB")
    try readBench(register, synthetic)
    try register.close()
}

private func readBench(_ register: Register, _ synthetic: SyntheticRegister) throws {
    var random = SyntheticRegister.Seeded(7)
    let ids = synthetic.sampleIDs.compactMap { RecordID($0) }
    guard !ids.isEmpty else { return }
    var byID = Latencies()
    for _ in 0..<20_000 {
        let id = ids[random.below(ids.count)]
        try byID.time { _ = try register.record(id) }
    }
    byID.report("record by id", "p99 at most 2 ms")
    var typos = Latencies()
    var first = 0
    for _ in 0..<2_000 {
        let place = random.below(ids.count)
        var query = RecordQuery()
        query.text = SyntheticRegister.misspelt(synthetic.sampleNames[place], &random)
        query.limit = 10
        try typos.time {
            if try register.find(query).items.first?.summary.id == ids[place] { first += 1 }
        }
    }
    typos.report("name search with a typo", "p50 at most 5 ms, p99 at most 40 ms")
    print("  the very record came first \(first) times of 2000")
    var facets = Latencies()
    let kinds: [[Kind]] = [[], [.organisation], [.place], [.agreement], [.observation]]
    for _ in 0..<300 {
        var query = RecordQuery()
        query.kinds = kinds[random.below(kinds.count)]
        if random.below(2) == 0 { query.years = [2_000 + random.below(25)] }
        query.countries =
            random.below(3) == 0 ? [RecordID("place/p\(random.below(100))")].compactMap(\.self) : []
        query.facets = Set(RecordFacet.allCases)
        query.sort = random.below(2) == 0 ? .name : .dateDescending
        try facets.time { _ = try register.find(query) }
    }
    facets.report("facet page", "p99 at most 60 ms")
}

/// Cities under their Cyrillic spellings: which comes first?
func citiesBench(records: String, queries: String) throws {
    Bench.printMachine()
    let directory = NSTemporaryDirectory() + "fondaco-bench-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let register = try Register.open(directory, creating: true)
    let report = try register.importRecords(from: [records], actor: "bench")
    try register.warmUp()
    print("\(report.added) records")
    var asked = 0
    var right = 0
    var namesake = 0
    var times = Latencies()
    for line in try String(contentsOfFile: queries, encoding: .utf8).split(separator: "\n") {
        let fields = line.split(separator: "\t")
        guard fields.count == 2, let id = RecordID(String(fields[1])) else { continue }
        var query = RecordQuery()
        query.text = String(fields[0])
        query.kinds = [.place]
        query.limit = 1
        var found: RecordSummary?
        try times.time { found = try register.find(query).items.first?.summary }
        asked += 1
        if found?.id == id {
            right += 1
        } else if let found, let name = try register.summary(id)?.name, found.name == name {
            namesake += 1
        }
    }
    print(
        String(
            format: "%d spellings: the very place first %.2f %%, it or a namesake %.2f %%", asked,
            100 * Double(right) / Double(max(1, asked)),
            100 * Double(right + namesake) / Double(max(1, asked))))
    times.report("search by name", "no target")
}

import Glibc
import Journal

// Appends to a journal until it is killed; the journal's tests start and kill it.
//
//     journal-torture DIRECTORY appends|batches SEED
//
// Each line on standard output says, once the journal has acknowledged it, `B H`: all of batch B is
// durable, and the journal's head was at least H. In between, `+` says that work goes on.

/// Writes a line at once and as a whole: what was acknowledged must not wait in a buffer.
func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = unsafe write(1, bytes, bytes.count)
}

/// A batch whose entries say which batch they belong to, and how many it has.
func drafts(_ batch: Int, count: Int, payload: Int) -> [JournalDraft] {
    let filler = String(repeating: "x", count: payload)
    return (0..<count).map {
        JournalDraft(
            actor: "torture", kind: "test.part",
            payload: Array("\(batch) \($0) \(count) \(filler)".utf8))
    }
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let seed = Int(arguments[3]) else {
    say("usage: journal-torture DIRECTORY appends|batches SEED")
    exit(64)
}
let journal = try FileJournal.open(arguments[1], options: .init(segmentBytes: 20_000))

if arguments[2] == "batches" {
    for batch in seed... {
        let writer = try journal.beginBatch()
        for (index, draft) in drafts(batch, count: 2_000, payload: 40).enumerated() {
            try writer.append(draft)
            if index.isMultiple(of: 100) { say("+") }
        }
        say("\(batch) \(try writer.commit().sequence)")
    }
} else {
    try await withThrowingTaskGroup(of: Void.self) { group in
        for appender in 0..<8 {
            group.addTask {
                for round in 0... {
                    let batch = seed + round * 8 + appender
                    let head = try await journal.append(
                        drafts(batch, count: batch % 7 + 1, payload: batch % 300))
                    say("\(batch) \(head.sequence)")
                }
            }
        }
        try await group.waitForAll()
    }
}

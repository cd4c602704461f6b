internal import Journal

/// Commands in the form in which they are journaled, with the numbers that they will have. It may be
/// written from any thread.
struct PreparedGroup: Sendable {
    /// The number of the first command.
    let first: UInt64
    /// How many commands there are.
    let count: Int
    /// The journal's last entry before it.
    let after: UInt64
    /// The payloads of its entries.
    let blocks: [[UInt8]]
    /// The first command of each block, by its place in the group.
    let starts: [Int]

    /// The number of the first command after it.
    var next: UInt64 { first + UInt64(count) }

    /// The last of its entries.
    var lastEntry: UInt64 { after + UInt64(blocks.count) }

    /// Writes its entries as one batch and returns once they are durable: all of them or none.
    func write(to journal: FileJournal) throws(JournalError) -> JournalHead {
        let writer = try journal.beginBatch(expecting: after)
        for block in blocks {
            try writer.append(
                JournalDraft(
                    actor: SectionKeeper.actor, kind: SectionKeeper.commandKind, payload: block))
        }
        return try writer.commit()
    }
}

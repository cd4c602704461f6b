import Synchronization

/// Where a reader learns how far the journal is committed.
enum HeadSource: Sendable {
    /// The writer is in this process.
    case published(Published)
    /// The writer, if there is one, is in another process and leaves word in the file `head`.
    case recorded(RecordedHead)

    /// The committed head, as it stands now.
    var head: JournalHead {
        switch self {
        case .published(let published): published.head
        case .recorded(let recorded): recorded.head
        }
    }
}

/// The head that another process records.
final class RecordedHead: Sendable {
    private let folder: JournalFolder
    private let known: Mutex<JournalHead>

    /// Looks at the file, or, if there is none or it is damaged, at the segments themselves.
    init(_ folder: JournalFolder) throws(JournalError) {
        self.folder = folder
        if let head = try folder.recordedHead() {
            known = Mutex(head)
        } else {
            known = Mutex(try Survey(folder, .lastSegment).head)
        }
    }

    /// The newest head that could be read; one that is just being written is read again.
    var head: JournalHead {
        for _ in 0..<3 {
            guard let read = try? folder.recordedHead() else { continue }
            return known.withLock { known in
                if read.sequence > known.sequence { known = read }
                return known
            }
        }
        return known.withLock { $0 }
    }
}

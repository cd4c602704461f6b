/// How a file is opened.
package enum FileMode: Sendable {
    /// It must exist.
    case reading
    /// It must exist.
    case updating
    /// It is made, or emptied if it exists.
    case creating
}

/// The seam between the journal and the disk, so that tests and the simulator can let the disk fail.
/// No target outside this package can bring a disk of its own.
package protocol FileSystem: Sendable {
    func open(_ path: String, _ mode: FileMode) throws(JournalError) -> any JournalFile
    /// Makes a directory, and its parents, unless it exists.
    func makeDirectory(_ path: String) throws(JournalError)
    /// The names in a directory; nil if there is no such directory.
    func names(in directory: String) throws(JournalError) -> [String]?
    /// Removes a file.
    func remove(_ path: String) throws(JournalError)
    /// Takes the writer's lock of a directory, which goes with the object that is returned.
    func lock(_ path: String, directory: String) throws(JournalError) -> any AnyObject & Sendable
    /// Makes the creation and removal of files in a directory durable.
    func syncDirectory(_ path: String) throws(JournalError)
}

/// An open file; all access is by position, so that it has no state of its own.
package protocol JournalFile: AnyObject, Sendable {
    /// Where it is, for messages.
    var path: String { get }
    func size() throws(JournalError) -> UInt64
    /// Reads up to `count` bytes into `buffer` at `index`; returns how many there were, 0 at the end.
    func read(into buffer: inout [UInt8], at index: Int, count: Int, from offset: UInt64)
        throws(JournalError) -> Int
    /// Writes bytes of `buffer`; returns how many were taken, which may be fewer than asked.
    func write(_ buffer: [UInt8], _ range: Range<Int>, to offset: UInt64) throws(JournalError)
        -> Int
    /// Returns once content and size are on the disk.
    func sync() throws(JournalError)
    func truncate(to size: UInt64) throws(JournalError)
    /// Tells the system that these bytes will soon be synced, so that it may begin; never fails.
    func startWriting(_ range: Range<UInt64>)
}

extension JournalFile {
    /// Writes all of a range, however many calls that takes.
    func writeAll(_ buffer: [UInt8], _ range: Range<Int>, to offset: UInt64) throws(JournalError) {
        var done = 0
        while done < range.count {
            let rest = range.lowerBound + done..<range.upperBound
            let taken = try write(buffer, rest, to: offset + UInt64(done))
            // A disk that takes nothing and reports nothing would be asked for ever.
            guard taken > 0 else {
                throw .file(.write, path: path, code: outOfSpaceCode)
            }
            done += taken
        }
    }
}

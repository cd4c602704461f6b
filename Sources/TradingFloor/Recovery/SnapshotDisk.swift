/// Where a section's snapshots lie: the seam at which tests and simulators let a disk fail. Every
/// operation is one that a crash can come before or after.
public protocol SnapshotDisk: Sendable {
    /// The names of the files that are there.
    func names() throws(FloorError) -> [String]
    /// A file's content; nil if it isn't there.
    func read(_ name: String) throws(FloorError) -> [UInt8]?
    /// Makes a file with this content, or replaces that of the one there is.
    func create(_ name: String, _ bytes: [UInt8]) throws(FloorError)
    /// Returns once a file's content is durable.
    func sync(_ name: String) throws(FloorError)
    /// Gives a file another name; what had that name is gone.
    func rename(_ name: String, to next: String) throws(FloorError)
    /// Returns once the names are durable.
    func syncFolder() throws(FloorError)
    /// Removes a file.
    func remove(_ name: String) throws(FloorError)
    /// Where a file is, for messages.
    func path(_ name: String) -> String
}

/// A folder of the real file system.
public struct SnapshotFolder: SnapshotDisk {
    /// The folder.
    public let folder: String

    /// A folder, which is made if there is none.
    public init(_ folder: String) throws(FloorError) {
        self.folder = folder
        try PosixFiles.makeFolder(folder)
    }

    /// A folder as it is; without one there are no names in it.
    public init(existing folder: String) { self.folder = folder }

    /// The names of the files that are there.
    public func names() throws(FloorError) -> [String] {
        try PosixFiles.names(in: folder) ?? []
    }

    /// A file's content; nil if it isn't there.
    public func read(_ name: String) throws(FloorError) -> [UInt8]? {
        try PosixFiles.read(path(name))
    }

    /// Makes a file with this content, or replaces that of the one there is.
    public func create(_ name: String, _ bytes: [UInt8]) throws(FloorError) {
        try PosixFiles.create(path(name), bytes)
    }

    /// Returns once a file's content is durable.
    public func sync(_ name: String) throws(FloorError) { try PosixFiles.sync(path(name)) }

    /// Gives a file another name; what had that name is gone.
    public func rename(_ name: String, to next: String) throws(FloorError) {
        try PosixFiles.rename(path(name), to: path(next))
    }

    /// Returns once the names are durable.
    public func syncFolder() throws(FloorError) { try PosixFiles.syncFolder(folder) }

    /// Removes a file.
    public func remove(_ name: String) throws(FloorError) { try PosixFiles.remove(path(name)) }

    /// Where a file is.
    public func path(_ name: String) -> String { "\(folder)/\(name)" }
}

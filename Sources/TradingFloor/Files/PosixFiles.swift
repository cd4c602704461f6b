#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the system says of an error code.
func systemMessage(_ code: Int32) -> String {
    guard let message = unsafe strerror(code) else { return "error" }
    return unsafe String(cString: message)
}

/// Whole files, written so that a crash leaves the old one or the new one.
enum PosixFiles {
    /// The greatest file that is read whole: 4 GiB.
    static let longest = 4 << 30

    private final class Descriptor {
        let number: Int32

        init(_ path: String, _ flags: Int32, _ operation: String, mode: mode_t = 0o644)
            throws(FloorError)
        {
            number = unsafe open(path, flags | O_CLOEXEC, mode)
            guard number >= 0 else { throw .file(operation, path: path, code: errno) }
        }

        deinit { close(number) }
    }

    /// Makes a file with this content, or empties the one there is and fills it.
    static func create(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o644) throws(FloorError) {
        let file = try Descriptor(
            path, O_WRONLY | O_CREAT | O_TRUNC, "creation", mode: mode_t(mode))
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { all in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: all[done...])
                return unsafe write(file.number, rest.baseAddress, rest.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                throw .file("writing", path: path, code: count < 0 ? errno : ENOSPC)
            }
            done += count
        }
    }

    /// Returns once a file's content is on the disk.
    /// What tells one version of a file from another that was put in its place.
    struct Stamp: Sendable, Equatable {
        var inode: UInt64
        var seconds: Int
        var nanoseconds: Int
        var size: Int64
    }

    /// The stamp of a file; nil if there is none.
    static func stamp(_ path: String) -> Stamp? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
            let changed = status.st_mtimespec
        #else
            let changed = status.st_mtim
        #endif
        return Stamp(
            inode: UInt64(status.st_ino), seconds: Int(changed.tv_sec),
            nanoseconds: Int(changed.tv_nsec), size: Int64(status.st_size))
    }

    static func sync(_ path: String) throws(FloorError) {
        let file = try Descriptor(path, O_RDONLY, "opening")
        guard fsync(file.number) == 0 else { throw .file("syncing", path: path, code: errno) }
    }

    /// Returns once the names in a folder are on the disk.
    static func syncFolder(_ path: String) throws(FloorError) {
        let folder = try Descriptor(path, O_RDONLY | O_DIRECTORY, "opening")
        guard fsync(folder.number) == 0 else { throw .file("syncing", path: path, code: errno) }
    }

    static func rename(_ old: String, to new: String) throws(FloorError) {
        guard Self.systemRename(old, new) == 0 else {
            throw .file("renaming", path: old, code: errno)
        }
    }

    private static func systemRename(_ old: String, _ new: String) -> Int32 {
        #if canImport(Glibc)
            unsafe Glibc.rename(old, new)
        #elseif canImport(Musl)
            unsafe Musl.rename(old, new)
        #else
            unsafe Darwin.rename(old, new)
        #endif
    }

    static func remove(_ path: String) throws(FloorError) {
        guard unsafe unlink(path) == 0 else { throw .file("removal", path: path, code: errno) }
    }

    /// A file's content; nil if there is no such file.
    static func read(_ path: String) throws(FloorError) -> [UInt8]? {
        let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else {
            if errno == ENOENT { return nil }
            throw .file("opening", path: path, code: errno)
        }
        defer { close(number) }
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else {
            throw .file("reading", path: path, code: errno)
        }
        guard status.st_size <= longest else {
            throw .badFile(path: path, reason: "it has \(status.st_size) bytes, too many to read")
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var done = 0
        while done < bytes.count {
            let from = done
            let count = unsafe bytes.withUnsafeMutableBytes { all in
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: all[from...])
                return unsafe Self.systemRead(number, rest.baseAddress, rest.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .file("reading", path: path, code: errno) }
            if count == 0 { break }
            done += count
        }
        bytes.removeLast(bytes.count - done)
        return bytes
    }

    private static func systemRead(
        _ number: Int32, _ address: UnsafeMutableRawPointer?, _ count: Int
    ) -> Int {
        #if canImport(Glibc)
            unsafe Glibc.read(number, address, count)
        #elseif canImport(Musl)
            unsafe Musl.read(number, address, count)
        #else
            unsafe Darwin.read(number, address, count)
        #endif
    }

    /// Makes a folder and those around it.
    static func makeFolder(_ path: String) throws(FloorError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += part + "/"
            guard unsafe mkdir(made, 0o755) != 0 else { continue }
            let code = errno
            guard code == EEXIST || code == EISDIR else {
                throw .file("creation", path: made, code: code)
            }
        }
    }

    /// The names in a folder, in order; nil if there is no such folder.
    static func names(in path: String) throws(FloorError) -> [String]? {
        guard let stream = unsafe opendir(path) else {
            if errno == ENOENT { return nil }
            throw .file("listing", path: path, code: errno)
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(
                    to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)
                ) { unsafe String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Replaces a file as a whole: another name first, synced, renamed, the folder synced.
    static func replace(_ name: String, in folder: String, _ bytes: [UInt8], mode: UInt32)
        throws(FloorError)
    {
        let temporary = "\(folder)/\(name).new"
        try create(temporary, bytes, mode: mode)
        try sync(temporary)
        try rename(temporary, to: "\(folder)/\(name)")
        try syncFolder(folder)
    }
}

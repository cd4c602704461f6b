#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The code of "no space left on device".
let outOfSpaceCode = ENOSPC

/// What the system says of an error code.
func systemMessage(_ code: Int32) -> String {
    guard let message = unsafe strerror(code) else { return "error" }
    return unsafe String(cString: message)
}

/// The system's clock: microseconds since 1970-01-01 UTC.
func systemMicroseconds() -> Int64 {
    var now = timespec()
    guard unsafe clock_gettime(CLOCK_REALTIME, &now) == 0 else { return 0 }
    return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1_000
}

/// The lock that only one writer of a journal has; it goes with the object.
private final class WriterLock: Sendable {
    private let file: PosixFile

    /// Takes the lock in the file at `path` without waiting.
    init(_ path: String, directory: String) throws(JournalError) {
        file = try PosixFile(path, flags: O_RDWR | O_CREAT)
        guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            guard code == EWOULDBLOCK else { throw .file(.lock, path: path, code: code) }
            throw .locked(directory: directory, holder: Self.holder(file))
        }
        let text = Array("\(getpid())\n".utf8)
        try file.truncate(to: 0)
        try file.writeAll(text, 0..<text.count, to: 0)
    }

    deinit {
        // Closing alone would leave the lock with a child process that was just being started.
        flock(file.descriptor, LOCK_UN)
    }

    private static func holder(_ file: PosixFile) -> Int32? {
        var text = [UInt8](repeating: 0, count: 16)
        guard let count = try? file.read(into: &text, at: 0, count: 16, from: 0) else { return nil }
        return Int32(String(decoding: text[..<count].prefix { $0 != 0x0A }, as: UTF8.self))
    }
}

/// Files as the operating system gives them.
struct PosixFileSystem: FileSystem {
    func open(_ path: String, _ mode: FileMode) throws(JournalError) -> any JournalFile {
        switch mode {
        case .reading: try PosixFile(path, flags: O_RDONLY)
        case .updating: try PosixFile(path, flags: O_RDWR)
        case .creating: try PosixFile(path, flags: O_RDWR | O_CREAT | O_TRUNC)
        }
    }

    func makeDirectory(_ path: String) throws(JournalError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += part + "/"
            guard unsafe mkdir(made, 0o755) != 0 else { continue }
            let code = errno
            guard code == EEXIST || code == EISDIR else {
                throw .file(.create, path: made, code: code)
            }
        }
    }

    func names(in directory: String) throws(JournalError) -> [String]? {
        guard let stream = unsafe opendir(directory) else {
            let code = errno
            if code == ENOENT { return nil }
            throw .file(.list, path: directory, code: code)
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(
                    to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)
                ) { unsafe String(cString: $0) }
            }
            names.append(name)
        }
        return names
    }

    func lock(_ path: String, directory: String) throws(JournalError) -> any AnyObject & Sendable {
        try WriterLock(path, directory: directory)
    }

    func remove(_ path: String) throws(JournalError) {
        guard unsafe unlink(path) == 0 else { throw .file(.remove, path: path, code: errno) }
    }

    func syncDirectory(_ path: String) throws(JournalError) {
        let directory = try PosixFile(path, flags: O_RDONLY | O_DIRECTORY)
        guard fsync(directory.descriptor) == 0 else {
            throw .file(.sync, path: path, code: errno)
        }
    }
}

/// Outside the class, where `open` means the system call.
private func descriptorOf(_ path: String, _ flags: Int32) -> Int32 {
    unsafe open(path, flags, 0o644)
}

/// An open file of the operating system, closed when the last reference goes.
final class PosixFile: JournalFile {
    let path: String
    fileprivate let descriptor: Int32

    fileprivate init(_ path: String, flags: Int32) throws(JournalError) {
        let opened = descriptorOf(path, flags | O_CLOEXEC)
        guard opened >= 0 else {
            throw .file(flags & O_CREAT == 0 ? .open : .create, path: path, code: errno)
        }
        self.path = path
        descriptor = opened
    }

    deinit {
        close(descriptor)
    }

    func size() throws(JournalError) -> UInt64 {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw .file(.size, path: path, code: errno)
        }
        return UInt64(max(0, status.st_size))
    }

    func read(into buffer: inout [UInt8], at index: Int, count: Int, from offset: UInt64)
        throws(JournalError) -> Int
    {
        precondition(index >= 0 && count >= 0 && index + count <= buffer.count)
        while true {
            let done = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe pread(
                    descriptor, bytes.baseAddress.map { unsafe $0 + index }, count,
                    off_t(clamping: offset))
            }
            if done >= 0 { return done }
            guard errno == EINTR else { throw .file(.read, path: path, code: errno) }
        }
    }

    func write(_ buffer: [UInt8], _ range: Range<Int>, to offset: UInt64) throws(JournalError)
        -> Int
    {
        precondition(range.upperBound <= buffer.count)
        while true {
            let done = unsafe buffer.withUnsafeBytes { bytes in
                unsafe pwrite(
                    descriptor, bytes.baseAddress.map { unsafe $0 + range.lowerBound },
                    range.count, off_t(clamping: offset))
            }
            if done >= 0 { return done }
            guard errno == EINTR else { throw .file(.write, path: path, code: errno) }
        }
    }

    func sync() throws(JournalError) {
        #if os(Linux)
            let result = fdatasync(descriptor)
        #else
            let result = fcntl(descriptor, F_FULLFSYNC)
        #endif
        guard result == 0 else { throw .file(.sync, path: path, code: errno) }
    }

    func truncate(to size: UInt64) throws(JournalError) {
        guard ftruncate(descriptor, off_t(clamping: size)) == 0 else {
            throw .file(.truncate, path: path, code: errno)
        }
    }

    func startWriting(_ range: Range<UInt64>) {
        #if os(Linux)
            // On Linux this advice begins the writing of changed pages (mm/fadvise.c), and drops
            // only those that are written already. A failure shows in `sync`.
            _ = posix_fadvise(
                descriptor, off_t(clamping: range.lowerBound), off_t(clamping: range.count),
                POSIX_FADV_DONTNEED)
        #endif
    }
}

import Crypto
import Dispatch
import Foundation
import Synchronization

/// Makes pictures of pixels from SVG by `rsvg-convert` (librsvg), where the machine has it.
///
/// Others, such as ImageMagick without it, don't know CSS in SVG: a picture without lines would be
/// worse than none. A conversion takes a processor for up to seconds, so they are made one after
/// another on a thread of their own, few may wait, each has a limit of time, and the last ones are
/// kept.
enum PixelConverter {
    /// Why there is no picture.
    enum Failure: Error, CustomStringConvertible {
        case notInstalled
        case busy
        case tooLong
        case failed(status: Int32)
        case unwritable(String)

        /// What a client is told.
        var httpStatus: Int {
            switch self {
            case .notInstalled: 501
            case .busy, .tooLong: 503
            case .failed, .unwritable: 500
            }
        }

        var description: String {
            switch self {
            case .notInstalled:
                "this machine has no rsvg-convert; install Debian's librsvg2-bin, or take the SVG"
            case .busy: "too many pictures are being made; try again in a moment, or take the SVG"
            case .tooLong: "the picture took too long to make; take the SVG"
            case .failed(let status): "rsvg-convert ended with status \(status); take the SVG"
            case .unwritable(let reason): "the picture couldn't be made: \(reason); take the SVG"
            }
        }
    }

    /// Whether pictures can be made.
    static let isInstalled = program != nil

    private static let program: String? =
        (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin")
        .split(separator: ":").map { $0 + "/rsvg-convert" }
        .first(where: FileManager.default.isExecutableFile(atPath:))

    private static let lane = DispatchQueue(label: "fondaco.pictures", qos: .utility)
    private static let waiting = Mutex(0)
    private static let shelf = Mutex(PictureShelf())

    /// How many may be made or wait.
    private static let most = 6
    private static let seconds = 10
    /// The most pixels of a picture that is made at twice the size.
    private static let finePixels = 2_000_000.0

    /// The picture, twice as wide as the drawing unless that is very large, for fine screens and
    /// print.
    /// - Parameters:
    ///   - svg: the drawing as a file.
    ///   - pixels: how many CSS pixels it covers.
    static func png(_ svg: [UInt8], pixels: Double) async throws(Failure) -> [UInt8] {
        guard let program else { throw .notInstalled }
        let key = SHA256.hash(data: svg)
        if let kept = shelf.withLock({ $0[key] }) { return kept }
        let mayWait = waiting.withLock { count in
            guard count < most else { return false }
            count += 1
            return true
        }
        guard mayWait else { throw .busy }
        let zoom = pixels > finePixels ? "1" : "2"
        let made = await withCheckedContinuation { continuation in
            lane.async { continuation.resume(returning: convert(svg, zoom, by: program)) }
        }
        waiting.withLock { $0 -= 1 }
        let picture = try made.get()
        shelf.withLock { $0[key] = picture }
        return picture
    }

    private static func convert(
        _ svg: [UInt8], _ zoom: String, by program: String
    ) -> Result<[UInt8], Failure> {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "fondaco-picture-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false)
            defer { try? FileManager.default.removeItem(at: folder) }
            let from = folder.appending(path: "drawing.svg")
            let to = folder.appending(path: "drawing.png")
            try Data(svg).write(to: from)
            if let failure = try run(
                program, ["--zoom", zoom, "--format", "png", "--output", to.path, from.path])
            {
                return .failure(failure)
            }
            return .success(Array(try Data(contentsOf: to)))
        } catch {
            return .failure(.unwritable("\(error)"))
        }
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> Failure? {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let done = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in done.signal() }
        try process.run()
        guard done.wait(timeout: .now() + .seconds(seconds)) == .success else {
            process.terminate()
            done.wait()
            return .tooLong
        }
        return process.terminationStatus == 0 ? nil : .failed(status: process.terminationStatus)
    }
}

/// The last pictures, by the digest of their drawings.
private struct PictureShelf {
    private var pictures: [SHA256Digest: [UInt8]] = [:]
    private var order: [SHA256Digest] = []
    private static let most = 48

    subscript(key: SHA256Digest) -> [UInt8]? {
        get { pictures[key] }
        set {
            if pictures.updateValue(newValue ?? [], forKey: key) == nil { order.append(key) }
            if order.count > Self.most { pictures[order.removeFirst()] = nil }
        }
    }
}

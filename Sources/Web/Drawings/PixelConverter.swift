import Foundation
import Synchronization

/// Makes pictures of pixels from SVG by `rsvg-convert` (librsvg), where the machine has it.
///
/// Others, such as ImageMagick without it, don't know CSS in SVG: a picture without lines would be
/// worse than none.
enum PixelConverter {
    /// Why there is no picture.
    enum Failure: Error, CustomStringConvertible {
        case notInstalled
        case busy
        case failed(status: Int32)
        case unwritable(String)

        /// What a client is told.
        var httpStatus: Int {
            switch self {
            case .notInstalled: 501
            case .busy: 503
            case .failed, .unwritable: 500
            }
        }

        var description: String {
            switch self {
            case .notInstalled:
                "this machine has no rsvg-convert; install Debian's librsvg2-bin, or take the SVG"
            case .busy: "too many pictures are being made; try again in a moment, or take the SVG"
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

    /// How many pictures are made at a time: each takes a processor.
    private static let most = 2
    private static let running = Mutex(0)

    /// The picture, twice as wide as the drawing, for fine screens and print.
    static func png(_ svg: [UInt8]) throws(Failure) -> [UInt8] {
        guard let program else { throw .notInstalled }
        let mayRun = running.withLock { count in
            guard count < most else { return false }
            count += 1
            return true
        }
        guard mayRun else { throw .busy }
        defer { running.withLock { $0 -= 1 } }
        do {
            return try converted(svg, by: program)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .unwritable("\(error)")
        }
    }

    private static func converted(_ svg: [UInt8], by program: String) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "fondaco-picture-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let from = folder.appending(path: "drawing.svg")
        let to = folder.appending(path: "drawing.png")
        try Data(svg).write(to: from)
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["--zoom", "2", "--format", "png", "--output", to.path, from.path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure.failed(status: process.terminationStatus)
        }
        return Array(try Data(contentsOf: to))
    }
}

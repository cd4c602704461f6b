import CZlib

/// Compresses one content as one gzip member (RFC 1952) with zlib, as a whole or in pieces.
@safe final class Gzip {
    /// Shorter content is sent as it is: the gain wouldn't fill a packet.
    static let worthwhile = 1_024

    // zlib keeps a pointer back to the stream, so it must not move: it lives on the heap.
    private let stream: UnsafeMutablePointer<z_stream>
    private var output = [UInt8](repeating: 0, count: 32 << 10)

    /// A stream that has taken nothing yet; nil when there is no memory for one.
    init?() {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let gzipFormat: Int32 = 15 + 16
        let status = unsafe deflateInit2_(
            stream, 5, Z_DEFLATED, gzipFormat, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else {
            unsafe stream.deallocate()
            return nil
        }
    }

    deinit {
        _ = unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Takes a piece and gives what has come out so far, which may be nothing.
    func compress(_ piece: [UInt8], isLast: Bool) -> [UInt8] {
        var piece = piece
        var result: [UInt8] = []
        result.reserveCapacity(piece.count / 3 + 64)
        unsafe piece.withUnsafeMutableBufferPointer { input in
            unsafe stream.pointee.next_in = input.baseAddress
            unsafe stream.pointee.avail_in = UInt32(clamping: input.count)
            repeat {
                let made = drain(isLast ? Z_FINISH : Z_NO_FLUSH)
                result.append(contentsOf: output[..<made])
            } while unsafe stream.pointee.avail_out == 0
        }
        return result
    }

    /// Runs zlib until it has filled the output or has nothing more to say.
    private func drain(_ flush: Int32) -> Int {
        let room = output.count
        return unsafe output.withUnsafeMutableBufferPointer { buffer in
            unsafe stream.pointee.next_out = buffer.baseAddress
            unsafe stream.pointee.avail_out = UInt32(clamping: room)
            _ = unsafe deflate(stream, flush)
            return room - Int(unsafe stream.pointee.avail_out)
        }
    }

    /// The whole content compressed; nil when there is no memory for it.
    static func compress(_ content: [UInt8]) -> [UInt8]? {
        Gzip()?.compress(content, isLast: true)
    }

    /// Whether content of this type is text that gets smaller.
    static func helps(_ contentType: String) -> Bool {
        contentType.hasPrefix("text/") || contentType.hasPrefix("application/json")
            || contentType.hasPrefix("application/problem+json")
            || contentType.hasPrefix("application/x-ndjson")
            || contentType.hasPrefix("application/javascript")
            || contentType.hasPrefix("application/vnd.sdmx.")
            || contentType.hasPrefix("image/svg+xml")
    }
}

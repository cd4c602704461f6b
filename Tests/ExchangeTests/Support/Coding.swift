import Exchange
import Testing

/// Writing and reading a value must give it back, and use up all bytes.
enum Coding {
    static func expectSame<Value: StateCoded & Equatable>(_ value: Value) throws {
        var writer = StateWriter()
        value.write(to: &writer)
        var reader = StateReader(writer.bytes)
        let read = try Value(from: &reader)
        try reader.end()
        #expect(read == value)
    }

    /// Bytes cut short or changed never trap; what is read nevertheless can be used and written.
    static func expectNoTrap<Value: StateCoded & Equatable>(
        _ value: Value, seed: UInt64, use: (inout Value) -> Void = { _ in }
    ) {
        var writer = StateWriter()
        value.write(to: &writer)
        var random = SeededRandom(seed: seed)
        for _ in 0..<60 {
            var bytes = writer.bytes
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                in: 0...255, using: &random)
            if random.chance(30) {
                bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
            }
            var reader = StateReader(bytes)
            guard var read = try? Value(from: &reader) else { continue }
            use(&read)
            var again = StateWriter()
            read.write(to: &again)
            #expect(!again.bytes.isEmpty)
        }
    }
}

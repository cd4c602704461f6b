internal import Journal
internal import Synchronization

/// An open file of a simulated disk; dead once the disk was started again.
final class SimulatedFile: JournalFile {
    private let disk: SimulatedDisk
    private let body: Int
    private let start: UInt64
    let path: String

    init(_ disk: SimulatedDisk, _ path: String, body: Int, start: UInt64) {
        self.disk = disk
        self.path = path
        self.body = body
        self.start = start
    }

    private func locked<Value>(
        _ operation: FileOperation,
        _ work: (inout DiskState) throws(JournalError) -> sending Value
    ) throws(JournalError) -> sending Value {
        try disk.state.withLock { state throws(JournalError) in
            guard state.start == start else {
                throw .file(operation, path: path, code: DiskError.inputOutput)
            }
            return try work(&state)
        }
    }

    func size() throws(JournalError) -> UInt64 {
        try locked(.size) { state throws(JournalError) in
            try state.checkReading(.size, path)
            return UInt64(state.bodies[body].now.count)
        }
    }

    func read(
        into buffer: inout [UInt8], at index: Int, count: Int, from offset: UInt64
    ) throws(JournalError) -> Int {
        let bytes = try locked(.read) { state throws(JournalError) in
            try state.checkReading(.read, path)
            return Array(
                state.bodies[body].now.dropFirst(Int(clamping: offset)).prefix(max(0, count)))
        }
        buffer.replaceSubrange(index..<index + bytes.count, with: bytes)
        return bytes.count
    }

    func write(
        _ buffer: [UInt8], _ range: Range<Int>, to offset: UInt64
    ) throws(JournalError) -> Int {
        try locked(.write) { state throws(JournalError) in
            let isTorn = try state.begin(.write, path)
            var taken = min(range.count, state.faults.longestWrite)
            if let room = state.faults.spaceLeft { taken = min(taken, room) }
            guard taken > 0 else {
                state.tally.full += 1
                throw .file(.write, path: path, code: DiskError.noSpace)
            }
            if isTorn { taken = state.chance.number(0...taken) }
            state.write(
                body, buffer[range.lowerBound..<range.lowerBound + taken],
                to: Int(clamping: offset))
            state.faults.spaceLeft? -= taken
            if isTorn { throw .file(.write, path: path, code: DiskError.inputOutput) }
            return taken
        }
    }

    func sync() throws(JournalError) {
        disk.passSlowly()
        try locked(.sync) { state throws(JournalError) in
            let isTorn = try state.begin(.sync, path)
            let isHonest = try state.isHonest(path)
            state.sync(body, isHonest: isHonest)
            if isTorn { throw .file(.sync, path: path, code: DiskError.inputOutput) }
        }
    }

    func truncate(to size: UInt64) throws(JournalError) {
        try locked(.truncate) { state throws(JournalError) in
            let isTorn = try state.begin(.truncate, path)
            if state.faults.failsTruncate {
                state.tally.failures += 1
                throw .file(.truncate, path: path, code: DiskError.inputOutput)
            }
            let cut = state.bodies[body].now.count - Int(clamping: size)
            state.faults.spaceLeft? += max(0, cut)
            if cut > 0 { state.bodies[body].now.removeLast(cut) }
            if isTorn { throw .file(.truncate, path: path, code: DiskError.inputOutput) }
        }
    }

    func startWriting(_ range: Range<UInt64>) {}
}

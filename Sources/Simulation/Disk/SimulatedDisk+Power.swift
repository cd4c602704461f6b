internal import Synchronization

extension SimulatedDisk {
    /// A file system writes such pieces as a whole, in any order.
    private static let sector = 512

    /// The power comes back after a failure.
    ///
    /// Of what wasn't synced, chance decides: each sector of a file is the old or the new one, the
    /// length is anything between both. Changes of names that weren't synced are done or not, each
    /// by itself or (as on a file system with a journal of its own) up to some place; a renaming
    /// is whole or not at all. All faults are gone, and files that were open are dead.
    ///
    /// - Returns: Whether anything is lost that a sync had said to be durable.
    @discardableResult
    public func restart(_ random: inout some RandomNumberGenerator) -> Bool {
        state.withLock { state in
            let lost = !state.liedBodies.isEmpty || !state.liedFolders.isEmpty
            var names = state.durable
            let isOrdered = Bool.random(using: &random)
            let kept = Int.random(in: 0...state.changes.count, using: &random)
            for (place, change) in state.changes.enumerated() {
                let isDone = isOrdered ? place < kept : Bool.random(using: &random)
                if isDone { DiskState.apply(change, to: &names) }
            }
            for (_, body) in names.sorted(by: { $0.key < $1.key })
            where state.bodies[body].now != state.bodies[body].durable {
                state.bodies[body].now = Self.torn(
                    state.bodies[body].durable, state.bodies[body].now, &random)
            }
            for body in Set(names.values).sorted() {
                state.bodies[body].durable = state.bodies[body].now
            }
            state.present = names
            Self.begin(&state)
            return lost
        }
    }

    /// Only the process died: the system still has all that was written, and will sync it. All
    /// faults are gone, and files that were open are dead.
    public func restartProcess() {
        state.withLock { state in
            for body in Set(state.present.values).sorted() {
                state.bodies[body].durable = state.bodies[body].now
            }
            Self.begin(&state)
        }
    }

    private static func begin(_ state: inout DiskState) {
        state.durable = state.present
        state.changes = []
        state.liedBodies = []
        state.liedFolders = []
        state.locks = [:]
        state.faults = DiskFaults()
        state.start += 1
    }

    private static func torn(
        _ old: [UInt8], _ new: [UInt8], _ random: inout some RandomNumberGenerator
    ) -> [UInt8] {
        let lengths = [old.count, new.count].sorted()
        let count = Int.random(in: lengths[0]...lengths[1], using: &random)
        var result: [UInt8] = []
        result.reserveCapacity(count)
        for start in stride(from: 0, to: count, by: sector) {
            let source = Bool.random(using: &random) ? old : new
            for index in start..<min(start + sector, count) {
                result.append(index < source.count ? source[index] : 0)
            }
        }
        return result
    }
}

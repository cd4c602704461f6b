import Register
import SDMX
import Synchronization

/// The code lists, which take a look at every figure, kept until the register changes.
final class StructureShelf: Sendable {
    private struct Kept {
        var sequence: UInt64
        var structures: FigureStructures
    }

    private let loader: FigureLoader
    private let kept = Mutex<Kept?>(nil)

    init(_ loader: FigureLoader) {
        self.loader = loader
    }

    /// The structures of the register as it is read now.
    func structures() throws -> FigureStructures {
        let sequence = try loader.register.sequence()
        let known = kept.withLock { $0 }
        if let known, known.sequence == sequence { return known.structures }
        let structures = try loader.structures()
        kept.withLock { $0 = Kept(sequence: sequence, structures: structures) }
        return structures
    }
}

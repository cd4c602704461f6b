import Charts
import Dispatch
import Records
import Register
import Statistics
import Synchronization

/// What pages know of a whole register: made once for each of its states, what takes long in the
/// background.
final class PageMemory: Sendable {
    private let start = MadeInBackground<TrackStart>()
    private let pairs = MadeInBackground<CompareStart>()
    private let findings = MadeInBackground<FindingsBook>()

    /// Drawings that take long to lay out, by what they show and how.
    let drawings = Remembered<String, Drawing>(most: 64)
    /// The drawings of the home page on a day, which one of them marks, in each language.
    let homeDrawings = Remembered<Seen<Int32>, SafeHTML>(most: Language.allCases.count)

    /// What maps and networks show, which takes a look at every record.
    let mapScenes = Remembered<Seen<MapState>, MapScene>(most: 48)
    let networkScenes = Remembered<Seen<NetworkState>, NetworkScene>(most: 48)

    private init() {}

    /// The views that the explorer suggests; nil while they are being looked for.
    func trackStart(of register: Register) throws -> TrackStart? {
        try start.value(of: register.version()) { try TrackStart(register) }
    }

    /// What the comparison suggests; nil while it is being looked for.
    func compareStart(of register: Register) throws -> CompareStart? {
        try pairs.value(of: register.version()) { try CompareStart(register) }
    }

    /// The findings of all figures; nil while they are being made.
    func findingsBook(of register: Register) throws -> FindingsBook? {
        try findings.value(of: register.version()) { try FindingsBook(of: register) }
    }

    // MARK: One a register

    private struct Entry {
        weak var register: Register?
        let memory: PageMemory
    }

    private static let entries = Mutex<[Entry]>([])
    private static let mostEntries = 8

    /// The memory of a register.
    static func of(_ register: Register) -> PageMemory {
        entries.withLock { entries in
            if let entry = entries.first(where: { $0.register === register }) {
                return entry.memory
            }
            entries.removeAll { $0.register == nil }
            if entries.count >= mostEntries { entries.removeFirst() }
            let memory = PageMemory()
            entries.append(Entry(register: register, memory: memory))
            return memory
        }
    }
}

/// The state of a page as somebody sees it, in their language.
struct Seen<State: Hashable & Sendable>: Hashable, Sendable {
    let state: State
    let language: Language
}

/// A value that takes a while to make and is the same as long as the register is.
final class MadeInBackground<Value: Sendable>: Sendable {
    private struct State {
        var version: UInt64?
        var value: Value?
        var isBeingMade = false
    }

    private let state = Mutex(State())

    /// How long a page waits for a value that isn't there yet.
    private static var patience: DispatchTimeInterval { .milliseconds(40) }

    /// The value of a state of the register; nil while it is being made.
    func value(
        of version: UInt64, make: @escaping @Sendable () throws -> Value
    ) -> Value? {
        let (known, mustMake) = state.withLock { state -> (Value?, Bool) in
            if state.version == version { return (state.value, false) }
            guard !state.isBeingMade else { return (nil, false) }
            state.isBeingMade = true
            return (nil, true)
        }
        guard mustMake else { return known }
        let done = DispatchSemaphore(value: 0)
        DispatchQueue.global(qos: .utility).async { [self] in
            let made = try? make()
            state.withLock { state in
                state.isBeingMade = false
                if let made { (state.value, state.version) = (made, version) }
            }
            done.signal()
        }
        guard done.wait(timeout: .now() + Self.patience) == .success else { return nil }
        return state.withLock { $0.version == version ? $0.value : nil }
    }
}

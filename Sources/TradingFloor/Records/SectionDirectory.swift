public import Exchange
internal import Synchronization

/// Codes and numbers of a section's instruments and participants, for all threads.
public final class SectionDirectory: Sendable {
    private struct State {
        var instruments: [Instrument] = []
        var participants: [Participant] = []
        var instrumentNumbers: [String: InstrumentIndex] = [:]
        var participantNumbers: [String: ParticipantIndex] = [:]
    }

    private let state = Mutex(State())

    init() {}

    /// The directory of given instruments and participants by number; the first participant is the
    /// house. For whoever knows a section from afar.
    public init(instruments: [Instrument], participants: [Participant]) {
        set(instruments, participants)
    }

    func set(_ section: borrowing Section) { set(section.instruments, section.participants) }

    private func set(_ instruments: [Instrument], _ participants: [Participant]) {
        state.withLock { state in
            state.instruments = instruments
            state.participants = participants
            state.instrumentNumbers = [:]
            state.participantNumbers = [:]
            for (index, instrument) in instruments.enumerated() {
                state.instrumentNumbers[instrument.code] = InstrumentIndex(index)
            }
            for (index, participant) in participants.enumerated() where index > 0 {
                state.participantNumbers[participant.code] = ParticipantIndex(index)
            }
        }
    }

    /// The instruments by number.
    public var instruments: [Instrument] { state.withLock { $0.instruments } }

    /// The participants by number; the first is the house.
    public var participants: [Participant] { state.withLock { $0.participants } }

    /// An instrument's number by its code.
    public func instrument(_ code: String) -> InstrumentIndex? {
        state.withLock { $0.instrumentNumbers[code] }
    }

    /// A participant's number by its code.
    public func participant(_ code: String) -> ParticipantIndex? {
        state.withLock { $0.participantNumbers[code] }
    }
}

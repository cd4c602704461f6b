import Exchange
import Journal
import Records
import TradingFloor

/// What there is of the exchange: its sections, and where each stands.
struct MarketOverview: Sendable {
    let floor: TradingFloor

    /// `GET /api/market`: where things are.
    @Sendable func index(_ request: LiveRequest) async throws -> Answer {
        _ = try ParameterReader(request.parameters, knowing: [])
        let names = floor.sections.keys.sorted()
        return .json {
            $0.object {
                $0.name("sections")
                $0.array { for name in names { $0.string("/api/market/sections/\(name)") } }
                $0.member("openapi", "/api/openapi.json")
                $0.member("page", "/market")
            }
        }
    }

    /// `GET /api/market/sections`: where each section stands.
    @Sendable func sections(_ request: LiveRequest) async throws -> Answer {
        _ = try ParameterReader(request.parameters, knowing: [])
        var states: [SectionState] = []
        for (_, section) in floor.sections.sorted(by: { $0.key < $1.key }) {
            states.append(try await SectionState(section))
        }
        return .json {
            $0.object {
                $0.name("sections")
                $0.array { list in
                    for state in states { list.object { state.write(to: &$0) } }
                }
            }
        }
    }
}

/// Where a section stands, for everybody.
struct SectionState: Sendable {
    let name: String
    let status: SectionStatus
    let instruments: Int
    let session: SessionState?
    let contracts: (all: UInt64, transit: UInt64)

    init(_ floor: SectionFloor) async throws {
        name = floor.name
        instruments = floor.directory.instruments.count
        let read = try await floor.state { section, _ in
            (section.session, section.contractsMade.all, section.contractsMade.transit)
        }
        status = floor.status
        session = read.0
        contracts = (read.1, read.2)
    }

    func write(to json: inout JSONWriter) {
        json.member("name", name)
        json.member("page", "/market/\(name)")
        json.name("atWork")
        json.bool(status.stopped == nil)
        json.member("clock", moment: status.clock)
        json.member("commands", large: status.commands)
        json.journal(status.head)
        json.member("instruments", instruments)
        json.member("contracts", large: contracts.all)
        json.member("transit", large: contracts.transit)
        json.name("session")
        if let session { json.object { $0.session(session) } } else { json.null() }
    }
}

extension JSONWriter {
    /// The journal's end: kept by whoever wants to hold a bundle against it later.
    mutating func journal(_ head: EntryMark) {
        name("journal")
        object {
            $0.member("entry", large: head.sequence)
            $0.member("hash", head.hash.description)
        }
    }

    /// The session that is planned or on.
    mutating func session(_ session: SessionState) {
        member("number", Int(session.number))
        member("plan", session.plan.code)
        member("name", session.plan.name)
        member("day", session.day.text)
        member("status", "\(session.status)")
        optional("phase", session.phase.map { "\($0)" })
        member("until", moment: session.nextDue)
        name("phases")
        array { list in
            for (phase, start) in zip(session.plan.phases, session.starts) {
                list.object {
                    $0.member("phase", "\(phase.kind)")
                    $0.member("begins", moment: start)
                }
            }
        }
        member("places", session.plan.places.map(\.text))
    }
}

extension SectionFloor {
    /// What is read from the section between two groups; a section that can't be read at present is
    /// said so.
    func state<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Section, DayBook) -> Value
    ) async throws -> Value {
        do throws(FloorError) {
            return try await read(body)
        } catch {
            throw RequestFault(error) ?? .internalError
        }
    }
}
